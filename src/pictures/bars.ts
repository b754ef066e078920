/** Purpose: counts as horizontal bars, read in one look on a phone. */
import { isRightToLeft, type Language } from '../locales/say.ts'
import { box, COLOURS, drawing, mirror, text } from './drawing.ts'

/** `of` is the number that the count is on its way to. */
export type Bar = {
  readonly label: string
  readonly count: number
  readonly of?: number
  readonly note?: string
  readonly faint?: boolean
}

const WIDTH = 720
const ROW = 44
const TOP = 64
const MARGIN = 24
const LABELS = 250

/** @returns the SVG of a titled bar chart; the largest number, reached or not, fills the width */
export function drawBars(title: string, bars: readonly Bar[], language: Language): string {
  const { x, left, anchor } = mirror(WIDTH, isRightToLeft(language))
  const most = Math.max(1, ...bars.map(({ count, of = count }) => Math.max(count, of)))
  const room = WIDTH - LABELS - 2 * MARGIN - 90
  const rows = bars.flatMap(({ label, count, note, faint }, index) => {
    const y = TOP + index * ROW
    const width = (count / most) * room
    return [
      text(x(MARGIN), y + 22, shortened(label), { anchor: anchor('start') }),
      box(left(MARGIN + LABELS, width), y + 6, width, 22, faint ? COLOURS.soft : COLOURS.accent),
      text(x(MARGIN + LABELS + width + 10), y + 22, note ?? new Intl.NumberFormat(language).format(count), {
        anchor: anchor('start'),
        bold: true,
        colour: COLOURS.quiet,
      }),
    ]
  })
  return drawing(WIDTH, TOP + bars.length * ROW + MARGIN, [
    text(x(MARGIN), 38, title, { size: 20, bold: true, anchor: anchor('start') }),
    ...rows,
  ])
}

/** About what fits beside the bars. */
const MAX_LABEL = 30
const shortened = (label: string) => ([...label].length > MAX_LABEL ? `${[...label].slice(0, MAX_LABEL - 1).join('')}…` : label)
