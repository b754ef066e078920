/** Purpose: one attempt at one delivery, from the words to the platform's answer. */
import { createHash } from 'node:crypto'
import { type Messenger, Refused, type RefusedWhy, SEND_WITHIN, type SendOptions, TryLater, Unknown } from '../messenger.ts'
import type { Reply } from '../reply.ts'
import type { Clock } from './clock.ts'
import type { Lane } from './delivery-store.ts'
import type { Scope } from './pace.ts'

export type Outcome =
  | { readonly is: 'sent'; readonly messageId: string }
  | { readonly is: 'refused'; readonly why: RefusedWhy }
  | { readonly is: 'later'; readonly afterMs: number; readonly scope: Scope }
  | { readonly is: 'unknown'; readonly error: unknown }

/** Sends; never throws. What takes too long is of unknown fate, whatever it says later. */
export const trySending = (
  messenger: Messenger,
  lane: Lane,
  reply: Reply,
  key: string,
  clock: Clock,
  within = SEND_WITHIN,
): Promise<Outcome> =>
  judge(async () => {
    const sent = await inTime(messenger.send(lane.to, reply, optionsOf(lane, key)), clock, within)
    return { is: 'sent', messageId: sent.messageId }
  })

/** Whether an earlier attempt arrived after all. `nothing` where the platform posts one marker once, so that sending again is safe. */
export function settle(
  messenger: Messenger,
  lane: Lane,
  key: string,
  clock: Clock,
  within = SEND_WITHIN,
): Promise<Outcome | { readonly is: 'nothing' }> {
  const { wasSent } = messenger
  if (!wasSent) return Promise.resolve({ is: 'nothing' })
  return judge(async () => {
    const found = await inTime(wasSent.call(messenger, lane.to, optionsOf(lane, key)), clock, within)
    return found ? { is: 'sent', messageId: '' } : { is: 'nothing' }
  })
}

/** The same for every attempt: 22 letters and digits, within Discord's 25 for a nonce. */
export const markerOf = (key: string) => createHash('sha256').update(key).digest('base64url').replace(/[-_]/g, '0').slice(0, 22)

const optionsOf = ({ privately }: Lane, key: string): SendOptions => ({ marker: markerOf(key), privately })

async function judge<T>(attempt: () => Promise<T>): Promise<T | Outcome> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof Refused) return { is: 'refused', why: error.why }
    if (error instanceof TryLater) return { is: 'later', afterMs: error.retryAfterMs ?? 0, scope: error.scope }
    return { is: 'unknown', error }
  }
}

async function inTime<T>(work: Promise<T>, clock: Clock, within: number): Promise<T> {
  const over = new AbortController()
  try {
    return await Promise.race([
      work,
      clock.sleep(within, over.signal).then(() => {
        throw new Unknown('No answer in time')
      }),
    ])
  } finally {
    over.abort()
  }
}
