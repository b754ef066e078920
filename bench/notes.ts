/** Purpose: a session of 1,000 notes on both engines: how long a note takes, the status with its picture, the report. `node bench/notes.ts` */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assemble } from '../src/assemble.ts'
import { readConfig } from '../src/config.ts'
import { makeLog } from '../src/ops/log.ts'
import { launchPostgres } from '../test/support/start-postgres.ts'

const NOTES = 1000
const TYPES = ['p', 'r', 'a', 'i', 'm', 'o', 'l']
/** The status twice, as its picture is drawn once and kept until something changes. */
const LOOKS = [
  '/session status',
  '/session status',
  '/note p one more',
  '/session status',
  '/session report',
  '/session report format:markdown',
  '/session report format:docx',
  '/session report format:json',
  '/note list',
  '/session publish',
]

await measure('SQLite', process.argv[2] ?? join(await mkdtemp(join(tmpdir(), 'plenary-bench-')), 'notes.sqlite'))
const postgres = await launchPostgres()
await measure('PostgreSQL (fsync off)', postgres.url)
await postgres.stop()

async function measure(name: string, databaseUrl: string): Promise<void> {
  const plenary = await assemble({ ...readConfig({}), databaseUrl }, makeLog('error'))
  const address = { platform: 'web', space: 'bench', id: 'ana' } as const
  const place = { address: { ...address, id: 'general' }, private: false }
  const time = async (line: string): Promise<number> => {
    const started = performance.now()
    const { reply } = await plenary.conversation.hear({ by: { address, vouched: 'rapporteur' }, place, said: { line } })
    if (reply.mood === 'error') throw new Error(`${line}: ${JSON.stringify(reply.text)}`)
    return performance.now() - started
  }
  await time(`/session open "${name}" template:gfmd-2016`)
  const took: number[] = []
  const before = process.cpuUsage()
  for (let note = 1; note <= NOTES; note++)
    took.push(await time(`/note ${TYPES[note % TYPES.length]} note number ${note} about cities that welcome newcomers`))
  const { user, system } = process.cpuUsage(before)
  console.log(`${name}\n  a note: ${spread(took)}`)
  console.log(
    `  of which this process worked ${((user + system) / 1000 / NOTES).toFixed(2)} ms a note; the rest is waiting for the disk or the server`,
  )
  for (const line of LOOKS) console.log(`  ${line}: ${(await time(line)).toFixed(0)} ms`)
  await plenary.close()
}

function spread(took: readonly number[]): string {
  const sorted = took.toSorted((one, other) => one - other)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  const last = took.slice(-100).reduce((sum, each) => sum + each, 0) / 100
  return `median ${at(0.5)} ms, 99 of 100 within ${at(0.99)} ms, the last hundred ${last.toFixed(1)} ms on average`
}
