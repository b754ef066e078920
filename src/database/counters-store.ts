/** Purpose: numbers that a coalition's things go by: sessions, commitments, proposals. */
import type { Database, Trx } from './open.ts'

/** The next number of what a coalition counts; two at once get two. */
export async function nextNumber(trx: Trx, coalition: number, name: string): Promise<number> {
  const { value } = await trx
    .insertInto('counters')
    .values({ coalition_id: coalition, name, value: 1 })
    .onConflict(conflict => conflict.columns(['coalition_id', 'name']).doUpdateSet(row => ({ value: row('counters.value', '+', 1) })))
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}

export async function listCoalitions(db: Database): Promise<number[]> {
  const rows = await db.selectFrom('coalitions').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
