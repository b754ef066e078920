/** Purpose: a report as a Word document: real heading and list styles, tables with header rows, the language and its direction set, nobody named as its author. */
import { AlignmentType, Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { isRightToLeft, type Language, labelIn } from '../locales/say.ts'
import type { Item, Report } from './report.ts'
import { itemFacts } from './report-facts.ts'
import { hasChapters, promiseStates } from './report-markdown.ts'

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES', ar: 'ar-SA' }
const LIST = 'report-items'
type Block = Paragraph | Table

export async function reportDocx(report: Report): Promise<Uint8Array> {
  const { language, title, template, session, date, version } = report
  const label = labelIn(language)
  const write = makePen(language)
  const stamp = version === 0 ? label('report.draft') : label('report.version', { version })
  const children = [
    write.heading(title, HeadingLevel.TITLE),
    write.line(`${template} · ${session} · ${date}`),
    write.line(stamp, { bold: true }),
    ...report.sections.flatMap((section, at) => writeSection(report, section, at, write)),
    ...writeSince(report, write),
    ...(report.annex.length > 0
      ? [write.heading(label('report.annex'), HeadingLevel.HEADING_1), ...report.annex.flatMap(item => write.item(item, 1000))]
      : []),
  ]
  const document = new Document({
    title,
    subject: `${template}, ${stamp}`,
    creator: 'Plenary',
    lastModifiedBy: 'Plenary',
    description: stamp,
    styles: {
      default: {
        document: { run: { font: 'Noto Sans', size: 22, language: { value: LOCALES[language], bidirectional: LOCALES[language] } } },
      },
    },
    numbering: {
      config: [{ reference: LIST, levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }] }],
    },
    sections: [{ children }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

type Pen = ReturnType<typeof makePen>

function writeSection(report: Report, { chapter, title, items }: Report['sections'][number], at: number, write: Pen): Block[] {
  const label = labelIn(report.language)
  return [
    ...(chapter === '' ? [] : [write.heading(chapter, HeadingLevel.HEADING_1)]),
    write.heading(title, hasChapters(report) ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1),
    ...(items.length === 0 ? [write.line(label('report.nothing'), { italics: true })] : items.flatMap(item => write.item(item, at))),
  ]
}

function writeSince({ since, language }: Report, write: Pen): Block[] {
  if (!since) return []
  const label = labelIn(language)
  const rows = since.lines.map(({ id, words, state }) => [id, words, state === '' ? '' : promiseStates(state, label)])
  const head = [label('report.since.id'), label('report.since.what'), label('report.since.state')]
  return [write.heading(label('report.since', { session: since.title }), HeadingLevel.HEADING_1), write.table(head, rows)]
}

function makePen(language: Language) {
  const bidirectional = isRightToLeft(language)
  const run = (text: string, look: { bold?: boolean; italics?: boolean } = {}) =>
    new TextRun({ text: clean(text), rightToLeft: bidirectional, ...look })
  const line = (text: string, look = {}) => new Paragraph({ bidirectional, children: [run(text, look)] })
  const cell = (text: string, bold: boolean) =>
    new TableCell({ children: [new Paragraph({ bidirectional, children: [run(text, { bold })] })], margins: { left: 80, right: 80 } })
  const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
    new Table({
      visuallyRightToLeft: bidirectional,
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: head.map(text => cell(text, true)) }),
        ...rows.map(texts => new TableRow({ cantSplit: true, children: texts.map(text => cell(text, false)) })),
      ],
    })
  const label = labelIn(language)
  return {
    line,
    table,
    heading: (text: string, heading: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
      new Paragraph({ heading, bidirectional, children: [run(text)] }),
    /** A numbered paragraph; what belongs to it as a table. `instance` starts the numbers anew. */
    item(item: Item, instance: number): Block[] {
      const words = item.type === 'quote' ? label('report.quote', { words: item.words }) : item.words
      const rows = [
        ...itemFacts(item, language),
        ...item.parts.flatMap(({ title, items }) => items.map(part => [title, part.words] as const)),
      ]
      return [
        new Paragraph({ bidirectional, numbering: { reference: LIST, level: 0, instance }, children: [run(words)] }),
        ...(rows.length > 0 ? [table([label('report.about'), label('report.details')], rows), new Paragraph({})] : []),
      ]
    },
  }
}

/** Characters that XML does not allow would make the whole file unreadable. */
const clean = (text: string) => text.toWellFormed().replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '')
