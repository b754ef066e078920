/** Purpose: which entries hold which feature (a word, a concept, a place …) and how much: sorted lists in one growing block of memory. */

import { int32, roomFor, uint32 } from './growing.ts'

/** An entry's slot (or a feature) and a weight in one number: 20 bits and 12 bits. */
const WEIGHT_BITS = 12
export const MOST = 1 << (32 - WEIGHT_BITS)
const HEAVIEST = (1 << WEIGHT_BITS) - 1
export const pack = (number: number, weight: number) => ((number << WEIGHT_BITS) | Math.max(1, Math.min(HEAVIEST, weight))) >>> 0
export const numberOf = (packed: number) => packed >>> WEIGHT_BITS
export const weightOf = (packed: number) => packed & HEAVIEST

/** Where a feature's list lies in the block; valid until the next change. */
export type List = { readonly block: Uint32Array; readonly start: number; readonly end: number }

const SMALLEST_ROOM = 2

export class Postings {
  #block = new Uint32Array(1 << 14)
  #used = 0
  #starts = new Int32Array(1 << 12)
  #counts = new Int32Array(1 << 12)
  #rooms = new Int32Array(1 << 12)
  /** Pieces of the block that were outgrown, by size, to be used again. */
  readonly #spare = new Map<number, number[]>()

  add(feature: number, slot: number, weight: number): void {
    this.#prepare(feature)
    const count = this.count(feature)
    if (count === this.#rooms[feature]) this.#widen(feature)
    const at = this.#place(feature, slot)
    const end = (this.#starts[feature] ?? 0) + count
    if (at < end) this.#block.copyWithin(at + 1, at, end)
    this.#block[at] = pack(slot, weight)
    this.#counts[feature] = count + 1
  }

  remove(feature: number, slot: number): void {
    const at = this.#place(feature, slot)
    const { end } = this.list(feature)
    if (at === end || numberOf(this.#block[at] ?? 0) !== slot) return
    this.#block.copyWithin(at, at + 1, end)
    this.#counts[feature] = this.count(feature) - 1
  }

  /** How many entries hold the feature. */
  count(feature: number): number {
    return this.#counts[feature] ?? 0
  }

  /** The weight of the feature in an entry, 0 if it is not there. */
  weightIn(feature: number, slot: number): number {
    const at = this.#place(feature, slot)
    const packed = at < this.list(feature).end ? (this.#block[at] ?? 0) : 0
    return numberOf(packed) === slot ? weightOf(packed) : 0
  }

  list(feature: number): List {
    const start = this.#starts[feature] ?? 0
    return { block: this.#block, start, end: start + this.count(feature) }
  }

  /** Where the slot's posting is, or would be. Slots mostly come in order, so the end is tried first. */
  #place(feature: number, slot: number): number {
    let low = this.#starts[feature] ?? 0
    let high = low + this.count(feature)
    if (high > low && numberOf(this.#block[high - 1] ?? 0) < slot) return high
    while (low < high) {
      const middle = (low + high) >> 1
      if (numberOf(this.#block[middle] ?? 0) < slot) low = middle + 1
      else high = middle
    }
    return low
  }

  #widen(feature: number): void {
    const [room, start] = [this.#rooms[feature] ?? 0, this.#starts[feature] ?? 0]
    const wider = room === 0 ? SMALLEST_ROOM : room * 2
    const moved = this.#reserve(wider)
    this.#block.copyWithin(moved, start, start + room)
    if (room > 0) this.#leave(room, start)
    this.#starts[feature] = moved
    this.#rooms[feature] = wider
  }

  #reserve(room: number): number {
    const again = this.#spare.get(room)?.pop()
    if (again !== undefined) return again
    const end = this.#used + room
    this.#block = roomFor(this.#block, end, uint32)
    this.#used = end
    return end - room
  }

  #leave(room: number, start: number): void {
    const left = this.#spare.get(room)
    if (left) left.push(start)
    else this.#spare.set(room, [start])
  }

  #prepare(feature: number): void {
    if (feature < this.#starts.length) return
    this.#starts = roomFor(this.#starts, feature, int32)
    this.#counts = roomFor(this.#counts, feature, int32)
    this.#rooms = roomFor(this.#rooms, feature, int32)
  }
}
