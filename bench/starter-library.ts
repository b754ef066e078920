/** Purpose: the starter library as benches and their tests use it: entries straight from the seed files, all that search knows, and texts to judge. */
import { entryText } from '../src/library/entry-text.ts'
import { loadPlaces } from '../src/library/places.ts'
import type { LibraryEntry, SearchIndex } from '../src/library/question.ts'
import { parseSeeds, readSeedFiles } from '../src/library/read-seeds.ts'
import { type Knowledge, loadKnowledge } from '../src/library/search/knowledge.ts'
import { buildSearchIndex } from '../src/library/search/search-index.ts'
import { loadThemes } from '../src/library/themes.ts'

export type StarterLibrary = {
  readonly entries: readonly LibraryEntry[]
  readonly knowledge: Knowledge
  readonly index: SearchIndex
  /** All that an entry says, title and structured fields: what the patterns of judged queries are looked for in. */
  textOf(entry: LibraryEntry): string
}

export async function loadStarterLibrary(): Promise<StarterLibrary> {
  const [places, themes, knowledge] = await Promise.all([loadPlaces(), loadThemes(), loadKnowledge()])
  const seeds = parseSeeds(await readSeedFiles(new URL('../seeds/library/', import.meta.url)), places, themes)
  const entries = seeds.map(entry => ({ ...entry, coalition: 0 }))
  const index = await buildSearchIndex(entries, knowledge)
  return { entries, knowledge, index, textOf: entry => `${entry.title}\n${entryText(entry, places, themes)}` }
}
