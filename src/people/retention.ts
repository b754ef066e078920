/** Purpose: forget in time: every room's rule in one list, run once a day. What is reported are counts. */
import type { Database } from '../database/open.ts'
import { deleteDeedsBefore } from './audit-store.ts'
import { deleteOldCodes } from './link-store.ts'

const DAY = 86_400_000
/** How long the audit trail is kept, in days. */
export const KEEPS_AUDIT = 365

export type Purge = (db: Database, now: number) => Promise<Readonly<Record<string, number>>>

/** @returns how many rows of each type were deleted */
export async function purge(db: Database, rooms: readonly Purge[], now: Temporal.Instant): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  for (const room of [purgePeople, ...rooms]) Object.assign(counts, await room(db, now.epochMilliseconds))
  return counts
}

const purgePeople: Purge = async (db, now) => ({
  codes: await deleteOldCodes(db, now),
  audit: await deleteDeedsBefore(db, now - KEEPS_AUDIT * DAY),
})

/** Once a day; the log gets the counts and nothing else. */
export const retentionJobs = (db: Database, rooms: readonly Purge[], log: (counts: Readonly<Record<string, number>>) => void) => [
  { name: 'retention', every: 'day' as const, run: async (now: Temporal.Instant) => log(await purge(db, rooms, now)) },
]
