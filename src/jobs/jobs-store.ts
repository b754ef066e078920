/** Purpose: of several processes, one runs a job for a given minute, hour or day. */
import type { Database } from '../database/open.ts'

/** @returns whether this process is the one */
export async function takeSlot(db: Database, name: string, slot: number, now: number): Promise<boolean> {
  const taken = await db
    .insertInto('job_runs')
    .values({ name, slot, ran_at: now })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ slot, ran_at: now }).where('job_runs.slot', '<', slot))
    .returning('name')
    .executeTakeFirst()
  return taken !== undefined
}

export async function lastRun(db: Database): Promise<number | undefined> {
  const row = await db
    .selectFrom('job_runs')
    .select(({ fn }) => fn.max('ran_at').as('at'))
    .executeTakeFirst()
  return row?.at ?? undefined
}
