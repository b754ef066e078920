/** Purpose: `export`: a coalition's own library, its commitments and its reports, to keep or to take elsewhere. Nobody is named in it. */
import { assemble, type Plenary } from '../assemble.ts'
import { readConfig } from '../config.ts'
import { listCoalitions } from '../database/counters-store.ts'
import { entryText } from '../library/entry-text.ts'
import { makeLog } from '../ops/log.ts'
import { toCsv } from './csv.ts'
import { oneOf, readArguments, UsageMistake } from './usage-mistake.ts'

const WHAT = ['all', 'library', 'commitments', 'reports'] as const
const FORMATS = ['json', 'csv', 'markdown'] as const

export async function exportData(args: string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args,
    allowPositionals: true,
    options: { format: { type: 'string', default: 'json' }, coalition: { type: 'string' }, starter: { type: 'boolean', default: false } },
  })
  const what = oneOf('what', WHAT, positionals[0] ?? 'all')
  const format = oneOf('format', FORMATS, values.format)
  if (format === 'csv' && (what === 'all' || what === 'reports')) throw new UsageMistake('CSV is one table: export library or commitments.')
  const plenary = await assemble(readConfig(), makeLog('error'))
  try {
    const coalition = await chooseCoalition(plenary, values.coalition)
    process.stdout.write(
      format === 'json'
        ? asJson(await gather(plenary, coalition, values.starter), what)
        : asText(plenary, await gather(plenary, coalition, values.starter), what, format),
    )
    return 0
  } finally {
    await plenary.close()
  }
}

/** @throws UsageMistake where there are several, or none */
export async function chooseCoalition({ db }: Plenary, given: string | undefined): Promise<number> {
  const ids = await listCoalitions(db)
  const found = given === undefined ? (ids.length === 1 ? ids[0] : undefined) : ids.find(id => id === Number(given))
  if (found === undefined)
    throw new UsageMistake(
      ids.length === 0
        ? 'There is no coalition yet: nobody has spoken with Plenary.'
        : `Which coalition? --coalition takes one of: ${ids.join(', ')}.`,
    )
  return found
}

type Gathered = Awaited<ReturnType<typeof gather>>
async function gather({ library, commitments, sessions }: Plenary, coalition: number, starter: boolean) {
  const entries = library.entriesOf(coalition, starter).map(({ coalition: _, ...entry }) => entry)
  const promises = (await commitments.find(coalition, {})).map(({ ref, what, owner, due, state, reason, recommendation }) => ({
    ...{
      id: ref,
      what,
      who: 'name' in owner ? owner.name : owner.kind === 'person' ? '(a member)' : '',
      due: due.on ?? due.words,
      state,
      reason,
      recommendation,
    },
  }))
  const all = await sessions.find(coalition, {})
  const reports = await Promise.all(all.map(session => (session.version > 0 ? sessions.published(session, session.version) : undefined)))
  return { entries, commitments: promises, reports: reports.filter(report => report !== undefined) }
}

function asJson(data: Gathered, what: (typeof WHAT)[number]): string {
  const { entries, commitments, reports } = data
  const chosen = what === 'library' ? { entries } : what === 'commitments' ? { commitments } : what === 'reports' ? { reports } : data
  return `${JSON.stringify({ plenary: 1, ...chosen }, undefined, 2)}\n`
}

function asText(
  { library, sessions }: Plenary,
  { entries, commitments, reports }: Gathered,
  what: (typeof WHAT)[number],
  format: 'csv' | 'markdown',
): string {
  const { places, themes } = library
  if (format === 'csv' && what === 'library')
    return toCsv([
      ['id', 'kind', 'title', 'summary', 'places', 'themes', 'organisations', 'year', 'source'],
      ...entries.map(entry => [
        entry.id,
        entry.kind,
        entry.title,
        entry.summary,
        entry.places.join('; '),
        entry.themes.join('; '),
        entry.organisations.join('; '),
        String(entry.year ?? ''),
        entry.source.title,
      ]),
    ])
  if (format === 'csv')
    return toCsv([
      ['id', 'what', 'who', 'due', 'state', 'reason', 'recommendation'],
      ...commitments.map(one => [one.id, one.what, one.who, one.due, one.state, one.reason, one.recommendation]),
    ])
  const parts = {
    library: entries.map(entry => `## ${entry.id} ${entry.title}\n\n${entryText(entry, places, themes)}\n`),
    commitments: commitments.map(
      ({ id, what: words, who, due, state }) => `- ${id} ${words} (${[who, due, state].filter(part => part !== '').join('; ')})`,
    ),
    reports: reports.map(report => sessions.markdown(report)),
  }
  return `${(what === 'all' ? [...parts.library, ...parts.commitments, ...parts.reports] : parts[what]).join('\n')}\n`
}
