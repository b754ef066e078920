/** Purpose: words on their way to Slack and back: escaped so that they are shown as typed and ping nobody, and read as the person meant them. */

import { withoutControls } from '../without-controls.ts'

/** Just these three, `&` first: Slack decodes nothing else. */
export const escapeWords = (words: string) =>
  withoutControls(words).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** `Hello <@U1>, see <https://a.example|here> &amp; <#C1|general>` as a person reads it; mentions of `self` vanish. */
export function readWords(sent: string, self?: string): string {
  const text = readable(sent)
  if (!/[<&]/.test(text)) return text.trim()
  return text
    .split(/(<[^<>]*>)/)
    .map(part => (/^<.*>$/s.test(part) ? readMark(part.slice(1, -1), self) : part))
    .map(decodeWords)
    .join('')
    .trim()
}

/** Without what nobody can see: a zero byte alone would keep a text out of PostgreSQL, half a character keeps it out of every answer. */
export const readable = (text: string) => withoutControls(text).toWellFormed()

/** A call by name that was not made a mention: `@Plenary hello` is `hello`. */
export function withoutCall(words: string, name = 'plenary'): string {
  const call = `@${name.toLowerCase()}`
  const rest = words.slice(call.length)
  return words.toLowerCase().startsWith(call) && !/^[\p{L}\p{N}._-]/u.test(rest) ? rest.replace(/^[\s,:]+/, '') : words
}

/** What somebody wrote, without emoji codes and marks of stress: those are for the chat, and not for a report. */
export const readMessage = (text: string, self?: string): string =>
  readWords(text, self)
    .replace(/(?<!\S):(?=[^:\s]*\p{L})[\p{L}\p{N}_+'-]+:(?::skin-tone-\d:)?(?!\S)/gu, '')
    .replace(/(^|\s)[*_~`]+(?=\S)|(?<=\S)[*_~`]+(?=[\s.,;:!?]|$)/g, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .trim()

/** The three that Slack encodes, `&` last. */
const decodeWords = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

function readMark(inner: string, self: string | undefined): string {
  const [mark = '', label] = inner.split('|')
  // The id and not the name: commands must know who is meant, and nobody's name need be kept.
  if (mark.startsWith('@')) return mark.slice(1) === self ? '' : `@${mark.slice(1)}`
  if (mark.startsWith('#')) return `#${label || mark.slice(1)}`
  if (mark.startsWith('!')) return label ?? `@${mark.slice(1).split('^')[0]}`
  return mark.startsWith('mailto:') ? (label ?? mark.slice('mailto:'.length)) : mark
}
