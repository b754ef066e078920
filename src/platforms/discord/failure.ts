/** Purpose: what a failure at Discord means for a message: refused for good, not now, or nobody knows. */
import { RateLimitError } from 'discord.js'
import { Refused, type RefusedWhy, TryLater, Unknown } from '../../messenger.ts'
import { isTokenRefused, troubleOf } from './trouble.ts'

export function failureOf(error: unknown): Refused | TryLater | Unknown {
  if (error instanceof Refused || error instanceof TryLater || error instanceof Unknown) return error
  if (error instanceof RateLimitError) {
    const wait = error.retryAfter || error.sublimitTimeout || error.timeToReset
    return new TryLater(Math.max(1, wait), error.global || error.scope === 'global' ? 'platform' : 'channel', { cause: error })
  }
  const { code, outcome } = troubleOf(error)
  // A new token or a network that is back mends these for all that waits.
  if (isTokenRefused(error)) return new TryLater(undefined, 'platform', { cause: error })
  if (outcome === 'unknown') return new Unknown(`Discord: ${code}`, { cause: error })
  if (PASSING.includes(code)) return new TryLater(undefined, 'channel', { cause: error })
  if (!DISCORDS_OWN.test(code)) return new TryLater(undefined, 'platform', { cause: error })
  return new Refused(WHY[code] ?? 'not-allowed', { cause: error })
}

/** Those of the network (`ECONNREFUSED`) are not. */
const DISCORDS_OWN = /^(\d|http_4)/
/** Too many direct channels at once, slow mode, too many writes, an overloaded resource. */
const PASSING = ['40003', '20016', '20028', '20029', '40062', '130000', 'http_429', 'http_408']
const WHY: Readonly<Record<string, RefusedWhy>> = {
  '10003': 'gone',
  '10004': 'gone',
  '10013': 'gone',
  '50033': 'gone',
  http_404: 'gone',
  '50001': 'not-a-member',
  '50007': 'blocked',
  '50278': 'blocked',
  '40005': 'too-large',
  '50035': 'too-large',
  http_413: 'too-large',
}
