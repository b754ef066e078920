/** Purpose: the entries most like one: the same rare words and meanings, held as heavily. */
import type { Because, Hit, LibraryEntry, Sees } from '../question.ts'
import type { Desk } from './answer.ts'
import { makeSaid } from './explain.ts'
import { numberOf, weightOf } from './postings.ts'
import type { Group } from './question-groups.ts'
import { bestFirst, type Ranked } from './rank.ts'
import type { Shelf } from './shelf.ts'

const MOST_TELLING = 25
/** More of a feature stops counting at so many words of the summary. */
const ENOUGH = 4
const REASONS = 4

export function likeThis(entry: LibraryEntry, size: number, sees: Sees, { shelf, scorer }: Desk): Hit[] {
  const telling = tellingFeatures(entry, shelf)
  const { slots, score } = scorer.score(telling.map(groupOf))
  const ranked: Ranked[] = []
  for (const slot of slots) {
    const other = shelf.entry(slot)
    if (other && !isSame(other, entry) && sees(other)) ranked.push({ entry: other, slot, score: score[slot] ?? 0 })
  }
  const best = ranked.sort(bestFirst).slice(0, size)
  return best.map(hit => ({ entry: hit.entry, score: hit.score, because: shared(hit, entry, telling, shelf) }))
}

function tellingFeatures(entry: LibraryEntry, shelf: Shelf): number[] {
  const weighed = [...shelf.reader.read(entry).held]
    .map(packed => ({ feature: numberOf(packed), weight: weightOf(packed) / 10 }))
    .filter(({ feature }) => shelf.postings.count(feature) > 1)
    .map(({ feature, weight }) => ({ feature, value: shelf.idf(feature) * Math.min(ENOUGH, weight) }))
    .sort((a, b) => b.value - a.value)
  const least = weighed[MOST_TELLING]?.value ?? 0
  return weighed.filter(({ value }) => value > least).map(({ feature }) => feature)
}

const groupOf = (feature: number): Group => ({
  typed: '',
  words: [{ feature, weight: 1, as: 'word' }],
  marks: [],
  sureness: 'rare',
  mended: false,
  length: 1,
  weight: 1,
})

const isSame = (a: LibraryEntry, b: LibraryEntry) => a.id === b.id && a.coalition === b.coalition

/** What both say, in the words of each. */
function shared(hit: Ranked, entry: LibraryEntry, telling: readonly number[], shelf: Shelf): Because[] {
  const both = telling.filter(feature => shelf.postings.weightIn(feature, hit.slot) > 0).slice(0, REASONS)
  const [here, there] = [makeSaid(entry, both, shelf), makeSaid(hit.entry, both, shelf)]
  return both.flatMap((feature): Because[] => {
    const [typed, meant] = [here(feature), there(feature)]
    const sort = shelf.marks.meaning(feature)?.sort
    return typed && meant ? [{ typed, meant, as: sort === undefined ? 'word' : sort === 'place' ? 'place' : 'concept' }] : []
  })
}
