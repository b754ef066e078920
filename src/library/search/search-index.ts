/** Purpose: the library's search: built once, kept fresh entry by entry, and asked without ever waiting for the database. */
import { setImmediate } from 'node:timers/promises'
import type { LibraryEntry, SearchIndex } from '../question.ts'
import { likeThis } from './alike.ts'
import { answer } from './answer.ts'
import { Feedback } from './feedback.ts'
import { makeEar } from './intent.ts'
import type { Knowledge } from './knowledge.ts'
import { Scorer } from './score.ts'
import { Shelf } from './shelf.ts'
import { Spelling } from './spelling.ts'

/** So many entries are put before other work may have its turn. */
const CHUNK = 50

export async function buildSearchIndex(entries: readonly LibraryEntry[], knowledge: Knowledge): Promise<SearchIndex> {
  const shelf = new Shelf(knowledge)
  const spelling = new Spelling(shelf.vocabulary, shelf.marks, knowledge.commonWords)
  const desk = {
    shelf,
    spelling,
    ear: makeEar(knowledge.intents),
    scorer: new Scorer(shelf),
    feedback: new Feedback(shelf),
    knowledge: { places: knowledge.places, commonWords: knowledge.commonWords },
  }
  for (let from = 0; from < entries.length; from += CHUNK) {
    for (const entry of entries.slice(from, from + CHUNK)) shelf.put(entry)
    await setImmediate()
  }
  return {
    get size() {
      return shelf.count
    },
    search: (question, coalition) => answer(question, coalition, desk),
    alike: (entry, size, coalition) => likeThis(entry, size, coalition, desk),
    put: entry => shelf.put(entry),
    remove: (coalition, id) => shelf.remove({ coalition, id }),
  }
}
