/** Purpose: measure Plenary in Slack and in Discord beside a bare Bolt app and a bare discord.js client that answer with a constant, in the same run:
 *  `npm run bench:chat [-- slack | discord]`. Goals: acknowledged within 1.2 times (p50) and 1.5 times (p99) of bare, at least 0.8 of its commands. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FakeChat } from './chat/fake-chat.ts'
import { startFakeDiscord } from './chat/fake-discord.ts'
import { startFakeSlack } from './chat/fake-slack.ts'
import { type Busy, type Contestant, coldStart, inTurns, keepBusy, type NextCommand, type Running } from './chat/measure.ts'
import { apart, bare, plenary, type Recipe } from './chat/program.ts'
import { type Results, table } from './chat/results.ts'
import { readQueries } from './search-judging.ts'

const COLD_STARTS = 2
const WARM_UP = { seconds: 1.5, underWay: 8 }
const TURNS = 800
const MESSAGES = { rounds: 150, breath: 30 }
const BUSY = { rounds: 3, seconds: 1, underWay: 16 }
const COUNTRIES = ['Brazil', 'Germany', 'Kenya', 'Lebanon', 'Mexico', 'Nepal', 'Sweden', 'Turkey']

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
const nextOf = (list: readonly string[]) => list[asked++ % list.length] ?? ''
/** What others have just asked, too. */
const search: NextCommand = () => ({ name: 'practice', words: nextOf(questions) })
/** So many in turn that none of the answers is remembered when its question comes again. */
const newQuestions = COUNTRIES.flatMap(country => questions.map(question => `${question} ${country}`))
const newSearch: NextCommand = () => ({ name: 'practice', words: nextOf(newQuestions) })
const written =
  (way: 'mention' | 'direct'): NextCommand =>
  () => ({ ...newSearch(), way })
/** Answered with an invitation to search: as near to a constant as a command comes. */
const short: NextCommand = () => ({ name: 'practice', words: '' })

if (!apart) console.log('The bench shares its cores with what it measures: the slowest acknowledgements are also those of a busy machine.')
const wanted = process.argv.slice(2)
for (const [name, { start, rivals }] of Object.entries(RIVALS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const dataDir = mkdtempSync(join(tmpdir(), 'plenary-bench-'))
  const ours = (settings: Settings) => plenary({ ...settings, DATA_DIR: dataDir, LOG_LEVEL: 'warn' })
  const chat = await start()
  const results = await contest(chat, Object.entries({ ...rivals, Plenary: ours }))
  chat.close()
  rmSync(dataDir, { recursive: true })
  console.log(`\n${name}: ${TURNS} new searches one by one; then ${BUSY.underWay} commands at a time; the ratio is of Plenary to bare`)
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
  for (const one of running) for (const next of [short, newSearch, search]) await keepBusy(one, WARM_UP, next)
  const alone = await inTurns(guests, TURNS, newSearch)
  // Slowly, as Discord allows a bot fifty posts a second.
  const mentions = await inTurns(guests, MESSAGES.rounds, written('mention'), MESSAGES.breath)
  const direct = await inTurns(guests, MESSAGES.rounds, written('direct'), MESSAGES.breath)
  const busy = await busyInTurns(running, search)
  const busyNew = await busyInTurns(running, newSearch)
  const busyShort = await busyInTurns(running, short)
  const memory = running.map(({ program }) => program.memory())
  for (const { program } of running) await program.stop()
  return contestants.map(({ name }, at) => ({
    ...{ name, cold: starts[at]?.times ?? [], startMemory: starts[at]?.memory ?? Number.NaN, memory: memory[at] ?? Number.NaN },
    ...{ alone: alone[at] ?? [], mentions: mentions[at] ?? [], direct: direct[at] ?? [] },
    ...{ busy: busy[at] ?? [], busyNew: busyNew[at] ?? [], busyShort: busyShort[at] ?? [] },
  }))
}

async function busyInTurns(running: readonly Running[], next: NextCommand): Promise<Busy[][]> {
  const busy: Busy[][] = running.map(() => [])
  for (let round = 0; round < BUSY.rounds; round++)
    for (const [at, one] of running.entries()) busy[at]?.push(await keepBusy(one, BUSY, next))
  return busy
}

/** Starts each again and again, in turns; the first start fills caches and does not count, the last stays. */
async function startOver(contestants: readonly Contestant[]) {
  const starts = contestants.map(() => ({ times: [] as number[], memory: 0, last: undefined as Running | undefined }))
  for (let round = 0; round <= COLD_STARTS; round++)
    for (const [at, contestant] of contestants.entries()) {
      const start = starts[at]
      await start?.last?.program.stop()
      const { ms, ...running } = await coldStart(contestant, newSearch)
      if (!start) continue
      start.last = running
      start.memory = running.program.memory()
      if (round > 0) start.times.push(ms)
    }
  return starts.flatMap(({ last, ...start }) => (last ? [{ ...start, last }] : []))
}
