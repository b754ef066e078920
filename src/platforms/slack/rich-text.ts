/** Purpose: a text as Slack's rich text. It is never parsed, so a star stays a star, and words can neither ping nor forge a link or a code block. */
import type { types } from '@slack/bolt'
import { plainText, type Span, type Text } from '../../reply.ts'
import { shorten, splitText } from '../fit-text.ts'
import { withoutControls } from '../without-controls.ts'
import { TEXT_BLOCK } from './limits.ts'

export type TextBlock = { readonly block: types.RichTextBlock; readonly words: string }

const LONGEST_URL = 2_000
const LONGEST_LINK = 300

/** As many blocks as the text needs; none for an empty one. */
export function richText(text: Text, max = TEXT_BLOCK): TextBlock[] {
  return splitSpans(typeof text === 'string' ? [text] : text, max).map(spans => ({
    words: spans.map(wordsOf).join(''),
    block: { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: spans.flatMap(toElements) }] },
  }))
}

/** Cuts between words; a link or an instant stays whole. */
function splitSpans(spans: readonly Span[], max: number): Span[][] {
  const parts: Span[][] = [[]]
  let room = max
  const add = (span: Span, size: number) => {
    if (size > room && room < max) {
      parts.push([])
      room = max
    }
    parts.at(-1)?.push(span)
    room -= size
  }
  for (const span of spans.map(harmless)) {
    if (typeof span !== 'string' && !('code' in span) && !('strong' in span)) add(span, plainText([span]).length)
    else for (const piece of splitWords(span, max)) add(piece, plainText([piece]).length)
  }
  return parts.filter(part => plainText(part).trim() !== '')
}

function splitWords(span: string | { code: string } | { strong: string }, max: number): Span[] {
  if (typeof span === 'string') return splitText(span, max)
  if ('code' in span) return splitText(span.code, max).map(code => ({ code }))
  return splitText(span.strong, max).map(strong => ({ strong }))
}

function harmless(span: Span): Span {
  if (typeof span === 'string') return withoutControls(span)
  if ('code' in span) return { code: withoutControls(span.code) }
  if ('strong' in span) return { strong: withoutControls(span.strong) }
  return 'link' in span ? honestLink(span) : span
}

/** Only web addresses become links, and a label that is itself an address must be the one that it leads to. */
function honestLink({ link, url }: { link: string; url: string }): Span {
  const label = shorten(withoutControls(link), LONGEST_LINK)
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol) || url.length > LONGEST_URL) return label
  const pretends = /^\s*(\w+:|www\.|[\w-]+(\.[\w-]+)+(\/|\s*$))/.test(label) && label.trim() !== url
  return { link: pretends || label.trim() === '' ? shorten(url, LONGEST_LINK) : label, url }
}

function toElements(span: Span): types.RichTextElement[] {
  if (typeof span === 'string') return span === '' ? [] : [{ type: 'text', text: span }]
  if ('code' in span) return span.code === '' ? [] : [{ type: 'text', text: span.code, style: { code: true } }]
  if ('strong' in span) return span.strong === '' ? [] : [{ type: 'text', text: span.strong, style: { bold: true } }]
  if ('link' in span) return [{ type: 'link', url: span.url, text: span.link }]
  if ('person' in span) return [{ type: 'text', text: plainText([span]) }]
  // Slack shows it in the zone of the device; where it cannot, the fallback names its zone.
  return [{ type: 'date', timestamp: Math.floor(span.instant / 1000), format: '{date_short_pretty} {time}', fallback: wordsOf(span) }]
}

/** What is read aloud and shown in notifications; an instant with the zone that it is meant in. */
function wordsOf(span: Span): string {
  if (typeof span === 'string' || !('instant' in span)) return plainText([span])
  const time = Temporal.Instant.fromEpochMilliseconds(span.instant).toZonedDateTimeISO(span.zone).toPlainDateTime()
  return `${time.toPlainDate()} ${time.toPlainTime().toString({ smallestUnit: 'minute' })} ${span.zone}`
}
