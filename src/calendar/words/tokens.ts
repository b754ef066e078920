/** Purpose: cut what was typed into words whose meaning for a calendar is known. */
import { fold } from '../../nearest.ts'
import { LEXICONS, type Meaning, type Tongue } from './lexicon.ts'

/** `from` and `to` are places in the text as it was typed. */
export type Token = Sense & { readonly from: number; readonly to: number }
export type Sense =
  | Meaning
  | { readonly is: 'iso'; readonly day: Temporal.PlainDate }
  | { readonly is: 'numeric'; readonly first: number; readonly second: number; readonly year: number | undefined }
  | { readonly is: 'range'; readonly first: number; readonly second: number }
  | { readonly is: 'time'; readonly hour: number; readonly minute: number }
  | { readonly is: 'half'; readonly afternoon: boolean }
  | { readonly is: 'nth' | 'year'; readonly n: number }
  | { readonly is: 'unknown' }

type Raw = { readonly word: string; readonly from: number; readonly to: number }
const LONGEST_PHRASE = 4

export function tokenise(text: string, tongues: readonly Tongue[]): Token[] {
  const raw = Array.from(text.matchAll(/[\p{L}\p{M}\p{N}:/\-–'’º°ª.]+/gu), match => {
    const word = match[0].replace(/[.:]+$/, '')
    return { word: fold(word).replace(/['’]/g, ''), from: match.index, to: match.index + match[0].length }
  }).filter(({ word }) => word !== '')
  const tokens: Token[] = []
  for (let at = 0; at < raw.length; ) {
    const { sense, length } = phraseAt(raw, at, tongues)
    const [first, last] = [raw[at], raw[at + length - 1]]
    if (first && last) tokens.push({ ...sense, from: first.from, to: last.to })
    at += length
  }
  return tokens
}

/** The longest phrase that one of the languages knows, the person's own first. */
function phraseAt(raw: readonly Raw[], at: number, tongues: readonly Tongue[]): { sense: Sense; length: number } {
  for (let length = LONGEST_PHRASE; length > 0; length--) {
    const phrase = raw.slice(at, at + length)
    if (phrase.length < length) continue
    const words = phrase.map(({ word }) => word).join(' ')
    for (const tongue of tongues) {
      const sense = LEXICONS[tongue].get(words)
      if (sense) return { sense, length }
    }
  }
  return { sense: readFigures(raw[at]?.word ?? ''), length: 1 }
}

type Reader = readonly [RegExp, (...parts: string[]) => Sense | undefined]
const READERS: readonly Reader[] = [
  [/^(\d{4}-\d\d-\d\d)$/, day => isoDay(day)],
  [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/, (first, second, year) => numeric(first, second, year)],
  [/^(\d{1,2})\/(\d{1,2})$/, (first, second) => numeric(first, second)],
  [/^(\d{1,2})[-–](\d{1,2})$/, (first, second) => ({ is: 'range', first: Number(first), second: Number(second) })],
  [/^(\d{1,2})(?::|h)(\d\d)(am|pm)?$/, (hour, minute, half) => time(hour, minute, half)],
  [/^(\d{1,2})h$/, hour => time(hour, '0')],
  [/^(\d{1,2})(am|pm)$/, (hour, half) => time(hour, '0', half)],
  [/^([ap])\.?m$/, half => ({ is: 'half', afternoon: half === 'p' })],
  [/^(\d{1,2})(?:st|nd|rd|th|er|ere|re|e|eme|o|a|°)$/, n => ({ is: 'nth', n: Number(n) })],
  [/^((?:19|20)\d\d)$/, year => ({ is: 'year', n: Number(year) })],
  [/^(\d{1,3})$/, n => ({ is: 'number', n: Number(n) })],
]

function readFigures(word: string): Sense {
  for (const [shape, make] of READERS) {
    const parts = shape.exec(word)
    const sense = parts && make(...parts.slice(1))
    if (sense) return sense
  }
  return { is: 'unknown' }
}

function isoDay(text = ''): Sense | undefined {
  try {
    return { is: 'iso', day: Temporal.PlainDate.from(text) }
  } catch {
    return undefined
  }
}

function time(hour = '', minute = '', half?: string): Sense | undefined {
  const h = Number(hour)
  const value = half === undefined ? h : (h % 12) + (half === 'pm' ? 12 : 0)
  return value > 23 || Number(minute) > 59 || (half !== undefined && (h < 1 || h > 12))
    ? undefined
    : { is: 'time', hour: value, minute: Number(minute) }
}

function numeric(first = '', second = '', year?: string): Sense {
  const full = year === undefined ? undefined : Number(year.length === 2 ? `20${year}` : year)
  return { is: 'numeric', first: Number(first), second: Number(second), year: full }
}
