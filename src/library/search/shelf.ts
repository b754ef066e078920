/** Purpose: the entries themselves, each in a slot, and what they hold; one entry can be put or taken away at any time. */
import type { LibraryEntry } from '../question.ts'
import type { Knowledge } from './knowledge.ts'
import { type Marks, makeMarks, type Run } from './marks.ts'
import { MAX_SLOTS, makePostings, type Postings } from './postings.ts'
import { passagesOf } from './reading.ts'
import { makeFeatures, makeVocabulary, type Vocabulary } from './vocabulary.ts'
import { foldedWordsOf } from './words.ts'

export type Shelf = {
  readonly vocabulary: Vocabulary
  readonly marks: Marks
  readonly postings: Postings
  readonly count: () => number
  /** One above the highest slot in use. */
  readonly slots: () => number
  entry(slot: number): LibraryEntry | undefined
  slotOf(entry: { readonly coalition: number; readonly id: string }): number | undefined
  /** By slot: how much an entry's length asks of a word's weight (the `k1 × norm` of BM25). */
  lengthNorms(): Float32Array
  /** The English name of a place or a theme. */
  nameOf(id: string): string
  /** What an entry holds: feature and weight, in tenths. */
  features(entry: LibraryEntry): ReadonlyMap<number, number>
  put(entry: LibraryEntry): void
  remove(coalition: number, id: string): void
}

export const K1 = 1.2
const B = 0.4
/** What lies around a place is meant less than the place; a place inside an organisation's name hardly at all. */
const AROUND = 0.45
const IN_A_NAME = 0.2

export function makeShelf(knowledge: Knowledge): Shelf {
  const features = makeFeatures()
  const vocabulary = makeVocabulary(features)
  const marks = makeMarks(knowledge, vocabulary, features)
  const postings = makePostings()
  const entries: (LibraryEntry | undefined)[] = []
  const lengths: number[] = []
  const slotByKey = new Map<string, number>()
  const free: number[] = []
  let totalLength = 0
  let norms: Float32Array | undefined

  const names = new Map([...knowledge.themes.all, ...knowledge.places.all].map(({ id, names }) => [id, names['en'] ?? id]))
  const around = new Map(
    knowledge.places.all.map(({ id, within }) => [marks.feature('place', id), within.map(outer => marks.feature('place', outer))]),
  )
  const known = new Map<string, Analysis>()

  const analyse = (text: string): Analysis => analyseText(text, vocabulary, marks)
  const analyseName = (text: string): Analysis => {
    const there = known.get(text)
    if (there) return there
    const fresh = analyse(text)
    if (known.size < 5000) known.set(text, fresh)
    return fresh
  }

  const read = (entry: LibraryEntry, seen: (number: number) => void) => {
    const held = new Map<number, number>()
    const hold = (feature: number, weight: number) => held.set(feature, (held.get(feature) ?? 0) + weight)
    const holdPlace = (feature: number, weight: number) => {
      hold(feature, weight)
      for (const outer of around.get(feature) ?? []) hold(outer, weight * AROUND)
    }
    let length = 0
    for (const { text, weight, counts, names } of passagesOf(entry, (_, id) => nameOf(id))) {
      const { words, found, marked } = names ? analyseName(text) : analyse(text)
      words.forEach(seen)
      if (counts) length += words.length
      for (const feature of found) hold(feature, weight)
      for (const feature of marked) {
        if (around.has(feature)) holdPlace(feature, weight * (names ? IN_A_NAME : 1))
        else hold(feature, weight)
      }
    }
    for (const id of entry.places) holdPlace(marks.feature('place', id), 22)
    for (const id of entry.themes) hold(marks.feature('theme', id), 22)
    for (const target of entry.targets) hold(marks.feature('target', target), 22)
    hold(marks.feature('kind', entry.kind), 22)
    return { held, length }
  }
  const nameOf = (id: string) => names.get(id) ?? id.replaceAll('-', ' ')
  const keyOf = ({ coalition, id }: { readonly coalition: number; readonly id: string }) => `${coalition}/${id}`

  const remove = (coalition: number, id: string) => {
    const slot = slotByKey.get(keyOf({ coalition, id }))
    const entry = slot === undefined ? undefined : entries[slot]
    if (slot === undefined || !entry) return
    const { held } = read(entry, number => vocabulary.use(number, -1))
    for (const feature of held.keys()) postings.remove(feature, slot)
    totalLength -= lengths[slot] ?? 0
    lengths[slot] = 0
    entries[slot] = undefined
    slotByKey.delete(keyOf(entry))
    free.push(slot)
    norms = undefined
  }

  return {
    vocabulary,
    marks,
    postings,
    count: () => slotByKey.size,
    slots: () => entries.length,
    entry: slot => entries[slot],
    nameOf,
    slotOf: entry => slotByKey.get(keyOf(entry)),
    features: entry => read(entry, () => {}).held,
    lengthNorms() {
      norms ??= Float32Array.from(lengths, length => K1 * (1 - B + (B * length * slotByKey.size) / Math.max(1, totalLength)))
      return norms
    },
    put(entry) {
      remove(entry.coalition, entry.id)
      const slot = free.pop() ?? entries.length
      if (slot >= MAX_SLOTS) throw new RangeError(`The index holds ${MAX_SLOTS} entries at most.`)
      const { held, length } = read(entry, number => vocabulary.use(number, 1))
      for (const [feature, weight] of held) postings.add(feature, slot, Math.round(weight))
      entries[slot] = entry
      lengths[slot] = length
      totalLength += length
      slotByKey.set(keyOf(entry), slot)
      norms = undefined
    },
    remove,
  }
}

/** The words' numbers, the features of those worth finding, and the marks. */
type Analysis = { readonly words: readonly number[]; readonly found: readonly number[]; readonly marked: readonly number[] }

function analyseText(text: string, vocabulary: Vocabulary, marks: Marks): Analysis {
  const words = foldedWordsOf(text).map(vocabulary.intern)
  const numbers = words.filter(number => vocabulary.role(number) !== 'pointer')
  const run: Run = { numbers, stems: numbers.map(vocabulary.feature) }
  const found = numbers.filter(number => vocabulary.role(number) === 'content').map(vocabulary.feature)
  const marked = numbers.flatMap((_, at) => marks.inEntry(run, at)?.marks.map(mark => mark.feature) ?? [])
  return { words, found, marked }
}
