/** Purpose: put the rooms together into one working Plenary, for the server and for the command line alike. */
import { loadCommands } from './command-kit/load-commands.ts'
import { type Conversation, makeConversation } from './command-kit/run-command.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './database/open.ts'
import { type Library, openLibrary } from './library/library.ts'
import { type Loaded, loadStarter } from './library/load-starter.ts'
import { readSeeds } from './library/read-seeds.ts'
import { loadKnowledge } from './library/search/knowledge.ts'
import { buildSearchIndex } from './library/search/search-index.ts'
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
  const [db, knowledge, book] = await Promise.all([openDatabase(config.databaseUrl), loadKnowledge(), loadCommands()])
  const { places, themes } = knowledge
  try {
    const loaded = await loadStarter(db, await readSeeds(SEEDS, places, themes), now().epochMilliseconds)
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
