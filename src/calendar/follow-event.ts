/** Purpose: make one published event what it is meant to be, once, whatever happened before: made, changed, renewed after its day, taken away. */
import { languageOf } from '../locales/say.ts'
import type { CalendarDate } from './calendar-date.ts'
import { findDate } from './date-store.ts'
import type { Dates } from './dates.ts'
import { markerOf, wishFor, zonedFor } from './event-wish.ts'
import { EventTrouble, type EventTroubleWhy, type PublishEvents } from './events-port.ts'
import { dropEvent, finishEvent, isKept, type PublishedRow, takeEvent } from './events-store.ts'
import type { CalendarParts } from './parts.ts'

const MINUTE = 60_000
/** Longer than all requests for one event can take together. */
const LEASE = 3 * MINUTE
/** The platform may take a while to end an event, or to go on to its next day. */
const GRACE = 10 * MINUTE
/** How often an event is looked at, to notice that somebody took it away there. */
const LOOK_AGAIN = 360 * MINUTE
const AFTER_TROUBLE: Readonly<Record<EventTroubleWhy, number>> = {
  'not-allowed': LOOK_AGAIN,
  full: LOOK_AGAIN,
  'space-gone': LOOK_AGAIN,
  refused: LOOK_AGAIN,
  unreachable: 5 * MINUTE,
}

/** `busy`: another process is at it. `over`: no day is left. */
export type Followed = 'there' | 'gone' | 'deleted' | 'over' | 'busy' | EventTroubleWhy

export async function followEvent(parts: CalendarParts, dates: Dates, id: number): Promise<Followed> {
  const now = parts.now().epochMilliseconds
  const row = await takeEvent(parts.db, id, now, now + LEASE)
  if (!row) return 'busy'
  try {
    const platform = parts.events.at(row.place.platform)
    if (!platform) throw new EventTrouble('unreachable')
    const date = await findDate(parts.db, row.coalition, { id: row.dateId })
    const stays = date && row.state !== 'unwanted' && (await isKept(parts.db, row.dateId))
    return stays ? await bring(parts, dates, platform, row, date, now) : await takeAway(parts, platform, row, date)
  } catch (error) {
    if (!(error instanceof EventTrouble)) throw error
    if (error.why === 'space-gone') await dropEvent(parts.db, row)
    else await finishEvent(parts.db, row, { why: error.why, dueAt: now + AFTER_TROUBLE[error.why] })
    return error.why
  }
}

async function bring(
  parts: CalendarParts,
  dates: Dates,
  platform: PublishEvents,
  row: PublishedRow,
  kept: CalendarDate,
  now: number,
): Promise<Followed> {
  const language = languageOf(row.language) ?? 'en'
  const date = zonedFor(kept, row.zone)
  const region = date.region === undefined ? undefined : parts.library.places.get(date.region)?.names[language]
  const wish = wishFor(date, now, { language, title: dates.titleOf(date, language), region })
  const underWay = row.startsAt !== undefined && row.startsAt <= now && now < (row.endsAt ?? 0)
  if (!wish && underWay) return later(parts, row, (row.endsAt ?? now) + GRACE)
  if (!wish) return end(parts, platform, row, date, now)
  // One that does not repeat has ended with its day; the next day has an event of its own.
  const ended = row.endsAt !== undefined && row.endsAt <= now && !row.repeats
  const put = await platform.put(row.place.space, wish, ended ? undefined : row.eventId)
  if (put.outcome === 'deleted') {
    await finishEvent(parts.db, row, { state: 'deleted', event_id: null, starts_at: null, ends_at: null, why: null, dueAt: null })
    return 'deleted'
  }
  if (put.outcome === 'under-way') return later(parts, row, now + GRACE, put.eventId)
  await finishEvent(parts.db, row, {
    ...{ state: 'there', event_id: put.eventId, starts_at: wish.startsAt, ends_at: wish.endsAt },
    ...{ repeats: Number(wish.repeat !== undefined), why: null, dueAt: Math.min(wish.endsAt + GRACE, now + LOOK_AGAIN) },
  })
  return 'there'
}

async function later({ db }: CalendarParts, row: PublishedRow, dueAt: number, eventId = row.eventId): Promise<Followed> {
  await finishEvent(db, row, { state: 'there', event_id: eventId ?? null, why: null, dueAt })
  return 'there'
}

/** A day that was to come and is past now: somebody moved the date. */
async function end(parts: CalendarParts, platform: PublishEvents, row: PublishedRow, date: CalendarDate, now: number): Promise<Followed> {
  if ((row.endsAt ?? 0) > now) await platform.remove(row.place.space, markerOf(date), row.eventId)
  await dropEvent(parts.db, row)
  return 'over'
}

async function takeAway(
  parts: CalendarParts,
  platform: PublishEvents,
  row: PublishedRow,
  date: CalendarDate | undefined,
): Promise<Followed> {
  if (date) await platform.remove(row.place.space, markerOf(date), row.eventId)
  await dropEvent(parts.db, row)
  return 'gone'
}
