/** Purpose: what all that is done with groups needs, and how a group is held while it is changed. */
import type { Person } from '../command-kit/context.ts'
import type { Database, Trx } from '../database/open.ts'
import type { Outbox } from '../delivery/outbox.ts'
import type { Language } from '../locales/say.ts'
import type { Audit } from '../people/audit.ts'
import type { Kept } from '../people/kept.ts'
import type { People } from '../people/people.ts'
import type { Text } from '../reply.ts'
import { UserError } from '../user-error.ts'
import type { Group, Standing } from './group.ts'
import { findGroup, holdGroup } from './groups-store.ts'
import type { HomesBook } from './homes-port.ts'
import type { Words } from './name-group.ts'
import { partOf } from './roster-store.ts'
import { seatsOfPerson } from './seats-store.ts'

export type GroupParts = {
  readonly db: Database
  readonly people: People
  readonly audit: Audit
  readonly outbox: Outbox
  readonly homes: HomesBook
  readonly words: Words
  readonly now: () => Temporal.Instant
  /** What is next in the calendar of a group, as sentences for this reader. */
  readonly datesOf?: (by: Reader, group: string, limit: number) => Promise<readonly Text[]>
  /** For people whose language is not known. */
  readonly defaultLanguage: Language
}
export type Reader = Pick<Person, 'coalition' | 'language' | 'zone'>
export type By = Pick<Person, 'address' | 'coalition' | 'role' | 'language'>

export const STRANGER: Standing = { part: undefined, seats: [], conditional: false, shown: false }

/** @throws UserError where there is none of this id in the asker's coalition */
export async function readGroup({ db }: GroupParts, { coalition }: Pick<By, 'coalition'>, id: number): Promise<Group> {
  return (await findGroup(db, coalition, id)) ?? gone()
}

export async function readStanding({ db, people }: GroupParts, { address }: Pick<By, 'address'>, group: number): Promise<Standing> {
  const kept = await people.find(db, address)
  return kept ? standingOf(db, group, kept.person) : STRANGER
}

export async function standingOf(db: Database | Trx, group: number, person: number): Promise<Standing> {
  const seats = await seatsOfPerson(db, group, person)
  const firm = seats.filter(({ seat }) => seat === 'offer')
  return {
    part: await partOf(db, group, person),
    seats: seats.map(({ seat }) => seat),
    conditional: firm.length > 0 && firm.every(({ conditional }) => conditional),
    shown: seats.some(({ shown }) => shown),
  }
}

export type Held = { readonly trx: Trx; readonly group: Group; readonly kept: Kept; readonly standing: Standing; readonly at: number }

/** Does something to a group while nobody else changes it, for somebody of whom something is remembered from now on. */
export function change<T>(parts: GroupParts, by: By, id: number, work: (held: Held) => Promise<T>): Promise<T> {
  return parts.db.transaction().execute(async trx => {
    const group = (await holdGroup(trx, by.coalition, id)) ?? gone()
    const kept = await parts.people.keep(trx, by)
    return work({ trx, group, kept, standing: await standingOf(trx, id, kept.person), at: parts.now().epochMilliseconds })
  })
}

export function gone(): never {
  throw new UserError('group.gone', {}, { buttons: [{ label: '/group list', command: 'group list' }] })
}
