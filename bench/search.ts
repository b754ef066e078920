/** Purpose: judge the quality of search beside plain fuse.js: `npm run bench:search [-- FILE]`, with judged queries of one's own or bench/queries.json. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fuse, pageOf } from './rivals.ts'
import { isNegative, type Judged, type JudgedQuery, judge, type Line, readQueries, silence, summarise } from './search-judging.ts'
import { loadStarterLibrary } from './starter-library.ts'

type Search = { readonly name: string; find(question: string): readonly string[] }

const file = process.argv[2] ? pathToFileURL(resolve(process.argv[2])) : new URL('queries.json', import.meta.url)
const queries = await readQueries(file)
const library = await loadStarterLibrary()
const texts = new Map(library.entries.map(entry => [entry.id, library.textOf(entry)]))

const ours: Search = {
  name: 'Plenary',
  find: text => library.index.search({ text, filters: {}, from: 0, size: 5 }, 0).hits.map(hit => hit.entry.id),
}
const rival: Search = { name: fuse.name, find: fuse.build(library.entries.map(pageOf)) }

for (const search of [ours, rival]) report(search)

function report({ name, find }: Search): void {
  const judged = queries.map(
    (query): Judged => ({
      query,
      marks: judge(
        query,
        find(query.q).map(id => texts.get(id) ?? ''),
      ),
    }),
  )
  const { rightly, wrongly } = silence(judged)
  console.log(
    `\n${name}: ${library.entries.length} entries, ${queries.length} queries. Off-topic and rightly silent: ${rightly}. Wrongly silent: ${wrongly}.`,
  )
  console.table(Object.fromEntries(linesOf(judged).map(line => [line.name, rounded(line)])))
}

function linesOf(judged: readonly Judged[]): Line[] {
  const real = judged.filter(({ query }) => !isNegative(query))
  const split = (of: (query: JudgedQuery) => string) =>
    [...new Set(real.map(({ query }) => of(query)))].map(value =>
      summarise(
        value,
        real.filter(({ query }) => of(query) === value),
      ),
    )
  return [summarise('all', real), ...split(query => query.type), ...split(query => query.lang)]
}

function rounded({ queries, ndcg, recall, mrr, hit }: Line) {
  return { queries, 'nDCG@5': ndcg.toFixed(3), 'Recall@5': recall.toFixed(3), MRR: mrr.toFixed(3), 'hit@5': hit.toFixed(3) }
}
