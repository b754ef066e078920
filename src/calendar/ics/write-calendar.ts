/** Purpose: dates as a calendar file (RFC 5545) that any calendar program can read and follow. */
import type { CalendarDate } from '../calendar-date.ts'
import { occurrencesFrom } from '../recurrence.ts'
import { timeZoneLines } from './time-zone.ts'

export type Written = {
  readonly name: string
  readonly dates: readonly CalendarDate[]
  readonly now: Temporal.Instant
  readonly titleOf: (date: CalendarDate) => string
}

/** Zones are given for so many years ahead; whoever follows a feed fetches it again long before. */
const YEARS_AHEAD = 12

export function writeCalendar({ name, dates, now, titleOf }: Written): string {
  const year = now.toZonedDateTimeISO('UTC').year
  const timed = dates.filter(({ at }) => at !== undefined)
  const zones = [...new Set(timed.map(({ zone }) => zone))].filter(zone => zone !== 'UTC')
  const first = Math.min(year, ...timed.map(({ startsOn }) => startsOn.year))
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plenary//Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...zones.flatMap(zone => timeZoneLines(zone, first, year + YEARS_AHEAD)),
    ...dates.flatMap(date => eventLines(date, titleOf(date))),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${fold(line)}\r\n`).join('')
}

function eventLines(date: CalendarDate, title: string): string[] {
  const begins = firstDay(date)
  if (!begins) return []
  const stamp = Temporal.Instant.fromEpochMilliseconds(date.updatedAt)
  return [
    'BEGIN:VEVENT',
    `UID:${date.uid ?? `${date.seedId ?? date.ref}-${date.coalition}@plenary`}`,
    `DTSTAMP:${utc(stamp)}`,
    `SEQUENCE:${date.revision}`,
    ...whenLines(date, begins),
    ...(date.rule === undefined ? [] : [`RRULE:${date.rule}`]),
    ...date.skips.map(day => (date.at ? `EXDATE${zoned(date, Temporal.PlainDate.from(day))}` : `EXDATE;VALUE=DATE:${compact(day)}`)),
    `SUMMARY:${escapeText(title)}`,
    ...(date.about === '' ? [] : [`DESCRIPTION:${escapeText(date.about)}`]),
    ...(date.link === '' ? [] : [`URL:${date.link.replace(/[\r\n]/g, '')}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** The beginning of a recurrence must be one of its days. */
const firstDay = (date: CalendarDate) => occurrencesFrom({ ...date, skips: [] }, date.startsOn, 1)[0]

function whenLines(date: CalendarDate, begins: Temporal.PlainDate): string[] {
  if (date.at) return [`DTSTART${zoned(date, begins)}`, date.days > 1 ? `DURATION:P${date.days}D` : 'DURATION:PT1H']
  return [`DTSTART;VALUE=DATE:${compact(begins.toString())}`, `DTEND;VALUE=DATE:${compact(begins.add({ days: date.days }).toString())}`]
}

function zoned({ at, zone }: CalendarDate, day: Temporal.PlainDate): string {
  const wall = compact(day.toPlainDateTime(at).toString({ smallestUnit: 'second' }))
  return zone === 'UTC' ? `:${wall}Z` : `;TZID=${zone}:${wall}`
}

const compact = (text: string) => text.replace(/[-:]/g, '')
const utc = (instant: Temporal.Instant) => compact(instant.toString({ smallestUnit: 'second' }))

/** Control characters must not be in a calendar file, but for the tab. */
const escapeText = (text: string) =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[^\P{Cc}\t]/gu, '')

const MOST_BYTES = 75
/** Lines of 75 bytes at most, never cut within a letter. */
function fold(line: string): string {
  const parts = ['']
  let bytes = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (bytes + size > MOST_BYTES) {
      parts.push(' ')
      bytes = 1
    }
    parts[parts.length - 1] += letter
    bytes += size
  }
  return parts.join('\r\n')
}
