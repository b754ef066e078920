/** Purpose: what a failure at Slack means for a message: refused for good, not now, or nobody knows. */
import { Refused, type RefusedWhy, TryLater, Unknown } from '../../messenger.ts'
import { isDeadToken, isGone, isNotInvited, troubleOf } from './trouble.ts'

/** @param privately to a person, whom Slack calls a channel, too */
export function failureOf(error: unknown, privately = false): Refused | TryLater | Unknown {
  if (error instanceof Refused || error instanceof TryLater || error instanceof Unknown) return error
  const trouble = troubleOf(error)
  const { code, outcome, retryAfter } = trouble
  // Slack blocks the method in the workspace, not the channel.
  if (retryAfter !== undefined) return new TryLater(retryAfter * 1_000, 'space', { cause: error })
  if (outcome === 'unknown') return new Unknown(`Slack: ${code}`, { cause: error })
  // A new token or a network that is back mends these for all that waits.
  if (isDeadToken(trouble) || PASSING.includes(code) || !SLACKS_OWN.test(code)) return new TryLater(undefined, 'platform', { cause: error })
  return new Refused(whyOf(code, privately), { cause: error })
}

function whyOf(code: string, privately: boolean): RefusedWhy {
  if (isGone({ code }) || (privately && code === 'channel_not_found')) return 'gone'
  if (isNotInvited({ code })) return 'not-a-member'
  if (BLOCKED.includes(code)) return 'blocked'
  return TOO_LARGE.includes(code) ? 'too-large' : 'not-allowed'
}

/** Slack's words are small letters; those of the network (`ECONNREFUSED`) are not. */
const SLACKS_OWN = /^[a-z]/
const PASSING = ['ratelimited', 'rate_limited', 'team_added_to_org', 'accesslimited']
const BLOCKED = ['messages_tab_disabled', 'cannot_dm_bot', 'user_disabled', 'user_not_visible', 'cannot_message_user']
const TOO_LARGE = ['msg_too_long', 'msg_blocks_too_long', 'invalid_blocks', 'too_many_attachments', 'metadata_too_large']
