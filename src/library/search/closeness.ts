/** Purpose: lift the entries in which the question's words stand side by side, as "Together campaign" does where it is a name. */
import type { LibraryEntry } from '../question.ts'
import type { Group } from './question-groups.ts'
import { passagesOf } from './reading.ts'
import type { Shelf } from './shelf.ts'
import { idf } from './score.ts'
import { foldedWordsOf } from './words.ts'

/** Two words of the question that stand together in it, and how telling they are. */
export type Pair = { readonly first: number; readonly second: number; readonly weight: number }

export function pairsOf(groups: readonly Group[], shelf: Shelf): Pair[] {
  const words = groups.flatMap(group => (group.words.length === 0 ? [undefined] : group.words.map(word => word.feature)))
  return words.flatMap((first, at) => {
    const second = words[at + 1]
    if (first === undefined || second === undefined || first === second) return []
    return [{ first, second, weight: Math.min(idf(first, shelf), idf(second, shelf)) }]
  })
}

/** The share of the pairs that stand together in the entry, 0 to 1. */
export function closeness(entry: LibraryEntry, pairs: readonly Pair[], shelf: Shelf): number {
  if (pairs.length === 0) return 0
  const met = new Set<Pair>()
  const { vocabulary } = shelf
  for (const { text } of passagesOf(entry, (_, id) => shelf.nameOf(id))) {
    let before = -1
    for (const word of foldedWordsOf(text)) {
      const number = vocabulary.find(word)
      if (vocabulary.role(number) !== 'content') continue
      const here = vocabulary.feature(number)
      for (const pair of pairs) if (pair.first === before && pair.second === here) met.add(pair)
      before = here
    }
  }
  const sum = (list: Iterable<Pair>) => [...list].reduce((total, { weight }) => total + weight, 0)
  return sum(met) / sum(pairs)
}
