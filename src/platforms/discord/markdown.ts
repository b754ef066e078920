/** Purpose: a text as Discord's markdown. Words by people show as typed: they can't ping, forge a link, a heading or a block of code. */
import { plainText, type Span, type Text } from '../../reply.ts'
import { splitText } from '../fit-text.ts'
import { withoutControls } from '../without-controls.ts'

/** Pieces of at most `max`; no link, instant, character or escape sequence is ever cut. */
export function writeMarkdown(text: Text, max: number): string[] {
  const pieces = ['']
  for (const span of spansOf(text)) {
    const room = max - (pieces.at(-1)?.length ?? 0)
    const whole = writeSpan(span)
    for (const written of whole.length <= room ? [whole] : cut(span, max, room).map(writeSpan)) {
      const joined = join(pieces.at(-1) ?? '', written)
      if (joined.length <= max) pieces[pieces.length - 1] = joined
      else pieces.push(written)
    }
  }
  return pieces.map(piece => piece.trim()).filter(piece => piece.replaceAll(NOTHING, '').trim() !== '')
}

export const spansOf = (text: Text): readonly Span[] => (typeof text === 'string' ? [text] : text)

/** Between two marks of stress, so that they are not read as one. */
const NOTHING = '\u200b'
const join = (one: string, other: string) => (/[*`]$/.test(one) && /^[*`]/.test(other) ? one + NOTHING + other : one + other)

function cut(span: Span, max: number, room: number): readonly Span[] {
  if (typeof span === 'string') return cutWords(span, max, room)
  if ('code' in span) return splitText(span.code, max, code => writeSpan({ code }).length).map(code => ({ code }))
  if ('strong' in span) return splitText(span.strong, max, strong => writeSpan({ strong }).length).map(strong => ({ strong }))
  return 'link' in span && writeSpan(span).length > max ? cut(span.link, max, room) : [span]
}

/** Fills the room that is left where a word ends there; the rest goes into pieces of its own. */
function cutWords(words: string, max: number, room: number): string[] {
  const size = (part: string) => escapeWords(part).length
  const first = room > max / 4 ? splitText(words, room, size)[0] : undefined
  const rest = first === undefined ? words : words.slice(words.indexOf(first) + first.length)
  if (first === undefined || !/^\s/.test(rest)) return size(words) <= max ? [words] : splitText(words, max, size)
  return [first, ...splitText(rest.trimStart(), max, size)]
}

export function writeSpan(span: Span): string {
  if (typeof span === 'string') return escapeWords(span)
  if ('code' in span) return writeCode(span.code)
  if ('strong' in span) return writeStrong(span.strong)
  if ('link' in span) return writeLink(span.link, span.url)
  if ('person' in span) return /^\d{1,20}$/.test(span.person.id) ? `<@${span.person.id}>` : escapeWords(plainText([span]))
  return Number.isFinite(span.instant) ? `<t:${Math.floor(span.instant / 1000)}:f>` : ''
}

// Two back-ticks would end or open a code block; a letter that looks like one can't.
function writeCode(code: string): string {
  const words = withoutControls(code)
    .replace(/\s+/g, ' ')
    .replaceAll('`', 'ˋ')
    .replace(/@(?=everyone|here)/gi, `@${NOTHING}`)
    .trim()
  return words === '' ? '' : `\`${words}\``
}

function writeStrong(strong: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(escapeWords(strong)) ?? []
  return words === '' ? before + after : `${before}**${words}**${after}`
}

/** Discord follows addresses as long as this. */
const LONGEST_ADDRESS = 1500

/** A label that looks like an address of its own could pretend to be another one: then the true address stands beside it. */
function writeLink(label: string, url: string): string {
  const href = readAddress(url)
  if (href === undefined) return escapeWords(label)
  const words = escapePlain(withoutControls(label).replace(/\s+/g, ' ').replaceAll('[', '(').replaceAll(']', ')').trim(), true)
  if (label.trim() === url.trim() || words === '') return `<${href}>`
  return /:\/\/|^www\.|^[\w-]+(\.[\w-]+)+(\/|$)/i.test(label.trim()) ? `${words} (<${href}>)` : `[${words}](<${href}>)`
}

function readAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  const safe = href.replace(/[<>()[\]\\\s`]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
  return /^https?:$/.test(protocol) && safe.length <= LONGEST_ADDRESS ? safe : undefined
}

/** An address in words by people: between sharp brackets Discord reads no markup in it and shows no preview. Only plain letters, never within a word. */
const ADDRESS = /(?<![\w/])https?:\/\/[\w.~:/?#@!$&()+,;=%-]*[\w/=&#%)-]/gi

export function escapeWords(words: string): string {
  const clean = withoutControls(words)
  let written = ''
  let from = 0
  for (const { 0: found, index } of clean.matchAll(ADDRESS)) {
    const address = withoutClosing(found)
    if (address.length > LONGEST_ADDRESS || !URL.canParse(address) || CALLS_ALL.test(address)) continue
    written += `${escapePlain(clean.slice(from, index), from === 0)}<${address}>`
    from = index + address.length
  }
  return written + escapePlain(clean.slice(from), from === 0)
}
const CALLS_ALL = /@(everyone|here)/i

/** A bracket that was opened before the address closes after it: (see https://example.org). */
const withoutClosing = (address: string): string =>
  address.endsWith(')') && address.split('(').length < address.split(')').length ? withoutClosing(address.slice(0, -1)) : address

/** A backslash before a mark shows the mark as it is. `@everyone` also gets a space of no width, which outlives being copied. */
function escapePlain(words: string, atStart: boolean): string {
  return words
    .replace(/[\\`*_~|[\]<>#@]/g, '\\$&')
    .replace(/\\@(everyone|here)/gi, `\\@${NOTHING}$1`)
    .replace(/:(?=[\w+-]+:|\/\/)/g, '\\:')
    .replace(atStart ? LIST : LIST_AFTER_BREAK, '$1\\$2')
}
const LIST = /(^[ \t]*|\n[ \t]*|^\d+|\n[ \t]*\d+|^[ \t]+\d+)([-+]|\.(?=\s))/g
const LIST_AFTER_BREAK = /(\n[ \t]*|\n[ \t]*\d+)([-+]|\.(?=\s))/g
