/** Purpose: see whether the question's words stand side by side in an entry, as "Together campaign" does where it is a name. */
import type { Group } from './question-groups.ts'
import type { Shelf } from './shelf.ts'

/** Two words that stand together in the question, and how telling they are. */
export type Pair = { readonly first: number; readonly second: number; readonly weight: number }

export function pairsOf(groups: readonly Group[], shelf: Shelf): Pair[] {
  const words = groups.flatMap(group => (group.words.length === 0 ? [undefined] : group.words.map(word => word.feature)))
  return words.flatMap((first, at) => {
    const second = words[at + 1]
    if (first === undefined || second === undefined || first === second) return []
    return [{ first, second, weight: Math.min(shelf.idf(first), shelf.idf(second)) }]
  })
}

/** The share of the pairs that stand together in the entry, 0 to 1. */
export function closeness(slot: number, pairs: readonly Pair[], shelf: Shelf): number {
  const { vocabulary } = shelf
  const met = new Set<Pair>()
  let before = -1
  for (const word of shelf.words(slot)) {
    if (vocabulary.role(word) !== 'content') continue
    const here = vocabulary.feature(word)
    for (const pair of pairs) if (pair.first === before && pair.second === here) met.add(pair)
    before = here
  }
  return weightOf(met) / weightOf(pairs)
}

const weightOf = (pairs: Iterable<Pair>) => [...pairs].reduce((total, { weight }) => total + weight, 0)
