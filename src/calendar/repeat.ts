/** Purpose: say a date's rule as one that an event can keep by itself, or not at all. What is said is tried out: where one of the coming days would differ, it is not said. */
import type { Timing } from './calendar-date.ts'
import { NTHS, type Repeat, WEEKDAY_SETS } from './events-port.ts'
import { daysFrom } from './recurrence.ts'
import { dayOf, instantOf } from './wall-time.ts'

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** So many coming days are tried out: two years and more of each, and two leap years of what is yearly. */
const TRIED = { day: 540, week: 110, month: 26, year: 9 } as const
const MIDNIGHT = new Temporal.PlainTime()

/** @param on the first of its days that is meant */
export function repeatOf(timing: Timing, on: Temporal.PlainDate): Repeat | undefined {
  const { rule, skips, at = MIDNIGHT, zone } = timing
  // An event knows no days that are left out.
  if (rule === undefined || skips.some(day => Temporal.PlainDate.compare(day, on) >= 0)) return undefined
  const start = Temporal.Instant.fromEpochMilliseconds(instantOf(on, at, zone)).toZonedDateTimeISO('UTC')
  const repeat = read(rule, on, start.toPlainDate())
  return repeat && sameDays(timing, on, repeat, start) ? repeat : undefined
}

function read(rule: string, on: Temporal.PlainDate, utc: Temporal.PlainDate): Repeat | undefined {
  const parts = new Map(
    rule
      .toUpperCase()
      .split(';')
      .map(part => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']),
  )
  if ([...parts.keys()].some(key => !KNOWN.includes(key))) return undefined
  const every = Number(parts.get('INTERVAL') ?? 1)
  const days = parts.get('BYDAY')?.split(',') ?? []
  switch (parts.get('FREQ')) {
    case 'WEEKLY':
    case 'DAILY':
      return parts.get('FREQ') === 'DAILY' && (days.length === 0 || every !== 1) ? undefined : weekly(every, days, on, utc)
    case 'MONTHLY':
      return every === 1 && !parts.has('BYMONTHDAY') && !parts.has('BYMONTH') ? monthly(days) : undefined
    case 'YEARLY':
      return every === 1 && days.length === 0 ? { unit: 'year', month: utc.month, day: utc.day } : undefined
    default:
      return undefined
  }
}
const KNOWN = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTH', 'BYMONTHDAY', 'WKST']

/** In UTC it can be the day before or after. */
function weekly(every: number, days: readonly string[], on: Temporal.PlainDate, utc: Temporal.PlainDate): Repeat | undefined {
  const shift = on.until(utc).days
  const weekdays = (days.length === 0 ? [on.dayOfWeek] : days.map(day => WEEKDAYS.indexOf(day) + 1)).map(
    day => ((day - 1 + shift + 7) % 7) + 1,
  )
  const [weekday, ...others] = [...new Set(weekdays)]
  if (weekday === undefined || weekdays.includes(0)) return undefined
  if (others.length === 0) return every === 1 || every === 2 ? { unit: 'week', every, weekday } : undefined
  const set = WEEKDAY_SETS.find(known => known.length === weekdays.length && known.every(day => weekdays.includes(day)))
  return set && every === 1 ? { unit: 'day', weekdays: set } : undefined
}

function monthly([day, ...others]: readonly string[]): Repeat | undefined {
  const [, number, code = ''] = /^([1-5])([A-Z]{2})$/.exec(day ?? '') ?? []
  const nth = NTHS.find(known => String(known) === number)
  return nth === undefined || others.length > 0 ? undefined : { unit: 'month', nth, weekday: WEEKDAYS.indexOf(code) + 1 }
}

/** Its hour may move with a clock change, which is mended after each of its days; its days may not. */
function sameDays(timing: Timing, on: Temporal.PlainDate, repeat: Repeat, start: Temporal.ZonedDateTime): boolean {
  const theirs = daysOf(repeat, start.toPlainDate())
  let left = TRIED[repeat.unit]
  for (const ours of daysFrom(timing, on)) {
    const next = theirs.next().value
    const instant = next?.toZonedDateTime({ timeZone: 'UTC', plainTime: start.toPlainTime() }).epochMilliseconds
    if (instant === undefined || !dayOf(instant, timing.zone).equals(ours)) return false
    if (--left === 0) return true
  }
  // It ends, and an event would go on.
  return false
}

/** The days of an event, in UTC. */
function* daysOf(repeat: Repeat, first: Temporal.PlainDate): Generator<Temporal.PlainDate, undefined> {
  for (let day = first; day.year < first.year + 60; day = day.add({ days: 1 })) if (falls(repeat, day, first)) yield day
  return undefined
}

function falls(repeat: Repeat, day: Temporal.PlainDate, first: Temporal.PlainDate): boolean {
  switch (repeat.unit) {
    case 'day':
      return repeat.weekdays.includes(day.dayOfWeek)
    case 'week':
      return day.dayOfWeek === repeat.weekday && Math.floor(first.until(day).days / 7) % repeat.every === 0
    case 'month':
      return day.dayOfWeek === repeat.weekday && Math.ceil(day.day / 7) === repeat.nth
    case 'year':
      return day.month === repeat.month && day.day === repeat.day
  }
}
