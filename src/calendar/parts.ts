/** Purpose: what all parts of the calendar need. */
import type { Address } from '../address.ts'
import type { Person } from '../command-kit/context.ts'
import type { Database, Trx } from '../database/open.ts'
import type { Outbox } from '../delivery/outbox.ts'
import type { Library } from '../library/library.ts'
import type { Language } from '../locales/say.ts'
import type { EventsBook, Space } from './events-port.ts'
import type { SeedDate } from './seed-dates.ts'

/** The sub-groups as the calendar sees them; a Plenary without them has none. */
export type GroupsPort = {
  find(coalition: number, text: string, language: Language): Promise<readonly { readonly id: string; readonly name: string }[]>
  homes(coalition: number, groupId: string, within?: Trx): Promise<readonly Address[]>
}
export const NO_GROUPS: GroupsPort = { find: async () => [], homes: async () => [] }

export type CalendarParts = {
  readonly db: Database
  readonly outbox: Outbox
  readonly library: Library
  readonly groups: GroupsPort
  readonly seeds: readonly SeedDate[]
  /** The platforms that can show a date as an event of their own. */
  readonly events: EventsBook
  readonly spaces: (coalition: number) => Promise<readonly Space[]>
  readonly now: () => Temporal.Instant
  /** The language and zone of somebody as they are now, with what was known before as the second choice. */
  readonly recognise: (person: { address: Address; locale: string; zone: string }) => Promise<Pick<Person, 'language' | 'zone'>>
  /** The address under which the web chat can be reached, where that is known; feeds lie below it. */
  readonly baseUrl: () => string | undefined
  /** Reads a calendar at a web address; the public internet where it is left out. */
  readonly fetch?: (address: string) => Promise<string>
}
export type By = Pick<Person, 'address' | 'coalition' | 'language' | 'zone'>
