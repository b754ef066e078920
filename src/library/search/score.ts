/** Purpose: how well each entry answers an understood question: BM25 over words and meanings, rewarded for covering all of it. */
import { float32, roomFor } from './growing.ts'
import { numberOf, weightOf } from './postings.ts'
import type { Alternative, Group } from './question-groups.ts'
import { K1, type Shelf } from './shelf.ts'
import { WEIGHTS } from './weights.ts'

/** The slots of entries that may be worth showing, in no order, and by slot their score and how much of the question they answer. */
export type Scores = { readonly slots: readonly number[]; readonly score: Float32Array; readonly covered: Float32Array }

/** Leaves out, as early as is certain, what cannot be worth showing beside the best entry that passes; scores never depend on it. */
export type Pruning = {
  /** The share of the best score that is worth showing. */
  readonly worth: number
  /** The most that a score may be lifted afterwards. */
  readonly mostLift: number
  passes(slot: number): boolean
}
const KEEP_ALL: Pruning = { worth: 0, mostLift: 1, passes: () => false }

/** A list that is read from block to block: where it goes on, and the most that one entry can get from it. */
type Reading = { readonly block: Uint32Array; at: number; readonly end: number; readonly most: number; readonly share: number }
type Weighed = {
  readonly words: readonly Reading[]
  readonly meanings: readonly Reading[]
  readonly weight: number
  readonly most: number
  readonly share: number
}

/** Entries are scored in blocks of so many: all that is written to then stays in the processor's nearest memory. */
const BLOCK = 4096
const SECOND = WEIGHTS.second
/** What nobody knows carries so much of what the rarest word would. */
const UNKNOWN = 0.5

/** Sheets of scratch paper, kept between questions; those of a block are blank whenever nobody writes on them. */
export class Scorer {
  readonly #shelf: Shelf
  #score = new Float32Array(BLOCK)
  #covered = new Float32Array(BLOCK)
  readonly #sum = new Float32Array(BLOCK)
  readonly #answered = new Float32Array(BLOCK)
  readonly #words = new Float32Array(BLOCK)
  readonly #share = new Float32Array(BLOCK)
  readonly #meaning = new Float32Array(BLOCK)
  readonly #touched = new Int32Array(BLOCK)
  readonly #found = new Int32Array(BLOCK)

  constructor(shelf: Shelf) {
    this.#shelf = shelf
  }

