/** Purpose: which rules an event can keep by itself: each rule is told so that the same days come, or it is not told. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysFrom, occurrencesFrom } from '../../src/calendar/recurrence.ts'
import { repeatOf } from '../../src/calendar/repeat.ts'
import { dayOf, instantOf } from '../../src/calendar/wall-time.ts'
import { dailyEvery, monthlyNth, monthlyOn, weeklyOn, yearlyNth, yearlyOn } from '../../src/calendar/words/rules.ts'
import { ruleOf } from '../../src/platforms/discord/event-body.ts'
import { nextStart } from '../support/fake-discord/events.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.PlainTime.from(text)
const told = (rule: string, startsOn: string, zone = 'UTC', time = '18:00', skips: readonly string[] = []) => {
  const timing = { startsOn: day(startsOn), at: at(time), days: 1, rule, zone, skips }
  const [on = timing.startsOn] = occurrencesFrom(timing, timing.startsOn, 1)
  return repeatOf(timing, on)
}

test.each([
  ['every Tuesday', weeklyOn([2]), '2026-11-24', 'UTC', '18:00', { unit: 'week', every: 1, weekday: 2 }],
  ['every other Wednesday', weeklyOn([3], 2), '2026-11-25', 'UTC', '18:00', { unit: 'week', every: 2, weekday: 3 }],
  ['every third week', weeklyOn([3], 3), '2026-11-25', 'UTC', '18:00', undefined],
  ['working days', weeklyOn([1, 2, 3, 4, 5]), '2026-11-23', 'UTC', '18:00', { unit: 'day', weekdays: [1, 2, 3, 4, 5] }],
  [
    'working days early in Tokyo',
    weeklyOn([1, 2, 3, 4, 5]),
    '2026-11-23',
    'Asia/Tokyo',
    '08:00',
    { unit: 'day', weekdays: [7, 1, 2, 3, 4] },
  ],
  ['Monday and Thursday', weeklyOn([1, 4]), '2026-11-23', 'UTC', '18:00', undefined],
  ['Tuesday early in Tokyo is Monday in UTC', weeklyOn([2]), '2026-11-24', 'Asia/Tokyo', '08:00', { unit: 'week', every: 1, weekday: 1 }],
  [
    'in Paris at 18:00, through both clock changes',
    weeklyOn([2]),
    '2026-11-24',
    'Europe/Paris',
    '18:00',
    { unit: 'week', every: 1, weekday: 2 },
  ],
  ['in Paris at 23:30, when summer would bring the next day', weeklyOn([2]), '2026-11-24', 'Europe/Paris', '23:30', undefined],
  ['second Tuesday of the month', monthlyNth(2, 2), '2026-12-08', 'UTC', '18:00', { unit: 'month', nth: 2, weekday: 2 }],
  ['second Tuesday early in Tokyo', monthlyNth(2, 2), '2026-12-08', 'Asia/Tokyo', '08:00', undefined],
  ['last Friday of the month', monthlyNth(-1, 5), '2026-11-27', 'UTC', '18:00', undefined],
  ['day 15 of the month', monthlyOn(15), '2026-12-15', 'UTC', '18:00', undefined],
  ['every 21 March', yearlyOn(day('2027-03-21')), '2027-03-21', 'UTC', '18:00', { unit: 'year', month: 3, day: 21 }],
  ['1 March early in Tokyo, which is 28 or 29 February', yearlyOn(day('2027-03-01')), '2027-03-01', 'Asia/Tokyo', '08:00', undefined],
  ['the last day of February', yearlyOn(day('2028-02-29')), '2027-02-28', 'UTC', '18:00', undefined],
  ['second Sunday of November', yearlyNth(11, 2, 7), '2026-11-08', 'UTC', '18:00', undefined],
  ['every day', dailyEvery(1), '2026-11-24', 'UTC', '18:00', undefined],
  ['five times', 'FREQ=WEEKLY;BYDAY=TU;COUNT=5', '2026-11-24', 'UTC', '18:00', undefined],
  ['until a day', 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20271231', '2026-11-24', 'UTC', '18:00', undefined],
])('%s', (_, rule, startsOn, zone, time, repeat) => {
  expect(told(rule, startsOn, zone, time)).toEqual(repeat)
})

test('a day that is left out can’t be told, until it is past', () => {
  const rule = weeklyOn([2])
  expect(told(rule, '2026-11-24', 'UTC', '18:00', ['2026-12-08'])).toBeUndefined()
  expect(told(rule, '2026-11-24', 'UTC', '18:00', ['2026-11-10'])).toBeDefined()
})

const weekday = fc.integer({ min: 1, max: 7 })
const someDay = fc.integer({ min: 0, max: 1500 }).map(days => day('2026-01-01').add({ days }))
const rules = someDay.chain(startsOn =>
  fc
    .oneof(
      fc
        .tuple(fc.uniqueArray(weekday, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 3 }))
        .map(([days, n]) => weeklyOn(days, n)),
      fc.constantFrom([1, 2, 3, 4, 5], [6, 7], [5, 6], [7, 1]).map(days => weeklyOn(days)),
      fc.tuple(fc.constantFrom(-1, 1, 2, 3, 4, 5), weekday).map(([nth, on]) => monthlyNth(nth, on)),
      fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 6 })).map(([on, n]) => monthlyOn(on, n)),
      fc.constant(yearlyOn(startsOn)),
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(-1, 1, 2, 3, 4), weekday)
        .map(([month, nth, on]) => yearlyNth(month, nth, on)),
      fc.integer({ min: 1, max: 9 }).map(dailyEvery),
    )
    .map(rule => ({ startsOn, rule })),
)
const zones = fc.constantFrom(
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'America/Santiago',
)
const times = fc.integer({ min: 0, max: 95 }).map(quarters => new Temporal.PlainTime(Math.floor(quarters / 4), (quarters % 4) * 15))

test('whatever is told to Discord falls, by Discord’s own reckoning, on the same days', () => {
  let toldOnes = 0
  fc.assert(
    fc.property(rules, zones, times, ({ startsOn, rule }, zone, time) => {
      const timing = { startsOn, at: time, days: 1, rule, zone, skips: [] }
      const [on, ...next] = occurrencesFrom(timing, startsOn, 12)
      const repeat = on && repeatOf(timing, on)
      if (!on || !repeat) return
      toldOnes++
      let instant = instantOf(on, time, zone)
      const discord = ruleOf(repeat, instant)
      for (const ours of next) {
        instant = nextStart({ ...discord, start: String(discord.start) }, new Date(instant).toISOString())
        expect(dayOf(instant, zone).toString()).toBe(ours.toString())
      }
    }),
    { numRuns: 400 },
  )
  expect(toldOnes).toBeGreaterThan(60)
})

test('what has an end is never told, for an event would go on', () => {
  const timing = { startsOn: day('2026-11-24'), at: at('18:00'), days: 1, rule: 'FREQ=WEEKLY;BYDAY=TU', zone: 'UTC', skips: [] }
  expect([...daysFrom({ ...timing, rule: `${timing.rule};COUNT=3` }, timing.startsOn)]).toHaveLength(3)
  expect(repeatOf({ ...timing, rule: `${timing.rule};COUNT=300` }, timing.startsOn)).toBeUndefined()
})
