/** Purpose: put the rooms together into one working Plenary, for the server and for the command line alike. */
import { loadCommands } from './command-kit/load-commands.ts'
import { type Conversation, makeConversation } from './command-kit/run-command.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './database/open.ts'
import { type Library, openLibrary } from './library/library.ts'
import { type Loaded, loadStarter } from './library/load-starter.ts'
import { loadLexicon } from './library/lexicon.ts'
import { loadPlaces } from './library/places.ts'
import { readSeeds } from './library/read-seeds.ts'
import { loadCommonWords } from './library/search/common-words.ts'
import { buildSearchIndex } from './library/search/search-index.ts'
import { loadThemes } from './library/themes.ts'
import { type Log, reportTo } from './ops/log.ts'
import { type Metrics, makeMetrics } from './ops/metrics.ts'
import { makePeople } from './people/people.ts'

export type Plenary = {
  readonly db: Database
  readonly library: Library
  readonly conversation: Conversation
  readonly metrics: Metrics
  readonly loaded: Loaded
  close(): Promise<void>
}

export const SEEDS = new URL('../seeds/library/', import.meta.url)

/** @throws DatabaseTrouble or SeedMistakes, each saying what to mend */
export async function assemble(config: Config, log: Log, now: () => Temporal.Instant = Temporal.Now.instant): Promise<Plenary> {
  const [db, places, themes, book] = await Promise.all([openDatabase(config.databaseUrl), loadPlaces(), loadThemes(), loadCommands()])
  try {
    const loaded = await loadStarter(db, await readSeeds(SEEDS, places, themes), now().epochMilliseconds)
    const [lexicon, commonWords] = await Promise.all([loadLexicon(), loadCommonWords()])
    const knowledge = { lexicon, commonWords, places, themes }
    const library = await openLibrary(db, places, themes, entries => buildSearchIndex(entries, knowledge))
    const people = makePeople({ db, defaultLanguage: config.language, defaultZone: config.zone, now })
    const metrics = makeMetrics(() => library.size())
    const conversation = makeConversation({ book, features: { library, people }, now, report: reportTo(log), observe: metrics.observe })
    return { db, library, conversation, metrics, loaded, close: () => db.destroy() }
  } catch (error) {
    await db.destroy()
    throw error
  }
}