  /** What it gives is valid until it scores again. */
  score(groups: readonly Group[], pruning: Pruning = KEEP_ALL): Scores {
    this.#score = roomFor(this.#score, this.#shelf.slots, float32)
    this.#covered = roomFor(this.#covered, this.#shelf.slots, float32)
    const weighed = this.#weigh(groups)
    const slots: number[] = []
    let best = 0
    for (let from = 0; from < this.#shelf.slots; from += BLOCK) {
      const found = this.#scoreBlock(weighed, from, (best * pruning.worth) / pruning.mostLift)
      best = this.#collect(found, from, best, pruning, slots)
    }
    return { slots, score: this.#score, covered: this.#covered }
  }

  /** The heaviest group first, so that lighter ones need only help those that are found already. */
  #weigh(groups: readonly Group[]): Weighed[] {
    const importances = groups.map(group => this.#importance(group))
    const whole = importances.reduce((sum, importance) => sum + importance, 0) || 1
    return groups.map((group, at) => this.#weighGroup(group, (importances[at] ?? 0) / whole)).sort((a, b) => b.most - a.most)
  }

  #weighGroup({ words, marks, weight }: Group, share: number): Weighed {
    const whole = words.reduce((sum, { feature }) => sum + this.#shelf.idf(feature), 0) || 1
    const read = (alternative: Alternative): Reading => {
      const { block, start, end } = this.#shelf.postings.list(alternative.feature)
      const idf = this.#shelf.idf(alternative.feature)
      return { block, at: start, end, most: alternative.weight * idf * (K1 + 1), share: idf / whole }
    }
    const [readWords, meanings] = [words.map(read), marks.map(read)]
    const [byWords, byMeaning] = [readWords.reduce((sum, { most }) => sum + most, 0), Math.max(0, ...meanings.map(({ most }) => most))]
    const most = weight * (Math.max(byWords, byMeaning) + SECOND * Math.min(byWords, byMeaning))
    return { words: readWords, meanings, weight, most, share }
  }

  /** Scores the entries from `from` on; those who can get no more than `least` may be left out. Gives how many were found. */
  #scoreBlock(weighed: readonly Weighed[], from: number, least: number): number {
    let found = 0
    let most = weighed.reduce((sum, group) => sum + group.most, 0)
    let share = weighed.reduce((sum, group) => sum + group.share, 0)
    for (const group of weighed) {
      const joins = final(most, share) >= least
      most -= group.most
      share -= group.share
      let touched = 0
      for (const word of group.words) touched = this.#addWord(word, from, touched)
      for (const meaning of group.meanings) touched = this.#addMeaning(meaning, from, touched)
      found = this.#settle(group, touched, joins, found)
    }
    return found
  }

  /** Several words of a group add up. */
  #addWord(list: Reading, from: number, touched: number): number {
    const { block, end, most, share } = list
    const [norms, words, shares, marked] = [this.#shelf.norms(), this.#words, this.#share, this.#touched]
    let at = list.at
    let count = touched
    for (; at < end; at++) {
      const packed = block[at] ?? 0
      const slot = numberOf(packed) - from
      if (slot >= BLOCK) break
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
  #addMeaning(list: Reading, from: number, touched: number): number {
    const { block, end, most } = list
    const [norms, words, meanings, marked] = [this.#shelf.norms(), this.#words, this.#meaning, this.#touched]
    let at = list.at
    let count = touched
    for (; at < end; at++) {
      const packed = block[at] ?? 0
      const slot = numberOf(packed) - from
      if (slot >= BLOCK) break
      const held = weightOf(packed) / 10
      const points = (most * held) / (held + (norms[slot + from] ?? K1))
      const before = meanings[slot] ?? 0
      if (before === 0 && words[slot] === 0) marked[count++] = slot
      if (points > before) meanings[slot] = points
    }
    list.at = at
    return count
  }

  /** Adds what a group gave to the entries of a block, and blanks its sheets for the next one. */
  #settle({ weight, share }: Weighed, touched: number, joins: boolean, found: number): number {
    const [sums, answered, list] = [this.#sum, this.#answered, this.#found]
    let count = found
    for (let at = 0; at < touched; at++) {
      const slot = this.#touched[at] ?? 0
      const words = this.#words[slot] ?? 0
      const meaning = this.#meaning[slot] ?? 0
      const before = sums[slot] ?? 0
      if (before > 0 || joins) {
        if (before === 0) list[count++] = slot
        sums[slot] = before + weight * (words > meaning ? words + SECOND * meaning : meaning + SECOND * words)
        answered[slot] = (answered[slot] ?? 0) + (meaning > 0 ? share : share * (this.#share[slot] ?? 0))
      }
      this.#words[slot] = 0
      this.#share[slot] = 0
      this.#meaning[slot] = 0
    }
    return count
  }

  /** Takes from a block what may be worth showing, and blanks it. Gives the best score that passed so far. */
  #collect(found: number, from: number, before: number, { worth, mostLift, passes }: Pruning, slots: number[]): number {
    let best = before
    for (let at = 0; at < found; at++) {
      const slot = this.#found[at] ?? 0
      const score = final(this.#sum[slot] ?? 0, this.#answered[slot] ?? 0)
      this.#covered[slot + from] = this.#answered[slot] ?? 0
      this.#score[slot + from] = score
      this.#sum[slot] = 0
      this.#answered[slot] = 0
      if (score * mostLift < best * worth) continue
      slots.push(slot + from)
      if (worth > 0 && score > best && passes(slot + from)) best = score
    }
    return best
  }

  /** How much of the question's meaning a group carries. */
  #importance({ words, marks, weight }: Group): number {
    const features = [...words, ...marks].map(({ feature }) => this.#shelf.idf(feature))
    return weight * (features.length > 0 ? Math.max(...features) : UNKNOWN * Math.log(1 + this.#shelf.count))
  }
}

/** A score is worth the more, the more of the question it answers. */
const final = (score: number, covered: number) => score * (WEIGHTS.uncovered + (1 - WEIGHTS.uncovered) * Math.min(1, covered))
