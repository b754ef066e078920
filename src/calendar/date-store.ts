/** Purpose: the rows of dates. */
import type { Selectable, Updateable } from 'kysely'
import { z } from 'zod'
import type { Database, Trx } from '../database/open.ts'
import type { Schema } from '../database/schema.ts'
import { type CalendarDate, refOf } from './calendar-date.ts'

export type DateRow = Selectable<Schema['dates']>
export type NewDate = Omit<CalendarDate, 'id' | 'ref' | 'revision'>

const skipsSchema = z.array(z.string())

/** All that the coalition sees together, or only one person: theirs as well. */
export async function readDates(db: Database | Trx, coalition: number, onlyFor?: string): Promise<CalendarDate[]> {
  const rows = await db
    .selectFrom('dates')
    .selectAll()
    .where('coalition_id', '=', coalition)
    .where('state', 'in', ['kept', 'hidden'])
    .where(match => match.or([match('only_for', 'is', null), ...(onlyFor === undefined ? [] : [match('only_for', '=', onlyFor)])]))
    .execute()
  return rows.map(fromRow)
}

export async function findDate(
  db: Database | Trx,
  coalition: number,
  key: { id: number } | { seedId: string } | { uid: string },
): Promise<CalendarDate | undefined> {
  const row = await db
    .selectFrom('dates')
    .selectAll()
    .where('coalition_id', '=', coalition)
    .$if('id' in key, query => query.where('id', '=', 'id' in key ? key.id : 0))
    .$if('seedId' in key, query => query.where('seed_id', '=', 'seedId' in key ? key.seedId : ''))
    .$if('uid' in key, query => query.where('uid', '=', 'uid' in key ? key.uid : ''))
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function addDate(trx: Trx, date: NewDate): Promise<number> {
  const row = await trx
    .insertInto('dates')
    .values({ ...toRow(date), revision: 0 })
    .onConflict(conflict => conflict.columns(['coalition_id', 'seed_id']).doUpdateSet({ state: date.state }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Each change raises the revision, which calendars that follow a feed go by. */
export async function changeDate(trx: Trx, id: number, date: NewDate): Promise<void> {
  const { coalition_id: _, ...columns } = toRow(date)
  await trx
    .updateTable('dates')
    .set(row => ({ ...columns, revision: row('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function setDateState(trx: Trx, id: number, change: Updateable<Schema['dates']>): Promise<void> {
  await trx
    .updateTable('dates')
    .set(row => ({ ...change, revision: row('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export function fromRow(row: DateRow): CalendarDate {
  return {
    id: row.id,
    ref: row.seed_id ?? refOf(row.id),
    coalition: row.coalition_id,
    state: row.state === 'hidden' ? 'hidden' : 'kept',
    title: row.title,
    about: row.about,
    link: row.link,
    startsOn: Temporal.PlainDate.from(row.starts_on),
    days: row.days,
    zone: row.zone,
    skips: skipsSchema.parse(JSON.parse(row.skips)),
    revision: row.revision,
    updatedAt: row.updated_at,
    ...(row.at !== null && { at: Temporal.PlainTime.from(row.at) }),
    ...(row.rule !== null && { rule: row.rule }),
    ...(row.region !== null && { region: row.region }),
    ...(row.theme !== null && { theme: row.theme }),
    ...(row.group_id !== null && { groupId: row.group_id }),
    ...(row.seed_id !== null && { seedId: row.seed_id }),
    ...(row.uid !== null && { uid: row.uid }),
    ...(row.only_for !== null && { onlyFor: row.only_for }),
  }
}

const toRow = (date: NewDate) => ({
  coalition_id: date.coalition,
  state: date.state,
  title: date.title,
  about: date.about,
  link: date.link,
  starts_on: date.startsOn.toString(),
  at: date.at?.toString({ smallestUnit: 'minute' }) ?? null,
  zone: date.zone,
  days: date.days,
  rule: date.rule ?? null,
  skips: JSON.stringify(date.skips),
  region: date.region ?? null,
  theme: date.theme ?? null,
  group_id: date.groupId ?? null,
  seed_id: date.seedId ?? null,
  uid: date.uid ?? null,
  only_for: date.onlyFor ?? null,
  updated_at: date.updatedAt,
})
