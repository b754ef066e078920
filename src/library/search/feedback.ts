/** Purpose: lift the entries that are like the best ones: what those have in common is probably what was meant. */
import { numberOf, weightOf } from './postings.ts'
import type { Ranked } from './rank.ts'
import type { Shelf } from './shelf.ts'
import { FEEDBACK } from './weights.ts'

/** `best` is in order; what comes back has new scores and wants sorting. */
export function liftByLikeness(best: readonly Ranked[], shelf: Shelf): Ranked[] {
  const first = best[0]
  if (!first || best.length < FEEDBACK.fewest) return [...best]
  const common = inCommon(best.slice(0, FEEDBACK.examples), first.score, shelf)
  const whole = common.reduce((sum, [, value]) => sum + value, 0) || 1
  return best.map(ranked => {
    const likeness = common.reduce((sum, [feature, value]) => sum + value * heldIn(feature, ranked.slot, shelf), 0) / whole
    return { ...ranked, score: exact(ranked.score + FEEDBACK.weight * first.score * likeness) }
  })
}

/** The features that weigh most in the examples, better examples counting more. */
function inCommon(examples: readonly Ranked[], best: number, shelf: Shelf): [number, number][] {
  const values = new Map<number, number>()
  for (const { slot, score } of examples) {
    const trust = (score / best) ** 2
    for (const packed of shelf.held(slot)) {
      const feature = numberOf(packed)
      values.set(feature, (values.get(feature) ?? 0) + trust * Math.min(1, weightOf(packed) / FEEDBACK.heavy))
    }
  }
  const weighed = [...values]
    .filter(([feature]) => shelf.postings.count(feature) > 1)
    .map(([feature, value]): [number, number] => [feature, exact(value * shelf.idf(feature))])
    .sort((a, b) => b[1] - a[1])
  const least = weighed[FEEDBACK.features]?.[1] ?? 0
  return weighed.filter(([, value]) => value > least)
}

function heldIn(feature: number, slot: number, shelf: Shelf): number {
  const held = shelf.postings.weightIn(feature, slot) / 10
  return held / (held + 1)
}

/** Sums depend on their order in the last digits; the order of entries must not. */
const exact = (value: number) => Math.round(value * 1e6) / 1e6
