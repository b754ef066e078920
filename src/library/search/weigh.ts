/** Purpose: what each group of a question can give at most, and the lists that give it. */
import type { Alternative, Group } from './question-groups.ts'
import { K1, type Shelf } from './shelf.ts'
import { WEIGHTS } from './weights.ts'

/** A list that is read from block to block: where it goes on, the most that one entry can get from it, and the share of its group's words. */
export type Reading = { readonly block: Uint32Array; at: number; readonly end: number; readonly most: number; readonly share: number }

/** The most that an entry can get, and the part of the question's meaning that this answers. */
export type Bound = { readonly most: number; readonly share: number }

/** `length` is how many postings its lists have. */
export type Weighed = Bound & {
  readonly words: readonly Reading[]
  readonly meanings: readonly Reading[]
  readonly weight: number
  readonly length: number
}

/** What nobody knows carries so much of what the rarest word would. */
const UNKNOWN = 0.5

/** The heaviest group first. */
export function weigh(groups: readonly Group[], shelf: Shelf): Weighed[] {
  const importances = groups.map(group => importanceOf(group, shelf))
  const whole = importances.reduce((sum, importance) => sum + importance, 0) || 1
  return groups.map((group, at) => weighGroup(group, (importances[at] ?? 0) / whole, shelf)).sort((a, b) => b.most - a.most)
}

function weighGroup({ words, marks, weight }: Group, share: number, shelf: Shelf): Weighed {
  const whole = words.reduce((sum, { feature }) => sum + shelf.idf(feature), 0) || 1
  const read = (alternative: Alternative): Reading => {
    const { block, start, end } = shelf.postings.list(alternative.feature)
    const idf = shelf.idf(alternative.feature)
    return { block, at: start, end, most: alternative.weight * idf * (K1 + 1), share: idf / whole }
  }
  const [readWords, meanings] = [words.map(read), marks.map(read)]
  const [byWords, byMeaning] = [readWords.reduce((sum, { most }) => sum + most, 0), Math.max(0, ...meanings.map(({ most }) => most))]
  // Heavy meanings first: whoever has one of them is found before the lighter ones are read.
  meanings.sort((a, b) => b.most - a.most)
  const most = weight * (Math.max(byWords, byMeaning) + WEIGHTS.second * Math.min(byWords, byMeaning))
  const length = [...readWords, ...meanings].reduce((sum, { at, end }) => sum + end - at, 0)
  return { words: readWords, meanings, weight, most, share, length }
}

/** How much of the question's meaning a group carries. */
function importanceOf({ words, marks, weight }: Group, shelf: Shelf): number {
  const features = [...words, ...marks].map(({ feature }) => shelf.idf(feature))
  return weight * (features.length > 0 ? Math.max(...features) : UNKNOWN * Math.log(1 + shelf.count))
}

/** A score is worth the more, the more of the question it answers. */
export const final = (score: number, covered: number) => score * (WEIGHTS.uncovered + (1 - WEIGHTS.uncovered) * Math.min(1, covered))

/** Whoever only helpers know cannot reach `least`: they need only help those whom leaders have found. The longest lists are made helpers first. */
export function partTheGroups(groups: readonly Weighed[], least: number): { readonly leaders: Weighed[]; readonly helpers: Weighed[] } {
  let bound: Bound = { most: 0, share: 0 }
  const helpers = new Set<Weighed>()
  for (const group of [...groups].sort((a, b) => b.length - a.length)) {
    const more = together([bound, group])
    if (final(more.most, more.share) >= least) continue
    helpers.add(group)
    bound = more
  }
  return { leaders: groups.filter(group => !helpers.has(group)), helpers: groups.filter(group => helpers.has(group)) }
}

export const together = (bounds: readonly Bound[]): Bound =>
  bounds.reduce((sum, { most, share }) => ({ most: sum.most + most, share: sum.share + share }), { most: 0, share: 0 })

export const without = (bound: Bound, part: Bound): Bound => ({ most: bound.most - part.most, share: bound.share - part.share })
