/** Purpose: what Slack says no to around channels and their members, in the words of homes; and a little patience where it says “too fast”. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Home, HomeTrouble, type HomeTroubleWhy } from '../../groups/homes-port.ts'
import type { Log } from '../../ops/log.ts'
import { type Trouble, troubleOf } from './trouble.ts'

/** How many seconds Slack's “too fast” is waited out: while one person waits for the answer to “join”, and while many are brought. */
const PATIENCE = { one: 3, several: 90 } as const

const WHYS: Readonly<Record<string, HomeTroubleWhy>> = {
  name_taken: 'name-taken',
  channel_not_found: 'gone',
  is_archived: 'archived',
  not_in_channel: 'not-a-member',
  too_many_convos_for_team: 'full',
  ura_max_channels: 'full',
  user_not_found: 'unknown-person',
  no_user: 'unknown-person',
  user_disabled: 'unknown-person',
  fatal_error: 'unreachable',
  internal_error: 'unreachable',
  request_timeout: 'unreachable',
  service_unavailable: 'unreachable',
  rate_limited: 'unreachable',
  ratelimited: 'unreachable',
}
/** Slack does not show a private channel to who is not in it: there, “not found” means most often that Plenary was taken out. */
export function whyOf({ code, outcome }: Trouble, home?: Pick<Home, 'private'>): HomeTroubleWhy {
  if (code === 'channel_not_found' && home?.private) return 'not-a-member'
  return WHYS[code] ?? (outcome === 'unknown' || /^(http_|E[A-Z]|UND_)/.test(code) ? 'unreachable' : 'not-allowed')
}

/** These are about a person. All else would be the same for everybody. */
const PERSONAL = [
  'already_in_channel',
  'cant_invite',
  'cant_invite_self',
  'invitee_cant_see_channel',
  'no_user',
  'no_external_invite_permission',
  'ura_max_channels',
  'user_disabled',
  'user_is_bot',
  'user_is_restricted',
  'user_is_ultra_restricted',
  'user_not_found',
]
export const isPersonal = ({ code }: Trouble) => PERSONAL.includes(code)

type AskParts = { readonly notice: (trouble: Trouble) => void; readonly log: Log }

/** Asks Slack. @throws HomeTrouble whose cause is Slack's own answer */
export const makeAsk =
  ({ notice, log }: AskParts) =>
  async <T>(task: () => Promise<T>, home?: Pick<Home, 'private'>, several = false): Promise<T> => {
    for (let left: number = several ? PATIENCE.several : PATIENCE.one; ; ) {
      try {
        return await task()
      } catch (error) {
        const trouble = troubleOf(error)
        const { retryAfter } = trouble
        if (retryAfter === undefined || retryAfter > left) {
          notice(trouble)
          if (trouble.code === 'missing_scope') log.warn({ code: trouble.code }, OLD_SCOPES)
          throw new HomeTrouble(whyOf(trouble, home), { cause: error })
        }
        left -= Math.max(retryAfter, 1)
        await sleep(retryAfter * 1000)
      }
    }
  }

const OLD_SCOPES = 'Slack lets Plenary make no homes for groups: print the manifest again, paste it, and install the app anew'
