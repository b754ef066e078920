/** Purpose: believe a request only when Slack signed it, just now, and for the first time. */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Slack's own advice: five minutes. Clocks differ, so the future is bounded by the same. */
const WINDOW = 300

export type Signed = { readonly timestamp: string | undefined; readonly signature: string | undefined; readonly body: string }
export type CheckSignature = (request: Signed) => 'fine' | 'unsigned' | 'stale' | 'replayed'

export function makeSignatureCheck(secret: string, now: () => Temporal.Instant): CheckSignature {
  /** Signatures until they are too old to pass anyway. */
  const used = new Map<string, number>()
  return ({ timestamp, signature, body }) => {
    if (!timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return 'unsigned'
    const seconds = now().epochMilliseconds / 1000
    if (Math.abs(seconds - Number(timestamp)) > WINDOW) return 'stale'
    if (!sameText(signature, sign(secret, timestamp, body))) return 'unsigned'
    for (const [old, until] of used) {
      if (until > seconds) break
      used.delete(old)
    }
    if (used.has(signature)) return 'replayed'
    used.set(signature, seconds + 2 * WINDOW)
    return 'fine'
  }
}

export const sign = (secret: string, timestamp: string, body: string) =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`

function sameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}
