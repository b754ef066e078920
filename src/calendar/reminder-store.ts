/** Purpose: the rows of reminders, of what was done about them, and of people's wishes. */
import { type Selectable, sql } from 'kysely'
import { type Address, formatAddress, parseAddress } from '../address.ts'
import { isOneOf, manyRows } from '../database/many-rows.ts'
import type { Database, Trx } from '../database/open.ts'
import type { Schema } from '../database/schema.ts'
import { LANGUAGES } from '../locales/say.ts'
import type { CalendarDate } from './calendar-date.ts'
import { fromRow } from './date-store.ts'
import { type Destination, parseLeads, type Reminder, refOfDestination } from './reminder.ts'
import type { Wishes } from './wishes.ts'

type Row = Selectable<Schema['reminders']>
export type NewReminder = Omit<Reminder, 'id'>

/** The same destination is reminded of the same date in one way: the last word counts. @returns its id */
export async function putReminder(trx: Trx, reminder: NewReminder, nextAt: number | undefined): Promise<number> {
  const { to, leads, at, zone, language } = reminder
  const change = {
    leads: JSON.stringify(leads),
    at: at.toString({ smallestUnit: 'minute' }),
    zone,
    language,
    next_at: nextAt ?? null,
    planned_to: reminder.plannedTo,
  }
  const row = await trx
    .insertInto('reminders')
    .values({
      coalition_id: reminder.coalition,
      date_id: reminder.dateId,
      to_kind: to.kind,
      to_ref: refOfDestination(to),
      owner: reminder.owner ? formatAddress(reminder.owner) : '',
      ...change,
    })
    .onConflict(conflict => conflict.columns(['date_id', 'to_kind', 'to_ref']).doUpdateSet(change))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export type Planned = { readonly reminder: Reminder; readonly date: CalendarDate }

/** Which reminders have something due before an instant and not yet planned, the earliest first. Asked once for a whole round: asked for each batch anew,
 *  it would go through all of them as often as there are batches. */
export async function readDueIds(db: Database | Trx, before: number, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('reminders')
    .select('id')
    .where('next_at', '<=', before)
    .where('date_id', 'in', kept => kept.selectFrom('dates').select('id').where('state', '=', 'kept'))
    .orderBy('next_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

export const readPlanned = (db: Database | Trx, ids: readonly number[]): Promise<Planned[]> =>
  readWithDates(db, query => query.where(isOneOf(db, 'id', ids)))

export const remindersOfDate = (db: Database | Trx, dateId: number): Promise<Planned[]> =>
  readWithDates(db, query => query.where('date_id', '=', dateId))

export const remindersTo = (db: Database | Trx, coalition: number, refs: readonly string[]): Promise<Planned[]> =>
  refs.length === 0
    ? Promise.resolve([])
    : readWithDates(db, query => query.where('coalition_id', '=', coalition).where('to_ref', 'in', refs))

export const findReminder = async (db: Database | Trx, id: number): Promise<Planned | undefined> =>
  (await readWithDates(db, query => query.where('id', '=', id)))[0]

async function readWithDates(
  db: Database | Trx,
  narrow: (query: ReturnType<typeof reminderQuery>) => ReturnType<typeof reminderQuery>,
): Promise<Planned[]> {
  const rows = await narrow(reminderQuery(db)).execute()
  if (rows.length === 0) return []
  const dates = await db
    .selectFrom('dates')
    .selectAll()
    .where(isOneOf(db, 'id', [...new Set(rows.map(row => row.date_id))]))
    .execute()
  // Those of dates that are hidden or taken away wait until they are brought back.
  const byId = new Map(dates.filter(({ state }) => state === 'kept').map(row => [row.id, fromRow(row)]))
  return rows.flatMap(row => {
    const date = byId.get(row.date_id)
    return date ? [{ reminder: reminderFrom(row), date }] : []
  })
}

const reminderQuery = (db: Database | Trx) => db.selectFrom('reminders').selectAll()

/** When a reminder speaks next, after what is planned now. `was`: how far it had been planned when it was read; if somebody has changed it since, theirs stays. */
export type Step = { readonly id: number; readonly nextAt: number | undefined; readonly was?: number }
const STEP = { id: 'integer', was: 'bigint', next_at: 'bigint' } as const

/** What is due up to `plannedTo` has its deliveries now. */
export async function markPlanned(trx: Trx, plannedTo: number, steps: readonly Step[]): Promise<void> {
  const rows = steps.map(({ id, was, nextAt }) => ({ id, was: was ?? null, next_at: nextAt ?? null }))
  await sql`
    update reminders set planned_to = ${plannedTo}, next_at = step.next_at from ${manyRows(trx, STEP, rows)} as step
    where reminders.id = step.id and (step.was is null or reminders.planned_to = step.was)`.execute(trx)
}

export const deleteReminder = async (trx: Trx, id: number): Promise<boolean> =>
  (await trx.deleteFrom('reminders').where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n

export async function markDone(trx: Trx, reminderId: number, on: string): Promise<void> {
  await trx
    .insertInto('reminders_done')
    .values({ reminder_id: reminderId, occurs_on: on })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Which of these reminders are done with, as `id on`. */
export async function readDone(db: Database | Trx, ids: readonly number[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('reminders_done')
    .selectAll()
    .where(isOneOf(db, 'reminder_id', ids))
    .execute()
  return new Set(rows.map(({ reminder_id, occurs_on }) => `${reminder_id} ${occurs_on}`))
}

export async function readWishes(db: Database | Trx, people: readonly string[]): Promise<ReadonlyMap<string, Wishes>> {
  if (people.length === 0) return new Map()
  const rows = await db.selectFrom('reminder_wishes').selectAll().where('person', 'in', people).execute()
  return new Map(rows.map(row => [row.person, wishesFrom(row)]))
}

export async function saveWishes(db: Database, coalition: number, person: string, { quiet, digestAt }: Wishes): Promise<void> {
  const text = (time: Temporal.PlainTime | undefined) => time?.toString({ smallestUnit: 'minute' }) ?? null
  const change = { quiet_from: text(quiet?.from), quiet_to: text(quiet?.to), digest_at: text(digestAt) }
  await db
    .insertInto('reminder_wishes')
    .values({ person, coalition_id: coalition, ...change })
    .onConflict(conflict => conflict.column('person').doUpdateSet(change))
    .execute()
}

function wishesFrom({ quiet_from, quiet_to, digest_at }: Selectable<Schema['reminder_wishes']>): Wishes {
  return {
    ...(quiet_from !== null &&
      quiet_to !== null && { quiet: { from: Temporal.PlainTime.from(quiet_from), to: Temporal.PlainTime.from(quiet_to) } }),
    ...(digest_at !== null && { digestAt: Temporal.PlainTime.from(digest_at) }),
  }
}

const reminderFrom = (row: Row): Reminder => ({
  id: row.id,
  coalition: row.coalition_id,
  dateId: row.date_id,
  to: destinationFrom(row),
  ...ownerFrom(row.owner),
  language: LANGUAGES.find(language => language === row.language) ?? 'en',
  zone: row.zone,
  leads: parseLeads(row.leads),
  at: Temporal.PlainTime.from(row.at),
  plannedTo: row.planned_to,
})

function destinationFrom({ to_kind, to_ref }: Row): Destination {
  if (to_kind === 'group') return { kind: 'group', groupId: to_ref }
  return { kind: to_kind === 'channel' ? 'channel' : 'me', address: addressFrom(to_ref) }
}

function ownerFrom(text: string): { owner?: Address } {
  const owner = parseAddress(text)
  return owner ? { owner } : {}
}

function addressFrom(text: string): Address {
  const address = parseAddress(text)
  if (!address) throw new Error('A reminder has an address that cannot be read')
  return address
}
