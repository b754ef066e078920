/** Purpose: what the calendar keeps about somebody, for them to see and to erase; and what moves when spaces are linked. */
import { formatAddress } from '../address.ts'
import type { Outbox } from '../delivery/outbox.ts'
import type { Mover } from '../people/people.ts'
import type { PersonalData } from '../people/personal-data.ts'
import { deletePrivate, feedsAbout, moveGroupDates, moveRows, remindersAbout, wishesAbout } from './calendar-data-store.ts'
import { keyPrefix } from './plan.ts'

export const makeCalendarData = ({ outbox }: { readonly outbox: Outbox }): PersonalData => ({
  topic: 'calendar',
  async held(db, { addresses }) {
    const refs = addresses.map(formatAddress)
    const [reminders, wishes, feeds] = await Promise.all([remindersAbout(db, refs), wishesAbout(db, refs), feedsAbout(db, refs)])
    return [
      ...reminders.map(({ id, title, seed_id, only_for, to_kind, leads }) => ({
        key: 'held.reminder' as const,
        values: { id: `R-${id}`, title: title || (seed_id ?? '') },
        facts: { reminder: `R-${id}`, date: title || seed_id, own: only_for !== null, to: to_kind, leads },
      })),
      ...wishes.map(({ quiet_from, quiet_to, digest_at }) => ({
        key: 'held.wishes' as const,
        values: { from: quiet_from ?? '–', to: quiet_to ?? '–', digest: digest_at ?? '–' },
        facts: { quietFrom: quiet_from, quietTo: quiet_to, digestAt: digest_at },
      })),
      ...feeds.map(({ made_at }) => ({
        key: 'held.feed' as const,
        values: { at: Temporal.Instant.fromEpochMilliseconds(made_at).toString().slice(0, 10) },
        facts: { feed: 'member', made: Temporal.Instant.fromEpochMilliseconds(made_at).toString() },
      })),
    ]
  },
  async erase(trx, { addresses }) {
    for (const id of await deletePrivate(trx, addresses.map(formatAddress))) await outbox.cancel(trx, keyPrefix(id))
  },
})

export const moveCalendar: Mover = moveRows
export { moveGroupDates }
