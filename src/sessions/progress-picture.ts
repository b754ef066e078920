/** Purpose: how far a template is filled, in one look: each section's track, filled up to its limit. */
import { isRightToLeft, type Language, labelIn } from '../locales/say.ts'
import { box, COLOURS, drawing, mirror, text } from '../pictures/drawing.ts'
import { renderPng } from '../pictures/render-png.ts'
import type { Picture } from '../reply.ts'
import type { Progress } from './report.ts'

const [WIDTH, ROW, TOP, MARGIN, LABELS, TRACK] = [760, 44, 64, 24, 300, 320]
const LONGEST = 36
/** Rapporteurs look often, and in a hurry. */
const SCALE = 1.5

/** `alt` says the same in words. */
export function progressPicture(title: string, { sections }: Progress, language: Language): Picture {
  const label = labelIn(language)
  const rows = sections.map(({ section, count, limit }) => ({
    name: section.title[language],
    words: limit === undefined ? new Intl.NumberFormat(language).format(count) : label('session.of', { count, limit }),
    share: limit === undefined ? Math.min(1, count) : Math.min(1, count / limit),
    over: limit !== undefined && count > limit,
  }))
  const { x, left, anchor } = mirror(WIDTH, isRightToLeft(language))
  const start = { anchor: anchor('start') }
  const parts = rows.flatMap(({ name, words, share, over }, row) => {
    const y = TOP + row * ROW
    return [
      text(x(MARGIN), y + 22, shortened(name), start),
      box(left(MARGIN + LABELS, TRACK), y + 8, TRACK, 18, COLOURS.soft),
      box(left(MARGIN + LABELS, TRACK * share), y + 8, TRACK * share, 18, over ? COLOURS.warn : COLOURS.accent),
      text(x(MARGIN + LABELS + TRACK + 12), y + 22, words, { ...start, bold: true, colour: over ? COLOURS.warn : COLOURS.quiet }),
    ]
  })
  const heading = text(x(MARGIN), 38, title, { size: 20, bold: true, ...start })
  return {
    name: 'progress.png',
    png: renderPng(drawing(WIDTH, TOP + rows.length * ROW + MARGIN, [heading, ...parts]), SCALE),
    alt: `${title}: ${rows.map(({ name, words }) => `${name} ${words}`).join('; ')}`,
  }
}

const shortened = (name: string) => ([...name].length > LONGEST ? `${[...name].slice(0, LONGEST - 1).join('')}…` : name)
