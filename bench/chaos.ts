/** Purpose: the long chaos test: at least 200 kills. `npm run bench:chaos` [kills] */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChaos } from '../test/support/chaos/run-chaos.ts'
import { launchPostgres } from '../test/support/start-postgres.ts'

const kills = Number(process.argv[2] ?? 200)
const folder = await mkdtemp(join(tmpdir(), 'plenary-chaos-'))
const postgres = await launchPostgres()
try {
  const runs = [
    { name: 'SQLite, one process', databaseUrl: join(folder, 'chaos.sqlite'), processes: 1 },
    { name: 'PostgreSQL, three processes', databaseUrl: postgres.url, processes: 3 },
  ]
  for (const { name, databaseUrl, processes } of runs) {
    const started = performance.now()
    const outcome = await runChaos({ databaseUrl, processes, kills: Math.ceil(kills / runs.length), seed: 20_261_121 })
    console.log(name, JSON.stringify(outcome), `${Math.round((performance.now() - started) / 1000)} s`)
    if (outcome.missing + outcome.twice + outcome.strangers > 0) process.exitCode = 1
  }
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
