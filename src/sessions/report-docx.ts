/** Purpose: a report as a Word document: real heading and list styles, tables with header rows, the language and its direction set, nobody named as its author. */
import { Document, Footer, Header, HeadingLevel, Packer, type Paragraph, type Table } from 'docx'
import { labelIn } from '../locales/say.ts'
import { makePen, type Pen } from './docx-pen.ts'
import { documentStyles, LIST, listLevels, pageOf } from './docx-styles.ts'
import type { Report } from './report.ts'
import { isInChapter, promiseStates } from './report-markdown.ts'

type Block = Paragraph | Table
/** Lists that are no section's own; each starts its numbers anew. */
const ANNEX = 1000

export async function reportDocx(report: Report): Promise<Uint8Array> {
  const { language, title, template, session, date, version } = report
  const label = labelIn(language)
  const write = makePen(language)
  const stamp = version === 0 ? label('report.draft') : label('report.version', { version })
  const day = Temporal.PlainDate.from(date).toLocaleString(language, { dateStyle: 'long' })
  const children = [
    write.heading(title, HeadingLevel.TITLE),
    write.line([template, session, day].join(write.dot)),
    write.stamp(stamp, version === 0),
    ...report.sections.flatMap((section, at) => writeSection(report, section, at, write)),
    ...writeSince(report, write),
    ...(report.annex.length > 0
      ? [write.heading(label('report.annex'), HeadingLevel.HEADING_1), ...report.annex.flatMap(item => write.item(item, ANNEX))]
      : []),
  ]
  const document = new Document({
    title,
    subject: `${template}, ${stamp}`,
    creator: 'Plenary',
    lastModifiedBy: 'Plenary',
    description: stamp,
    styles: documentStyles(language),
    numbering: { config: [{ reference: LIST, levels: listLevels(language) }] },
    sections: [
      {
        properties: pageOf(),
        headers: { default: new Header({ children: [write.small(version === 0 ? stamp : [session, stamp].join(write.dot))] }) },
        footers: { default: new Footer({ children: [write.pageNumber()] }) },
        children,
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function writeSection(report: Report, { chapter, title, items }: Report['sections'][number], at: number, write: Pen): Block[] {
  const label = labelIn(report.language)
  return [
    ...(chapter === '' ? [] : [write.heading(chapter, HeadingLevel.HEADING_1)]),
    write.heading(title, isInChapter(report, at) ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1),
    ...(items.length === 0 ? [write.line(label('report.nothing'), { quiet: true })] : items.flatMap(item => write.item(item, at))),
  ]
}

function writeSince({ since, language }: Report, write: Pen): Block[] {
  if (!since) return []
  const label = labelIn(language)
  const rows = since.lines.map(({ id, words, state }) => [id, words, state === '' ? '' : promiseStates(state, label)])
  const head = [label('report.since.id'), label('report.since.what'), label('report.since.state')]
  return [write.heading(label('report.since', { session: since.title }), HeadingLevel.HEADING_1), ...write.table(head, rows, [15, 60, 25])]
}
