/** Purpose: the rows of what is proposed for the library, who approved it, what was flagged, and how entries were before. */
import { z } from 'zod'
import { type Address, formatAddress } from '../address.ts'
import { nextNumber } from '../database/counters-store.ts'
import type { Database, Trx } from '../database/open.ts'
import { readAddress } from '../people/read-address.ts'

/** Ids of a coalition's own entries start here, so that no starter entry ever gets the same. */
export const OWN_IDS = 5000

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

/** @returns its number; nothing where the same note was submitted before */
export async function insertSubmission(trx: Trx, { coalition, body, by, at, until, origin }: NewSubmission): Promise<number | undefined> {
  const number = await nextNumber(trx, coalition, 'submissions')
  const row = await trx
    .insertInto('submissions')
    .values({
      coalition_id: coalition,
      number,
      body,
      state: 'waiting',
      by: by ? formatAddress(by) : null,
      origin,
      at,
      until,
      entry_id: null,
    })
    .onConflict(conflict => conflict.columns(['coalition_id', 'origin']).doNothing())
    .returning('number')
    .executeTakeFirst()
  return row?.number
}

type Which = { readonly number?: number; readonly state?: Submission['state']; readonly dueBy?: number; readonly body?: string }
export async function findSubmissions(
  db: Database | Trx,
  coalition: number | undefined,
  { number, state, dueBy, body }: Which,
): Promise<Submission[]> {
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
  db
    .selectFrom('entry_standings')
    .select(['standing', 'checked_at'])
    .where('coalition_id', '=', coalition)
    .where('entry_id', '=', entryId)
    .executeTakeFirst()

export const standingsBefore = (db: Database, at: number) =>
  db
    .selectFrom('entry_standings')
    .select(['coalition_id', 'entry_id'])
    .where('checked_at', '<', at)
    .orderBy('coalition_id')
    .orderBy('entry_id')
    .execute()

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
  db
    .selectFrom('entry_history')
    .select(['body', 'at'])
    .where('coalition_id', '=', coalition)
    .where('entry_id', '=', entryId)
    .orderBy('id', 'desc')
    .execute()

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

export async function heldInReview(db: Database, people: readonly string[]) {
  const proposals = await db.selectFrom('submissions').select('number').where('by', 'in', people).execute()
  const flags = await db.selectFrom('entry_flags').select('entry_id').where('by', 'in', people).execute()
  const approvals = await db.selectFrom('submission_approvals').select('submission_id').where('person', 'in', people).execute()
  return { proposals: proposals.length, flags: flags.length, approvals: approvals.length }
}

const MOVED = ['submission_approvals', 'entry_history'] as const
/** Where both coalitions know something of the same entry, the one that stays keeps its own. */
export async function moveReviewRows(trx: Trx, from: number, to: number): Promise<void> {
  for (const { id } of await trx.selectFrom('submissions').select('id').where('coalition_id', '=', from).orderBy('number').execute())
    await trx
      .updateTable('submissions')
      .set({ coalition_id: to, number: await nextNumber(trx, to, 'submissions') })
      .where('id', '=', id)
      .execute()
  for (const table of MOVED) await trx.updateTable(table).set({ coalition_id: to }).where('coalition_id', '=', from).execute()
  for (const table of ['entry_standings', 'entry_flags'] as const) {
    const known = trx.selectFrom(table).select('entry_id').where('coalition_id', '=', to)
    await trx.deleteFrom(table).where('coalition_id', '=', from).where('entry_id', 'in', known).execute()
    await trx.updateTable(table).set({ coalition_id: to }).where('coalition_id', '=', from).execute()
  }
  await trx.deleteFrom('entry_wishes').where('coalition_id', '=', from).execute()
  await moveEntries(trx, from, to)
  await trx.deleteFrom('counters').where('coalition_id', '=', from).execute()
}

/** An entry that both have keeps the id in the coalition that stays; the other one gets the next number. */
async function moveEntries(trx: Trx, from: number, to: number): Promise<void> {
  const taken = new Set((await trx.selectFrom('entries').select('id').where('coalition_id', '=', to).execute()).map(({ id }) => id))
  for (const { id, body } of await trx
    .selectFrom('entries')
    .select(['id', 'body'])
    .where('coalition_id', '=', from)
    .orderBy('id')
    .execute()) {
    const [prefix = 'P', number = '0'] = id.split('-')
    const fresh = taken.has(id) && Number(number) > OWN_IDS ? `${prefix}-${OWN_IDS + (await nextNumber(trx, to, `entries ${prefix}`))}` : id
    if (fresh === id && taken.has(id)) continue
    const moved = JSON.stringify({ ...z.looseObject({}).parse(JSON.parse(body)), id: fresh })
    await trx
      .updateTable('entries')
      .set({ coalition_id: to, id: fresh, body: moved })
      .where('coalition_id', '=', from)
      .where('id', '=', id)
      .execute()
  }
  await trx.deleteFrom('entries').where('coalition_id', '=', from).execute()
}
