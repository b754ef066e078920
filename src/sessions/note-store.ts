/** Purpose: the rows of what happened to notes: written once, read in order; only the author is ever taken out of them. */
import { type Address, formatAddress } from '../address.ts'
import type { Database, Trx } from '../database/open.ts'
import { type Happened, type NoteEvent, noteEventSchema } from './notes.ts'

/** Takes the session's row first, so that two rapporteurs write one after the other and every note gets a number of its own.
 *  @returns the first of `count` new numbers */
export async function takeNumbers(trx: Trx, session: number, count: number, at: number): Promise<number> {
  const { last_note } = await trx
    .updateTable('sessions')
    .set(row => ({ last_note: row('last_note', '+', count), touched_at: at }))
    .where('id', '=', session)
    .returning('last_note')
    .executeTakeFirstOrThrow()
  return last_note - count + 1
}

export type Written = { readonly session: number; readonly coalition: number; readonly by: Address; readonly at: number }

/** @returns the id of each, in order */
export async function writeEvents(trx: Trx, { session, coalition, by, at }: Written, events: readonly NoteEvent[]): Promise<number[]> {
  if (events.length === 0) return []
  const rows = await trx
    .insertInto('note_events')
    .values(events.map(event => ({ coalition_id: coalition, session_id: session, at, by: formatAddress(by), body: JSON.stringify(event) })))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** @param after the id of the last one that is already known */
export async function readEvents(db: Database | Trx, session: number, after: number): Promise<Happened[]> {
  const rows = await db
    .selectFrom('note_events')
    .select(['id', 'at', 'body'])
    .where('session_id', '=', session)
    .where('id', '>', after)
    .orderBy('id')
    .execute()
  return rows.map(({ id, at, body }) => ({ id, at, event: noteEventSchema.parse(JSON.parse(body)) }))
}

/** The ids of what this person did there; of nobody, once authors are forgotten. */
export async function readOwnIds(trx: Trx, session: number, by: Address): Promise<Set<number>> {
  const rows = await trx
    .selectFrom('note_events')
    .select('id')
    .where('session_id', '=', session)
    .where('by', '=', formatAddress(by))
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** After publication nobody can tell any more who wrote which note. */
export async function forgetAuthors(trx: Trx, session: number): Promise<void> {
  await trx.updateTable('note_events').set({ by: null }).where('session_id', '=', session).execute()
  await trx.deleteFrom('session_rapporteurs').where('session_id', '=', session).execute()
}

/** Notes stay, because they are the session's and name nobody. */
export async function forgetPersonInSessions(trx: Trx, person: Address): Promise<void> {
  const key = formatAddress(person)
  await trx.updateTable('note_events').set({ by: null }).where('by', '=', key).execute()
  await trx.deleteFrom('session_rapporteurs').where('person', '=', key).execute()
  await trx.deleteFrom('quote_consents').where('speaker', '=', key).execute()
  await trx.deleteFrom('report_reviews').where('person', '=', key).execute()
}
