/** Purpose: post in order and at the pace that Slack allows in each channel, channels beside each other, nothing twice. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Address } from '../../address.ts'
import type { Label } from '../../locales/say.ts'
import type { Reply } from '../../reply.ts'
import { type Posted, post, uploadFiles } from './deliver.ts'
import type { Prepare } from './prepare.ts'
import { renderReply } from './render.ts'
import { SlackTrouble, troubleOf } from './trouble.ts'
import type { SlackClient } from './web-client.ts'

/** One message a second in a channel. */
const PACE = 1_000
/** How long one post may wait for Slack's leave before its sender is told, in seconds. */
const PATIENCE = 120

export type Pacer = {
  /** Does it after everything that was asked before for this channel. Waits and repeats when Slack says “too fast”, which is no post. */
  inTurn<T>(channel: string, task: () => Promise<T>, patience?: number): Promise<T>
  idle(): Promise<void>
}

export function makePacer(pace = PACE): Pacer {
  const last = new Map<string, Promise<unknown>>()
  const working = new Set<Promise<unknown>>()
  return {
    inTurn<T>(channel: string, task: () => Promise<T>, patience = PATIENCE) {
      const before = last.get(channel) ?? Promise.resolve()
      const done = before.then(() => untilAllowed(task, patience))
      const settled = done.then(
        () => undefined,
        () => undefined,
      )
      working.add(settled)
      const free = settled.then(() => working.delete(settled)).then(() => sleep(pace, undefined, { ref: false }))
      last.set(channel, free)
      void free.then(() => last.get(channel) === free && last.delete(channel))
      return done
    },
    async idle() {
      while (working.size > 0) await Promise.all(working)
    },
  }
}

async function untilAllowed<T>(task: () => Promise<T>, patience: number): Promise<T> {
  for (let left = patience; ; ) {
    try {
      return await task()
    } catch (error) {
      const { retryAfter } = troubleOf(error)
      if (retryAfter === undefined || retryAfter > left) throw error
      left -= Math.max(retryAfter, 1)
      await sleep(retryAfter * 1000)
    }
  }
}

export type SendParts = {
  readonly client: SlackClient
  readonly pacer: Pacer
  readonly prepare: Prepare
  readonly label: Label
  readonly sharedBy?: string | undefined
}

/** Posts what a person shared; what is said unasked is in `unasked.ts`.
 *  @throws SlackTrouble whose `outcome` says whether trying again could post twice */
export async function sendReply(
  parts: SendParts,
  to: Address & { readonly thread?: string | undefined },
  reply: Reply,
): Promise<{ messageId: string }> {
  const { client, pacer, label, sharedBy } = parts
  const { reply: ready, idOf } = await parts.prepare(reply)
  const { messages, files } = renderReply(ready, { label, idOf, sharedBy })
  const posted: Posted[] = []
  try {
    for (const message of messages)
      posted.push(await pacer.inTurn(to.id, () => post(client, { channel: to.id, thread: to.thread }, message)))
    // Where `to` is a person, Slack has just said which channel their direct conversation is.
    const channel = posted[0]?.channel ?? to.id
    if (files.length > 0) await pacer.inTurn(to.id, () => uploadFiles(client, { channel, thread: to.thread, user: to.id }, files))
  } catch (error) {
    const trouble = troubleOf(error)
    throw new SlackTrouble(posted.length > 0 ? { ...trouble, outcome: 'unknown' } : trouble, error)
  }
  return { messageId: posted[0]?.ts ?? '' }
}
