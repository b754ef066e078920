/** Purpose: keep an open page up to date; after a gap it gets what it missed, from the last id that it saw. */
import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Signed, WebParts } from './receive.ts'
import { toWire } from './to-wire.ts'
import type { WebVisitor } from './visitors.ts'
import type { ChannelRow, MessageRow } from './web-store.ts'

const HEARTBEAT = 20_000

export function followEvents(
  { board, readAfter, mayRead, channels }: Pick<WebParts, 'board' | 'readAfter' | 'mayRead' | 'channels'>,
  context: Context<Signed>,
) {
  const { visitor } = context.var
  const asked = context.req.header('last-event-id') ?? context.req.query('after')
  return streamSSE(context, async stream => {
    const queue: MessageRow[] = []
    let wake = () => {}
    let told = ''
    let mayDiffer = true
    const stops = [
      board.listen(message => {
        queue.push(message)
        wake()
      }),
      board.listenToChannels(() => {
        mayDiffer = true
        wake()
      }),
    ]
    const stop = () => stops.forEach(one => void one())
    stream.onAbort(() => {
      stop()
      wake()
    })
    let seen = asked === undefined ? Number.NaN : Number(asked)
    while (Number.isInteger(seen)) {
      const missed = await readAfter(seen)
      for (const message of missed) seen = await send(stream, message, visitor, seen, mayRead)
      if (missed.length === 0) break
    }
    while (!stream.aborted && !board.closed.aborted) {
      if (mayDiffer) {
        mayDiffer = false
        told = await sendChannels(stream, await channels(visitor.id), told)
      }
      for (const message of queue.splice(0)) seen = await send(stream, message, visitor, Number.isInteger(seen) ? seen : 0, mayRead)
      // What came while something was being sent has nobody to wake any more.
      if (queue.length > 0 || mayDiffer) continue
      await Promise.race([new Promise<void>(resolve => (wake = resolve)), stream.sleep(HEARTBEAT), closing(board.closed)])
      if (queue.length === 0 && !mayDiffer && !stream.aborted) await stream.write(': still here\n\n')
    }
    stop()
  })
}

/** @returns what this page knows now */
async function sendChannels(stream: SSEStreamingApi, channels: readonly ChannelRow[], told: string): Promise<string> {
  const data = JSON.stringify(channels.map(({ id, name }) => ({ id, name })))
  if (data !== told) await stream.writeSSE({ event: 'channels', data })
  return data
}

async function send(
  stream: SSEStreamingApi,
  message: MessageRow,
  visitor: WebVisitor,
  seen: number,
  mayRead: WebParts['mayRead'],
): Promise<number> {
  if (message.id <= seen) return seen
  if (message.forId !== null && message.forId !== visitor.id) return message.id
  if (!(await mayRead(message.channel, visitor.id))) return message.id
  await stream.writeSSE({ event: 'message', id: String(message.id), data: JSON.stringify(toWire(message, visitor)) })
  return message.id
}

const closing = (closed: AbortSignal) => new Promise<void>(resolve => closed.addEventListener('abort', () => resolve(), { once: true }))
