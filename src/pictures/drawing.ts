/** Purpose: the few shapes that our pictures are drawn with: safe texts that run the right way, bars, lines. Units are CSS pixels. */

/** Dark on light, and readable where a chat is dark: the picture brings its own ground. */
export const COLOURS = {
  ground: '#ffffff',
  ink: '#1c2333',
  quiet: '#5b6478',
  line: '#dfe3ec',
  accent: '#2f5fd0',
  accentLine: '#8fb0f0',
  soft: '#dbe6fb',
  land: '#e4e8ee',
  warn: '#b3541e',
} as const

export type TextLook = {
  readonly size?: number
  readonly bold?: boolean
  readonly colour?: string
  readonly anchor?: 'start' | 'middle' | 'end'
  /** A rim of this colour, so that words can be read on whatever they lie. */
  readonly halo?: string
}

/** A line of text. Its direction is its own: right-to-left words are isolated, because the renderer takes every line for left-to-right. */
export function text(
  x: number,
  y: number,
  words: string,
  { size = 15, bold = false, colour = COLOURS.ink, anchor = 'start', halo }: TextLook = {},
): string {
  const rim = halo === undefined ? '' : `stroke="${halo}" stroke-width="4" stroke-linejoin="round" paint-order="stroke" `
  return `<text x="${x}" y="${y}" font-family="Noto Sans, Noto Sans Arabic" font-size="${size}" ${bold ? 'font-weight="700" ' : ''}${rim}fill="${colour}" text-anchor="${anchor}">${isolate(escapeXml(words))}</text>`
}

export const box = (x: number, y: number, width: number, height: number, colour: string, radius = 4) =>
  `<rect x="${x}" y="${y}" width="${Math.max(0, width)}" height="${height}" rx="${radius}" fill="${colour}"/>`

export const line = (x1: number, y1: number, x2: number, y2: number, colour: string = COLOURS.line) =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}" stroke-width="1"/>`

export const circle = (x: number, y: number, radius: number, colour: string, rim?: string) =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${colour}"${rim === undefined ? '' : ` stroke="${rim}" stroke-width="2"`}/>`

/** A closed shape with softened corners. */
export const outline = (points: readonly (readonly [number, number])[], colour: string) =>
  `<path d="M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z" fill="${colour}" stroke="${colour}" stroke-width="1.5" stroke-linejoin="round"/>`

const round = (length: number) => Math.round(length * 10) / 10

/** A whole picture; for right-to-left languages callers mirror with `mirror`. */
export const drawing = (width: number, height: number, parts: readonly string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${box(0, 0, width, height, COLOURS.ground, 0)}${parts.join('')}</svg>`

/** Where things stand when the picture runs from right to left. */
export const mirror = (width: number, rightToLeft: boolean) => ({
  x: (at: number) => (rightToLeft ? width - at : at),
  left: (at: number, size: number) => (rightToLeft ? width - at - size : at),
  anchor: (anchor: 'start' | 'end'): 'start' | 'end' => (rightToLeft === (anchor === 'start') ? 'end' : 'start'),
})

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const isolate = (words: string) => (RIGHT_TO_LEFT.test(words) ? `\u2067${words}\u2069` : words)

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Characters that XML does not allow at all are dropped. */
const escapeXml = (words: string) =>
  words.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').replace(/[&<>"]/g, character => ENTITIES[character] ?? '')
