/** Purpose: read the words for one day or a recurrence. Each kind of word is a letter, so that a phrase is a pattern: `O W M` is "second Sunday of November". */
import { daysFrom } from '../recurrence.ts'
import type { Unit } from './lexicon.ts'
import { everyFrom, monthlyNth, monthlyOn, weeklyOn, yearlyNth, yearlyOn } from './rules.ts'
import type { Token } from './tokens.ts'

/** `moment` is a time that follows from the words themselves: in two hours. */
export type Day = {
  readonly startsOn: Temporal.PlainDate
  readonly days?: number
  readonly rule?: string
  readonly moment?: Temporal.PlainTime
}
/** Several where the words can mean several days (03/04). */
export type Reading = readonly Day[]

const LETTERS: Readonly<Record<string, string>> = {
  number: 'N',
  nth: 'T',
  ordinal: 'O',
  month: 'M',
  weekday: 'W',
  unit: 'U',
  every: 'E',
  in: 'I',
  before: 'B',
  after: 'A',
  from: 'F',
  next: 'X',
  day: 'D',
  end: 'Z',
  'last-day': 'L',
  year: 'Y',
  iso: 'S',
  numeric: 'P',
  range: 'R',
  adverb: 'V',
  now: 'C',
  and: 'K',
  at: 'a',
  unknown: '?',
  half: '?',
  time: '?',
  part: '?',
  clock: '?',
}

type Words = { readonly tokens: readonly Token[]; readonly now: Temporal.PlainDateTime }
type Rule = readonly [RegExp, (words: Words) => Reading | undefined]

/** All of the words must be understood; nothing otherwise. */
export function readDay(all: readonly Token[], now: Temporal.PlainDateTime): Reading | undefined {
  const tokens = asOrdinals(all.filter(({ is }) => is !== 'noise'))
  const shape = tokens.map(({ is }) => LETTERS[is] ?? '?').join('')
  for (const [pattern, read] of RULES) {
    if (!pattern.test(shape)) continue
    const reading = guard(() => read({ tokens, now }))
    if (reading && reading.length > 0) return reading
  }
  return undefined
}

/** Portuguese names Monday, Wednesday and Thursday "second", "fourth" and "fifth": before another weekday they count. */
const asOrdinals = (tokens: readonly Token[]): Token[] =>
  tokens.map((token, at) => {
    const n = token.is === 'weekday' && tokens[at + 1]?.is === 'weekday' ? [undefined, 2, undefined, 4, 5][token.n] : undefined
    return n === undefined ? token : { is: 'ordinal', n, from: token.from, to: token.to }
  })

const RULES: readonly Rule[] = [
  [/^S$/, ({ tokens }) => tokens.flatMap(token => (token.is === 'iso' ? [{ startsOn: token.day }] : []))],
  [/^P$/, words => readNumeric(words)],
  [/^(W)?[NTO]MY?$|^(W)?M[NT]Y?$/, words => [{ startsOn: dayOfMonth(words) }]],
  [/^R MY?$|^RMY?$|^MRY?$/, words => readRange(words)],
  [/^[OT]WM$/, words => recurring(words, yearlyNth(n(words, 'month'), nth(words), n(words, 'weekday')))],
  [/^[OT]WMY$/, words => once(words, yearlyNth(n(words, 'month'), nth(words), n(words, 'weekday')))],
  [/^E?[OT]WE?U$/, words => (unit(words) === 'month' ? recurring(words, monthlyNth(nth(words), n(words, 'weekday'))) : undefined)],
  [/^V[OT]W$/, words => (unit(words) === 'month' ? recurring(words, monthlyNth(nth(words), n(words, 'weekday'))) : undefined)],
  [/^E?(L|ZE)U$|^LEU$/, words => (unit(words) === 'month' ? recurring(words, monthlyOn(-1)) : undefined)],
  [/^ZU$/, words => readEnd(words)],
  [/^[LZ]MY?$/, words => [{ startsOn: lastOfMonth(words) }]],
  [
    /^D$/,
    ({ tokens, now }) => tokens.flatMap(token => (token.is === 'day' ? [{ startsOn: now.toPlainDate().add({ days: token.offset }) }] : [])),
  ],
  [/^X?WX?$/, words => recurring(words, weeklyOn([n(words, 'weekday')])).map(({ startsOn }) => ({ startsOn }))],
  [/^XU$|^UX$/, words => offset(words, 1)],
  [/^INU$|^NUC$|^IU$/, words => offset(words, 1)],
  [/^NU[BA]./, words => readShifted(words)],
  [/^[EV]N?U?W?(F.+)?$|^E[OT]UF?.*$/, words => readEvery(words)],
  [/^EW(K?W)*$/, words => recurring(words, weeklyOn(words.tokens.flatMap(token => (token.is === 'weekday' ? [token.n] : []))))],
  [/^([NTO]MY?|M[NT]Y?|S|P)(EU|V)$|^(EU?|V)([NTO]M|M[NT]|S|P)$/, words => readYearly(words)],
  [/^U?[NT](EU|V|U)$|^(EU|V)U?[NT]$/, words => readMonthly(words)],
]

