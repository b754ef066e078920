/** Purpose: the calendar file is read by another program's parser with the very same days and instants; files of others come in, and nonsense does not. */
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import type { CalendarDate } from '../../src/calendar/calendar-date.ts'
import { readCalendar } from '../../src/calendar/ics/read-calendar.ts'
import { writeCalendar } from '../../src/calendar/ics/write-calendar.ts'
import { occurrencesFrom } from '../../src/calendar/recurrence.ts'
import { instantOf } from '../../src/calendar/wall-time.ts'
import { monthlyNth, yearlyOn } from '../../src/calendar/words/rules.ts'

const NOW = Temporal.Instant.from('2026-11-21T09:00:00Z')
const TODAY = Temporal.PlainDate.from('2026-11-21')
const day = (text: string) => Temporal.PlainDate.from(text)
const makeDate = (own: Partial<CalendarDate>): CalendarDate => ({
  ref: 'D-1',
  coalition: 1,
  state: 'kept',
  title: 'A day',
  about: '',
  link: '',
  startsOn: day('2027-03-21'),
  days: 1,
  zone: 'UTC',
  skips: [],
  revision: 2,
  updatedAt: NOW.epochMilliseconds,
  ...own,
})
const write = (...dates: CalendarDate[]) => writeCalendar({ name: 'Dates; ours, all', dates, now: NOW, titleOf: ({ title }) => title })

test.each([
  'Europe/Paris',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Africa/Nairobi',
  'Asia/Kolkata',
])('a monthly meeting in %s is at the same instants for another parser, over two years of clock changes', zone => {
  const date = makeDate({
    startsOn: day('2026-12-08'),
    at: Temporal.PlainTime.from('18:30'),
    zone,
    rule: monthlyNth(2, 2),
    skips: ['2027-02-09'],
  })
  const root = new ICAL.Component(ICAL.parse(write(date)))
  const event = new ICAL.Event(root.getFirstSubcomponent('vevent') ?? new ICAL.Component('vevent'))
  const timezone = root.getFirstSubcomponent('vtimezone')
  if (timezone) ICAL.TimezoneService.register(timezone)
  const iterator = event.iterator()
  const theirs = Array.from({ length: 24 }, () => iterator.next()?.toJSDate().getTime())
  const ours = occurrencesFrom(date, date.startsOn, 24).map(on => instantOf(on, Temporal.PlainTime.from('18:30'), zone))
  expect(theirs).toEqual(ours)
})

test('strict form: lines of 75 bytes, CRLF, UTC stamps, escaped words, whole letters', () => {
  const text = write(makeDate({ title: 'مواعيد، الائتلاف; a, b\\c\nنهاية', about: 'é'.repeat(200), link: 'https://example.org/?a=1,2' }))
  const lines = text.split('\r\n')
  expect(lines.every(line => Buffer.byteLength(line) <= 75)).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(text).toMatch(/\r\nDTSTAMP:20261121T090000Z\r\n/)
  expect(text).toContain('SEQUENCE:2')
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
  expect(event?.getFirstPropertyValue('summary')).toBe('مواعيد، الائتلاف; a, b\\c\nنهاية')
  expect(event?.getFirstPropertyValue('description')).toBe('é'.repeat(200))
})

test('what was written is read back the same', () => {
  const dates = [
    makeDate({ ref: 'D-1', days: 7, rule: yearlyOn(day('2027-03-21')), about: 'a week' }),
    makeDate({ ref: 'D-2', at: Temporal.PlainTime.from('09:00'), zone: 'Africa/Nairobi', link: 'https://example.org' }),
    makeDate({ ref: 'D-3', startsOn: day('2028-02-29'), rule: yearlyOn(day('2028-02-29')), skips: ['2029-02-28'] }),
  ]
  const read = readCalendar(write(...dates), 'UTC', TODAY)
  expect(read?.leftOut).toEqual([])
  const shown = ({
    startsOn,
    at,
    days,
    rule,
    zone,
    skips,
    title,
    about,
    link,
  }: Omit<CalendarDate, 'ref' | 'coalition' | 'state' | 'revision' | 'updatedAt'>) => ({
    startsOn: String(startsOn),
    at: String(at),
    days,
    rule: (rule ?? '').split(';').sort().join(';'),
    zone,
    skips,
    title,
    about,
    link,
  })
  expect(read?.dates.map(shown)).toEqual(dates.map(shown))
})

test('no calendar, or one with nonsense in it', () => {
  expect(readCalendar('hello', 'UTC', TODAY)).toBeUndefined()
  expect(
    readCalendar('BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:x\nDTSTART:not-a-date\nEND:VEVENT\nEND:VCALENDAR', 'UTC', TODAY)?.dates ??
      [],
  ).toEqual([])
  const hourly = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:x\nDTSTART:20270101T090000Z\nRRULE:FREQ=HOURLY\nEND:VEVENT\nEND:VCALENDAR'
  expect(readCalendar(hourly, 'UTC', TODAY)).toEqual({ dates: [], leftOut: [{ title: 'x', why: 'rule' }] })
})
