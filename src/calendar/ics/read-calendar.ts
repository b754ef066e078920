/** Purpose: dates from a calendar file of another program. What cannot be understood is left out and counted. */
import ICAL from 'ical.js'
import { canonicalZone } from '../../zones.ts'
import type { About, Timing } from '../calendar-date.ts'
import { ruleWorks } from '../recurrence.ts'

export type Imported = Timing & About & { readonly uid: string }
export type ReadCalendar = { readonly dates: readonly Imported[]; readonly leftOut: number }

const MOST = 500
const [MAX_TITLE, MAX_ABOUT] = [150, 1000]

/** Nothing where the text is no calendar file. */
export function readCalendar(text: string, defaultZone: string): ReadCalendar | undefined {
  const root = parse(text)
  if (!root) return undefined
  const events = root.getAllSubcomponents('vevent').slice(0, MOST)
  const dates = events.flatMap(event => readEvent(event, defaultZone))
  return { dates, leftOut: root.getAllSubcomponents('vevent').length - dates.length }
}

/** Lines may have lost their carriage returns, and what was pasted may have blanks around it. */
function parse(text: string): ICAL.Component | undefined {
  try {
    const component = new ICAL.Component(ICAL.parse(text.trim().replace(/\r?\n/g, '\r\n')))
    return component.name === 'vcalendar' ? component : undefined
  } catch {
    return undefined
  }
}

function readEvent(event: ICAL.Component, defaultZone: string): Imported[] {
  try {
    // A change of one occurrence stands beside its series: the series counts.
    if (event.hasProperty('recurrence-id')) return []
    const begins = event.getFirstProperty('dtstart')
    const start = event.getFirstPropertyValue('dtstart')
    const title = textOf(event, 'summary').slice(0, MAX_TITLE)
    const uid = textOf(event, 'uid')
    if (!begins || !(start instanceof ICAL.Time) || title === '' || uid === '') return []
    const rule = event.getFirstPropertyValue('rrule')?.toString()
    const startsOn = new Temporal.PlainDate(start.year, start.month, start.day)
    if (rule !== undefined && !ruleWorks(startsOn, rule)) return []
    const zone = zoneOf(begins, start, defaultZone)
    return [
      {
        uid,
        title,
        about: textOf(event, 'description').slice(0, MAX_ABOUT),
        link: linkOf(textOf(event, 'url')),
        startsOn,
        zone,
        days: daysOf(event, start),
        skips: event
          .getAllProperties('exdate')
          .flatMap(property => property.getValues().flatMap(value => (value instanceof ICAL.Time ? [dayText(value)] : []))),
        ...(!start.isDate && { at: new Temporal.PlainTime(start.hour, start.minute) }),
        ...(rule !== undefined && { rule }),
      },
    ]
  } catch {
    return []
  }
}

const textOf = (event: ICAL.Component, name: string) => String(event.getFirstPropertyValue(name) ?? '').trim()
const linkOf = (text: string) => (/^https?:\/\/\S{1,500}$/.test(text) ? text : '')
const dayText = ({ year, month, day }: ICAL.Time) => new Temporal.PlainDate(year, month, day).toString()

function zoneOf(begins: ICAL.Property, start: ICAL.Time, defaultZone: string): string {
  if (start.isDate) return defaultZone
  if (start.zone === ICAL.Timezone.utcTimezone) return 'UTC'
  return canonicalZone(String(begins.getFirstParameter('tzid') ?? '')) ?? defaultZone
}

/** The end of whole days is the day after the last one. */
function daysOf(event: ICAL.Component, start: ICAL.Time): number {
  const end = event.getFirstPropertyValue('dtend')
  if (!(end instanceof ICAL.Time)) return 1
  const from = new Temporal.PlainDate(start.year, start.month, start.day)
  const { days } = from.until(new Temporal.PlainDate(end.year, end.month, end.day), { largestUnit: 'days' })
  return Math.min(366, Math.max(1, start.isDate ? days : days + 1))
}
