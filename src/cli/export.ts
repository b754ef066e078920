/** Purpose: `export`: a coalition's own library, its sessions and their notes, commitments and reports, to keep or to take elsewhere. Nobody is named in it. */
import { assemble, type Plenary } from '../assemble.ts'
import { readConfig } from '../config.ts'
import { listCoalitions } from '../database/counters-store.ts'
import { entryText } from '../library/entry-text.ts'
import { makeLog } from '../ops/log.ts'
import { toCsv } from './csv.ts'
import { gatherSessions, noteRows, sessionMarkdown, sessionRows } from './export-sessions.ts'
import { oneOf, readArguments, UsageMistake } from './usage-mistake.ts'

const WHAT = ['all', 'library', 'sessions', 'notes', 'commitments', 'reports'] as const
const FORMATS = ['json', 'csv', 'markdown'] as const

export async function exportData(args: string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args,
    allowPositionals: true,
    options: { format: { type: 'string', default: 'json' }, coalition: { type: 'string' }, starter: { type: 'boolean', default: false } },
  })
  const what = oneOf('what', WHAT, positionals[0] ?? 'all')
  const format = oneOf('format', FORMATS, values.format)
  if (format === 'csv' && (what === 'all' || what === 'reports'))
    throw new UsageMistake('CSV is one table: export library, sessions, notes or commitments.')
  const plenary = await assemble(readConfig(), makeLog('error'))
  try {
    const coalition = await chooseCoalition(plenary, values.coalition)
    process.stdout.write(await exportText(plenary, coalition, { what, format, starter: values.starter }))
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

export type ExportWish = { readonly what: (typeof WHAT)[number]; readonly format: (typeof FORMATS)[number]; readonly starter?: boolean }
export async function exportText(plenary: Plenary, coalition: number, { what, format, starter = false }: ExportWish): Promise<string> {
  const gathered = await gather(plenary, coalition, starter)
  return format === 'json' ? asJson(gathered, what) : asText(plenary, gathered, what, format)
}

type Gathered = Awaited<ReturnType<typeof gather>>
async function gather(plenary: Plenary, coalition: number, starter: boolean) {
  const { library, commitments, sessions } = plenary
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
  return {
    entries,
    sessions: await gatherSessions(plenary, coalition),
    commitments: promises,
    reports: reports.filter(report => report !== undefined),
  }
}

/** Notes lie in their sessions. */
function asJson(data: Gathered, what: ExportWish['what']): string {
  const { entries, sessions, commitments, reports } = data
  const chosen = {
    all: data,
    library: { entries },
    sessions: { sessions },
    notes: { sessions },
    commitments: { commitments },
    reports: { reports },
  }
  return `${JSON.stringify({ plenary: 1, ...chosen[what] }, undefined, 2)}\n`
}

function asText(
  { library, sessions: { markdown } }: Plenary,
  { entries, sessions, commitments, reports }: Gathered,
  what: ExportWish['what'],
  format: 'csv' | 'markdown',
): string {
  const { places, themes } = library
  if (format === 'csv' && what === 'sessions') return toCsv(sessionRows(sessions))
  if (format === 'csv' && what === 'notes') return toCsv(noteRows(sessions))
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
    sessions: sessions.map(sessionMarkdown),
    notes: sessions.map(sessionMarkdown),
    reports: reports.map(report => markdown(report)),
  }
  return `${(what === 'all' ? [...parts.library, ...parts.sessions, ...parts.commitments, ...parts.reports] : parts[what]).join('\n')}\n`
}
