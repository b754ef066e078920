/** Purpose: `search`: what the library finds, for people and for judging its quality. */
import { createInterface } from 'node:readline'
import { assemble, type Plenary } from '../assemble.ts'
import { readConfig } from '../config.ts'
import { entryText } from '../library/entry-text.ts'
import { STARTER } from '../library/question.ts'
import { makeLog } from '../ops/log.ts'
import { readArguments, UsageMistake } from './usage-mistake.ts'

type Ranked = { readonly id: string; readonly kind: string; readonly title: string; readonly text: string; readonly score: number }

export async function search(args: string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, limit: { type: 'string', default: '5' } },
  })
  const limit = Number(values.limit)
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new UsageMistake(`--limit takes a number from 1 to 1000; it was “${values.limit}”.`)
  const plenary = await assemble(readConfig(), makeLog('error'))
  try {
    const queries = positionals.length > 0 ? [positionals.join(' ')] : createInterface({ input: process.stdin })
    for await (const query of queries) console.log(show(query, rank(plenary, query, limit), values.json))
    return 0
  } finally {
    await plenary.close()
  }
}

function rank({ library }: Plenary, query: string, limit: number): Ranked[] {
  const { hits } = library.search(STARTER, { text: query, filters: {}, from: 0, size: limit })
  return hits.map(({ entry, score }) => ({
    id: entry.id,
    kind: entry.kind,
    title: entry.title,
    text: entryText(entry, library.places, library.themes),
    score,
  }))
}

function show(query: string, results: readonly Ranked[], json: boolean): string {
  if (json) return JSON.stringify({ query, results })
  if (results.length === 0) return `Nothing fits “${query}”.`
  return results.map(({ id, title, score }) => `${score.toFixed(2).padStart(7)}  ${id.padEnd(7)} ${title}`).join('\n')
}
