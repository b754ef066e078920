/** Purpose: understand when something is, said in English, French, Spanish or Portuguese; and part it from what it is about. */
import { chrono } from '../../spoken-dates.ts'
import type { When } from '../calendar-date.ts'
import type { Tongue } from './lexicon.ts'
import { type Day, readDay } from './read-day.ts'
import { takeTime } from './read-time.ts'
import { type Token, tokenise } from './tokens.ts'

/** Several where it can be meant in several ways: then one must ask. `from` and `to` are the words that said it. */
export type Understood = { readonly whens: readonly When[]; readonly from: number; readonly to: number }

/** The whole text says when. */
export function readWhen(text: string, now: Temporal.PlainDateTime, language: string): Understood | undefined {
  const whens = readTokens(tokenise(text, tonguesFor(language)), now) ?? readFreely(text, now, language)
  return whens && { whens, from: 0, to: text.length }
}

/** Some words at the beginning or at the end of the text say when; the longest that do. */
export function findWhen(text: string, now: Temporal.PlainDateTime, language: string): Understood | undefined {
  const tokens = tokenise(text, tonguesFor(language))
  const cut = (from: number, to: number): Understood | undefined => {
    const part = tokens.slice(from, to)
    const whens = readTokens(part, now)
    return whens && { whens, from: part[0]?.from ?? 0, to: part.at(-1)?.to ?? 0 }
  }
  for (let length = Math.min(tokens.length, LONGEST); length > 0; length--) {
    const leading = belongsToNext(tokens, length) ? undefined : cut(0, length)
    const found = leading ?? cut(tokens.length - length, tokens.length)
    if (found) return found
  }
  return undefined
}

/** "21 March | the great march": a small word after the date goes with what follows. */
function belongsToNext(tokens: readonly Token[], length: number): boolean {
  const last = tokens[length - 1]
  return last?.is === 'noise' && length < tokens.length && last.to - last.from <= SMALL
}
const SMALL = 3
const LONGEST = 16
const TONGUES: readonly Tongue[] = ['en', 'fr', 'es', 'pt']
const tonguesFor = (language: string) => [
  ...TONGUES.filter(tongue => tongue === language),
  ...TONGUES.filter(tongue => tongue !== language),
]

/** The person's own language may know a word that the text means in another: each is tried alone before all are tried together. */
function readTokens(tokens: readonly Token[], now: Temporal.PlainDateTime): When[] | undefined {
  const { at, rest } = takeTime(tokens)
  const meant = rest.filter(({ is }) => is !== 'noise')
  const days: readonly Day[] | undefined = meant.length === 0 && at ? [{ startsOn: nextDayWith(at, now) }] : readDay(rest, now)
  const whens = days?.map(({ startsOn, days = 1, rule, moment }) => {
    const time = at ?? moment
    return { startsOn, days, ...(rule !== undefined && { rule }), ...(time && { at: time }) }
  })
  return whens && whens.length > 0 ? whens : undefined
}

/** Only a time was said: today if it is still to come. */
const nextDayWith = (at: Temporal.PlainTime, now: Temporal.PlainDateTime) =>
  Temporal.PlainTime.compare(at, now.toPlainTime()) > 0 ? now.toPlainDate() : now.toPlainDate().add({ days: 1 })

function parserOf(tongue: Tongue) {
  const { en, fr, es, pt } = chrono()
  return { en: en.GB, fr: fr.casual, es: es.casual, pt: pt.casual }[tongue]
}

/** What our own words do not cover, if it is one day and the whole text says it. Figures alone are never guessed. */
function readFreely(text: string, now: Temporal.PlainDateTime, language: string): When[] | undefined {
  if (/\d+[/.-]\d+/.test(text) || EVERY.test(text)) return undefined
  for (const tongue of tonguesFor(language)) {
    const [found, ...more] = parserOf(tongue).parse(
      text,
      { instant: new Date(now.toZonedDateTime('UTC').epochMilliseconds), timezone: 0 },
      { forwardDate: true },
    )
    if (!found || more.length > 0 || found.text.length < text.trim().length - 3) continue
    const { start } = found
    if (!start.isCertain('day') && !start.isCertain('weekday')) continue
    const startsOn = new Temporal.PlainDate(Number(start.get('year')), Number(start.get('month')), Number(start.get('day')))
    return [
      {
        startsOn,
        days: 1,
        ...(start.isCertain('hour') && { at: new Temporal.PlainTime(Number(start.get('hour')), start.get('minute') ?? 0) }),
      },
    ]
  }
  return undefined
}

/** A recurrence must not be taken for its first day. */
const EVERY = /\b(every|each|daily|weekly|monthly|yearly|chaque|tous|toutes|cada|todos|todas|todo|toda)\b/i
