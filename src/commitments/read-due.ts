/** Purpose: the day that “june 2017”, “21 March” or “the end of the year” means as a deadline: the last day of a period. */
import { chrono } from '../spoken-dates.ts'

const MONTHS: readonly RegExp[] = [
  /^(jan|janv|ene)|^يناير/,
  /^(feb|fév|fev)|^فبراير/,
  /^(mar)|^مارس/,
  /^(apr|avr|abr)|^(أبريل|ابريل)/,
  /^(may|mai)|^مايو/,
  /^(jun|juin)|^يونيو/,
  /^(jul|juil)|^يوليو/,
  /^(aug|août|aout|ago)|^أغسطس/,
  /^(sep)|^سبتمبر/,
  /^(oct)|^أكتوبر/,
  /^(nov)|^نوفمبر/,
  /^(dec|déc|dic)|^ديسمبر/,
]
const monthOf = (word: string) => MONTHS.findIndex(shape => shape.test(word.toLowerCase())) + 1

/** @returns the day as `2017-06-30`, or null where the words are no date (an event, “soon”) */
export function readDue(words: string, today: Temporal.PlainDate): string | null {
  const text = words.trim().replace(/^(the|le|la|el|fin(?: de)?|end of|finales de|نهاية)\s+/i, '')
  return (
    (
      iso(text) ??
      year(text) ??
      dayAndMonth(text, today) ??
      monthAndYear(text, today) ??
      inMonths(text, today) ??
      spoken(text, today)
    )?.toString() ?? null
  )
}

function iso(text: string) {
  const [found] = /^\d{4}-\d\d-\d\d\b/.exec(text) ?? []
  return found ? dateOf(Number(found.slice(0, 4)), Number(found.slice(5, 7)), Number(found.slice(8))) : undefined
}

const year = (text: string) => (/^(20\d\d)$/.test(text) ? dateOf(Number(text), 12, 31) : undefined)

function dayAndMonth(text: string, today: Temporal.PlainDate) {
  const [, first, name = '', , again] =
    /^(\d{1,2})(?:st|nd|rd|th|er|º)?\s+(?:de\s+|of\s+)?(\p{L}{3,})\.?(\s+(?:de\s+)?(20\d\d))?/iu.exec(text) ?? []
  const [, monthFirst = '', second, , later] = /^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d)(,?\s+(20\d\d))?/iu.exec(text) ?? []
  const month = monthOf(name || monthFirst)
  if (month === 0) return undefined
  return nextOf(Number(first ?? second), month, again ?? later, today)
}

function nextOf(day: number, month: number, given: string | undefined, today: Temporal.PlainDate) {
  if (given) return dateOf(Number(given), month, day)
  const soon = dateOf(today.year, month, day)
  return soon && Temporal.PlainDate.compare(soon, today) < 0 ? dateOf(today.year + 1, month, day) : soon
}

function monthAndYear(text: string, today: Temporal.PlainDate) {
  const [, name = '', given] = /^(\p{L}{3,})\.?(?:\s+(?:de\s+)?(20\d\d))?$/iu.exec(text) ?? []
  const month = monthOf(name)
  if (month === 0) return undefined
  const meant = given ? Number(given) : month < today.month ? today.year + 1 : today.year
  const first = dateOf(meant, month, 1)
  return first?.with({ day: first.daysInMonth })
}

const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  a: 1,
  two: 2,
  three: 3,
  six: 6,
  nine: 9,
  twelve: 12,
  un: 1,
  deux: 2,
  trois: 3,
  dos: 2,
  tres: 3,
  seis: 6,
}
function inMonths(text: string, today: Temporal.PlainDate) {
  const [, count = '', unit = ''] =
    /^(?:in|within|dans|en)?\s*(?:the next\s+)?(\p{L}+|\d{1,2})\s+(days?|weeks?|months?|years?|mois|semaines?|jours?|meses|semanas|días|ans?|años?)$/iu.exec(
      text,
    ) ?? []
  const amount = NUMBERS[count.toLowerCase()] ?? Number(count)
  if (!Number.isInteger(amount) || amount < 1) return undefined
  if (/^(d|j|dí)/i.test(unit)) return today.add({ days: amount })
  if (/^(w|se)/i.test(unit)) return today.add({ weeks: amount })
  return today.add(/^m/i.test(unit) ? { months: amount } : { years: amount })
}

/** Only what names a day for certain; “after the summit” does not. */
function spoken(text: string, today: Temporal.PlainDate) {
  const reference = new Date(`${today.toString()}T12:00:00Z`)
  const { en, fr, es } = chrono()
  const parsers = [en, fr, es]
  for (const parser of parsers) {
    const [found] = parser.parse(text, { instant: reference, timezone: 0 }, { forwardDate: true })
    if (found?.index !== 0 || !found.start.isCertain('day')) continue
    return dateOf(found.start.get('year') ?? 0, found.start.get('month') ?? 0, found.start.get('day') ?? 0)
  }
  return undefined
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
