/** Purpose: speak unasked in Slack, as the outbox wants it: one attempt, in time, each message with a mark that only apps see. */
import type { Address } from '../../address.ts'
import type { Label } from '../../locales/say.ts'
import type { Messenger, SendOptions } from '../../messenger.ts'
import type { Log } from '../../ops/log.ts'
import type { Reply } from '../../reply.ts'
import { type Attempt, inTime } from '../in-time.ts'
import { makeParts, type Parts } from '../parts.ts'
import { post, uploadFiles } from './deliver.ts'
import { failureOf } from './failure.ts'
import type { Self } from './introduce.ts'
import { lookForParts, markOf } from './marks.ts'
import type { Prepare } from './prepare.ts'
import { renderReply } from './render.ts'
import type { Pacer } from './send.ts'
import { type Trouble, troubleOf } from './trouble.ts'
import type { SlackClient } from './web-client.ts'

export type UnaskedParts = {
  readonly client: SlackClient
  readonly pacer: Pacer
  readonly prepare: Prepare
  readonly label: Label
  readonly log: Log
  readonly self: () => Self | undefined
  /** Hears of every call that failed. */
  readonly notice: (trouble: Trouble) => void
  /** In milliseconds. */
  readonly giveUpAfter: number
}

/** “Too fast” is told to the outbox at once: it knows what else is to be sent. */
const NO_PATIENCE = -1

export function makeUnasked(own: UnaskedParts): Required<Messenger> {
  const { giveUpAfter, notice, log } = own
  const parts = makeParts()
  const judge = (privately: boolean) => (error: unknown) => {
    notice(troubleOf(error))
    return failureOf(error, privately)
  }
  return {
    send: (to, reply, options) =>
      inTime(
        giveUpAfter,
        attempt => send(own, options ? parts : makeParts(1), to, reply, options, attempt),
        judge(options?.privately === true),
      ),
    wasSent(to, options) {
      const { marker, privately } = options
      if (parts.isWhole(marker)) return Promise.resolve(true)
      const look = async ({ signal }: Attempt) => {
        for (const { part, of, id } of await lookForParts(own, to, options, signal)) parts.note(marker, part, of, id)
        return parts.isWhole(marker)
      }
      return inTime(giveUpAfter, look, judge(privately)).catch(error => {
        if (troubleOf(error.cause).code !== 'missing_scope') throw error
        log.error(
          'Slack lets Plenary not look whether a message arrived, so it may come twice: reinstall the app with its present manifest',
        )
        return false
      })
    },
  }
}

async function send(
  { client, pacer, prepare, label }: UnaskedParts,
  parts: Parts,
  to: Address,
  reply: Reply,
  options: SendOptions | undefined,
  attempt: Attempt,
): Promise<{ messageId: string }> {
  const { reply: ready, idOf } = await prepare(reply)
  const { messages, files } = renderReply(ready, { label, idOf })
  const of = messages.length + (files.length > 0 ? 1 : 0)
  const marker = options?.marker ?? ''
  // Where `to` is a person, Slack says with the first message which channel their direct conversation is.
  let channel = options?.privately ? undefined : to.id
  const once = async (part: number, task: () => Promise<string>) => {
    if (parts.idOf(marker, part) === undefined) {
      const work = async () => {
        // An earlier attempt, given up on its way, may have arrived while this one stood in the row.
        const arrived = parts.idOf(marker, part)
        if (arrived !== undefined) return arrived
        attempt.leave()
        return task()
      }
      parts.note(marker, part, of, await pacer.inTurn(to.id, work, NO_PATIENCE))
    }
    attempt.arrived()
  }
  for (const [part, message] of messages.entries())
    await once(part, async () => {
      const posted = await post(client, { channel: to.id }, message, options && markOf(marker, part, of))
      channel = posted.channel
      return posted.ts
    })
  if (files.length > 0)
    await once(messages.length, () => uploadFiles(client, { channel, user: to.id }, files).then(() => 'files', onceAtMost))
  return { messageId: parts.idOf(marker, 0) ?? '' }
}

/** No mark can be put on a file: one that may have arrived is not sent again, as the words that name it are there. */
function onceAtMost(error: unknown): string {
  if (troubleOf(error).outcome === 'unknown') return 'files'
  throw error
}
