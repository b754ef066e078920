/** Purpose: the deadline of a commitment that somebody has taken on is a date of the calendar, so that it reminds and stands in the feeds. */
import type { Address } from '../address.ts'
import type { Commitment } from './commitment.ts'
import { findCommitments, saveDate } from './commitment-store.ts'
import type { CommitmentParts } from './commitments.ts'
import { isOpen } from './states.ts'

/** What commitments need of the calendar. Dates are named by the commitment, so that asking twice makes one. */
export type Deadlines = {
  /** @returns the id of the date */
  put(commitment: Commitment, on: Temporal.PlainDate, contact: Address): Promise<number>
  drop(coalition: number, date: number): Promise<void>
}

/** Brings the calendar to what the commitment says; what a crash left undone is done by the next hour. */
export async function followDeadline({ db, deadlines }: CommitmentParts, commitment: Commitment): Promise<void> {
  if (!deadlines) return
  const { id, coalition, due, state, contact, dateId } = commitment
  const wanted = isOpen(state) && contact && due.on ? Temporal.PlainDate.from(due.on) : undefined
  if (wanted && contact && dateId === null) {
    const date = await deadlines.put(commitment, wanted, contact)
    await db.transaction().execute(trx => saveDate(trx, id, date))
  } else if (!wanted && dateId !== null) {
    await deadlines.drop(coalition, dateId)
    await db.transaction().execute(trx => saveDate(trx, id, null))
  }
}

export async function followDeadlines(parts: CommitmentParts): Promise<void> {
  if (!parts.deadlines) return
  for (const commitment of await findCommitments(parts.db, undefined, {})) await followDeadline(parts, commitment)
}
