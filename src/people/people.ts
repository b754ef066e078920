/** Purpose: who somebody is to Plenary: their role, language, zone and coalition. Nothing is stored about a person until they ask for something to be remembered. */
import type { Address } from '../address.ts'
import type { Person } from '../command-kit/context.ts'
import { higherOf, type Role } from '../command-kit/roles.ts'
import type { Visitor } from '../command-kit/run-command.ts'
import type { Database, Trx } from '../database/open.ts'
import { type Language, languageOf } from '../locales/say.ts'
import { canonicalZone } from '../zones.ts'
import type { Audit, Done } from './audit.ts'
import { eraseHolder, findWholeHolder, forgetIfEmpty, heldOf, type Topic } from './holder.ts'
import type { Kept, KeptMember } from './kept.ts'
import { keep, type Linking, makeLinking, type Relink } from './linking.ts'
import { findKept, membersByIds, membersOfPerson, membersWithRole } from './members-store.ts'
import { clearPreferences, findOrCreateSpace, findSpace, findSpeaker, saveMember } from './people-store.ts'
import type { PersonalData } from './personal-data.ts'

export type People = Linking & {
  recognise(visitor: Visitor): Promise<Person>
  setLanguage(person: Address, language: Language): Promise<void>
  setZone(person: Address, zone: string): Promise<void>
  /** Gives a role, or takes it back. */
  setRole(by: Pick<Person, 'address' | 'coalition'>, person: Address, role: Role | null): Promise<void>
  /** Forgets language and zone; a role that somebody was given stays. */
  forgetPreferences(person: Address): Promise<void>
  /** The numbers of somebody about whom something must be remembered from now on. */
  keep(trx: Trx, person: Pick<Person, 'address' | 'language'>): Promise<Kept>
  /** Lets somebody's row go when nothing is kept with it any more. */
  letGo(person: Address): Promise<void>
  /** The numbers of somebody, where anything is remembered. */
  find(db: Database | Trx, person: Address): Promise<Kept | undefined>
  /** Whether anything is remembered about somebody. */
  knows(person: Address): Promise<boolean>
  membersOf(db: Database | Trx, person: number): Promise<readonly KeptMember[]>
  membersByIds(db: Database | Trx, ids: readonly number[]): Promise<readonly KeptMember[]>
  /** @param within the transaction that this is asked in */
  withRole(coalition: number, within?: Trx): Promise<readonly KeptMember[]>
  /** Everything that is held on somebody, in all the chats that they have linked. */
  held(person: Address): Promise<readonly Topic[]>
  /** @returns how many members were forgotten */
  erase(person: Address): Promise<number>
  deeds(coalition: number, from: number, size: number): Promise<{ readonly total: number; readonly rows: readonly Done[] }>
}

export type PeopleOptions = {
  readonly db: Database
  readonly defaultLanguage: Language
  readonly defaultZone: string
  readonly now: () => Temporal.Instant
  readonly audit: Audit
  /** What each room keeps about people; rooms that are built later may still be added to the list. */
  readonly personalData: readonly PersonalData[]
  /** What moves when a space becomes part of another coalition; may still grow, too. */
  readonly movers: readonly Mover[]
  /** What rooms do when members become one person, or stop being one. */
  readonly relink: readonly Relink[]
}
export type Mover = (trx: Trx, from: number, to: number) => Promise<void>

export function makePeople(options: PeopleOptions): People {
  const { db, defaultLanguage, defaultZone, now, audit, personalData } = options
  const at = () => now().epochMilliseconds
  const save = (person: Address, change: { role?: string | null; language?: string; zone?: string }) => saveMember(db, person, change, at())
  return {
    ...makeLinking(options),
    async recognise({ address, locale, zone, vouched = 'member' }) {
      const known = await findSpeaker(db, address)
      const member = known?.member
      return {
        address,
        coalition: known?.coalition ?? (await findOrCreateSpace(db, address, at())).coalitionId,
        role: higherOf(vouched, member?.role ?? 'guest'),
        language: languageOf(member?.language ?? undefined) ?? languageOf(locale) ?? defaultLanguage,
        zone: member?.zone ?? canonicalZone(zone) ?? defaultZone,
      }
    },
    setLanguage: (person, language) => save(person, { language }),
    setZone: (person, zone) => save(person, { zone }),
    async setRole(by, person, role) {
      await save(person, { role })
      const space = await findSpace(db, person.platform, person.space)
      const kept = space && (await findKept(db, space.id, person.id))
      await db.transaction().execute(trx => audit.note(trx, by, 'role.set', `M-${kept?.member} ${role ?? 'member'}`))
      if (role === null) await forgetIfEmpty(db, personalData, person)
    },
    async forgetPreferences(person) {
      await clearPreferences(db, person)
      await forgetIfEmpty(db, personalData, person)
    },
    keep: (trx, person) => keep(trx, person, now()),
    letGo: person => forgetIfEmpty(db, personalData, person),
    async find(reader, person) {
      const space = await findSpace(reader, person.platform, person.space)
      return space && findKept(reader, space.id, person.id)
    },
    async knows(person) {
      const space = await findSpace(db, person.platform, person.space)
      return space !== undefined && (await findKept(db, space.id, person.id)) !== undefined
    },
    membersOf: membersOfPerson,
    membersByIds,
    withRole: (coalition, within) => membersWithRole(within ?? db, coalition),
    held: async person => heldOf(db, personalData, await findWholeHolder(db, person)),
    erase: async person => eraseHolder(db, personalData, await findWholeHolder(db, person)),
    deeds: audit.read,
  }
}
