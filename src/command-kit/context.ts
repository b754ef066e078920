/** Purpose: all that a command can see and do: who asks, where, in which language, and the features. No client, no database, no event. */
import type { Address } from '../address.ts'
import type { Calendar } from '../calendar/calendar.ts'
import type { Commitments } from '../commitments/commitments.ts'
import type { Delivery } from '../delivery/status.ts'
import type { Groups } from '../groups/groups.ts'
import type { Library } from '../library/library.ts'
import type { Review } from '../library/review.ts'
import type { Label, Language, Say } from '../locales/say.ts'
import type { People } from '../people/people.ts'
import type { Sessions } from '../sessions/sessions.ts'
import type { CommandBook } from './command-book.ts'
import type { Role } from './roles.ts'

/** Who speaks, as far as Plenary knows them. `zone` is an IANA time zone. */
export type Person = {
  readonly address: Address
  readonly role: Role
  readonly language: Language
  readonly zone: string
  readonly coalition: number
}

/** Where it was said; `private` where nobody else reads along. `thread` is the one inside `address`, where a platform's threads are no
 *  channels of their own; its id is not the platform's, and nothing can be sent to it. */
export type Place = { readonly address: Address; readonly private: boolean; readonly thread?: Address }

/** What the features offer to commands. */
export type Features = {
  readonly calendar: Calendar
  readonly delivery: Delivery
  readonly groups: Groups
  readonly library: Library
  readonly people: People
  readonly sessions: Sessions
  readonly commitments: Commitments
  readonly review: Review
}

export type Context = Features & {
  readonly person: Person
  readonly place: Place
  readonly say: Say
  readonly label: Label
  readonly book: CommandBook
  readonly now: () => Temporal.Instant
}
