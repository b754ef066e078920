/** Purpose: the rows of the audit trail. */
import type { Database, Trx } from '../database/open.ts'

export type AuditRow = {
  readonly id: number
  readonly at: number
  readonly actor: string | null
  readonly deed: string
  readonly subject: string
}

export async function addDeed(
  trx: Trx,
  row: { coalition: number; at: number; actor: string | null; deed: string; subject: string },
): Promise<void> {
  const { coalition, at, actor, deed, subject } = row
  await trx.insertInto('audit').values({ coalition_id: coalition, at, actor, deed, subject }).execute()
}

export async function readDeeds(db: Database, coalition: number, from: number, size: number): Promise<{ total: number; rows: AuditRow[] }> {
  const mine = db.selectFrom('audit').where('coalition_id', '=', coalition)
  const { total } = await mine.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await mine.select(['id', 'at', 'actor', 'deed', 'subject']).orderBy('id', 'desc').offset(from).limit(size).execute()
  return { total, rows }
}

/** What somebody did stays; that it was them does not. */
export async function forgetActor(trx: Trx, actors: readonly string[]): Promise<void> {
  if (actors.length > 0)
    await trx
      .updateTable('audit')
      .set({ actor: null })
      .where('actor', 'in', [...actors])
      .execute()
}

export async function countDeedsBy(db: Database, actors: readonly string[]): Promise<number> {
  if (actors.length === 0) return 0
  const { total } = await db
    .selectFrom('audit')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('actor', 'in', [...actors])
    .executeTakeFirstOrThrow()
  return total
}

export async function deleteDeedsBefore(db: Database, at: number): Promise<number> {
  const result = await db.deleteFrom('audit').where('at', '<', at).executeTakeFirst()
  return Number(result.numDeletedRows)
}
