/** Purpose: how well each entry answers an understood question: BM25 over words and meanings, rewarded for covering all of it. */
import { float32, roomFor } from './growing.ts'
import { numberOf, weightOf } from './postings.ts'
import type { Group } from './question-groups.ts'
import { K1, type Shelf } from './shelf.ts'
import { type Bound, final, partTheGroups, type Reading, together, type Weighed, weigh, without } from './weigh.ts'
import { WEIGHTS } from './weights.ts'

/** The slots of entries that may be worth showing, in no order, and by slot their score and how much of the question they answer. */
export type Scores = { readonly slots: readonly number[]; readonly score: Float32Array; readonly covered: Float32Array }

/** What a score is multiplied by for what an entry is, and the most that this can be. */
export type Lift = { readonly most: number; of(slot: number): number }
const NO_LIFT: Lift = { most: 1, of: () => 1 }

/** Leaves out, as early as is certain, what cannot be worth showing beside the best entry that passes; scores never depend on it. */
export type Pruning = {
  /** The share of the best score that is worth showing. */
  readonly worth: number
  passes(slot: number): boolean
}
const KEEP_ALL: Pruning = { worth: 0, passes: () => false }

/** Entries are scored in blocks of so many: all that is written to then stays in the processor's nearest memory. */
const BLOCK = 4096
const SECOND = WEIGHTS.second
/** Who cannot reach enough any more is looked for again when so little is left of what was to be had the last time. */
const WORTH_DROPPING = 0.7

/** Sheets of scratch paper, kept between questions; those of a block are blank whenever nobody writes on them. */
export class Scorer {
  readonly #shelf: Shelf
  #score = new Float32Array(BLOCK)
  #covered = new Float32Array(BLOCK)
  /**
   * By slot of the block: what the groups gave so far, and how much of the question they are. Who has no sum is not found. More exact than the
   * scores, because groups are read in another order from block to block, and the last digits of a sum depend on its order.
   */
  readonly #sum = new Float64Array(BLOCK)
  readonly #answered = new Float64Array(BLOCK)
  /** By slot of the block: what the group at hand gives. */
  readonly #words = new Float32Array(BLOCK)
  readonly #share = new Float32Array(BLOCK)
  readonly #meaning = new Float32Array(BLOCK)
  readonly #touched = new Int32Array(BLOCK)
  readonly #found = new Int32Array(BLOCK)

  constructor(shelf: Shelf) {
    this.#shelf = shelf
  }

