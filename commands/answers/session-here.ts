/** Purpose: which session somebody means: the one named, the one open where they are, or the only one that they write in; and whether they may. */

import { type Address, sameAddress } from '../../src/address.ts'
import type { Context } from '../../src/command-kit/context.ts'
import { type Complete, line, optional, words } from '../../src/command-kit/options.ts'
import { atLeast } from '../../src/command-kit/roles.ts'
import type { Button, Reply } from '../../src/reply.ts'
import type { Session } from '../../src/sessions/session.ts'
import { UserError } from '../../src/user-error.ts'

const completeSession: Complete = async ({ sessions, person }, typed) => {
  const all = await sessions.find(person.coalition, { limit: 50 })
  return all
    .filter(session => `${session.ref} ${session.title}`.toLowerCase().includes(typed.toLowerCase()))
    .map(session => ({ value: session.ref, label: `${session.ref} ${session.title}` }))
}
/** Typed as `session:S-003`, or alone after the words of the command (`/session report S-003`). */
export const sessionNamed = line('session.option.session', { complete: completeSession, maxLength: 60 })
export const sessionOption = optional(sessionNamed)
export const sessionAlone = optional(words('session.option.session', { complete: completeSession, maxLength: 60 }))

export const mayWrite = ({ person }: Context, { rapporteurs }: Session) =>
  atLeast(person.role, 'rapporteur') || rapporteurs.some(one => sameAddress(one, person.address))

/** Where a session is opened or joined: in a thread, where this was said in one. */
export const spotOf = ({ place }: Pick<Context, 'place'>): Address => place.thread ?? place.address

/** The thread's own session, else that of the channel around it. */
export async function sessionHere({ sessions, person, place }: Context): Promise<Session | undefined> {
  const inThread = place.thread && (await sessions.at(person.coalition, place.thread))
  return inThread ?? sessions.at(person.coalition, place.address)
}

/** The session, or what to say instead when there is none or when several could be meant.
 *  @param again what pressing one of several does */
export async function findSession(context: Context, given: string | undefined, again: Button): Promise<Session | Reply> {
  if (given !== undefined) return namedSession(context, given)
  const { sessions, person, say, label } = context
  const here = await sessionHere(context)
  if (here) return here
  const mine = await sessions.find(person.coalition, { state: 'open', person: person.address })
  const [only] = mine
  if (only && mine.length === 1) return only
  if (mine.length === 0)
    return {
      text: say('session.none-here'),
      buttons: [{ label: label('session.open.summary'), command: 'session open', form: true, look: 'primary' }],
    }
  return {
    text: say('session.which'),
    buttons: mine.slice(0, 5).map(session => ({
      ...again,
      label: `${session.ref} ${session.title}`,
      options: { ...again.options, session: session.ref },
    })),
  }
}

/** @throws UserError */
export async function namedSession({ sessions, person }: Context, given: string): Promise<Session> {
  const number = Number(/^s?-?0*(\d{1,6})\b/i.exec(given.trim())?.[1])
  const found = Number.isInteger(number) ? await sessions.get(person.coalition, number) : undefined
  if (!found) throw new UserError('error.session-unknown', { given }, { field: 'session' })
  return found
}

export const isSession = (found: Session | Reply): found is Session => 'rapporteurs' in found

/** @throws UserError saying whom to ask */
export function mustWrite(context: Context, session: Session) {
  if (!mayWrite(context, session)) throw new UserError('error.not-rapporteur', { session: `${session.ref} ${session.title}` })
}
