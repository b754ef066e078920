/** Purpose: dates from a calendar file of another program. What cannot be taken is left out, and it is said why. */
import { createHash } from 'node:crypto'
import ICAL from 'ical.js'
import { canonicalZone } from '../../zones.ts'
import type { About, Timing } from '../calendar-date.ts'
import { occurrencesFrom, ruleWorks } from '../recurrence.ts'
import { makeZoneReader } from './zone-of-file.ts'

export type Imported = Timing & About & { readonly uid: string }
/** `title` as far as there is one. */
export type LeftOut = { readonly title: string; readonly why: Why }
export type Why = 'no-title' | 'no-day' | 'rule' | 'zone' | 'changed-day' | 'cancelled' | 'over' | 'too-many'
export type ReadCalendar = { readonly dates: readonly Imported[]; readonly leftOut: readonly LeftOut[] }

const MOST = 500
const [MAX_TITLE, MAX_ABOUT, MAX_UID] = [150, 1000, 300]

/** Nothing where the text is no calendar file.
 *  @param today what is over by then stays out */
export function readCalendar(text: string, zone: string, today: Temporal.PlainDate): ReadCalendar | undefined {
  const root = parse(text)
  if (!root) return undefined
  const defaultZone = canonicalZone(String(root.getFirstPropertyValue('x-wr-timezone') ?? '')) ?? zone
  const file: File = { defaultZone, zoneOf: makeZoneReader(root, defaultZone, today.year), today }
  const read = root.getAllSubcomponents('vevent').map(event => readEvent(event, file))
  const found = [...new Map(read.flatMap(one => ('uid' in one ? [[one.uid, one] as const] : []))).values()]
  return {
    dates: found.slice(0, MOST),
    leftOut: [
      ...read.flatMap(one => ('why' in one ? [one] : [])),
      ...found.slice(MOST).map(({ title }) => ({ title, why: 'too-many' as const })),
    ],
  }
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

type File = {
  readonly defaultZone: string
  readonly zoneOf: (tzid: string) => string | undefined
  readonly today: Temporal.PlainDate
}

function readEvent(event: ICAL.Component, file: File): Imported | LeftOut {
  const title = textOf(event, 'summary').slice(0, MAX_TITLE)
  const out = (why: Why): LeftOut => ({ title, why })
  try {
    if (textOf(event, 'status').toUpperCase() === 'CANCELLED') return out('cancelled')
    // A change of one occurrence stands beside its series: the series counts.
    if (event.hasProperty('recurrence-id')) return out('changed-day')
    if (title === '') return out('no-title')
    const timing = timingOf(event, file)
    if (typeof timing === 'string') return out(timing)
    const about = textOf(event, 'description').slice(0, MAX_ABOUT)
    return { uid: uidOf(event, title, timing), title, about, link: linkOf(textOf(event, 'url')), ...timing }
  } catch {
    return out('no-day')
  }
}

function timingOf(event: ICAL.Component, { defaultZone, zoneOf, today }: File): Timing | Why {
  const begins = event.getFirstProperty('dtstart')
  const start = event.getFirstPropertyValue('dtstart')
  if (!begins || !(start instanceof ICAL.Time)) return 'no-day'
  const startsOn = new Temporal.PlainDate(start.year, start.month, start.day)
  const rule = event.getFirstPropertyValue('rrule')?.toString()
  if (rule !== undefined && !ruleWorks(startsOn, rule)) return 'rule'
  const tzid = begins.getFirstParameter('tzid')
  const zone = start.isDate || (!tzid && start.zone !== ICAL.Timezone.utcTimezone) ? defaultZone : tzid ? zoneOf(tzid) : 'UTC'
  if (zone === undefined) return 'zone'
  const timing: Timing = {
    startsOn,
    zone,
    days: daysOf(event, start),
    skips: event
      .getAllProperties('exdate')
      .flatMap(property => property.getValues().flatMap(value => (value instanceof ICAL.Time ? [dayText(value)] : []))),
    ...(!start.isDate && { at: new Temporal.PlainTime(start.hour, start.minute) }),
    ...(rule !== undefined && { rule }),
  }
  return occurrencesFrom(timing, today.subtract({ days: timing.days - 1 }), 1).length === 0 ? 'over' : timing
}

const textOf = (event: ICAL.Component, name: string) => String(event.getFirstPropertyValue(name) ?? '').trim()
const linkOf = (text: string) => (/^https?:\/\/\S{1,500}$/.test(text) ? text : '')
const dayText = ({ year, month, day }: ICAL.Time) => new Temporal.PlainDate(year, month, day).toString()

/** Every event should have one; where a program wrote none, what it says stands for it, so that the same file is known again. */
function uidOf(event: ICAL.Component, title: string, { startsOn, at, rule }: Timing): string {
  const uid = textOf(event, 'uid')
  if (uid !== '' && uid.length <= MAX_UID) return uid
  return createHash('sha256')
    .update(uid || [title, startsOn, at, rule].join('\n'))
    .digest('base64url')
}

/** The end of whole days is the day after the last one. */
function daysOf(event: ICAL.Component, start: ICAL.Time): number {
  const end = event.getFirstPropertyValue('dtend')
  if (!(end instanceof ICAL.Time)) return 1
  const from = new Temporal.PlainDate(start.year, start.month, start.day)
  const { days } = from.until(new Temporal.PlainDate(end.year, end.month, end.day), { largestUnit: 'days' })
  return Math.min(366, Math.max(1, start.isDate ? days : days + 1))
}
