/** Purpose: who somebody is to Plenary: their role, language, zone and coalition. Nothing is stored about a person until they ask for something to be remembered. */
import type { Address } from '../address.ts'
import type { Person } from '../command-kit/context.ts'
import { higherOf, type Role } from '../command-kit/roles.ts'
import type { Visitor } from '../command-kit/run-command.ts'
import type { Database } from '../database/open.ts'
import { type Language, languageOf } from '../locales/say.ts'
import { canonicalZone } from '../zones.ts'
import { clearPreferences, findMember, findOrCreateSpace, saveMember } from './people-store.ts'

export type People = {
  recognise(visitor: Visitor): Promise<Person>
  setLanguage(person: Address, language: Language): Promise<void>
  setZone(person: Address, zone: string): Promise<void>
  setRole(person: Address, role: Role): Promise<void>
  /** Forgets language and zone; a role that somebody was given stays. */
  forgetPreferences(person: Address): Promise<void>
}

export type PeopleOptions = {
  readonly db: Database
  readonly defaultLanguage: Language
  readonly defaultZone: string
  readonly now: () => Temporal.Instant
}

export function makePeople({ db, defaultLanguage, defaultZone, now }: PeopleOptions): People {
  const save = (person: Address, change: { role?: string; language?: string; zone?: string }) =>
    saveMember(db, person, change, now().epochMilliseconds)
  return {
    async recognise({ address, locale, zone, vouched = 'member' }) {
      const space = await findOrCreateSpace(db, address, now().epochMilliseconds)
      const member = await findMember(db, space.id, address.id)
      return {
        address,
        coalition: space.coalitionId,
        role: higherOf(vouched, member?.role ?? 'guest'),
        language: languageOf(member?.language ?? undefined) ?? languageOf(locale) ?? defaultLanguage,
        zone: member?.zone ?? canonicalZone(zone) ?? defaultZone,
      }
    },
    setLanguage: (person, language) => save(person, { language }),
    setZone: (person, zone) => save(person, { zone }),
    setRole: (person, role) => save(person, { role }),
    forgetPreferences: person => clearPreferences(db, person),
  }
}
