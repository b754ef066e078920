/** Purpose: read an entry: which features it holds (words, concepts, places, themes, kind, targets), and how heavily each. */
import type { LibraryEntry } from '../question.ts'
import { float32, roomFor } from './growing.ts'
import type { Knowledge } from './knowledge.ts'
import type { Marks, Run } from './marks.ts'
import { pack } from './postings.ts'
import { passagesOf } from './reading.ts'
import type { Vocabulary } from './vocabulary.ts'
import { FIELDS, NEAR } from './weights.ts'

/** Features with their weights packed (see postings.ts), the words by number, and the length in words that counts for ranking. */
export type Reading = { readonly held: Uint32Array; readonly words: Uint32Array; readonly length: number }

/** The words' numbers, the features of those worth finding, and the marks. */
type Analysis = { readonly words: readonly number[]; readonly found: readonly number[]; readonly marked: readonly number[] }

/** Stands between the words of two passages; no word has this number. */
export const GAP = 0xffffffff

/** Names of organisations, themes and places come again and again: so many are remembered. */
const REMEMBERED = 5000

export class Reader {
  readonly #vocabulary: Vocabulary
  readonly #marks: Marks
  readonly #names: ReadonlyMap<string, string>
  readonly #around: ReadonlyMap<number, readonly number[]>
  readonly #known = new Map<string, Analysis>()
  /** The weights of what the entry at hand holds, by feature, and which features those are. */
  #weights = new Float32Array(1 << 12)
  readonly #held: number[] = []

  constructor({ themes, places }: Knowledge, vocabulary: Vocabulary, marks: Marks) {
    this.#vocabulary = vocabulary
    this.#marks = marks
    this.#names = new Map([...themes.all, ...places.all].map(({ id, names }) => [id, names['en'] ?? id]))
    this.#around = new Map(
      places.all.map(({ id, within }) => [marks.feature('place', id), within.map(outer => marks.feature('place', outer))]),
    )
  }

  /** The English name of a place or a theme. */
  nameOf(id: string): string {
    return this.#names.get(id) ?? id.replaceAll('-', ' ')
  }

  read(entry: LibraryEntry): Reading {
    const words: number[] = []
    let length = 0
    for (const { text, weight, counts, names, bare } of passagesOf(entry, id => this.nameOf(id))) {
      const analysis = names ? this.#analyseName(text) : this.#analyse(text)
      for (const word of analysis.words) words.push(word)
      words.push(GAP)
      if (counts) length += analysis.words.length
      for (const feature of analysis.found) this.#hold(feature, weight)
      if (!bare) for (const feature of analysis.marked) this.#holdMark(feature, weight, names ? NEAR.inName : 1)
    }
    for (const id of entry.places) this.#holdMark(this.#marks.feature('place', id), FIELDS.names, 1)
    for (const id of entry.themes) this.#hold(this.#marks.feature('theme', id), FIELDS.names)
    for (const target of entry.targets) this.#hold(this.#marks.feature('target', target), FIELDS.names)
    this.#hold(this.#marks.feature('kind', entry.kind), FIELDS.names)
    return { held: this.#takeHeld(), words: Uint32Array.from(words), length }
  }

  /** An entry about a place is also about all that the place lies in, only less. */
  #holdMark(feature: number, weight: number, share: number): void {
    const around = this.#around.get(feature)
    this.#hold(feature, around ? weight * share : weight)
    for (const outer of around ?? []) this.#hold(outer, weight * share * NEAR.around)
  }

  #hold(feature: number, weight: number): void {
    this.#weights = roomFor(this.#weights, feature, float32)
    const before = this.#weights[feature] ?? 0
    if (before === 0) this.#held.push(feature)
    this.#weights[feature] = before + weight
  }

  /** What was held since the last time, in the order of the text. */
  #takeHeld(): Uint32Array {
    const packed = new Uint32Array(this.#held.length)
    let at = 0
    for (const feature of this.#held) {
      packed[at++] = pack(feature, Math.round(this.#weights[feature] ?? 0))
      this.#weights[feature] = 0
    }
    this.#held.length = 0
    return packed
  }

  #analyseName(text: string): Analysis {
    const known = this.#known.get(text)
    if (known) return known
    const fresh = this.#analyse(text)
    if (this.#known.size < REMEMBERED) this.#known.set(text, fresh)
    return fresh
  }

  #analyse(text: string): Analysis {
    const words = this.#vocabulary.read(text)
    const numbers: number[] = []
    const stems: number[] = []
    const found: number[] = []
    const marked: number[] = []
    const run: Run = { numbers, stems }
    for (const word of words) {
      const role = this.#vocabulary.role(word)
      if (role === 'pointer') continue
      const feature = this.#vocabulary.feature(word)
      numbers.push(word)
      stems.push(feature)
      if (role === 'content') found.push(feature)
    }
    for (let at = 0; at < numbers.length; at++) {
      if (!this.#marks.begins(numbers[at] ?? -1, stems[at] ?? -1)) continue
      for (const mark of this.#marks.inEntry(run, at)?.marks ?? []) marked.push(mark.feature)
    }
    return { words, found, marked }
  }
}
