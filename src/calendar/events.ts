/** Purpose: dates that are also events on the platforms that have such: published when somebody asks for it, followed when they change, taken back. */
import type { CalendarDate } from './calendar-date.ts'
import type { Dates } from './dates.ts'
import { wishFor, zonedFor } from './event-wish.ts'
import type { EventTroubleWhy, Space } from './events-port.ts'
import { dropUnmade, dueEvents, type EventState, eventsOfDate, type PublishedRow, setEventState, wantEvent } from './events-store.ts'
import { type Followed, followEvent } from './follow-event.ts'
import type { By, CalendarParts } from './parts.ts'

export type Published = {
  readonly place: Space
  readonly state: EventState
  readonly why: EventTroubleWhy | undefined
  /** Where people see it, while it is there and its platform runs. */
  readonly link: string | undefined
}
export type Outcome = { readonly place: Space; readonly followed: Followed }
/** How an event says a date: its next day; whether it goes on by itself; in which zone its days begin. */
export type Outlook = { readonly on: Temporal.PlainDate; readonly repeats: boolean; readonly zone: string }

export type Events = {
  /** Where a date can be published from here: in the asker's own space, or in those of the coalition that have events. */
  places(by: By): Promise<readonly Space[]>
  /** Nothing where no day of it is to come. */
  outlook(by: By, date: CalendarDate): Outlook | undefined
  of(date: CalendarDate): Promise<readonly Published[]>
  publish(by: By, date: CalendarDate): Promise<readonly Outcome[]>
  takeBack(by: By, date: CalendarDate): Promise<readonly Outcome[]>
  /** Looks after what is due: changed dates, past days, events that were taken away. */
  follow(now: Temporal.Instant): Promise<void>
}

/** In one minute; what is left comes with the next. */
const AT_ONCE = 10

export function makeEvents(parts: CalendarParts, dates: Dates): Events {
  const { db } = parts
  const at = () => parts.now().epochMilliseconds
  return {
    places: by => placesOf(parts, by),
    outlook(by, date) {
      const zoned = zonedFor(date, by.zone)
      const wish = wishFor(zoned, at(), { language: by.language, title: '', region: undefined })
      return wish && { on: wish.on, repeats: wish.repeat !== undefined, zone: zoned.zone }
    },
    of: async date => (date.id === undefined ? [] : (await eventsOfDate(db, date.coalition, date.id)).map(row => shown(parts, row))),
    async publish(by, date) {
      const places = await placesOf(parts, by)
      const ids = await db.transaction().execute(async trx => {
        const dateId = await dates.keep(trx, date)
        const made: number[] = []
        for (const place of places) {
          const wanted = { coalition: by.coalition, dateId, place, language: by.language, zone: by.zone }
          made.push(await wantEvent(trx, wanted, at()))
        }
        return made
      })
      return Promise.all(places.map(async (place, nth) => ({ place, followed: await publishOne(parts, dates, ids[nth] ?? 0) })))
    },
    async takeBack(by, date) {
      const rows = date.id === undefined ? [] : await eventsOfDate(db, by.coalition, date.id)
      const own = rows.filter(({ place }) => near(place, by))
      const asked = own.length > 0 || parts.events.at(by.address.platform)?.has(by.address.space) ? own : rows
      await db.transaction().execute(async trx => {
        for (const { id } of asked) await setEventState(trx, id, 'unwanted', at())
      })
      return Promise.all(asked.map(async ({ id, place }) => ({ place, followed: await followEvent(parts, dates, id) })))
    },
    async follow(now) {
      // Whoever is not reached is asked again in some minutes, and must not hold up what else is done by the clock.
      for (const id of await dueEvents(db, now.epochMilliseconds, AT_ONCE))
        if ((await followEvent(parts, dates, id)) === 'unreachable') break
    },
  }
}

async function placesOf({ events, spaces }: CalendarParts, { address, coalition }: By): Promise<readonly Space[]> {
  const here = { platform: address.platform, space: address.space }
  if (events.at(here.platform)?.has(here.space)) return [here]
  return (await spaces(coalition)).filter(({ platform, space }) => events.at(platform)?.has(space))
}

const near = (place: Space, { address }: By) => place.platform === address.platform && place.space === address.space

/** Somebody says that they want it: so one that was taken away there is made anew, and one that can't be made is not tried again behind their back. */
async function publishOne(parts: CalendarParts, dates: Dates, id: number): Promise<Followed> {
  const { db, now } = parts
  const first = await followEvent(parts, dates, id)
  if (first === 'deleted') await db.transaction().execute(trx => setEventState(trx, id, 'wanted', now().epochMilliseconds))
  const followed = first === 'deleted' ? await followEvent(parts, dates, id) : first
  if (FINAL.includes(followed)) await dropUnmade(db, id)
  return followed
}
const FINAL: readonly Followed[] = ['not-allowed', 'full', 'refused']

function shown({ events }: CalendarParts, { place, state, why, eventId }: PublishedRow): Published {
  const link = eventId === undefined ? undefined : events.at(place.platform)?.link(place.space, eventId)
  return { place, state, why, link: state === 'there' ? link : undefined }
}
