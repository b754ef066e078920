/** Purpose: start Plenary, say where it is, and stop it cleanly. */
import { sql } from 'kysely'
import { assemble, type Plenary } from './assemble.ts'
import { ConfigMistakes, readConfig } from './config.ts'
import { DatabaseTrouble } from './database/database-trouble.ts'
import { SeedMistakes } from './library/read-seeds.ts'
import { guardRejections } from './ops/guard-rejections.ts'
import { makeOpsRoutes } from './ops/health.ts'
import { type Log, makeLog } from './ops/log.ts'
import { tidyMemorySoon } from './ops/tidy-memory.ts'
import { startPlatforms } from './platforms/start-platforms.ts'
import { startDelivery } from './start-delivery.ts'

/** What an operator can wait for at a stop, in milliseconds. */
const STOP_WITHIN = 10_000

try {
  if (process.argv[2] === '--compile') await compile()
  else await start()
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}

function explain(error: unknown): unknown {
  const explained = error instanceof ConfigMistakes || error instanceof DatabaseTrouble || error instanceof SeedMistakes
  if (explained) return error.message
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  return taken ? 'The port of the web chat is taken by another program. Stop that one, or set WEB_PORT to another number.' : error
}

/** Puts everything together once and lets it go, for the sake of what Node keeps of it (`keep-compiled.js`). */
async function compile() {
  const plenary = await assemble({ ...readConfig({}), databaseUrl: ':memory:' }, makeLog('silent'))
  await plenary.close()
}

async function start() {
  const config = readConfig()
  const log = makeLog(config.logLevel)
  guardRejections(log)
  const plenary = await assemble(config, log)
  const checks = { database: async () => void (await sql`select 1`.execute(plenary.db)) }
  const ops = makeOpsRoutes(checks, plenary.metrics, {
    metricsToken: config.web.metricsToken,
    open: config.web.loopback,
    facts: deliveryFacts(plenary),
  })
  const platforms = await startPlatforms(plenary.conversation, {
    config,
    db: plenary.db,
    log,
    ops,
    now: Temporal.Now.instant,
    readFeed: plenary.calendar.feeds.read,
    homes: plenary.homes,
    events: plenary.events,
  })
  plenary.webIsAt(platforms.web.greeting)
  const delivery = startDelivery(plenary, platforms.all, log)
  console.log(`Plenary is here: ${platforms.web.greeting}   (${plenary.library.size()} entries in the library; stop with Ctrl+C)`)
  const elsewhere = platforms.all.filter(platform => platform !== platforms.web).map(({ greeting }) => greeting)
  if (elsewhere.length > 0) console.log(`It is in ${elsewhere.join(' and in ')}, too`)
  tidyMemorySoon()
  stopOnSignal(log, async () => {
    await delivery.stop()
    await platforms.stop()
    await plenary.close()
  })
}

/** What a machine that watches wants to know: whether what is due goes out. */
function deliveryFacts(plenary: Plenary) {
  return async () => ({ delivery: await plenary.delivery.status() })
}

function stopOnSignal(log: Log, stop: () => Promise<void>) {
  let stopping = false
  const begin = async (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), STOP_WITHIN).unref()
    await stop()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => void begin(signal))
}
