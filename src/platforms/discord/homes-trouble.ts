/** Purpose: put what Discord says no to about channels, roles and members into the words of homes. */
import type { REST } from 'discord.js'
import { HomeTrouble, type HomeTroubleWhy } from '../../groups/homes-port.ts'
import { makeAsk } from './ask.ts'
import { type Trouble, troubleOf } from './trouble.ts'

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

/** @throws HomeTrouble whose cause is Discord's own answer */
export const makeHomesAsk = (rest: REST, refused: () => void) =>
  makeAsk(rest, refused, cause => new HomeTrouble(whyOf(troubleOf(cause)), { cause }))
