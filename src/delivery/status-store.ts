/** Purpose: how the outbox is doing, in numbers. */
import { type ExpressionBuilder, sql } from 'kysely'
import { PLATFORMS, type Platform } from '../address.ts'
import type { Database } from '../database/open.ts'
import type { Schema } from '../database/schema.ts'

const UNDONE = ['waiting', 'sending']

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
  const rows = await db
    .selectFrom('deliveries')
    .select([
      'platform',
      'state',
      ({ fn }) => fn.countAll<number>().as('count'),
      ({ fn }) => fn.min('next_at').as('next'),
      lateCount(lateBefore),
    ])
    .where(match => match.or([match('done_at', 'is', null), match('done_at', '>', since)]))
    .$if(spaces !== undefined, query => query.where(match => inSpaces(match, spaces ?? [])))
    .groupBy(['platform', 'state'])
    .execute()
  return PLATFORMS.flatMap(platform => {
    const mine = rows.filter(row => row.platform === platform)
    if (mine.length === 0) return []
    const undone = mine.filter(({ state }) => UNDONE.includes(state))
    const count = (state: string) => mine.find(row => row.state === state)?.count ?? 0
    const waiting = undone.reduce((sum, row) => sum + row.count, 0)
    const late = undone.reduce((sum, row) => sum + Number(row.late), 0)
    const nextAt = undone.length > 0 ? Math.min(...undone.map(({ next }) => Number(next))) : undefined
    return [{ platform, waiting, late, failed: count('failed'), dropped: count('dropped'), sent: count('sent'), nextAt }]
  })
}

const lateCount = (before: number) => sql<number>`sum(case when due_at < ${sql.lit(before)} then 1 else 0 end)`.as('late')

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
