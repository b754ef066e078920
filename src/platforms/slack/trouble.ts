/** Purpose: what went wrong at Slack, in one word of its own, whether it surely did not happen, and the sentence for the person. */
import { webApi } from '@slack/bolt'
import type { MessageKey, MessageValues } from '../../locales/say.ts'

/** `unknown` means that Slack may have done it all the same: then it must not be done again unasked. */
export type Trouble = { readonly code: string; readonly outcome: 'not done' | 'unknown'; readonly retryAfter?: number }

/** A post that failed; `outcome` says whether trying again could post twice. */
export class SlackTrouble extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble, cause?: unknown) {
    super(`Slack: ${trouble.code}`, { cause })
    this.trouble = trouble
  }
}

/** Slack's own words for “part of it may have happened”. */
const HALF_DONE = ['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']
const NOT_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']

export function troubleOf(error: unknown): Trouble {
  if (error instanceof SlackTrouble) return error.trouble
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = codeOf(error.data.error)
    return { code, outcome: HALF_DONE.includes(code) ? 'unknown' : 'not done' }
  }
  if (error instanceof webApi.WebAPIRateLimitedError) return { code: 'rate_limited', outcome: 'not done', retryAfter: error.retryAfter }
  if (error instanceof webApi.WebAPIHTTPError) return { code: `http_${error.statusCode}`, outcome: 'unknown' }
  const network = networkCode(error)
  return { code: network, outcome: NOT_CONNECTED.includes(network) ? 'not done' : 'unknown' }
}

/** Where another server answers with a page, the SDK takes the whole page for the error. */
const codeOf = (error: unknown) => (typeof error === 'string' && /^[\w.-]{1,80}$/.test(error) ? error : 'not_understood')

/** The innermost code or name of a failed connection. */
function networkCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const inner = error instanceof webApi.WebAPIRequestError ? error.original : error.cause
  if (inner instanceof Error) return networkCode(inner)
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

/** What Slack itself never answers to a call that it knows, but another server behind `SLACK_API_URL` may. `Error`: an answer without what was asked for. */
const NOT_SLACK = ['unknown_method', 'http_404', 'http_405', 'not_understood', 'Error']
export const hintFor = ({ code }: Trouble, apiUrl: string | undefined): { readonly hint?: string } =>
  apiUrl !== undefined && NOT_SLACK.includes(code)
    ? { hint: 'does SLACK_API_URL name the base of a Slack web API, such as http://127.0.0.1:9000/api/?' }
    : {}

/** These end the work with a token until somebody changes the setting. */
const DEAD_TOKEN = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'org_login_required',
  'team_access_not_granted',
]
export const isDeadToken = ({ code }: Trouble) => DEAD_TOKEN.includes(code)

const NOT_INVITED = ['not_in_channel', 'channel_not_found', 'no_permission', 'user_not_in_channel']
const GONE = ['is_archived', 'channel_is_archived', 'channel_deleted', 'user_not_found', 'users_not_found']
export const isNotInvited = ({ code }: Pick<Trouble, 'code'>) => NOT_INVITED.includes(code)
export const isGone = ({ code }: Pick<Trouble, 'code'>) => GONE.includes(code)
const RESTRICTED = [
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'restricted_action_thread_locked',
  'ekm_access_denied',
  'cannot_reply_to_message',
]

/** What the person who shared something is told. */
export function sentenceFor({ code, outcome, retryAfter }: Trouble): readonly [MessageKey, MessageValues] {
  if (NOT_INVITED.includes(code)) return ['slack.not-in-channel', {}]
  if (GONE.includes(code)) return ['slack.channel-gone', {}]
  if (RESTRICTED.includes(code)) return ['slack.posting-restricted', {}]
  if (retryAfter !== undefined) return ['slack.slow-down', { seconds: retryAfter }]
  return [outcome === 'unknown' ? 'slack.unconfirmed' : 'slack.trouble', {}]
}
