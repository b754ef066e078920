/** Purpose: start Plenary, say where it is, and stop it cleanly. */
import { sql } from 'kysely'
import { assemble } from './assemble.ts'
import { ConfigMistakes, readConfig } from './config.ts'
import { DatabaseTrouble } from './database/database-trouble.ts'
import { SeedMistakes } from './library/read-seeds.ts'
import { makeOpsRoutes } from './ops/health.ts'
import { type Log, makeLog } from './ops/log.ts'
import { startWeb } from './platforms/web/connect.ts'

/** What an operator can wait for at a stop, in milliseconds. */
const STOP_WITHIN = 10_000

try {
  await start()
} catch (error) {
  if (error instanceof ConfigMistakes || error instanceof DatabaseTrouble || error instanceof SeedMistakes) console.error(error.message)
  else console.error(error)
  process.exitCode = 1
}

async function start() {
  const config = readConfig()
  const log = makeLog(config.logLevel)
  const plenary = await assemble(config, log)
  const checks = { database: async () => void (await sql`select 1`.execute(plenary.db)) }
  const ops = makeOpsRoutes(checks, plenary.metrics, { metricsToken: config.web.metricsToken, open: config.web.loopback })
  const web = await startWeb(plenary.conversation, { config: config.web, db: plenary.db, log, ops, now: Temporal.Now.instant })
  console.log(`Plenary is here: ${web.greeting}   (${plenary.library.size()} entries in the library; stop with Ctrl+C)`)
  stopOnSignal(log, async () => {
    await web.stop()
    await plenary.close()
  })
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
