/** Purpose: measure how fast search is built and answers, and what memory it takes, beside fuse.js, MiniSearch and FTS5. `npm run bench:speed [-- 1000 10000]`. */
import { setImmediate } from 'node:timers/promises'
import { buildSearchIndex } from '../src/library/search/search-index.ts'
import { fts5, fuse, miniSearch, pageOf } from './rivals.ts'
import { loadStarterLibrary } from './starter-library.ts'
import { makeEntries, randomNumbers, type Stock } from './synthetic-entries.ts'

type Ask = (question: string) => unknown
type Row = {
  entries: number
  search: string
  'build ms': number
  'build CPU ms': number
  'heap MB': number
  'p50 ms': string
  'p99 ms': string
}

const SIZES = [1000, 10_000, 100_000]
const QUESTIONS = 400
/** Each question is asked so often, and its best time counts: the first round warms up, and other work on the machine is no fault of search. */
const ROUNDS = 4
/** fuse.js reads every entry for every question: few questions must do. */
const fuseQuestions = (size: number) => Math.max(2, Math.min(30, Math.round(60_000 / size)))

const { knowledge, entries: starter } = await loadStarterLibrary()
const stock = gather()
const rows: Row[] = []
for (const size of process.argv.length > 2 ? process.argv.slice(2).map(Number) : SIZES) rows.push(...(await measureSize(size)))
console.table(rows)

async function measureSize(size: number): Promise<Row[]> {
  const entries = makeEntries(size, stock)
  const pages = entries.map(pageOf)
  const questions = makeQuestions(QUESTIONS)
  const ours = await measure('Plenary', size, questions, async () => {
    const index = await buildSearchIndex(entries, knowledge)
    return text => index.search({ text, filters: {}, from: 0, size: 10 }, () => true)
  })
  const others: Row[] = []
  for (const rival of [fts5, miniSearch, fuse]) {
    const count = rival === fuse ? fuseQuestions(size) : size > 50_000 ? 60 : QUESTIONS
    others.push(await measure(rival.name, size, questions.slice(0, count), async () => rival.build(pages)))
  }
  return [ours, ...others]
}

async function measure(search: string, entries: number, questions: readonly string[], build: () => Promise<Ask>): Promise<Row> {
  await collectGarbage()
  const before = process.memoryUsage()
  const [start, startCpu] = [performance.now(), process.cpuUsage()]
  const ask = await build()
  const built = performance.now() - start
  const cpu = process.cpuUsage(startCpu)
  await collectGarbage()
  const after = process.memoryUsage()
  const rounds = questions.length > 100 ? ROUNDS : 1
  const times = questions.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < rounds; round++) {
    questions.forEach((question, at) => {
      times[at] = Math.min(
        times[at] ?? 0,
        timeOf(() => ask(question)),
      )
    })
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2)
  const memory = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
  return {
    entries,
    search,
    'build ms': Math.round(built),
    'build CPU ms': Math.round((cpu.user + cpu.system) / 1000),
    'heap MB': Math.round(memory / 1e6),
    'p50 ms': at(0.5),
    'p99 ms': at(0.99),
  }
}

/** Twice, with a pause: what the search before held is let go in the first round. */
async function collectGarbage(): Promise<void> {
  for (let round = 0; round < 2; round++) {
    await setImmediate()
    globalThis.gc?.()
  }
}

function timeOf(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** Themes, titles, titles with a typing mistake, a theme in a place, and phrases of other languages. */
function makeQuestions(count: number): string[] {
  const random = randomNumbers(7)
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const foreign = knowledge.lexicon.flatMap(({ narrow }) => [...narrow.fr, ...narrow.es, ...narrow.pt, ...narrow.ar])
  const themes = knowledge.themes.all.map(({ names }) => names['en'] ?? '')
  const places = knowledge.places.all.map(({ names }) => names.en)
  const mistype = (text: string) => {
    const at = 1 + Math.floor(random() * Math.max(1, text.length - 3))
    return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)
  }
  const kinds = [
    () => pick(themes),
    () => pick(stock.phrases),
    () => mistype(pick(stock.phrases)),
    () => `${pick(themes)} ${pick(places)}`,
    () => `${pick(foreign)} ${pick(foreign)}`,
  ]
  return Array.from({ length: count }, (_, at) => kinds[at % kinds.length]?.() ?? '')
}

function gather(): Stock {
  const random = randomNumbers(1)
  const { commonWords } = knowledge
  const ranked = commonWords.words().map(word => ({ word, rank: (commonWords.isEveryday(word) ? 0 : 1) + random() }))
  return {
    words: ranked.sort((a, b) => a.rank - b.rank).map(({ word }) => word),
    phrases: starter.map(({ title }) => title),
    themes: knowledge.themes.all.map(({ id }) => id),
    places: knowledge.places.all.map(({ id }) => id),
  }
}
