/** Purpose: when reminders are due, over clock changes in both hemispheres, and what happens to hours that do not exist or exist twice. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Timing } from '../../src/calendar/calendar-date.ts'
import { DEFAULT_LEADS, dueOf, duesBetween, type Lead, nextDueAfter, overAt } from '../../src/calendar/due.ts'
import { instantOf, wallTimeOf } from '../../src/calendar/wall-time.ts'
import { digestBefore, outOfQuiet } from '../../src/calendar/wishes.ts'
import { yearlyOn } from '../../src/calendar/words/rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const time = (text: string) => Temporal.PlainTime.from(text)
const utc = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const ZONES = [
  'Europe/Paris',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Asia/Beirut',
  'UTC',
]

describe('hours of wall time', () => {
  test.each([
    ['northern spring: 02:30 is left out and becomes 03:30', '2027-03-28', '02:30', 'Europe/Paris', '2027-03-28T01:30:00Z'],
    ['northern autumn: 02:30 comes twice, the first counts', '2027-10-31', '02:30', 'Europe/Paris', '2027-10-31T00:30:00Z'],
    ['southern spring: midnight is left out', '2027-09-05', '00:30', 'America/Santiago', '2027-09-05T04:30:00Z'],
    ['southern autumn: 23:30 comes twice, the first counts', '2027-04-03', '23:30', 'America/Santiago', '2027-04-04T02:30:00Z'],
    ['half an hour of change', '2027-10-03', '02:15', 'Australia/Lord_Howe', '2027-10-02T15:45:00Z'],
    ['a zone that changed its rules: no summer time in Jordan since 2022', '2023-07-01', '09:00', 'Asia/Amman', '2023-07-01T06:00:00Z'],
    ['and before', '2021-01-15', '09:00', 'Asia/Amman', '2021-01-15T07:00:00Z'],
    ['a day that never was: Samoa jumped over 30 December 2011', '2011-12-30', '09:00', 'Pacific/Apia', '2011-12-30T19:00:00Z'],
  ])('%s', (_, on, at, zone, instant) =>
    expect(Temporal.Instant.fromEpochMilliseconds(instantOf(day(on), time(at), zone)).toString()).toBe(instant),
  )
})

test('09:00 stays 09:00 there, before and after every clock change', () => {
  const days = fc.integer({ min: 0, max: 365 * 20 }).map(n => day('2016-01-01').add({ days: n }))
  fc.assert(
    fc.property(days, fc.constantFrom(...ZONES), fc.constantFrom(...DEFAULT_LEADS), (on, zone, lead) => {
      const timing: Timing = { startsOn: on, days: 1, zone: 'UTC', skips: [] }
      const wall = wallTimeOf(dueOf(timing, on, lead, { at: time('09:00'), zone }), zone)
      expect(wall.toPlainTime().toString()).toBe('09:00:00')
      expect(wall.toPlainDate().until(on, { largestUnit: 'days' }).days).toBe(Number(lead.slice(0, -1)))
    }),
    { numRuns: 400 },
  )
})

test('planning in pieces finds the same as planning at once, and the next one is the first of them', () => {
  const timings = fc.record({
    n: fc.integer({ min: 0, max: 2000 }),
    rule: fc.boolean(),
    at: fc.option(fc.integer({ min: 0, max: 23 }), { nil: undefined }),
    zone: fc.constantFrom(...ZONES),
  })
  const leads = fc.uniqueArray(fc.constantFrom<Lead>('60d', '30d', '7d', '1d', '0d', '5h'), { minLength: 1 })
  fc.assert(
    fc.property(
      timings,
      leads,
      fc.constantFrom(...ZONES),
      fc.integer({ min: 1, max: 60 * 24 * 90 }),
      ({ n, rule, at, zone }, chosen, there, minutes) => {
        const startsOn = day('2020-01-01').add({ days: n })
        const timing: Timing = {
          startsOn,
          days: 1,
          zone,
          skips: [],
          ...(rule && { rule: yearlyOn(startsOn) }),
          ...(at !== undefined && { at: new Temporal.PlainTime(at) }),
        }
        const pace = { leads: chosen, at: time('09:00'), zone: there }
        const [from, cut, to] = [utc('2021-01-01T00:00Z'), utc('2021-01-01T00:00Z') + minutes * 60_000 * 4, utc('2024-01-01T00:00Z')]
        const all = duesBetween(timing, pace, from, to)
        expect([...duesBetween(timing, pace, from, cut), ...duesBetween(timing, pace, cut, to)]).toEqual(all)
        const next = nextDueAfter(timing, pace, from)
        if (all.length > 0) expect(next).toBe(all[0]?.dueAt)
        else expect(next === undefined || next > to).toBe(true)
      },
    ),
    { numRuns: 150 },
  )
})

test('on the day itself a reminder never comes after the beginning', () => {
  const timing: Timing = { startsOn: day('2027-03-21'), days: 1, at: time('08:00'), zone: 'Africa/Nairobi', skips: [] }
  expect(dueOf(timing, timing.startsOn, '0d', { at: time('09:00'), zone: 'Africa/Nairobi' })).toBe(utc('2027-03-21T04:00Z'))
  // 22:00 in New York is already the next day in Nairobi.
  const evening: Timing = { ...timing, at: time('22:00'), zone: 'America/New_York' }
  expect(dueOf(evening, evening.startsOn, '1d', { at: time('09:00'), zone: 'Africa/Nairobi' })).toBe(utc('2027-03-21T06:00Z'))
  expect(overAt({ ...timing, days: 7 }, timing.startsOn, 'Africa/Nairobi')).toBe(utc('2027-03-27T21:00Z'))
})

test('quiet hours put off to their end, or before they begin where that would be too late', () => {
  const quiet = { quiet: { from: time('22:00'), to: time('07:00') } }
  const zone = 'Europe/Paris'
  expect(outOfQuiet(utc('2027-01-10T22:30Z'), zone, quiet, utc('2027-01-12T00:00Z'))).toBe(utc('2027-01-11T06:00Z'))
  expect(outOfQuiet(utc('2027-01-11T03:00Z'), zone, quiet, utc('2027-01-12T00:00Z'))).toBe(utc('2027-01-11T06:00Z'))
  expect(outOfQuiet(utc('2027-01-11T03:00Z'), zone, quiet, utc('2027-01-11T05:00Z'))).toBe(utc('2027-01-10T20:59Z'))
  expect(outOfQuiet(utc('2027-01-11T12:00Z'), zone, quiet, utc('2027-01-12T00:00Z'))).toBe(utc('2027-01-11T12:00Z'))
  expect(digestBefore(utc('2027-01-11T08:00Z'), zone, time('08:00'))).toBe(utc('2027-01-11T07:00Z'))
  expect(digestBefore(utc('2027-01-11T08:00Z'), zone, time('18:00'))).toBe(utc('2027-01-10T17:00Z'))
})
