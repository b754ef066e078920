/** Purpose: the rows of dates that are published as events, and who works at which of them. */
import type { Updateable } from 'kysely'
import { PLATFORMS } from '../address.ts'
import type { Database, Trx } from '../database/open.ts'
import type { Schema } from '../database/schema.ts'
import { EVENT_TROUBLES, type EventTroubleWhy, type Space } from './events-port.ts'

/** `wanted`: to be made. `deleted`: somebody took it away there, and it is not made again unless somebody says so. `unwanted`: to be taken away. */
export const EVENT_STATES = ['wanted', 'there', 'deleted', 'unwanted'] as const
export type EventState = (typeof EVENT_STATES)[number]

export type PublishedRow = {
  readonly id: number
  readonly coalition: number
  readonly dateId: number
  readonly place: Space
  readonly state: EventState
  readonly language: string
  readonly zone: string
  readonly eventId: string | undefined
  readonly startsAt: number | undefined
  readonly endsAt: number | undefined
  readonly repeats: boolean
  readonly why: EventTroubleWhy | undefined
  readonly leaseUntil: number
}
type New = Pick<PublishedRow, 'coalition' | 'dateId' | 'place' | 'language' | 'zone'>

/** Wanted from now on; what is there already stays. @returns its id */
export async function wantEvent(trx: Trx, { coalition, dateId, place, language, zone }: New, now: number): Promise<number> {
  const row = await trx
    .insertInto('published_events')
    .values({ coalition_id: coalition, date_id: dateId, ...place, state: 'wanted', language, zone, due_at: now })
    .onConflict(conflict =>
      conflict.columns(['date_id', 'platform', 'space']).doUpdateSet(({ ref, eb }) => ({
        state: eb.case().when(ref('published_events.state'), '=', 'there').then('there').else('wanted').end(),
        due_at: now,
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function eventsOfDate(db: Database | Trx, coalition: number, dateId: number): Promise<PublishedRow[]> {
  const rows = await events(db).where('coalition_id', '=', coalition).where('date_id', '=', dateId).orderBy('id').execute()
  return rows.flatMap(asRow)
}

/** Something about the date has changed. */
export async function touchEvents(trx: Trx, dateId: number, now: number): Promise<void> {
  await trx.updateTable('published_events').set({ due_at: now }).where('date_id', '=', dateId).where('state', '!=', 'deleted').execute()
}

export async function dueEvents(db: Database, now: number, limit: number): Promise<number[]> {
  const query = db.selectFrom('published_events').select('id').where('due_at', '<=', now).where('lease_until', '<=', now)
  return (await query.orderBy('due_at').limit(limit).execute()).map(({ id }) => id)
}

/** One process at a time works at an event; one that dies lets it go when the lease ends. */
export async function takeEvent(db: Database, id: number, now: number, leaseUntil: number): Promise<PublishedRow | undefined> {
  const taken = await db
    .updateTable('published_events')
    .set({ lease_until: leaseUntil, due_at: leaseUntil })
    .where('id', '=', id)
    .where('lease_until', '<=', now)
    .returning('id')
    .executeTakeFirst()
  return taken && (await events(db).where('id', '=', id).execute()).flatMap(asRow)[0]
}

export type Outcome = Omit<Updateable<Schema['published_events']>, 'state' | 'due_at' | 'lease_until'> & {
  readonly state?: EventState
  readonly dueAt: number | null
}
/** What was asked meanwhile (taken away, a changed date) stays asked. */
export async function finishEvent(db: Database, { id, leaseUntil }: PublishedRow, { state, dueAt, ...found }: Outcome): Promise<void> {
  await db.transaction().execute(async trx => {
    const row = (change: Updateable<Schema['published_events']>) => trx.updateTable('published_events').set(change).where('id', '=', id)
    if (state) await row({ state }).where('state', '!=', 'unwanted').execute()
    await row({ due_at: dueAt }).where('due_at', '=', leaseUntil).execute()
    await row({ ...found, lease_until: 0 }).execute()
  })
}

/** Unless something else was asked meanwhile. */
export async function dropEvent(db: Database, { id, state }: PublishedRow): Promise<void> {
  const dropped = await db.deleteFrom('published_events').where('id', '=', id).where('state', '=', state).executeTakeFirst()
  if (dropped.numDeletedRows > 0n) return
  await db
    .updateTable('published_events')
    .set({ event_id: null, starts_at: null, ends_at: null, lease_until: 0 })
    .where('id', '=', id)
    .execute()
}

/** One that never came to be. */
export async function dropUnmade(db: Database, id: number): Promise<void> {
  await db.deleteFrom('published_events').where('id', '=', id).where('state', '=', 'wanted').where('event_id', 'is', null).execute()
}

export async function setEventState(trx: Trx, id: number, state: EventState, now: number): Promise<void> {
  await trx.updateTable('published_events').set({ state, due_at: now }).where('id', '=', id).execute()
}

/** Whether the date itself is in the calendar still. */
export async function isKept(db: Database, dateId: number): Promise<boolean> {
  const row = await db.selectFrom('dates').select('state').where('id', '=', dateId).executeTakeFirst()
  return row?.state === 'kept'
}

const events = (db: Database | Trx) => db.selectFrom('published_events').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof events>['execute']>>[number]

function asRow(row: Row): PublishedRow[] {
  const platform = PLATFORMS.find(name => name === row.platform)
  const state = EVENT_STATES.find(name => name === row.state)
  if (!platform || !state) return []
  return [
    {
      id: row.id,
      coalition: row.coalition_id,
      dateId: row.date_id,
      place: { platform, space: row.space },
      state,
      language: row.language,
      zone: row.zone,
      eventId: row.event_id ?? undefined,
      startsAt: row.starts_at ?? undefined,
      endsAt: row.ends_at ?? undefined,
      repeats: row.repeats === 1,
      why: EVENT_TROUBLES.find(name => name === row.why),
      leaseUntil: row.lease_until,
    },
  ]
}