const n = ({ tokens }: Words, is: 'month' | 'weekday' | 'year'): number => {
  for (const token of tokens) if (token.is === is) return token.n
  throw new RangeError(`no ${is}`)
}
const figure = ({ tokens }: Words): number | undefined => {
  for (const token of tokens) if (token.is === 'number' || token.is === 'nth' || token.is === 'ordinal') return token.n
  return undefined
}
const nth = (words: Words): number => {
  const value = figure(words) ?? 0
  if (value < -1 || value === 0 || value > 5) throw new RangeError('no such weekday')
  return value
}
const unit = ({ tokens }: Words): Unit | undefined => {
  for (const token of tokens) if (token.is === 'unit' || token.is === 'adverb') return token.unit
  return undefined
}
const has = ({ tokens }: Words, is: Token['is']) => tokens.some(token => token.is === is)

/** The next such day, or the one in the year that was named. 29 February waits for a leap year. */
function dayOfMonth(words: Words): Temporal.PlainDate {
  const [month, day] = [n(words, 'month'), figure(words) ?? 0]
  if (day < 1 || day > 31) throw new RangeError('no such day')
  return nextOn(words, month, day)
}

function nextOn(words: Words, month: number, day: number): Temporal.PlainDate {
  if (has(words, 'year')) return exact(n(words, 'year'), month, day)
  const today = words.now.toPlainDate()
  for (let year = today.year; year <= today.year + 8; year++) {
    const found = guard(() => exact(year, month, day))
    if (found && Temporal.PlainDate.compare(found, today) >= 0) return found
  }
  throw new RangeError('no such day')
}

const exact = (year: number, month: number, day: number) => Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })

/** Day first or month first is only known where one of them is above 12, or both are the same. */
function readNumeric(words: Words): Reading {
  const token = words.tokens.find(({ is }) => is === 'numeric')
  if (token?.is !== 'numeric') return []
  const { first, second, year } = token
  const withYear: Words = year === undefined ? words : { ...words, tokens: [{ is: 'year', n: year, from: 0, to: 0 }] }
  const read = (day: number, month: number) => guard(() => [{ startsOn: nextOn(withYear, month, day) }]) ?? []
  return first === second ? read(first, second) : [...read(first, second), ...read(second, first)]
}

function readRange(words: Words): Reading {
  const range = words.tokens.find(token => token.is === 'range')
  if (range?.is !== 'range' || range.second < range.first) return []
  return [{ startsOn: nextOn(words, n(words, 'month'), range.first), days: range.second - range.first + 1 }]
}

const firstDay = ({ now }: Words, rule: string, from = now.toPlainDate()): Temporal.PlainDate => {
  for (const day of daysFrom({ startsOn: from, rule, skips: [] }, from)) return day
  throw new RangeError('never')
}
const recurring = (words: Words, rule: string): Reading => [{ startsOn: firstDay(words, rule), rule }]
const once = (words: Words, rule: string): Reading => [{ startsOn: firstDay(words, rule, new Temporal.PlainDate(n(words, 'year'), 1, 1)) }]

