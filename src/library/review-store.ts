/** Purpose: the rows of what is proposed for the library, who approved it, what was flagged, and how entries were before. */
import { type Address, formatAddress } from '../address.ts'
import type { Database, Trx } from '../database/open.ts'
import { readAddress } from '../people/read-address.ts'

export type Submission = {
  readonly id: number
  readonly coalition: number
  readonly number: number
  /** As people see it: `N-004`. */
  readonly ref: string
  /** JSON of the entry, without an id of its own yet. */
  readonly body: string
  readonly state: 'waiting' | 'published' | 'rejected'
  readonly entryId: string | null
  readonly by: Address | undefined
  readonly at: number
  readonly until: number
}
export type NewSubmission = Pick<Submission, 'coalition' | 'body' | 'by' | 'at' | 'until'> & { readonly origin: string | null }

export async function countUp(trx: Trx, coalition: number, name: string): Promise<number> {
  const { value } = await trx
    .insertInto('counters')
    .values({ coalition_id: coalition, name, value: 1 })
    .onConflict(conflict => conflict.columns(['coalition_id', 'name']).doUpdateSet(row => ({ value: row('counters.value', '+', 1) })))
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}

/** @returns its number; nothing where the same note was submitted before */
export async function insertSubmission(trx: Trx, { coalition, body, by, at, until, origin }: NewSubmission): Promise<number | undefined> {
  const number = await countUp(trx, coalition, 'submissions')
  const row = await trx
    .insertInto('submissions')
    .values({ coalition_id: coalition, number, body, state: 'waiting', by: by ? formatAddress(by) : null, origin, at, until, entry_id: null })
    .onConflict(conflict => conflict.columns(['coalition_id', 'origin']).doNothing())
    .returning('number')
    .executeTakeFirst()
  return row?.number
}

type Which = { readonly number?: number; readonly state?: Submission['state']; readonly dueBy?: number; readonly body?: string }
export async function findSubmissions(db: Database | Trx, coalition: number | undefined, { number, state, dueBy, body }: Which): Promise<Submission[]> {
  const rows = await db
    .selectFrom('submissions')
    .selectAll()
    .$if(coalition !== undefined, query => query.where('coalition_id', '=', coalition ?? 0))
    .$if(number !== undefined, query => query.where('number', '=', number ?? 0))
    .$if(state !== undefined, query => query.where('state', '=', state ?? ''))
    .$if(dueBy !== undefined, query => query.where('until', '<=', dueBy ?? 0))
    .$if(body !== undefined, query => query.where('body', '=', body ?? ''))
    .orderBy('number')
    .execute()
  return rows.map(({ coalition_id, entry_id, by, state: kept, ...row }) => ({
    ...{ id: row.id, number: row.number, body: row.body, at: row.at, until: row.until },
    coalition: coalition_id,
    ref: `N-${String(row.number).padStart(3, '0')}`,
    entryId: entry_id,
    by: readAddress(by),
    state: kept === 'published' || kept === 'rejected' ? kept : ('waiting' as const),
  }))
}

/** @returns whether it was still waiting, so that two who approve at once publish once */
export async function settleSubmission(trx: Trx, id: number, state: 'published' | 'rejected', entryId: string | null): Promise<boolean> {
  const rows = await trx
    .updateTable('submissions')
    .set({ state, entry_id: entryId, ...(state === 'published' && { by: null }) })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('id')
    .execute()
  return rows.length > 0
}

export async function saveApproval(trx: Trx, { id, coalition }: Submission, person: string, standing: string): Promise<void> {
  await trx
    .insertInto('submission_approvals')
    .values({ coalition_id: coalition, submission_id: id, person, standing })
    .onConflict(conflict => conflict.columns(['submission_id', 'person']).doUpdateSet({ standing }))
    .execute()
}

export const approvalsOf = (db: Database | Trx, submission: number) =>
  db.selectFrom('submission_approvals').select(['person', 'standing']).where('submission_id', '=', submission).execute()

export async function saveStanding(trx: Trx, coalition: number, entryId: string, standing: string, at: number): Promise<void> {
  await trx
    .insertInto('entry_standings')
    .values({ coalition_id: coalition, entry_id: entryId, standing, checked_at: at })
    .onConflict(conflict => conflict.columns(['coalition_id', 'entry_id']).doUpdateSet({ standing, checked_at: at }))
    .execute()
}

export const standingOf = (db: Database, coalition: number, entryId: string) =>
  db.selectFrom('entry_standings').select(['standing', 'checked_at']).where('coalition_id', '=', coalition).where('entry_id', '=', entryId).executeTakeFirst()

export const standingsBefore = (db: Database, at: number) =>
  db.selectFrom('entry_standings').select(['coalition_id', 'entry_id']).where('checked_at', '<', at).orderBy('coalition_id').orderBy('entry_id').execute()

export type Flag = { readonly entryId: string; readonly why: string; readonly words: string; readonly at: number }
export async function saveFlag(trx: Trx, coalition: number, flag: Flag, by: Address): Promise<void> {
  const { why, words, at } = flag
  await trx
    .insertInto('entry_flags')
    .values({ coalition_id: coalition, entry_id: flag.entryId, why, words, at, by: formatAddress(by) })
    .onConflict(conflict => conflict.columns(['coalition_id', 'entry_id', 'by']).doUpdateSet({ why, words, at }))
    .execute()
}

export async function findFlags(db: Database, coalition: number): Promise<Flag[]> {
  const rows = await db.selectFrom('entry_flags').selectAll().where('coalition_id', '=', coalition).orderBy('at').execute()
  return rows.map(({ entry_id, why, words, at }) => ({ entryId: entry_id, why, words, at }))
}

export async function clearFlags(trx: Trx, coalition: number, entryId: string): Promise<void> {
  await trx.deleteFrom('entry_flags').where('coalition_id', '=', coalition).where('entry_id', '=', entryId).execute()
}

export async function keepFormer(trx: Trx, coalition: number, entryId: string, body: string, at: number): Promise<void> {
  await trx.insertInto('entry_history').values({ coalition_id: coalition, entry_id: entryId, body, at }).execute()
}

export const formerOf = (db: Database, coalition: number, entryId: string) =>
  db.selectFrom('entry_history').select(['body', 'at']).where('coalition_id', '=', coalition).where('entry_id', '=', entryId).orderBy('id', 'desc').execute()

/** @returns whether nobody had asked for it before */
export async function saveWish(trx: Trx, coalition: number, words: string, at: number): Promise<boolean> {
  const row = await trx
    .insertInto('entry_wishes')
    .values({ coalition_id: coalition, words, at })
    .onConflict(conflict => conflict.columns(['coalition_id', 'words']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function forgetPersonInReview(trx: Trx, person: Address): Promise<void> {
  const key = formatAddress(person)
  await trx.updateTable('submissions').set({ by: null }).where('by', '=', key).execute()
  await trx.deleteFrom('submission_approvals').where('person', '=', key).execute()
  await trx.deleteFrom('entry_flags').where('by', '=', key).execute()
}
