/** Purpose: which entries hold which feature (a word, a concept, a place …) and how much: sorted lists in one growing block of memory. */

/** An entry's slot and a weight in one number: 20 bits and 12 bits. */
const WEIGHT_BITS = 12
export const MAX_WEIGHT = (1 << WEIGHT_BITS) - 1
export const MAX_SLOTS = 1 << 20
export const slotOf = (posting: number) => posting >>> WEIGHT_BITS
export const weightOf = (posting: number) => posting & MAX_WEIGHT

export type Postings = {
  add(feature: number, slot: number, weight: number): void
  remove(feature: number, slot: number): void
  /** How many entries hold the feature. */
  count(feature: number): number
  /** The weight of the feature in an entry, 0 if it is not there. */
  weightIn(feature: number, slot: number): number
  /** The block, and where the feature's list starts in it; valid until the next change. */
  list(feature: number): { readonly block: Uint32Array; readonly start: number; readonly end: number }
}

const SMALLEST = 2

export function makePostings(): Postings {
  let block = new Uint32Array(1 << 14)
  let used = 0
  let starts = new Int32Array(1 << 12)
  let counts = new Int32Array(1 << 12)
  let rooms = new Int32Array(1 << 12)
  /** Pieces that were outgrown, by size, to be used again. */
  const spare = new Map<number, number[]>()

  const reserve = (room: number) => {
    const again = spare.get(room)?.pop()
    if (again !== undefined) return again
    if (used + room > block.length) block = enlarge(block, Math.max(used + room, Math.ceil(block.length * 1.5)))
    used += room
    return used - room
  }
  const widen = (feature: number) => {
    const [room, start] = [rooms[feature] ?? 0, starts[feature] ?? 0]
    const next = room === 0 ? SMALLEST : room * 2
    const moved = reserve(next)
    block.copyWithin(moved, start, start + room)
    if (room > 0) spare.set(room, [...(spare.get(room) ?? []), start])
    starts[feature] = moved
    rooms[feature] = next
  }
  const ready = (feature: number) => {
    if (feature < starts.length) return
    const size = Math.max(feature + 1, starts.length * 2)
    starts = enlarge(starts, size)
    counts = enlarge(counts, size)
    rooms = enlarge(rooms, size)
  }
  /** Where the slot's posting is, or would be. */
  const place = (feature: number, slot: number) => {
    let low = starts[feature] ?? 0
    let high = low + (counts[feature] ?? 0)
    while (low < high) {
      const middle = (low + high) >> 1
      if (slotOf(block[middle] ?? 0) < slot) low = middle + 1
      else high = middle
    }
    return low
  }
  const isAt = (feature: number, at: number, slot: number) =>
    at < (starts[feature] ?? 0) + (counts[feature] ?? 0) && slotOf(block[at] ?? 0) === slot

  return {
    add(feature, slot, weight) {
      ready(feature)
      const count = counts[feature] ?? 0
      if (count === rooms[feature]) widen(feature)
      const at = place(feature, slot)
      block.copyWithin(at + 1, at, (starts[feature] ?? 0) + count)
      block[at] = ((slot << WEIGHT_BITS) | Math.max(1, Math.min(MAX_WEIGHT, weight))) >>> 0
      counts[feature] = count + 1
    },
    remove(feature, slot) {
      const at = place(feature, slot)
      if (!isAt(feature, at, slot)) return
      const end = (starts[feature] ?? 0) + (counts[feature] ?? 0)
      block.copyWithin(at, at + 1, end)
      counts[feature] = (counts[feature] ?? 0) - 1
    },
    count: feature => counts[feature] ?? 0,
    weightIn(feature, slot) {
      const at = place(feature, slot)
      return isAt(feature, at, slot) ? weightOf(block[at] ?? 0) : 0
    },
    list(feature) {
      const start = starts[feature] ?? 0
      return { block, start, end: start + (counts[feature] ?? 0) }
    },
  }
}

function enlarge<A extends Uint32Array | Int32Array>(from: A, size: number): A {
  const to = from instanceof Uint32Array ? new Uint32Array(size) : new Int32Array(size)
  to.set(from)
  return to as A
}