function readEnd(words: Words): Reading | undefined {
  const today = words.now.toPlainDate()
  if (unit(words) === 'month') return [{ startsOn: today.with({ day: today.daysInMonth }) }]
  return unit(words) === 'year' ? [{ startsOn: today.with({ month: 12, day: 31 }) }] : undefined
}

function lastOfMonth(words: Words): Temporal.PlainDate {
  const first = nextOn(words, n(words, 'month'), 28)
  return first.with({ day: first.daysInMonth })
}

/** In so long, from now on. Hours and minutes give the time as well. */
function offset(words: Words, direction: 1 | -1, from?: Temporal.PlainDate): Reading | undefined {
  const amount = (figure(words) ?? 1) * direction
  const of = unit(words)
  if (of === undefined) return undefined
  if (of === 'hour' || of === 'minute') {
    if (from) return undefined
    const moment = words.now.add(of === 'hour' ? { hours: amount } : { minutes: amount })
    return [{ startsOn: moment.toPlainDate(), moment: moment.toPlainTime().round('minute') }]
  }
  const base = from ?? words.now.toPlainDate()
  return [
    {
      startsOn: base.add(
        of === 'day' ? { days: amount } : of === 'week' ? { weeks: amount } : of === 'month' ? { months: amount } : { years: amount },
      ),
    },
  ]
}

/** "Six weeks before 21 March", also every year. */
function readShifted(words: Words): Reading | undefined {
  const [, , relation] = words.tokens
  const shift: Words = { ...words, tokens: words.tokens.slice(0, 2) }
  const target = readDay(words.tokens.slice(3), words.now)
  return target?.flatMap(({ startsOn, rule }) => {
    const moved = offset(shift, relation?.is === 'before' ? -1 : 1, startsOn)?.[0]
    if (!moved) return []
    if (rule === undefined) return [moved]
    if (rule !== yearlyOn(startsOn)) return []
    const yearly = yearlyOn(moved.startsOn)
    return [{ startsOn: firstDay(words, yearly), rule: yearly }]
  })
}

/** "Every 6 months from 1 June", "every 2 weeks on Friday", "monthly". */
function readEvery(words: Words): Reading | undefined {
  const { tokens, now } = words
  const split = tokens.findIndex(({ is }) => is === 'from')
  const head: Words = { now, tokens: split < 0 ? tokens : tokens.slice(0, split) }
  const of = unit(head)
  if (of === undefined) return undefined
  const adverb = tokens.find(({ is }) => is === 'adverb')
  const every = adverb?.is === 'adverb' ? adverb.n : (figure(head) ?? 1)
  const starts = split < 0 ? [{ startsOn: now.toPlainDate() }] : readDay(tokens.slice(split + 1), now)
  return starts?.flatMap(({ startsOn }) => {
    if (every < 1) return []
    const weekday = of === 'week' && has(head, 'weekday') ? n(head, 'weekday') : undefined
    const first = weekday === undefined ? startsOn : firstDay(words, weeklyOn([weekday]), startsOn)
    const rule = everyFrom(first, every, of)
    return rule ? [{ startsOn: firstDay(words, rule, first), rule }] : []
  })
}

function readYearly(words: Words): Reading | undefined {
  const of = unit(words)
  if (of !== undefined && of !== 'year') return undefined
  const day = words.tokens.filter(({ is }) => is !== 'every' && is !== 'unit' && is !== 'adverb')
  return readDay(day, words.now)?.map(({ startsOn }) => ({ startsOn, rule: yearlyOn(startsOn) }))
}

/** "The 15th of every month", "todo dia 15". */
function readMonthly(words: Words): Reading | undefined {
  const day = figure(words) ?? 0
  const units = words.tokens.flatMap(token => (token.is === 'unit' || token.is === 'adverb' ? [token.unit] : []))
  const monthly = units.includes('month') || (units[0] === 'day' && units.length === 1 && has(words, 'every'))
  return monthly && day >= 1 && day <= 31 ? recurring(words, monthlyOn(day)) : undefined
}

/** Days that do not exist (31 April) are not understood; anything else that goes wrong is an error. */
function guard<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
