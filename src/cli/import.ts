/** Purpose: `import`: bring in what was kept elsewhere. Practices wait for review, reports become draft notes; nothing is published by it. */
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { z } from 'zod'
import { assemble, type Plenary } from '../assemble.ts'
import type { Person } from '../command-kit/context.ts'
import { readConfig } from '../config.ts'
import { KINDS } from '../library/entry.ts'
import { makeLog } from '../ops/log.ts'
import { readCsv } from './csv.ts'
import { chooseCoalition } from './export.ts'
import { importCalendar } from './import-calendar.ts'
import { readArguments, UsageMistake } from './usage-mistake.ts'

export async function importData(args: string[]): Promise<number> {
  const { values, positionals } = readArguments({
    args,
    allowPositionals: true,
    options: {
      coalition: { type: 'string' },
      template: { type: 'string', default: 'gfmd-2016' },
      title: { type: 'string' },
      yes: { type: 'boolean', default: false },
    },
  })
  const [file] = positionals
  if (!file)
    throw new UsageMistake('Import which file? .json and .csv bring in practices and commitments, .ics dates, .txt and .md a report.')
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageMistake(`The file ${file} can’t be read.`)
  })
  const config = readConfig()
  const plenary = await assemble(config, makeLog('error'))
  try {
    const coalition = await chooseCoalition(plenary, values.coalition)
    const by: Person = {
      address: { platform: 'web', space: 'command-line', id: 'import' },
      role: 'admin',
      language: config.language,
      zone: config.zone,
      coalition,
    }
    console.log(
      await bringIn(plenary, by, extname(file).toLowerCase(), text, {
        template: values.template,
        title: values.title ?? basename(file, extname(file)),
        yes: values.yes,
      }),
    )
    return 0
  } finally {
    await plenary.close()
  }
}

/** `template` and `title` are a report’s; `yes` saves the dates of a calendar, which else are only shown. */
export type Wish = { readonly template: string; readonly title: string; readonly yes: boolean }

/** @returns what was brought in, in a few lines @throws UsageMistake saying what is wrong with the file */
export async function bringIn(plenary: Plenary, by: Person, kind: string, text: string, wish: Wish): Promise<string> {
  if (kind === '.json') return fromJson(plenary, by, text)
  if (kind === '.csv') return fromCsv(plenary, by, text)
  if (kind === '.ics') return importCalendar(plenary, by, text, wish.yes)
  if (kind === '.txt' || kind === '.md') return fromReport(plenary, by, text, wish)
  throw new UsageMistake(`Files of this kind can’t be brought in: ${kind || 'no ending'}. Use .json, .csv, .ics, .txt or .md.`)
}

const fileSchema = z.looseObject({
  entries: z
    .array(
      z.looseObject({
        kind: z.enum(KINDS),
        summary: z.string(),
        source: z.looseObject({ title: z.string() }).optional(),
        year: z.number().optional(),
      }),
    )
    .default([]),
  commitments: z
    .array(
      z.looseObject({ what: z.string(), who: z.string().default(''), due: z.string().default(''), recommendation: z.string().default('') }),
    )
    .default([]),
})

async function fromJson(plenary: Plenary, by: Person, text: string): Promise<string> {
  const { data, error } = fileSchema.safeParse(tryJson(text))
  if (error)
    throw new UsageMistake(
      `The file is not what “export --format json” writes: ${error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .slice(0, 5)
        .join('; ')}`,
    )
  const thisYear = new Date().getFullYear()
  for (const { kind, summary, source, year = thisYear } of data.entries)
    await propose(plenary, by, { kind, what: summary, where: '', forWhom: '', source: source?.title ?? 'Import', year })
  for (const { what, who, due, recommendation } of data.commitments) {
    const read = plenary.sessions.rules.due(due, Temporal.Now.plainDateISO(by.zone))
    await plenary.commitments.add(by, { what, who: who === '(a member)' ? '' : who, due: read, session: null, note: null, recommendation })
  }
  return `${data.entries.length} entries wait for review, ${data.commitments.length} commitments are written down.`
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageMistake('The file is no JSON.')
  }
}

type Wording = Parameters<Plenary['review']['propose']>[1]
const propose = (plenary: Plenary, by: Person, wording: Omit<Wording, 'targets' | 'actions' | 'indicators'>) =>
  plenary.review.propose(by, { ...wording, targets: [], actions: [], indicators: [] })

async function fromCsv(plenary: Plenary, by: Person, text: string): Promise<string> {
  const [head = [], ...rows] = readCsv(text)
  const column = (...names: readonly string[]) => head.findIndex(name => names.includes(name.trim().toLowerCase()))
  const [what, where, whom, source] = [
    column('what', 'practice', 'summary'),
    column('where', 'place', 'places'),
    column('for whom', 'whom'),
    column('source'),
  ]
  if (what === -1) throw new UsageMistake(`The first line must name the columns: what, where, for whom, source. It was: ${head.join(', ')}`)
  const filled = rows.filter(row => (row[what] ?? '').trim() !== '')
  for (const row of filled)
    await propose(plenary, by, {
      kind: 'practice',
      what: row[what] ?? '',
      where: row[where] ?? '',
      forWhom: row[whom] ?? '',
      source: row[source] || 'Import',
      year: new Date().getFullYear(),
    })
  return `${filled.length} practices wait for review.`
}

async function fromReport({ sessions }: Plenary, by: Person, text: string, { template: id, title }: Wish): Promise<string> {
  const template = (await sessions.templates(by.coalition)).find(known => known.id === id)
  if (!template) throw new UsageMistake(`There is no template “${id}”.`)
  const { notes, unread } = sessions.readReport(text, template)
  if (notes.length === 0) throw new UsageMistake(`Nothing in the file looks like the template “${id}”.`)
  const place = { ...by.address, id: `import ${title} ${Temporal.Now.instant().epochMilliseconds}` }
  const session = await sessions.open(by, place, { title: title.slice(0, 150), template, endsAt: null })
  if (!session) throw new UsageMistake('A session of that title is being imported just now.')
  await sessions.addNotes(session, by.address, notes)
  await sessions.close(session)
  const marked = notes.flatMap(({ mark = '' }, at) => (mark === '' ? [] : [`  #${at + 1}: ${mark}`]))
  return [
    `${session.ref} “${title}”: ${notes.length} draft notes; ${unread.length} lines belong to no section.`,
    ...(marked.length > 0 ? ['Please check:', ...marked] : []),
  ].join('\n')
}
