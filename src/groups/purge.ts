/** Purpose: forget what groups no longer need: interest that led to nothing, requests and questions that nobody answered, old drafts. Counts only. */
import type { Database } from '../database/open.ts'
import { deleteOldDrafts } from './drafts-store.ts'
import { deleteOldParts } from './roster-store.ts'
import { deleteOldSeats } from './seats-store.ts'

const DAY = 86_400_000
/** In days; `docs/privacy.md` says the same to people. */
export const KEEPS = { interest: 365, requests: 60, questions: 30, unsentDrafts: 1, sentDrafts: 90 } as const

export type Purged = Readonly<Record<string, number>>

export async function purgeGroups(db: Database, now: number): Promise<Purged> {
  const before = (days: number) => now - days * DAY
  return {
    interest: await deleteOldParts(db, 'interested', before(KEEPS.interest), ['proposed', 'dormant', 'active']),
    requests: await deleteOldParts(db, 'waiting', before(KEEPS.requests), ['proposed', 'dormant', 'active']),
    offers: await deleteOldSeats(db, 'offer', before(KEEPS.interest)),
    questions:
      (await deleteOldSeats(db, 'asked-coordinator', before(KEEPS.questions))) +
      (await deleteOldSeats(db, 'asked-deputy', before(KEEPS.questions))),
    drafts: await deleteOldDrafts(db, before(KEEPS.unsentDrafts), before(KEEPS.sentDrafts)),
  }
}
