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

/** How much of the pairs stands together in the entry. Its words are read only if it holds both of a pair, which is seldom. */
export function closeness(slot: number, all: readonly Pair[], shelf: Shelf): number {
  const { vocabulary, postings } = shelf
  const pairs = all.filter(({ first, second }) => postings.weightIn(first, slot) > 0 && postings.weightIn(second, slot) > 0)
  if (pairs.length === 0) return 0
  const met = new Set<Pair>()
  let before = -1
  for (const word of shelf.words(slot)) {
    if (vocabulary.role(word) !== 'content') continue
    const here = vocabulary.feature(word)
    for (const pair of pairs) if (pair.first === before && pair.second === here) met.add(pair)
    before = here
  }
  return [...met].reduce((sum, { weight }) => sum + weight, 0)
}
