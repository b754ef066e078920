/** Purpose: what the clock does for the library: what waited two weeks is published as unreviewed, and entries are looked at once a year. */
import { formatAddress } from '../address.ts'
import { labelIn } from '../locales/say.ts'
import { readWaiting, type Waiting } from './read-waiting.ts'
import type { ReviewParts } from './review.ts'
import { findSubmissions, standingsBefore } from './review-store.ts'

const YEAR = 365 * 86_400_000

export const reviewJobs = (parts: ReviewParts, publish: (waiting: Waiting) => Promise<string | undefined>) => [
  {
    name: 'library-review',
    every: 'hour' as const,
    async run(now: Temporal.Instant) {
      for (const submission of await findSubmissions(parts.db, undefined, { state: 'waiting', dueBy: now.epochMilliseconds }))
        await publish(readWaiting(submission))
    },
  },
  /** Other processes change the library, too. */
  { name: 'library-refresh', every: 'minute' as const, run: () => parts.library.refresh() },
  { name: 'library-yearly-check', every: 'day' as const, run: (now: Temporal.Instant) => askToCheck(parts, now) },
]

/** One letter a coordinator and month, with the entries that nobody looked at for a year. */
async function askToCheck({ db, people, outbox }: ReviewParts, now: Temporal.Instant): Promise<void> {
  const at = now.epochMilliseconds
  const old = await standingsBefore(db, at - YEAR)
  for (const [coalition, rows] of Map.groupBy(old, row => row.coalition_id)) {
    const ids = rows.map(({ entry_id }) => entry_id)
    const coordinators = (await people.withRole(coalition)).filter(({ role }) => role === 'coordinator' || role === 'admin')
    for (const { address, language } of coordinators) {
      const label = labelIn(language ?? 'en')
      const reply = {
        text: label('review.yearly', { count: ids.length }),
        buttons: ids.slice(0, 5).map(id => ({ label: id, command: 'library get', options: { id } })),
      }
      const key = `@${formatAddress(address)}:library-check/${now.toString().slice(0, 7)}`
      await db.transaction().execute(trx => outbox.put(trx, [{ key, to: address, privately: true as const, dueAt: at, reply }]))
    }
  }
}
