/** Purpose: a platform's server that enforces the real rate limits, in whatever time it is given: 429 for what comes too fast. */
import type { Address } from '../src/address.ts'
import type { Clock } from '../src/delivery/clock.ts'
import { type Messenger, TryLater } from '../src/messenger.ts'

export type Bucket = { readonly perSecond: number; readonly burst: number }
export type Limits = { readonly channel: Bucket; readonly space?: Bucket; readonly platform?: Bucket }

/** Slack: one a second in a channel with short bursts, 300 a minute in a workspace. Discord: 5 in 5 seconds in a channel, 50 a second in all. */
export const SLACK: Limits = { channel: { perSecond: 1, burst: 3 }, space: { perSecond: 5, burst: 10 } }
export const DISCORD: Limits = { channel: { perSecond: 1, burst: 5 }, platform: { perSecond: 50, burst: 10 } }

export type StrictServer = Messenger & {
  readonly sent: () => number
  readonly refused: () => number
  readonly lastAt: () => number
  readonly outOfOrder: () => number
}

/** @param latency how long an answer takes, in milliseconds */
export function makeStrictServer({ channel, space, platform }: Limits, clock: Clock, latency = 120): StrictServer {
  const levels = new Map<string, { level: number; at: number }>()
  let [sent, refused, lastAt] = [0, 0, 0]
  const wait = (key: string, { perSecond, burst }: Bucket): number => {
    const now = clock.now()
    const known = levels.get(key) ?? { level: burst, at: now }
    const level = Math.min(burst, known.level + ((now - known.at) / 1000) * perSecond)
    levels.set(key, { level, at: now })
    return level >= 1 ? 0 : ((1 - level) / perSecond) * 1000
  }
  const take = (key: string) => {
    const known = levels.get(key)
    if (known) levels.set(key, { ...known, level: known.level - 1 })
  }
  const buckets = (to: Address): [string, Bucket, 'channel' | 'space' | 'platform'][] => [
    [`c ${to.id}`, channel, 'channel'],
    ...(space ? [[`s ${to.space}`, space, 'space'] as [string, Bucket, 'space']] : []),
    ...(platform ? [['p', platform, 'platform'] as [string, Bucket, 'platform']] : []),
  ]
  return {
    sent: () => sent,
    refused: () => refused,
    lastAt: () => lastAt,
    outOfOrder: () => 0,
    async send(to) {
      await clock.sleep(latency / 2)
      for (const [key, bucket, scope] of buckets(to)) {
        const ms = wait(key, bucket)
        if (ms > 0) {
          refused++
          throw new TryLater(Math.ceil(ms), scope)
        }
      }
      for (const [key] of buckets(to)) take(key)
      sent++
      lastAt = clock.now()
      await clock.sleep(latency / 2)
      return { messageId: String(sent) }
    },
  }
}
