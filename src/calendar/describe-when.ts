/** Purpose: say in words when a date is: weekday, day, hour, zone, how it recurs, how many days are left. */
import { type Label, type Language, labelIn } from '../locales/say.ts'
import type { Timing, When } from './calendar-date.ts'
import { dayOf, instantOf } from './wall-time.ts'

/** `Sunday, 21 March 2027`. */
export const dayInWords = (day: Temporal.PlainDate, language: Language) =>
  inWords(day, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

export const shortDay = (day: Temporal.PlainDate, language: Language) =>
  inWords(day, language, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })

/** French counts the first of a month: 1er février. */
function inWords(day: Temporal.PlainDate, language: Language, parts: Intl.DateTimeFormatOptions): string {
  const words = day.toLocaleString(localeOf(language), { ...parts, calendar: 'gregory' })
  return language === 'fr' && day.day === 1 ? words.replace(/\b1\b/, '1er') : words
}

/** Days first, Western figures and the Gregorian calendar, as everywhere else in Plenary. */
const localeOf = (language: Language) => (language === 'en' ? 'en-GB' : language === 'ar' ? 'ar-u-nu-latn-ca-gregory' : language)

/** One of its days, with the hour and its zone; a week with its last day. */
export function whenInWords(
  { at, days, zone }: Omit<When, 'startsOn' | 'rule'> & { readonly zone: string },
  on: Temporal.PlainDate,
  language: Language,
): string {
  const label = labelIn(language)
  const day = dayInWords(on, language)
  if (days > 1) return label('when.span', { from: day, to: dayInWords(on.add({ days: days - 1 }), language) })
  return at ? label('when.at', { day, time: clock(at, language), zone }) : day
}

export const clock = (at: Temporal.PlainTime, language: Language) =>
  at.toLocaleString(localeOf(language), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** In how many days, seen from a zone: today, tomorrow, in 7 days, 2 days ago. */
export function daysLeft(timing: Timing, on: Temporal.PlainDate, now: number, zone: string): number {
  const day = timing.at ? dayOf(instantOf(on, timing.at, timing.zone), zone) : on
  return dayOf(now, zone).until(day, { largestUnit: 'days' }).days
}

export function daysLeftInWords(days: number, label: Label): string {
  if (days === 0) return label('when.today')
  if (days === 1) return label('when.tomorrow')
  return days > 1 ? label('when.in-days', { days }) : label('when.days-ago', { days: -days })
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** How it recurs; nothing for what happens once. A rule from elsewhere that our words do not cover is called one of its own. */
export function ruleInWords({ startsOn, rule }: Pick<When, 'startsOn' | 'rule'>, language: Language): string | undefined {
  if (rule === undefined) return undefined
  const label = labelIn(language)
  const parts = new Map(rule.split(';').map(part => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']))
  const n = Number(parts.get('INTERVAL') ?? 1)
  const byDay = parts.get('BYDAY')
  const [, nth = '', code = ''] = /^(-?\d)?([A-Z]{2})$/.exec(byDay ?? '') ?? []
  if ([...parts.keys()].some(key => !KNOWN.includes(key))) return label('rule.own')
  switch (parts.get('FREQ')) {
    case 'YEARLY':
      if (nth !== '')
        return label('rule.yearly-nth', {
          nth: nthName(nth),
          weekday: weekdayName(code, language),
          month: monthName(Number(parts.get('BYMONTH')), language),
        })
      return label('rule.yearly', { n, day: yearlessDay(startsOn, parts, language) })
    case 'MONTHLY':
      if (nth !== '') return label('rule.monthly-nth', { nth: nthName(nth), weekday: weekdayName(code, language) })
      if (parts.get('BYMONTHDAY') === '-1') return label('rule.monthly-last', { n })
      return label('rule.monthly', { n, day: parts.get('BYMONTHDAY')?.split(',').at(-1) ?? startsOn.day })
    case 'WEEKLY':
      return label('rule.weekly', {
        n,
        weekdays: listOf(
          (byDay ?? WEEKDAYS[startsOn.dayOfWeek - 1] ?? '').split(',').map(day => weekdayName(day, language)),
          language,
        ),
      })
    case 'DAILY':
      return label('rule.daily', { n })
    default:
      return label('rule.own')
  }
}

const KNOWN = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTH', 'BYMONTHDAY', 'BYSETPOS', 'WKST']
const nthName = (nth: string) => (nth === '-1' ? 'last' : `n${nth}`)

function yearlessDay(startsOn: Temporal.PlainDate, parts: ReadonlyMap<string, string>, language: Language): string {
  const leap = parts.get('BYMONTHDAY') === '-1' && parts.get('BYMONTH') === '2'
  const day = leap ? new Temporal.PlainDate(2028, 2, 29) : startsOn
  return inWords(day, language, { day: 'numeric', month: 'long' })
}

/** 2 November 2026 was a Monday. */
const weekdayName = (code: string, language: Language) =>
  new Temporal.PlainDate(2026, 11, 2 + Math.max(0, WEEKDAYS.indexOf(code))).toLocaleString(localeOf(language), {
    weekday: 'long',
    calendar: 'gregory',
  })

const monthName = (month: number, language: Language) =>
  new Temporal.PlainDate(2026, month || 1, 1).toLocaleString(localeOf(language), { month: 'long', calendar: 'gregory' })

const listOf = (words: readonly string[], language: Language) => new Intl.ListFormat(language).format(words)
