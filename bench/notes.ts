/** Purpose: a session of 1,000 notes: how long a note takes, and its report. `node bench/notes.ts` */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assemble } from '../src/assemble.ts'
import { readConfig } from '../src/config.ts'
import { makeLog } from '../src/ops/log.ts'

const NOTES = 1000
const databaseUrl = process.argv[2] ?? join(await mkdtemp(join(tmpdir(), 'plenary-bench-')), 'notes.sqlite')
const plenary = await assemble({ ...readConfig({}), databaseUrl }, makeLog('error'))
const address = { platform: 'web', space: 'bench', id: 'ana' } as const
const place = { address: { ...address, id: 'general' }, private: false }
const hear = (line: string) => plenary.conversation.hear({ by: { address, vouched: 'rapporteur' }, place, said: { line } })

async function time(line: string): Promise<number> {
  const started = performance.now()
  const reply = await hear(line)
  if (reply.mood === 'error') throw new Error(`${line}: ${JSON.stringify(reply.text)}`)
  return performance.now() - started
}

await hear('/session open Bench template:gfmd-2016')
const types = ['p', 'r', 'a', 'i', 'm', 'o', 'l']
const took: number[] = []
for (let note = 1; note <= NOTES; note++)
  took.push(await time(`/note ${types[note % types.length]} note number ${note} about cities that welcome newcomers`))
const sorted = took.toSorted((one, other) => one - other)
const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
const last = took.slice(-100).reduce((sum, each) => sum + each, 0) / 100
console.log(`a note: median ${at(0.5)} ms, 99 of 100 within ${at(0.99)} ms, the last hundred ${last.toFixed(1)} ms on average`)
for (const line of [
  '/session status',
  '/session report',
  '/session report format:markdown',
  '/session report format:docx',
  '/session report format:json',
  '/note list',
  '/session publish',
])
  console.log(`${line}: ${(await time(line)).toFixed(0)} ms`)
await plenary.close()
