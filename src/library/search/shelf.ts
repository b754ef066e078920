/** Purpose: the entries themselves, each in a slot, and what they hold; one entry can be put or taken away at any time. */
import { KINDS, TARGETS } from '../entry.ts'
import { type LibraryEntry, STARTER } from '../question.ts'
import { roomFor, uint32 } from './growing.ts'
import type { Knowledge } from './knowledge.ts'
import { Marks } from './marks.ts'
import { MOST, numberOf, Postings, weightOf } from './postings.ts'
import { GAP, Reader } from './reader.ts'
import { Features, Vocabulary } from './vocabulary.ts'

type Name = { readonly coalition: number; readonly id: string }
/** `held` has each feature with its weight, packed; `words` are the text's words by number; `length` is what counts of them. */
type Place = { readonly entry: LibraryEntry; readonly held: Uint32Array; readonly words: Uint32Array; readonly length: number }

/** BM25: how soon more of the same stops to count, and how much long entries are held back. */
export const K1 = 1.2
const B = 0.4
const NONE: ReadonlySet<number> = new Set()

export class Shelf {
  readonly vocabulary: Vocabulary
  readonly marks: Marks
  readonly reader: Reader
  readonly postings = new Postings()
  readonly #places: (Place | undefined)[] = []
  #kinds = new Uint32Array(1024)
  #targets = new Uint32Array(1024)
  #coalitions = new Uint32Array(1024)
  /** By coalition: the slots of starter entries that it has replaced by its own; forgotten at every change. */
  readonly #replaced = new Map<number, ReadonlySet<number>>()
  readonly #slots = new Map<string, number>()
  readonly #free: number[] = []
  #totalLength = 0
  #norms: Float32Array | undefined

  constructor(knowledge: Knowledge) {
    const features = new Features()
    this.vocabulary = new Vocabulary(features)
    this.marks = new Marks(knowledge, this.vocabulary, features)
    this.reader = new Reader(knowledge, this.vocabulary, this.marks)
  }

  /** How many entries there are. */
  get count(): number {
    return this.#slots.size
  }

  /** One above the highest slot in use. */
  get slots(): number {
    return this.#places.length
  }

  entry(slot: number): LibraryEntry | undefined {
    return this.#places[slot]?.entry
  }

  slotOf(name: Name): number | undefined {
    return this.#slots.get(keyOf(name))
  }

  /** What the entry in a slot holds, packed features and weights in the order of its text. */
  held(slot: number): Uint32Array {
    return this.#places[slot]?.held ?? new Uint32Array()
  }

  /** The words of the entry in a slot by number, in the order of its text, passages parted by `GAP`. */
  words(slot: number): Uint32Array {
    return this.#places[slot]?.words ?? new Uint32Array()
  }

  /** Whether a coalition sees the entry in a slot. Asked for thousands of slots at each question, so it reads no entry. */
  visibleTo(coalition: number): (slot: number) => boolean {
    const [coalitions, replaced] = [this.#coalitions, this.#replacedBy(coalition)]
    return slot => coalitions[slot] === coalition || (coalitions[slot] === STARTER && !replaced.has(slot))
  }

  /** The kind of the entry in a slot, as a bit (see `bitsOf`). */
  kindBit(slot: number): number {
    return this.#kinds[slot] ?? 0
  }

  targetBits(slot: number): number {
    return this.#targets[slot] ?? 0
  }

  /** How rare a feature is among the entries. */
  idf(feature: number): number {
    const holders = this.postings.count(feature)
    return Math.log(1 + (this.count - holders + 0.5) / (holders + 0.5))
  }

  /** By slot: what an entry's length asks of a weight, `k1 × norm`. */
  norms(): Float32Array {
    const usual = this.#totalLength / Math.max(1, this.count) || 1
    this.#norms ??= Float32Array.from(this.#places, place => K1 * (1 - B + (B * (place?.length ?? 0)) / usual))
    return this.#norms
  }

  put(entry: LibraryEntry): void {
    this.remove(entry)
    const slot = this.#free.pop() ?? this.#places.length
    if (slot >= MOST) throw new RangeError(`The index holds ${MOST} entries at most.`)
    const { held, words, length } = this.reader.read(entry)
    for (const packed of held) this.postings.add(numberOf(packed), slot, weightOf(packed))
    for (const word of words) if (word !== GAP) this.vocabulary.use(word, 1)
    this.#places[slot] = { entry, held, words, length }
    this.#kinds = roomFor(this.#kinds, slot, uint32)
    this.#targets = roomFor(this.#targets, slot, uint32)
    this.#coalitions = roomFor(this.#coalitions, slot, uint32)
    this.#coalitions[slot] = entry.coalition
    this.#kinds[slot] = bitsOf(KINDS, new Set([entry.kind]))
    this.#targets[slot] = bitsOf(TARGETS, new Set(entry.targets))
    this.#slots.set(keyOf(entry), slot)
    this.#totalLength += length
    this.#norms = undefined
    this.#replaced.clear()
  }

  remove(name: Name): void {
    const slot = this.slotOf(name)
    const place = slot === undefined ? undefined : this.#places[slot]
    if (slot === undefined || !place) return
    for (const packed of place.held) this.postings.remove(numberOf(packed), slot)
    for (const word of place.words) if (word !== GAP) this.vocabulary.use(word, -1)
    this.#places[slot] = undefined
    this.#slots.delete(keyOf(name))
    this.#free.push(slot)
    this.#totalLength -= place.length
    this.#norms = undefined
    this.#replaced.clear()
  }

  #replacedBy(coalition: number): ReadonlySet<number> {
    if (coalition === STARTER) return NONE
    const known = this.#replaced.get(coalition)
    if (known) return known
    const replaced = new Set<number>()
    for (const place of this.#places) {
      const starter = place?.entry.coalition === coalition ? this.slotOf({ coalition: STARTER, id: place.entry.id }) : undefined
      if (starter !== undefined) replaced.add(starter)
    }
    this.#replaced.set(coalition, replaced)
    return replaced
  }
}

/** Some of a list as the bits of one number. */
export const bitsOf = <T>(list: readonly T[], some: ReadonlySet<T>) =>
  list.reduce((bits, value, at) => (some.has(value) ? bits | (1 << at) : bits), 0)

const keyOf = ({ coalition, id }: Name) => `${coalition}/${id}`
