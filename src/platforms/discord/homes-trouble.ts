/** Purpose: ask Discord about channels, roles and members, and put what it says no to into the words of homes. */
import { type REST, RequestMethod, type RouteLike } from 'discord.js'
import { HomeTrouble, type HomeTroubleWhy } from '../../groups/homes-port.ts'
import { isTokenRefused, type Trouble, troubleOf } from './trouble.ts'

/** Discord's “too fast” is waited out, but making many roles can bring a wait of a day. In milliseconds. */
const PATIENCE = 20_000

const WHYS: Readonly<Record<string, HomeTroubleWhy>> = {
  '10003': 'gone',
  '10004': 'gone',
  '10007': 'unknown-person',
  '10011': 'gone',
  '10013': 'unknown-person',
  '30005': 'full',
  '30013': 'full',
  '30033': 'full',
  '50001': 'not-a-member',
  '50013': 'not-allowed',
  '50083': 'archived',
  '160005': 'archived',
}
export const whyOf = ({ code, outcome }: Trouble): HomeTroubleWhy =>
  WHYS[code] ?? (outcome === 'unknown' || /^(http_5|E[A-Z]|UND_|token-)/.test(code) ? 'unreachable' : 'not-allowed')

/** About this person alone: there is nobody of this id; or the thread is in a channel that they may not see. */
export const isPersonal = ({ why, cause }: HomeTrouble) => why === 'unknown-person' || (why === 'not-a-member' && isMemberRoute(cause))
const isMemberRoute = (cause: unknown) => cause instanceof Error && 'url' in cause && String(cause.url).includes('/thread-members/')

export type Ask = (method: `${RequestMethod}`, route: RouteLike, body?: object) => Promise<unknown>

/** @throws HomeTrouble whose cause is Discord's own answer. All that is asked here may be asked twice, but for what makes something: so nothing is repeated. */
export const makeAsk =
  (rest: REST, refused: () => void): Ask =>
  async (method, fullRoute, body) => {
    const signal = AbortSignal.timeout(PATIENCE)
    const late = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    try {
      const request = { fullRoute, method: METHODS[method], signal, ...(body && { body }) }
      return await Promise.race([rest.request(request), late])
    } catch (error) {
      if (isTokenRefused(error)) refused()
      throw new HomeTrouble(whyOf(troubleOf(error)), { cause: error })
    }
  }

const METHODS = {
  GET: RequestMethod.Get,
  POST: RequestMethod.Post,
  PUT: RequestMethod.Put,
  PATCH: RequestMethod.Patch,
  DELETE: RequestMethod.Delete,
} as const
