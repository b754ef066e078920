/** Purpose: the entries most like one: the same rare words and meanings, held as heavily. */
import type { Because, Hit, LibraryEntry } from '../question.ts'
import type { Desk } from './answer.ts'
import { makeSaid } from './explain.ts'
import { numberOf, weightOf } from './postings.ts'
import type { Group } from './question-groups.ts'
import { firstOf } from './rank.ts'
import type { Shelf } from './shelf.ts'

const MOST_TELLING = 25
/** More of a feature stops counting at so many words of the summary. */
const ENOUGH = 4
const REASONS = 4

export function likeThis(entry: LibraryEntry, size: number, coalition: number, { shelf, scorer }: Desk): Hit[] {
  const { held, words } = shelf.reader.read(entry)
  const telling = tellingFeatures(held, shelf)
  const { slots, score } = scorer.score(telling.map(groupOf))
  const [sees, self] = [shelf.visibleTo(coalition), shelf.slotOf(entry)]
  const others = slots.filter(slot => slot !== self && sees(slot))
  return firstOf(others, score, size, shelf).map(hit => {
    const both = telling.filter(feature => shelf.postings.weightIn(feature, hit.slot) > 0).slice(0, REASONS)
    const [here, there] = [makeSaid(entry, words, both, shelf), makeSaid(hit.entry, shelf.words(hit.slot), both, shelf)]
    return {
      entry: hit.entry,
      score: hit.score,
      because: both.flatMap(feature => becauseOf(feature, here(feature), there(feature), shelf)),
    }
  })
}

function tellingFeatures(held: Uint32Array, shelf: Shelf): number[] {
  const weighed = [...held]
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

/** What both say, in the words of each. */
function becauseOf(feature: number, typed: string | undefined, meant: string | undefined, shelf: Shelf): Because[] {
  const sort = shelf.marks.meaning(feature)?.sort
  return typed && meant ? [{ typed, meant, as: sort === undefined ? 'word' : sort === 'place' ? 'place' : 'concept' }] : []
}
