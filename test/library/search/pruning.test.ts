/** Purpose: leaving out early what cannot be worth showing changes nothing that is shown. */
import { expect, test } from 'vitest'
import { loadStarterLibrary } from '../../../bench/starter-library.ts'
import { makeEntries } from '../../../bench/synthetic-entries.ts'
import { Feedback } from '../../../src/library/search/feedback.ts'
import { makeEar } from '../../../src/library/search/intent.ts'
import { rank } from '../../../src/library/search/rank.ts'
import { Scorer } from '../../../src/library/search/score.ts'
import { Shelf } from '../../../src/library/search/shelf.ts'
import { Spelling } from '../../../src/library/search/spelling.ts'
import { understand } from '../../../src/library/search/understand.ts'

test('with and without pruning the ranking is the same', async () => {
  const { entries, knowledge } = await loadStarterLibrary()
  const shelf = new Shelf(knowledge)
  const words = knowledge.commonWords.words().filter((_, at) => at % 9 === 0)
  const [themes, places] = [knowledge.themes.all.map(({ id }) => id), knowledge.places.all.map(({ id }) => id)]
  // More than one block of the scorer.
  for (const entry of makeEntries(6000, { words, phrases: entries.map(({ title }) => title), themes, places })) shelf.put(entry)
  const [scorer, feedback] = [new Scorer(shelf), new Feedback(shelf)]
  const desk = {
    shelf,
    spelling: new Spelling(shelf.vocabulary, shelf.marks, knowledge.commonWords),
    ear: makeEar(knowledge.intents),
    knowledge,
  }
  for (const { title, kind } of entries.filter((_, at) => at % 7 === 0)) {
    const understood = understand(title, desk)
    const ranked = (score: Scorer['score']) => {
      const { best, total } = rank(understood, slot => shelf.entry(slot)?.kind !== kind, 20, { shelf, scorer: { score }, feedback })
      return { total, best: best.slice(0, 20).map(({ slot, score }) => [slot, score]) }
    }
    expect(ranked((groups, lift, pruning) => scorer.score(groups, lift, pruning))).toEqual(
      ranked((groups, lift) => scorer.score(groups, lift)),
    )
  }
})
