/** Purpose: how the outbox is doing, in numbers. */
import { type ExpressionBuilder, sql } from 'kysely'
import { PLATFORMS, type Platform } from '../address.ts'
import type { Database } from '../database/open.ts'
import type { Schema } from '../database/schema.ts'
import { UNDONE } from './undone-store.ts'

export type PlatformStatus = {
  readonly platform: Platform
  readonly waiting: number
  readonly late: number
  readonly failed: number
  readonly dropped: number
  readonly sent: number
  readonly nextAt: number | undefined
}
export type Spaces = readonly { readonly platform: string; readonly space: string }[]

/** @param spaces only these; all when left out */
export async function readStatus(db: Database, lateBefore: number, since: number, spaces?: Spaces): Promise<PlatformStatus[]> {
  const [open, done] = await Promise.all([countOpen(db, lateBefore, spaces), countDone(db, since, spaces)])
  return PLATFORMS.flatMap(platform => {
    const undone = open.find(row => row.platform === platform)
    const mine = done.filter(row => row.platform === platform)
    if (!undone && mine.length === 0) return []
    const count = (state: string) => mine.find(row => row.state === state)?.count ?? 0
    const counts = { failed: count('failed'), dropped: count('dropped'), sent: count('sent') }
    return [{ platform, waiting: undone?.count ?? 0, late: Number(undone?.late ?? 0), ...counts, nextAt: undone?.next ?? undefined }]
  })
}

const countOpen = (db: Database, lateBefore: number, spaces: Spaces | undefined) =>
  db
    .selectFrom('deliveries')
    .select(['platform', ({ fn }) => fn.countAll<number>().as('count'), ({ fn }) => fn.min('next_at').as('next')])
    .select(sql<number>`sum(case when due_at < ${lateBefore} then 1 else 0 end)`.as('late'))
    .where(UNDONE)
    .$if(spaces !== undefined, query => query.where(match => inSpaces(match, spaces ?? [])))
    .groupBy('platform')
    .execute()

const countDone = (db: Database, since: number, spaces: Spaces | undefined) =>
  db
    .selectFrom('deliveries')
    .select(['platform', 'state', ({ fn }) => fn.countAll<number>().as('count')])
    .where('done_at', '>', since)
    .$if(spaces !== undefined, query => query.where(match => inSpaces(match, spaces ?? [])))
    .groupBy(['platform', 'state'])
    .execute()

const inSpaces = (match: ExpressionBuilder<Schema, 'deliveries'>, spaces: Spaces) =>
  match.or(spaces.map(({ platform, space }) => match.and([match('platform', '=', platform), match('space', '=', space)])))

export async function lastBeat(db: Database): Promise<number | undefined> {
  const row = await db
    .selectFrom('delivery_workers')
    .select(({ fn }) => fn.max('seen_at').as('seen'))
    .executeTakeFirst()
  return row?.seen ?? undefined
}

export const spacesOf = (db: Database, coalition: number): Promise<Spaces> =>
  db.selectFrom('spaces').select(['platform', 'external_id as space']).where('coalition_id', '=', coalition).execute()
