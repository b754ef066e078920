/** Purpose: counts by region on a map of the world: the larger the circle, the more people. Pale is interest, full are members. */
import { isRightToLeft, type Language } from '../locales/say.ts'
import { COLOURS, circle, drawing, line, mirror, outline, text } from './drawing.ts'
import { type Point, projectWorld } from './project.ts'
import { type Box, overlap, spreadBoxes } from './spread-boxes.ts'
import type { Spot, World } from './world-outlines.ts'

export type Bubble = { readonly label: string; readonly spot: Spot; readonly members: number; readonly interested: number }
export type MapWords = { readonly title: string; readonly members: string; readonly interested: string }

const WIDTH = 720
const MARGIN = 20
/** The north of the map may lie beside the title; nobody lives there. */
const TOP = 46
const LEGEND = 44
/** Sizes in pixels; where there are too many for the large ones, the next smaller ones. */
const SIZES = [
  { least: 15, most: 27, letter: 17 },
  { least: 13, most: 22, letter: 15 },
  { least: 12, most: 18, letter: 13 },
] as const
type Size = (typeof SIZES)[number]
const FEW = 9
const LINE = 1.18
const LETTERS_IN_A_LINE = 14
/** About how wide a letter is, as a share of its height. */
const LETTER = 0.54

export function drawWorldMap(world: World, words: MapWords, bubbles: readonly Bubble[], language: Language): string {
  const { height, at } = projectWorld(WIDTH)
  const placed = place(bubbles, at, height)
  const shift = (points: readonly Spot[]) => points.map(at).map(([x, y]): Point => [x, y + TOP])
  return drawing(WIDTH, TOP + height + LEGEND, [
    ...world.land.map(points => outline(shift(points), COLOURS.land)),
    ...shift(world.islands).map(([x, y]) => circle(x, y, 1.6, COLOURS.land)),
    ...world.water.map(points => outline(shift(points), COLOURS.ground)),
    ...placed.map(drawWay),
    ...placed.flatMap(one => drawBubble(one, language)),
    ...drawWords(words, TOP + height + LEGEND, language),
  ])
}

type Placed = {
  readonly bubble: Bubble
  readonly lines: readonly string[]
  readonly home: Point
  readonly at: Point
  readonly radius: number
  readonly size: Size
}

function place(bubbles: readonly Bubble[], at: (spot: Spot) => Point, height: number): Placed[] {
  const sizes = bubbles.length > FEW ? SIZES.slice(1) : SIZES
  for (const size of sizes) {
    const { placed, clash } = placeIn(size, bubbles, at, height)
    if (!clash || size === sizes.at(-1)) return placed
  }
  return []
}

/** A circle and the words under it are one box. */
function placeIn(size: Size, bubbles: readonly Bubble[], at: (spot: Spot) => Point, height: number) {
  const most = Math.max(1, ...bubbles.map(peopleOf))
  const wanted = bubbles.map(bubble => {
    const radius = size.least + (size.most - size.least) * Math.sqrt(peopleOf(bubble) / most)
    const lines = wrap(bubble.label)
    const [x, y] = at(bubble.spot)
    const box = boxOf(radius, lines, size)
    return { bubble, radius, lines, size, home: [x, y + TOP] as const, box: { ...box, x, y: y + box.height / 2 - radius } }
  })
  const boxes = spreadBoxes(
    wanted.map(({ box }) => box),
    { width: WIDTH, height },
  )
  const placed = wanted.map(({ box, ...rest }, index): Placed => {
    const { x, y } = boxes[index] ?? box
    return { ...rest, at: [x, y + TOP - box.height / 2 + rest.radius] }
  })
  return { placed, clash: boxes.some((one, index) => boxes.some((other, later) => later > index && overlap(one, other))) }
}

const peopleOf = ({ members, interested }: Bubble) => members + interested

const boxOf = (radius: number, lines: readonly string[], { letter }: Size): Pick<Box, 'width' | 'height'> => ({
  width: Math.max(2 * radius, ...lines.map(words => [...words].length * letter * LETTER)) + 6,
  height: 2 * radius + lines.length * letter * LINE + 6,
})

/** Where a circle had to move away from its place, a line leads back. */
function drawWay({ home: [x, y], at: [atX, atY], radius }: Placed): string {
  return Math.hypot(atX - x, atY - y) <= radius ? '' : line(x, y, atX, atY, COLOURS.quiet) + circle(x, y, 3, COLOURS.quiet)
}

function drawBubble({ bubble, lines, at: [x, y], radius, size: { letter, least } }: Placed, language: Language): string[] {
  const { members, interested } = bubble
  const inner = radius * Math.sqrt(members / Math.max(1, peopleOf(bubble)))
  const full = members > 0
  return [
    circle(x, y, radius, COLOURS.soft, full && interested === 0 ? COLOURS.accent : COLOURS.accentLine),
    ...(full ? [circle(x, y, Math.max(least - 2, inner), COLOURS.accent)] : []),
    text(x, y + letter * 0.36, new Intl.NumberFormat(language).format(full ? members : interested), {
      ...{ size: letter, bold: true, anchor: 'middle', colour: full ? COLOURS.ground : COLOURS.ink },
    }),
    ...lines.map((words, index) =>
      text(x, y + radius + letter * LINE * (index + 0.9), words, { size: letter, anchor: 'middle', halo: COLOURS.ground }),
    ),
  ]
}

const WORDS = 17

function drawWords({ title, members, interested }: MapWords, bottom: number, language: Language): string[] {
  const { x, anchor } = mirror(WIDTH, isRightToLeft(language))
  const start = anchor('start')
  const second = MARGIN + 50 + [...members].length * WORDS * LETTER
  return [
    text(x(MARGIN), 38, title, { size: 22, bold: true, anchor: start }),
    circle(x(MARGIN + 9), bottom - 22, 9, COLOURS.accent),
    text(x(MARGIN + 26), bottom - 16, members, { size: WORDS, anchor: start, colour: COLOURS.quiet }),
    circle(x(second + 9), bottom - 22, 9, COLOURS.soft, COLOURS.accentLine),
    text(x(second + 26), bottom - 16, interested, { size: WORDS, anchor: start, colour: COLOURS.quiet }),
  ]
}

function wrap(label: string): string[] {
  const lines: string[] = []
  for (const word of label.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < LETTERS_IN_A_LINE) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
