/** Purpose: lift the entries that are like the best ones: what those have in common is probably what was meant. */
import { float64, roomFor } from './growing.ts'
import { numberOf, weightOf } from './postings.ts'
import type { Ranked } from './rank.ts'
import type { Shelf } from './shelf.ts'
import { FEEDBACK } from './weights.ts'

type Common = { readonly feature: number; readonly value: number }

/** A sheet of scratch paper by feature, kept between questions and blank whenever nobody writes on it. */
export class Feedback {
  readonly #shelf: Shelf
  #values = new Float64Array(1 << 12)

  constructor(shelf: Shelf) {
    this.#shelf = shelf
  }

  /** `best` is in order; what comes back has new scores and wants sorting. */
  lift(best: readonly Ranked[]): Ranked[] {
    const first = best[0]
    if (!first || best.length < FEEDBACK.fewest) return [...best]
    const common = this.#inCommon(best.slice(0, FEEDBACK.examples), first.score)
    const whole = common.reduce((sum, { value }) => sum + value, 0) || 1
    return best.map(({ entry, slot, score }) => {
      let shared = 0
      for (const { feature, value } of common) shared += value * this.#heldIn(feature, slot)
      return { entry, slot, score: exact(score + (FEEDBACK.weight * first.score * shared) / whole) }
    })
  }

  /** The features that weigh most in the examples, better examples counting more. */
  #inCommon(examples: readonly Ranked[], best: number): Common[] {
    const features: number[] = []
    for (const { slot, score } of examples) {
      const trust = (score / best) ** 2
      for (const packed of this.#shelf.held(slot)) {
        const feature = numberOf(packed)
        this.#values = roomFor(this.#values, feature, float64)
        const before = this.#values[feature] ?? 0
        if (before === 0) features.push(feature)
        this.#values[feature] = before + trust * Math.min(1, weightOf(packed) / FEEDBACK.heavy)
      }
    }
    const common: Common[] = []
    for (const feature of features) {
      if (this.#shelf.postings.count(feature) > 1)
        keepHeaviest(common, feature, exact((this.#values[feature] ?? 0) * this.#shelf.idf(feature)))
      this.#values[feature] = 0
    }
    const least = common[FEEDBACK.features]?.value ?? 0
    return common.filter(({ value }) => value > least)
  }

  #heldIn(feature: number, slot: number): number {
    const held = this.#shelf.postings.weightIn(feature, slot) / 10
    return held / (held + 1)
  }
}

/** Keeps one more than is wanted, in order: those that weigh just as much as that one are not told apart, so they are left out. */
function keepHeaviest(kept: Common[], feature: number, value: number): void {
  if (kept.length > FEEDBACK.features && value <= (kept.at(-1)?.value ?? 0)) return
  let at = kept.length
  while (at > 0 && (kept[at - 1]?.value ?? 0) < value) at--
  kept.splice(at, 0, { feature, value })
  kept.length = Math.min(kept.length, FEEDBACK.features + 1)
}

/** Sums depend on their order in the last digits; the order of entries must not. */
const exact = (value: number) => Math.round(value * 1e6) / 1e6
