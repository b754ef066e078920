/** Purpose: as many library entries as a speed test wants: real phrases of the starter library among words as frequent as in real text. */
import type { Concern, Kind, Target } from '../src/library/entry.ts'
import { CONCERNS, KINDS, TARGETS } from '../src/library/entry.ts'
import type { LibraryEntry } from '../src/library/question.ts'

export type Stock = {
  /** Words, the most frequent first. */
  readonly words: readonly string[]
  readonly phrases: readonly string[]
  readonly themes: readonly string[]
  readonly places: readonly string[]
}

/** The same number always makes the same entries. */
export function makeEntries(count: number, stock: Stock): LibraryEntry[] {
  const random = randomNumbers(count)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]
  const text = (length: number, phrases: number) => {
    const words = Array.from({ length }, () => stock.words[zipf(random(), stock.words.length)] ?? '')
    for (let at = 0; at < phrases; at++) words.splice(Math.floor(random() * words.length), 0, pick(stock.phrases) ?? '')
    return words.join(' ')
  }
  const some = <T>(list: readonly T[], most: number) =>
    Array.from({ length: Math.ceil(random() * most) }, () => pick(list)).filter(value => value !== undefined)
  return Array.from({ length: count }, (_, at) => ({
    coalition: 0,
    id: `P-${String(at + 1).padStart(3, '0')}`,
    kind: pick<Kind>(KINDS) ?? 'practice',
    title: text(4, 1),
    summary: text(28, 4),
    themes: some(stock.themes, 3),
    places: random() < 0.5 ? some(stock.places, 2) : [],
    organisations: random() < 0.3 ? [text(2, 0)] : [],
    targets: some<Target>(TARGETS, 2),
    concerns: some<Concern>(CONCERNS, 2),
    actions: [],
    indicators: [],
    asks: [text(4, 1), text(5, 0), text(3, 1)],
    related: [],
    section: 'synthetic',
    source: { id: 'synthetic', title: 'Synthetic entries', year: 2026, event: 'Speed test' },
  }))
}

/** Word number r is drawn about 1/r as often as the first. */
const zipf = (share: number, count: number) => Math.min(count - 1, Math.floor(count ** share) - 1)

/** Mulberry32: small, even, and the same everywhere. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
