/** Purpose: measure Plenary in Slack and in Discord beside a bare Bolt app and a bare discord.js client that answer with a constant, in the same run:
 *  `npm run bench:chat [-- slack | discord]`. Goals: acknowledged within 1.2 times (p50) and 1.5 times (p99) of bare, at least 0.8 of its commands. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FakeChat } from './chat/fake-chat.ts'
import { startFakeDiscord } from './chat/fake-discord.ts'
import { startFakeSlack } from './chat/fake-slack.ts'
import { type Contestant, coldStart, inTurns, keepBusy, type NextCommand, type Running } from './chat/measure.ts'
import { bare, plenary, type Recipe } from './chat/program.ts'
import { type Results, table } from './chat/results.ts'
import { readQueries } from './search-judging.ts'

const COLD_STARTS = 3
const WARM_UP = { seconds: 2, underWay: 4 }
const TURNS = 1000
const BUSY = { rounds: 4, seconds: 1.2, underWay: 16 }

type Settings = Recipe['settings']
const RIVALS = {
  slack: {
    start: startFakeSlack,
    rivals: { 'bare Bolt': (settings: Settings) => bare('bare-bolt', settings) },
  },
  discord: {
    start: startFakeDiscord,
    rivals: {
      'bare discord.js': (settings: Settings) => bare('bare-discord', { ...settings, BENCH_WAY: 'defer' }),
      'bare, no promise': (settings: Settings) => bare('bare-discord', { ...settings, BENCH_WAY: 'reply' }),
    },
  },
}

const questions = (await readQueries(new URL('queries.json', import.meta.url))).map(({ q }) => q)
let asked = 0
const next: NextCommand = () => ({ name: 'practice', words: questions[asked++ % questions.length] ?? '' })

const wanted = process.argv.slice(2)
for (const [name, { start, rivals }] of Object.entries(RIVALS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const dataDir = mkdtempSync(join(tmpdir(), 'plenary-bench-'))
  const ours = (settings: Settings) => plenary({ ...settings, DATA_DIR: dataDir, LOG_LEVEL: 'warn' })
  const chat = await start()
  const results = await contest(chat, Object.entries({ ...rivals, Plenary: ours }))
  chat.close()
  rmSync(dataDir, { recursive: true })
  console.log(`\n${name}: searches by ${questions.length} questions, ${TURNS} one by one and ${BUSY.underWay} at a time`)
  console.table(table(results))
}

async function contest(chat: FakeChat, names: readonly (readonly [string, (settings: Settings) => Recipe])[]): Promise<Results[]> {
  const contestants = names.map(([name, recipe], at): Contestant => {
    const guest = chat.guest(`guest${at}`)
    return { name, guest, recipe: recipe(guest.settings) }
  })
  const starts = await startOver(contestants)
  const running = starts.map(({ last }) => last)
  const guests = running.map(({ guest }) => guest)
  for (const one of running) await keepBusy(one, WARM_UP, next)
  const alone = await inTurns(guests, TURNS, next)
  const busy = guests.map(() => [] as Awaited<ReturnType<typeof keepBusy>>[])
  for (let round = 0; round < BUSY.rounds; round++)
    for (const [at, one] of running.entries()) busy[at]?.push(await keepBusy(one, BUSY, next))
  const memory = running.map(({ program }) => program.memory())
  for (const { program } of running) await program.stop()
  return contestants.map(({ name }, at) => ({
    ...{ name, cold: starts[at]?.times ?? [], startMemory: starts[at]?.memory ?? Number.NaN, memory: memory[at] ?? Number.NaN },
    ...{ alone: alone[at] ?? [], busy: busy[at] ?? [] },
  }))
}

/** Starts each again and again, in turns; the first start fills caches and does not count, the last stays. */
async function startOver(contestants: readonly Contestant[]) {
  const starts = contestants.map(() => ({ times: [] as number[], memory: 0, last: undefined as Running | undefined }))
  for (let round = 0; round <= COLD_STARTS; round++)
    for (const [at, contestant] of contestants.entries()) {
      const start = starts[at]
      await start?.last?.program.stop()
      const { ms, ...running } = await coldStart(contestant, next)
      if (!start) continue
      start.last = running
      start.memory = running.program.memory()
      if (round > 0) start.times.push(ms)
    }
  return starts.flatMap(({ last, ...start }) => (last ? [{ ...start, last }] : []))
}
