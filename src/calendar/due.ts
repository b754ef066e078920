/** Purpose: when a reminder is due: so long before a date, at its own hour in its own zone. */
import type { Timing } from './calendar-date.ts'
import { daysFrom } from './recurrence.ts'
import { dayOf, instantOf } from './wall-time.ts'

/** `30d` days before at the reminder's own hour; `0d` on the day; `2h` hours before the date's own time. */
export type Lead = `${number}d` | `${number}h`
/** Where a reminder goes has a zone of its own; `at` is the hour there. */
export type Pace = { readonly leads: readonly Lead[]; readonly at: Temporal.PlainTime; readonly zone: string }
export type Due = { readonly on: Temporal.PlainDate; readonly lead: Lead; readonly dueAt: number }

const HOUR = 3_600_000
export const DEFAULT_LEADS: readonly Lead[] = ['30d', '7d', '1d', '0d']
export const LONGEST_LEAD = 400
/** Enough for any rule: each day one, from the longest lead on. */
const MOST_DAYS = 1000

/** A date at a time is counted from the day on which it falls there; one of whole days from the same day everywhere.
 *  On the day itself never later than an hour before it begins. */
export function dueOf(timing: Timing, on: Temporal.PlainDate, lead: Lead, { at, zone }: Pick<Pace, 'at' | 'zone'>): number {
  const begins = timing.at && instantOf(on, timing.at, timing.zone)
  const amount = Number(lead.slice(0, -1))
  if (lead.endsWith('h')) return (begins ?? instantOf(on, at, zone)) - amount * HOUR
  const day = begins === undefined ? on : dayOf(begins, zone)
  const due = instantOf(day.subtract({ days: amount }), at, zone)
  return begins !== undefined && amount === 0 ? Math.min(due, begins - HOUR) : due
}

/** When a date is over: the end of its last day, there. After that nobody needs to be reminded of it. */
export function overAt(timing: Timing, on: Temporal.PlainDate, zone: string): number {
  const first = timing.at ? dayOf(instantOf(on, timing.at, timing.zone), zone) : on
  return instantOf(first.add({ days: timing.days }), new Temporal.PlainTime(), zone)
}

/** What is due after one instant and not after another, in order. */
export function duesBetween(timing: Timing, pace: Pace, after: number, until: number): Due[] {
  const found: Due[] = []
  for (const on of daysAround(timing, after)) {
    const dues = pace.leads.map(lead => ({ on, lead, dueAt: dueOf(timing, on, lead, pace) }))
    found.push(...dues.filter(({ dueAt }) => dueAt > after && dueAt <= until))
    if (instantOf(on, new Temporal.PlainTime(), 'UTC') - reach(pace) > until) break
  }
  return found.toSorted((one, other) => one.dueAt - other.dueAt)
}

/** The first that is due after an instant. */
export function nextDueAfter(timing: Timing, pace: Pace, after: number): number | undefined {
  let best: number | undefined
  for (const on of daysAround(timing, after)) {
    if (best !== undefined && instantOf(on, new Temporal.PlainTime(), 'UTC') - reach(pace) > best) break
    const later = pace.leads.map(lead => dueOf(timing, on, lead, pace)).filter(due => due > after)
    if (later.length > 0) best = Math.min(best ?? Number.POSITIVE_INFINITY, ...later)
  }
  return best
}

/** Days whose reminders can be due after an instant. Zones are up to 14 hours from UTC, so two days more are looked at. */
function* daysAround(timing: Timing, after: number): Generator<Temporal.PlainDate> {
  let count = 0
  for (const day of daysFrom(timing, dayOf(after, 'UTC').subtract({ days: 2 }))) {
    if (++count > MOST_DAYS) return
    yield day
  }
}

/** How far before a day its earliest reminder can be. */
const reach = ({ leads }: Pace) =>
  Math.max(...leads.map(lead => Number(lead.slice(0, -1)) * (lead.endsWith('h') ? HOUR : 24 * HOUR))) + 48 * HOUR
