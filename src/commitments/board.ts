/** Purpose: all commitments as a board: what is offered, what is under way, what is at risk, what is done. */
import { isRightToLeft, type Language, labelIn } from '../locales/say.ts'
import { box, COLOURS, drawing, mirror, text } from '../pictures/drawing.ts'
import { renderPng } from '../pictures/render-png.ts'
import type { Picture } from '../reply.ts'
import type { Commitment } from './commitment.ts'
import type { State } from './states.ts'

const COLUMNS: readonly { readonly title: State; readonly states: readonly State[] }[] = [
  { title: 'offered', states: ['offered'] },
  { title: 'on-track', states: ['accepted', 'on-track'] },
  { title: 'at-risk', states: ['at-risk'] },
  { title: 'done', states: ['done'] },
]
const [WIDTH, COLUMN, TOP, CARD, GAP, MARGIN] = [960, 222, 96, 58, 10, 24]
const MOST = 8

export function boardPicture(commitments: readonly Commitment[], language: Language): Picture {
  const label = labelIn(language)
  const title = label('commitment.board')
  const columns = COLUMNS.map(({ title: state, states }) => ({
    name: label(`commitment.state.${state}`),
    items: commitments.filter(one => states.includes(one.state)),
  }))
  const rows = Math.max(1, ...columns.map(({ items }) => Math.min(items.length, MOST)))
  const { x, anchor } = mirror(WIDTH, isRightToLeft(language))
  const parts = columns.flatMap(({ name, items }, at) => drawColumn(name, items, MARGIN + at * (COLUMN + GAP), language))
  const svg = drawing(WIDTH, TOP + rows * (CARD + GAP) + MARGIN + 20, [
    text(x(MARGIN), 40, title, { size: 20, bold: true, anchor: anchor('start') }),
    ...parts,
  ])
  return {
    name: 'commitments.png',
    png: renderPng(svg),
    alt: `${title}: ${columns.map(({ name, items }) => `${name} ${items.length}`).join(', ')}`,
  }
}

function drawColumn(name: string, items: readonly Commitment[], at: number, language: Language): string[] {
  const { x, left, anchor } = mirror(WIDTH, isRightToLeft(language))
  const start = { anchor: anchor('start') }
  return [
    text(x(at), TOP - 20, `${name} · ${items.length}`, { bold: true, colour: COLOURS.quiet, ...start }),
    ...items.slice(0, MOST).flatMap(({ ref, what, due, state }, row) => {
      const y = TOP + row * (CARD + GAP)
      return [
        box(left(at, COLUMN), y, COLUMN, CARD, state === 'at-risk' ? '#fbe9dd' : COLOURS.soft),
        text(x(at + 10), y + 23, shortened(what), { size: 13, ...start }),
        text(x(at + 10), y + 45, due.words === '' ? ref : `${ref} · ${shortened(due.words)}`, {
          size: 12,
          colour: state === 'at-risk' ? COLOURS.warn : COLOURS.quiet,
          ...start,
        }),
      ]
    }),
    ...(items.length > MOST
      ? [text(x(at), TOP + MOST * (CARD + GAP) + 16, `+${items.length - MOST}`, { colour: COLOURS.quiet, ...start })]
      : []),
  ]
}

const shortened = (words: string) => ([...words].length > 27 ? `${[...words].slice(0, 26).join('')}…` : words)
