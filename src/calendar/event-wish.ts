/** Purpose: a date as an event elsewhere: the next of its days that has not begun, from when to when, and in which words. */
import { type Language, labelIn } from '../locales/say.ts'
import type { CalendarDate } from './calendar-date.ts'
import { ruleInWords } from './describe-when.ts'
import type { EventWish } from './events-port.ts'
import { occurrencesFrom } from './recurrence.ts'
import { repeatOf } from './repeat.ts'
import { instantOf } from './wall-time.ts'

/** Nobody has said how long a date with an hour takes; calendar files say the same. */
const HOUR = 3_600_000
/** What begins this soon is too late to be announced: the request itself takes time. */
const TOO_SOON = 60_000
const MIDNIGHT = new Temporal.PlainTime()
/** An event must have a place; this is the longest address that fits there. */
const LONGEST_PLACE = 100

export type Words = {
  readonly language: Language
  readonly title: string
  readonly region: string | undefined
}

/** A starter date lasts a whole day wherever people are; its event, which must have hours, has those of the zone that it was published from. */
export const zonedFor = (date: CalendarDate, zone: string): CalendarDate =>
  date.at === undefined && date.seedId !== undefined && date.zone === 'UTC' ? { ...date, zone } : date

/** Nothing where no day is left that has not begun. @param date by `zonedFor` */
export function wishFor(
  date: CalendarDate,
  now: number,
  { language, title, region }: Words,
): (EventWish & { on: Temporal.PlainDate }) | undefined {
  const on = nextDay(date, now)
  if (!on) return undefined
  const repeat = repeatOf(date, on)
  const label = labelIn(language)
  const fits = date.link !== '' && date.link.length <= LONGEST_PLACE
  const rule = ruleInWords(date, language)
  return {
    ...spanOf(date, on),
    on,
    repeat,
    title,
    marker: markerOf(date),
    about: date.about,
    notes: [
      ...(date.link === '' || fits ? [] : [date.link]),
      ...(date.at ? [] : [label('event.all-day', { zone: date.zone })]),
      ...(rule === undefined || repeat ? [] : [label('event.renewed', { rule })]),
    ],
    place: fits ? date.link : (region ?? label('event.place')),
  }
}

/** What people can type to see it all is what an event is known again by. */
export const markerOf = ({ ref }: CalendarDate) => `/date show ${ref}`

function nextDay(date: CalendarDate, now: number): Temporal.PlainDate | undefined {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(date.zone).toPlainDate()
  return occurrencesFrom(date, today, 2).find(day => spanOf(date, day).startsAt > now + TOO_SOON)
}

function spanOf({ at, days, zone }: CalendarDate, on: Temporal.PlainDate): { readonly startsAt: number; readonly endsAt: number } {
  const startsAt = instantOf(on, at ?? MIDNIGHT, zone)
  if (at && days === 1) return { startsAt, endsAt: startsAt + HOUR }
  return { startsAt, endsAt: instantOf(on.add({ days }), at ?? MIDNIGHT, zone) }
}