  /** What it gives is valid until it scores again. */
  score(groups: readonly Group[], lift: Lift = NO_LIFT, pruning: Pruning = KEEP_ALL): Scores {
    this.#score = roomFor(this.#score, this.#shelf.slots, float32)
    this.#covered = roomFor(this.#covered, this.#shelf.slots, float32)
    const weighed = weigh(groups, this.#shelf)
    const slots: number[] = []
    let best = 0
    for (let from = 0; from < this.#shelf.slots; from += BLOCK) {
      const found = this.#scoreBlock(weighed, from, (best * pruning.worth) / lift.most)
      best = this.#collect(found, from, best, lift, pruning, slots)
    }
    return { slots, score: this.#score, covered: this.#covered }
  }

  /** Scores the entries from `from` on; those who can get no more than `least` may be left out. Gives how many were found. */
  #scoreBlock(weighed: readonly Weighed[], from: number, least: number): number {
    const { leaders, helpers } = partTheGroups(weighed, least)
    let found = 0
    let rest = together([...leaders, ...helpers])
    for (const group of leaders) {
      const others = without(rest, group)
      found = this.#addGroup(group, from, points => final(points + others.most, rest.share) >= least, found)
      rest = others
    }
    let dropped = Number.POSITIVE_INFINITY
    for (const group of helpers) {
      if (rest.most < dropped * WORTH_DROPPING) {
        found = this.#drop(found, rest, least)
        dropped = rest.most
      }
      found = this.#addGroup(group, from, () => false, found)
      rest = without(rest, group)
    }
    return found
  }

  /** Whoever is found already stays so only if the groups that are left can lift them to `least`. */
  #drop(found: number, { most, share }: Bound, least: number): number {
    let kept = 0
    for (let at = 0; at < found; at++) {
      const slot = this.#found[at] ?? 0
      if (final((this.#sum[slot] ?? 0) + most, (this.#answered[slot] ?? 0) + share) >= least) this.#found[kept++] = slot
      else {
        this.#sum[slot] = 0
        this.#answered[slot] = 0
      }
    }
    return kept
  }

  /** `enough` tells whether an entry that is not found yet may join by so many points from this group. */
  #addGroup(group: Weighed, from: number, enough: (points: number) => boolean, found: number): number {
    const { words, meanings, weight, share } = group
    const joins = enough(group.most)
    const [word, meaning] = [words[0], meanings[0]]
    const lists = words.length + meanings.length
    if (word && lists === 1) return this.#addAlone(word, weight, share * word.share, from, joins, found)
    if (meaning && lists === 1) return this.#addAlone(meaning, weight, share, from, joins, found)
    let touched = 0
    for (const list of words) touched = this.#addWord(list, from, joins, touched)
    for (const list of meanings) touched = this.#addMeaning(list, from, joins && enough(weight * list.most), touched)
    return this.#settle(group, touched, found)
  }

  /** Adds the one list of a group: nothing needs settling. */
  #addAlone(list: Reading, weight: number, share: number, from: number, joins: boolean, found: number): number {
    const { block, end, most } = list
    const [norms, sums, answered, slots] = [this.#shelf.norms(), this.#sum, this.#answered, this.#found]
    let at = list.at
    let count = found
    for (; at < end; at++) {
      const packed = block[at] ?? 0
      const slot = numberOf(packed) - from
      if (slot >= BLOCK) break
      const before = sums[slot] ?? 0
      if (before === 0) {
        if (!joins) continue
        slots[count++] = slot
      }
      const held = weightOf(packed) / 10
      sums[slot] = before + (weight * most * held) / (held + (norms[slot + from] ?? K1))
      answered[slot] = (answered[slot] ?? 0) + share
    }
    list.at = at
    return count
  }

  /** Several words of a group add up. */
  #addWord(list: Reading, from: number, joins: boolean, touched: number): number {
    const { block, end, most, share } = list
    const [norms, sums, words, shares, marked] = [this.#shelf.norms(), this.#sum, this.#words, this.#share, this.#touched]
    let at = list.at
    let count = touched
    for (; at < end; at++) {
      const packed = block[at] ?? 0
      const slot = numberOf(packed) - from
      if (slot >= BLOCK) break
      if (!joins && sums[slot] === 0) continue
      const held = weightOf(packed) / 10
      const before = words[slot] ?? 0
      if (before === 0) marked[count++] = slot
      words[slot] = before + (most * held) / (held + (norms[slot + from] ?? K1))
      shares[slot] = (shares[slot] ?? 0) + share
    }
    list.at = at
    return count
  }

  /** Of several meanings the best one counts. */
  #addMeaning(list: Reading, from: number, joins: boolean, touched: number): number {
    const { block, end, most } = list
    const [norms, sums, words, meanings, marked] = [this.#shelf.norms(), this.#sum, this.#words, this.#meaning, this.#touched]
    let at = list.at
    let count = touched
    for (; at < end; at++) {
      const packed = block[at] ?? 0
      const slot = numberOf(packed) - from
      if (slot >= BLOCK) break
      const before = meanings[slot] ?? 0
      if (!joins && before === 0 && sums[slot] === 0 && words[slot] === 0) continue
      const held = weightOf(packed) / 10
      const given = (most * held) / (held + (norms[slot + from] ?? K1))
      if (before === 0 && words[slot] === 0) marked[count++] = slot
      meanings[slot] = given > before ? given : before
    }
    list.at = at
    return count
  }

  /** Adds what a group gave to the entries of a block, and blanks its sheets for the next one. */
  #settle({ weight, share }: Weighed, touched: number, found: number): number {
    const [sums, answered, list] = [this.#sum, this.#answered, this.#found]
    let count = found
    for (let at = 0; at < touched; at++) {
      const slot = this.#touched[at] ?? 0
      const words = this.#words[slot] ?? 0
      const meaning = this.#meaning[slot] ?? 0
      const before = sums[slot] ?? 0
      if (before === 0) list[count++] = slot
      sums[slot] = before + weight * (words > meaning ? words + SECOND * meaning : meaning + SECOND * words)
      answered[slot] = (answered[slot] ?? 0) + (meaning > 0 ? share : share * (this.#share[slot] ?? 0))
      this.#words[slot] = 0
      this.#share[slot] = 0
      this.#meaning[slot] = 0
    }
    return count
  }

  /** Takes from a block what may be worth showing, and blanks it. Gives the best score that passed so far. */
  #collect(found: number, from: number, before: number, lift: Lift, { worth, passes }: Pruning, slots: number[]): number {
    let best = before
    for (let at = 0; at < found; at++) {
      const slot = this.#found[at] ?? 0
      const score = final(this.#sum[slot] ?? 0, this.#answered[slot] ?? 0) * lift.of(slot + from)
      this.#covered[slot + from] = this.#answered[slot] ?? 0
      this.#score[slot + from] = score
      this.#sum[slot] = 0
      this.#answered[slot] = 0
      if (score < best * worth) continue
      slots.push(slot + from)
      if (worth > 0 && score > best && passes(slot + from)) best = score
    }
    return best
  }
}
