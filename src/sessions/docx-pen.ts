/** Purpose: write the parts of a report as Word has them: paragraphs, numbered items, tables; each in the direction of its language. */
import {
  AlignmentType,
  BorderStyle,
  type HeadingLevel,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { isRightToLeft, type Language, labelIn } from '../locales/say.ts'
import { COLOURS, INDENT, LIST, SMALL, TEXT_WIDTH } from './docx-styles.ts'
import type { Item } from './report.ts'
import { itemFacts } from './report-facts.ts'

type Look = { readonly bold?: boolean; readonly quiet?: boolean; readonly colour?: string; readonly size?: number }
export type Pen = ReturnType<typeof makePen>

export function makePen(language: Language) {
  const bidirectional = isRightToLeft(language)
  const label = labelIn(language)
  const run = (text: string, { bold = false, quiet = false, colour, size }: Look = {}) =>
    new TextRun({
      text: clean(text),
      rightToLeft: bidirectional,
      ...(bold && { bold, boldComplexScript: true }),
      ...((quiet || colour) && { color: colour ?? COLOURS.quiet }),
      ...(size && { size, sizeComplexScript: size }),
    })
  const table = (head: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[], indent = 0) =>
    makeTable({ bidirectional, run }, head, rows, widths, indent)
  return {
    /** Between two facts; a figure after it goes with what follows, and not with Latin letters before it. */
    dot: bidirectional ? ' \u200f·\u200f ' : ' · ',
    line: (text: string, look: Look = {}) => new Paragraph({ bidirectional, children: [run(text, look)] }),
    small: (text: string) => new Paragraph({ bidirectional, children: [run(text, { quiet: true, size: SMALL })] }),
    heading: (text: string, heading: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
      new Paragraph({ heading, bidirectional, children: [run(text)] }),
    /** A draft is seen to be one at first sight. */
    stamp: (text: string, draft: boolean) =>
      new Paragraph({
        bidirectional,
        spacing: { before: 80, after: 200 },
        ...(draft && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: COLOURS.draftGround } }),
        children: [run(text, { bold: true, ...(draft && { colour: COLOURS.draft }) })],
      }),
    pageNumber: () =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: SMALL, color: COLOURS.quiet })],
      }),
    table,
    /** A numbered paragraph; what is said about it beneath, as a line where it is one thing and as a table where it is more. */
    item(item: Item, instance: number): (Paragraph | Table)[] {
      const words = item.type === 'quote' ? label('report.quote', { words: item.words }) : item.words
      const rows = [
        ...itemFacts(item, language),
        ...item.parts.flatMap(({ title, items }) => items.map(part => [title, part.words] as const)),
      ]
      const [only] = rows
      const numbered = new Paragraph({
        bidirectional,
        numbering: { reference: LIST, level: 0, instance },
        keepNext: rows.length > 0,
        children: [run(words)],
      })
      if (!only) return [numbered]
      const about = new Paragraph({
        bidirectional,
        indent: { start: INDENT },
        children: [run(label('report.fact', { name: only[0], value: only[1] }), { quiet: true })],
      })
      return [numbered, ...(rows.length === 1 ? [about] : table([label('report.about'), label('report.details')], rows, [28, 72], INDENT))]
    },
  }
}

type Brush = { readonly bidirectional: boolean; run(text: string, look?: Look): TextRun }
/** A header row that is repeated on each page, and the paragraph that Word wants after a table. */
function makeTable(
  { bidirectional, run }: Brush,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  indent: number,
): [Table, Paragraph] {
  const columnWidths = widths.map(share => Math.round(((TEXT_WIDTH - indent) * share) / 100))
  const cell = (text: string, at: number, bold: boolean) =>
    new TableCell({
      width: { size: columnWidths[at] ?? 0, type: WidthType.DXA },
      margins: { left: 100, right: 100, top: 50, bottom: 50 },
      ...(bold && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: COLOURS.head } }),
      children: [new Paragraph({ bidirectional, spacing: { after: 0 }, children: [run(text, { bold })] })],
    })
  const border = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line }
  const table = new Table({
    visuallyRightToLeft: bidirectional,
    width: { size: TEXT_WIDTH - indent, type: WidthType.DXA },
    indent: { size: indent, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text, at) => cell(text, at, true)) }),
      ...rows.map(texts => new TableRow({ cantSplit: true, children: texts.map((text, at) => cell(text, at, false)) })),
    ],
  })
  return [table, new Paragraph({ spacing: { after: 0, line: 160 } })]
}

/** Characters that XML does not allow would make the whole file unreadable. */
const clean = (text: string) => text.toWellFormed().replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '')
