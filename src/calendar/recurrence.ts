/** Purpose: on which days a date happens. Rules are reckoned on the calendar alone, without clocks, so that no clock change can lose or move a day. */
import { RRuleTemporal } from 'rrule-temporal'
import type { Timing } from './calendar-date.ts'

type Recurring = Pick<Timing, 'startsOn' | 'rule' | 'skips'>

/** The first `count` days on or after one. */
export function occurrencesFrom(date: Recurring, from: Temporal.PlainDate, count: number): Temporal.PlainDate[] {
  const found: Temporal.PlainDate[] = []
  for (const day of daysFrom(date, from)) {
    if (found.length === count) break
    found.push(day)
  }
  return found
}

/** All days from one to another, both included. */
export function occurrencesBetween(date: Recurring, from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] {
  const found: Temporal.PlainDate[] = []
  for (const day of daysFrom(date, from)) {
    if (Temporal.PlainDate.compare(day, to) > 0) break
    found.push(day)
  }
  return found
}

/** Days in order, from one on; without an end where the rule has none. */
export function* daysFrom({ startsOn, rule, skips }: Recurring, from: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  if (rule === undefined) {
    if (Temporal.PlainDate.compare(startsOn, from) >= 0 && !skips.includes(startsOn.toString())) yield startsOn
    return
  }
  const reckoner = reckonerOf(startsOn, rule)
  let after = midnight(from)
  for (let including = true; ; including = false) {
    const next = nextOf(reckoner, after, including)
    if (!next) return
    after = next
    const day = next.toPlainDate()
    if (!skips.includes(day.toString())) yield day
  }
}

/** Whether a rule can be used: whole days, and it does come up. */
export function ruleWorks(startsOn: Temporal.PlainDate, rule: string): boolean {
  try {
    return (
      !/FREQ=(HOURLY|MINUTELY|SECONDLY)|BYHOUR|BYMINUTE|BYSECOND/i.test(rule) &&
      occurrencesFrom({ startsOn, rule, skips: [] }, startsOn, 1).length === 1
    )
  } catch {
    return false
  }
}

const reckoners = new Map<string, RRuleTemporal>()
const KEEP = 500

/** Making one costs more than asking it; the same few rules come again and again. */
function reckonerOf(startsOn: Temporal.PlainDate, rule: string): RRuleTemporal {
  const key = `${startsOn} ${rule}`
  const known = reckoners.get(key)
  if (known) return known
  const made = new RRuleTemporal({ rruleString: rule, dtstart: midnight(startsOn) })
  if (reckoners.size >= KEEP) reckoners.clear()
  reckoners.set(key, made)
  return made
}

/** A rule that never comes up (30 February) makes the library give up after many tries: then there is no next day. */
function nextOf(reckoner: RRuleTemporal, after: Temporal.ZonedDateTime, including: boolean): Temporal.ZonedDateTime | undefined {
  try {
    return reckoner.next(after, including) ?? undefined
  } catch (error) {
    if (error instanceof Error && /iteration|evaluation/i.test(error.message)) return undefined
    throw error
  }
}

const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: 'UTC' })
