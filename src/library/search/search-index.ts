/** Purpose: the library's search: built once, kept fresh entry by entry, and asked without ever waiting for the database. */
import type { LibraryEntry, SearchIndex } from '../question.ts'
import { likeThis } from './alike.ts'
import { answer } from './answer.ts'
import { makeEar } from './intent.ts'
import type { Knowledge } from './knowledge.ts'
import { makeShelf } from './shelf.ts'
import { makeSpelling } from './spelling.ts'

/** So many entries are put before other work may have its turn. */
const CHUNK = 100

export async function buildSearchIndex(entries: readonly LibraryEntry[], knowledge: Knowledge): Promise<SearchIndex> {
  const shelf = makeShelf(knowledge)
  const spelling = makeSpelling(shelf.vocabulary, shelf.marks, knowledge.commonWords)
  const desk = { shelf, spelling, ear: makeEar(knowledge.intents), knowledge }
  for (let at = 0; at < entries.length; at += CHUNK) {
    for (const entry of entries.slice(at, at + CHUNK)) shelf.put(entry)
    await new Promise(resolve => setImmediate(resolve))
  }
  return {
    get size() {
      return shelf.count()
    },
    search: (question, sees) => answer(question, sees, desk),
    alike: (entry, size, sees) => likeThis(entry, size, sees, shelf),
    put: shelf.put,
    remove: shelf.remove,
  }
}
