/** Purpose: the coming twelve months as one picture: months as rows, days as marks with their names. */
import { isRightToLeft, type Language } from '../locales/say.ts'
import { box, COLOURS, drawing, line, mirror, text } from '../pictures/drawing.ts'
import type { Occurrence } from './calendar-date.ts'

const WIDTH = 900
const MARGIN = 24
const TOP = 70
const MONTHS_WIDE = 120
const ROW = 24
const MONTHS = 12
/** More in one month are counted, not named. */
const MOST_NAMED = 5
const LONGEST_NAME = 78

export type Timeline = {
  readonly title: string
  readonly occurrences: readonly Occurrence[]
  readonly from: Temporal.PlainDate
  readonly language: Language
  readonly titleOf: (occurrence: Occurrence) => string
  readonly more: (count: number) => string
}

/** @returns the SVG; in Arabic it runs from right to left */
export function drawTimeline({ title, occurrences, from, language, titleOf, more }: Timeline): string {
  const { x, left, anchor } = mirror(WIDTH, isRightToLeft(language))
  const parts: string[] = [text(x(MARGIN), 42, title, { size: 20, bold: true, anchor: anchor('start') })]
  let y = TOP
  for (let month = 0; month < MONTHS; month++) {
    const first = from.with({ day: 1 }).add({ months: month })
    const inMonth = occurrences.filter(({ on }) => on.year === first.year && on.month === first.month)
    const named = inMonth.length > MOST_NAMED ? inMonth.slice(0, MOST_NAMED - 1) : inMonth
    const rows = Math.max(1, named.length + (named.length < inMonth.length ? 1 : 0))
    parts.push(line(MARGIN, y - 4, WIDTH - MARGIN, y - 4))
    parts.push(
      text(x(MARGIN), y + 15, monthName(first, language), {
        bold: true,
        size: 14,
        colour: named.length > 0 ? COLOURS.ink : COLOURS.quiet,
        anchor: anchor('start'),
      }),
    )
    named.forEach((occurrence, row) => {
      const at = y + row * ROW
      parts.push(box(left(MARGIN + MONTHS_WIDE, 34), at, 34, 19, occurrence.date.seedId === undefined ? COLOURS.accent : COLOURS.soft))
      parts.push(
        text(left(MARGIN + MONTHS_WIDE, 34) + 17, at + 14, String(occurrence.on.day), {
          size: 13,
          bold: true,
          anchor: 'middle',
          colour: occurrence.date.seedId === undefined ? COLOURS.ground : COLOURS.ink,
        }),
      )
      parts.push(text(x(MARGIN + MONTHS_WIDE + 46), at + 15, shortened(titleOf(occurrence)), { size: 14, anchor: anchor('start') }))
    })
    if (named.length < inMonth.length)
      parts.push(
        text(x(MARGIN + MONTHS_WIDE + 46), y + named.length * ROW + 15, more(inMonth.length - named.length), {
          size: 13,
          colour: COLOURS.quiet,
          anchor: anchor('start'),
        }),
      )
    y += rows * ROW + 8
  }
  return drawing(WIDTH, y + MARGIN / 2, parts)
}

const monthName = (month: Temporal.PlainDate, language: Language) =>
  month.toLocaleString(language === 'ar' ? 'ar-u-nu-latn-ca-gregory' : language, { month: 'short', year: 'numeric', calendar: 'gregory' })

const shortened = (words: string) => ([...words].length > LONGEST_NAME ? `${[...words].slice(0, LONGEST_NAME - 1).join('')}…` : words)
