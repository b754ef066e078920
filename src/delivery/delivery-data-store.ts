/** Purpose: what the outbox's rows say about a person: letters to them, and what they are told about when it fails. */
import type { Database, Trx } from '../database/open.ts'

export type Letters = { readonly waiting: number; readonly done: number }

/** @param lanes of direct messages, such as `@web:home:ana` */
export async function countLetters(db: Database, lanes: readonly string[]): Promise<Letters> {
  const rows = await db
    .selectFrom('deliveries')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('lane', 'in', [...lanes])
    .groupBy('state')
    .execute()
  const waiting = rows.filter(({ state }) => state === 'waiting' || state === 'sending').reduce((sum, row) => sum + row.count, 0)
  return { waiting, done: rows.reduce((sum, row) => sum + row.count, 0) - waiting }
}

/** @param owners as the rows keep them */
export async function eraseLetters(trx: Trx, lanes: readonly string[], owners: readonly string[]): Promise<void> {
  await trx
    .deleteFrom('deliveries')
    .where('lane', 'in', [...lanes])
    .execute()
  await trx
    .deleteFrom('delivery_lanes')
    .where('lane', 'in', [...lanes])
    .execute()
  await trx
    .updateTable('deliveries')
    .set({ owner: null })
    .where('owner', 'in', [...owners])
    .execute()
}
