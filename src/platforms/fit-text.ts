/** Purpose: fit words into a platform's limits without cutting a character, a word that would fit whole, or (by their size) an escape sequence in half. */

/** How long a text counts once it is written; by default its UTF-16 length, which is never less than what Slack and Discord count. */
export type Size = (text: string) => number
const plainSize: Size = text => text.length

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** Families, flags and stacked accents are many code units long: so many more than fit are looked at. */
const LONG_CHARACTER = 64
/** Where a text is cut, best first: after a paragraph, a line, a sentence. A cut earlier than this part of a piece would leave it too empty. */
const BORDERS = [/\n{2,}/g, /\n/g, /[.!?…。؟]["”’»)]*\s+/g]
const FULL_ENOUGH = 0.5

/** Pieces of at most `max`, cut at the best border; together they are the text again, but for white space at the cuts. */
export function splitText(text: string, max: number, size: Size = plainSize): string[] {
  const pieces: string[] = []
  let rest = text
  while (size(rest) > max) {
    const piece = atBorder(startWithin(rest, max, size), rest)
    if (piece.trim() !== '') pieces.push(piece.trimEnd())
    rest = rest.slice(piece.length).trimStart()
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest]
}

/** A label of at most `max`, with “…” where something was left out. */
export function shorten(text: string, max: number, size: Size = plainSize): string {
  if (size(text) <= max) return text
  const room = max - size('…')
  return `${room > 0 ? startWithin(text, room, size).trimEnd() : ''}…`
}

/** As many whole characters from the start as fit; of a single one that is longer than that, as many code points. Never nothing. */
function startWithin(text: string, max: number, size: Size): string {
  const window = text.slice(0, max + LONG_CHARACTER)
  const whole = longestWithin(
    Array.from(graphemes.segment(window), ({ index, segment }) => index + segment.length),
    end => size(text.slice(0, end)) <= max,
  )
  if (whole !== undefined) return text.slice(0, whole)
  let end = 0
  const ends = Array.from(window, point => (end += point.length))
  return text.slice(0, longestWithin(ends, end => size(text.slice(0, end)) <= max) ?? ends[0])
}

/** The largest of the rising `ends` that fits, found by halving. */
function longestWithin(ends: readonly number[], fits: (end: number) => boolean): number | undefined {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (fits(ends[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return ends[low - 1]
}

/** The start of the text again, without the part of a sentence or word that goes on after it. */
function atBorder(start: string, whole: string): string {
  if (start.length === whole.length) return start
  for (const border of BORDERS) {
    const last = [...start.matchAll(border)].at(-1)
    const end = last ? last.index + last[0].length : 0
    if (end > start.length * FULL_ENOUGH) return start.slice(0, end)
  }
  if (/^\s/.test(whole.slice(start.length))) return start
  // A long word, such as an address, goes whole into the next piece; only one that is longer than a piece is cut.
  const words = /^.*\s/s.exec(start)?.[0] ?? ''
  return words.trim() === '' ? beforeAddress(start, whole) : words
}

/** In a wall of words without a space an address begins the next piece, rather than being cut. */
function beforeAddress(start: string, whole: string): string {
  const begun = [...whole.slice(0, start.length + SCHEME.length).matchAll(/https?:\/\//gi)].findLast(({ index }) => index < start.length)
  return begun && begun.index > 0 ? start.slice(0, begun.index) : start
}
const SCHEME = 'https://'
