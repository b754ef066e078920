/** Purpose: a note that was acknowledged is there after kill -9, at whatever moment it comes, on both engines. */
import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { replay } from '../../src/sessions/notes.ts'
import { newPostgresDatabase } from '../support/engines.ts'
import { makePlenary } from '../support/make-plenary.ts'

const SCRIPT = fileURLToPath(new URL('../support/write-notes.ts', import.meta.url))
const ENGINES = [
  ['SQLite', async () => join(await mkdtemp(join(tmpdir(), 'plenary-notes-')), 'notes.sqlite')],
  ['PostgreSQL', newPostgresDatabase],
] as const

test.each(ENGINES)(
  '%s: kill -9, three times in one session',
  async (_, newUrl) => {
    const url = await newUrl()
    const acknowledged: string[] = []
    for (const after of [5, 17, 33]) acknowledged.push(...(await writeUntilKilled(url, after)))
    expect(acknowledged.length).toBeGreaterThan(50)
    const plenary = await makePlenary(url)
    const [session] = await plenary.sessions.find(1, {})
    if (!session) throw new Error('The session is lost')
    const { events, notes } = await plenary.sessions.notebook(session)
    for (const line of acknowledged) expect(notes.map(({ text }) => text)).toContain(`line ${line}`)
    expect(new Set(notes.map(({ number }) => number)).size).toBe(notes.length)
    expect(replay(events)).toEqual(notes)
  },
  60_000,
)

async function writeUntilKilled(url: string, notes: number): Promise<string[]> {
  const child = spawn(process.execPath, [SCRIPT, url], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.stdout.on('data', chunk => lines.push(...String(chunk).trim().split('\n')))
  while (lines.length < notes && child.exitCode === null) await setTimeout(1)
  await setTimeout(Math.random() * 5)
  child.kill('SIGKILL')
  await ended
  return lines.filter(line => /^\d+-\d+$/.test(line))
}
