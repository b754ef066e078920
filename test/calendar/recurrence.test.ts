/** Purpose: recurrences beside a second implementation that looks at every single day, and the days that some months do not have. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { occurrencesBetween, occurrencesFrom, ruleWorks } from '../../src/calendar/recurrence.ts'
import { dailyEvery, monthlyNth, monthlyOn, weekdayCode, weeklyOn, yearlyNth, yearlyOn } from '../../src/calendar/words/rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const days = fc
  .date({ min: new Date('2016-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map(date => day(date.toISOString().slice(0, 10)))
const weekdays = fc.integer({ min: 1, max: 7 })
const nths = fc.constantFrom(-1, 1, 2, 3, 4)

type Case = { readonly rule: string; falls(on: Temporal.PlainDate, start: Temporal.PlainDate): boolean }
const isNth = (on: Temporal.PlainDate, nth: number) => (nth === -1 ? on.day > on.daysInMonth - 7 : Math.ceil(on.day / 7) === nth)
const monthsBetween = (start: Temporal.PlainDate, on: Temporal.PlainDate) => (on.year - start.year) * 12 + on.month - start.month

const cases: fc.Arbitrary<Case> = fc.oneof(
  days.map(of => ({
    rule: yearlyOn(of),
    falls: (on: Temporal.PlainDate) =>
      on.month === of.month && on.day === Math.min(of.day, of.month === 2 && of.day === 29 ? on.daysInMonth : of.day),
  })),
  fc.tuple(fc.integer({ min: 1, max: 12 }), nths, weekdays).map(([month, nth, weekday]) => ({
    rule: yearlyNth(month, nth, weekday),
    falls: (on: Temporal.PlainDate) => on.month === month && on.dayOfWeek === weekday && isNth(on, nth),
  })),
  fc.tuple(nths, weekdays).map(([nth, weekday]) => ({
    rule: monthlyNth(nth, weekday),
    falls: (on: Temporal.PlainDate) => on.dayOfWeek === weekday && isNth(on, nth),
  })),
  fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 12 })).map(([wanted, every]) => ({
    rule: monthlyOn(wanted, every),
    falls: (on: Temporal.PlainDate, start: Temporal.PlainDate) =>
      on.day === Math.min(wanted, on.daysInMonth) && monthsBetween(start, on) % every === 0,
  })),
  fc
    .array(weekdays, { minLength: 1, maxLength: 3 })
    .map(list => ({ rule: weeklyOn([...new Set(list)]), falls: (on: Temporal.PlainDate) => list.includes(on.dayOfWeek) })),
  fc.integer({ min: 1, max: 10 }).map(every => ({
    rule: dailyEvery(every),
    falls: (on: Temporal.PlainDate, start: Temporal.PlainDate) => start.until(on, { largestUnit: 'days' }).days % every === 0,
  })),
)

test('falls on the same days as a look at every day, from any day on', () => {
  fc.assert(
    fc.property(cases, days, fc.integer({ min: 0, max: 1500 }), ({ rule, falls }, startsOn, later) => {
      const from = startsOn.add({ days: later })
      const to = from.add({ days: 800 })
      const expected: string[] = []
      for (let on = from; Temporal.PlainDate.compare(on, to) <= 0; on = on.add({ days: 1 }))
        if (falls(on, startsOn)) expected.push(on.toString())
      expect(occurrencesBetween({ startsOn, rule, skips: [] }, from, to).map(String)).toEqual(expected)
    }),
    { numRuns: 150 },
  )
})

test('29 February is 28 in other years; the 31st is the last day; nothing drifts', () => {
  const from = (startsOn: string, rule: string, count: number) =>
    occurrencesFrom({ startsOn: day(startsOn), rule, skips: [] }, day(startsOn), count).map(String)
  expect(from('2028-02-29', yearlyOn(day('2028-02-29')), 5)).toEqual(['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29'])
  expect(from('2027-01-31', monthlyOn(31), 4)).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'])
  expect(from('2026-08-31', monthlyOn(31, 6), 4)).toEqual(['2026-08-31', '2027-02-28', '2027-08-31', '2028-02-29'])
})

test('skipped days are left out; a rule that never comes has no days and is refused', () => {
  const startsOn = day('2027-03-21')
  expect(occurrencesFrom({ startsOn, rule: yearlyOn(startsOn), skips: ['2028-03-21'] }, startsOn, 2).map(String)).toEqual([
    '2027-03-21',
    '2029-03-21',
  ])
  expect(ruleWorks(startsOn, 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')).toBe(false)
  expect(ruleWorks(startsOn, 'FREQ=HOURLY')).toBe(false)
  expect(ruleWorks(startsOn, 'nonsense')).toBe(false)
  expect(ruleWorks(startsOn, `FREQ=WEEKLY;BYDAY=${weekdayCode(7)}`)).toBe(true)
})
