/** Purpose: the entries most like one: the same rare words and meanings, held as heavily. */
import type { Hit, LibraryEntry, Sees } from '../question.ts'
import { bestFirst, type Ranked } from './answer.ts'
import { idf, scoreEntries } from './score.ts'
import type { Shelf } from './shelf.ts'
import type { Group } from './question-groups.ts'

const MOST_TELLING = 25

export function likeThis(entry: LibraryEntry, size: number, sees: Sees, shelf: Shelf): Hit[] {
  const telling = [...shelf.features(entry)]
    .map(([feature, weight]) => ({ feature, value: idf(feature, shelf) * Math.min(4, weight / 10) }))
    .filter(({ feature }) => shelf.postings.count(feature) > 1)
    .sort((a, b) => b.value - a.value || a.feature - b.feature)
    .slice(0, MOST_TELLING)
  const groups = telling.map(({ feature }): Group => ({ typed: '', words: [{ feature, weight: 1, as: 'word' }], marks: [], sureness: 'word', length: 1, weight: 1 }))
  const { score, slots } = scoreEntries(groups, shelf)
  const ranked: Ranked[] = []
  for (const slot of slots) {
    const other = shelf.entry(slot)
    if (other && !(other.id === entry.id && other.coalition === entry.coalition) && sees(other)) ranked.push({ entry: other, score: score[slot] ?? 0 })
  }
  return ranked.sort(bestFirst).slice(0, size).map(hit => ({ ...hit, because: [] }))
}
