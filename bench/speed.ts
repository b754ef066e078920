/** Purpose: measure how fast search is built and answers, and what memory it takes, beside fuse.js, MiniSearch and FTS5. `npm run bench:speed [-- 1000 10000]`. */
import { setImmediate } from 'node:timers/promises'
import { STARTER } from '../src/library/question.ts'
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
  questions: number
  'p50 ms': string
  'p99 ms': string
  'p99 once': string
}

const SIZES = [1000, 10_000, 100_000]
const QUESTIONS = 400
const [WARM_UP, MEASURED] = [11, 7]
/** For everybody alike: other questions warm up, then each question is asked so often, and its best time counts; `once` is the first time. */
const ROUNDS = 3
/** Some read every entry for every question: few questions must do for them. */
const questionsFor = (size: number, slow: boolean) => (slow ? Math.max(4, Math.min(30, Math.round(60_000 / size))) : QUESTIONS)

const { knowledge, entries: starter } = await loadStarterLibrary()
const stock = gather()
const rows: Row[] = []
for (const size of process.argv.length > 2 ? process.argv.slice(2).map(Number) : SIZES) rows.push(...(await measureSize(size)))
console.table(rows)

async function measureSize(size: number): Promise<Row[]> {
  const entries = makeEntries(size, stock)
  const pages = entries.map(pageOf)
  const ours = await measure('Plenary', size, QUESTIONS, async () => {
    const index = await buildSearchIndex(entries, knowledge)
    return text => index.search({ text, filters: {}, from: 0, size: 10 }, STARTER)
  })
  const others: Row[] = []
  for (const rival of [fts5, miniSearch, fuse]) {
    const count = questionsFor(size, rival === fuse || (rival === miniSearch && size > 50_000))
    others.push(await measure(rival.name, size, count, async () => rival.build(pages)))
  }
  return [ours, ...others]
}

async function measure(search: string, entries: number, count: number, build: () => Promise<Ask>): Promise<Row> {
  await collectGarbage()
  const before = process.memoryUsage()
  const [start, startCpu] = [performance.now(), process.cpuUsage()]
  const ask = await build()
  const built = performance.now() - start
  const cpu = process.cpuUsage(startCpu)
  await collectGarbage()
  const after = process.memoryUsage()
  for (const question of makeQuestions(count, WARM_UP)) ask(question)
  const questions = makeQuestions(count, MEASURED)
  const rounds = Array.from({ length: ROUNDS }, () => questions.map(question => timeOf(() => ask(question))))
  const [once = []] = rounds
  const best = once.map((_, at) => Math.min(...rounds.map(times => times[at] ?? 0)))
  const memory = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
  return {
    entries,
    search,
    'build ms': Math.round(built),
    'build CPU ms': Math.round((cpu.user + cpu.system) / 1000),
    'heap MB': Math.round(memory / 1e6),
    questions: count,
    'p50 ms': percentile(best, 0.5),
    'p99 ms': percentile(best, 0.99),
    'p99 once': percentile(once, 0.99),
  }
}

/** Twice, with a pause: what the search before held is let go in the first round. */
async function collectGarbage(): Promise<void> {
  for (let round = 0; round < 2; round++) {
    await setImmediate()
    globalThis.gc?.()
  }
}

function percentile(times: readonly number[], share: number): string {
  const inOrder = times.toSorted((a, b) => a - b)
  return (inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * share))] ?? 0).toFixed(2)
}

function timeOf(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** Themes, titles, titles with a typing mistake, a theme in a place, and phrases of other languages. */
function makeQuestions(count: number, seed: number): string[] {
  const random = randomNumbers(seed)
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
