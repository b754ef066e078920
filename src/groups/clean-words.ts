/** Purpose: names and purposes as people type them, made harmless: one line, no invisible signs that turn the reading around, a length that fits. */
import { UserError } from '../user-error.ts'

export const MAX_NAME = 60
export const MAX_PURPOSE = 500

/** Controls, and signs that change the direction of what follows or cannot be seen. Joiners stay: emoji and several scripts need them. */
const UNSEEN = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udfff](?![\udc00-\udfff])/gu
const MANY_MARKS = /(\p{M}{4})\p{M}+/gu

export const cleanWords = (typed: string) =>
  typed.normalize('NFC').replace(/\s+/gu, ' ').replace(UNSEEN, '').replace(MANY_MARKS, '$1').trim()

/** For longer texts: their lines stay. */
export const cleanLines = (typed: string) =>
  typed
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim()

/** @throws UserError where it is no name: too long, or without a letter */
export function cleanName(typed: string): string {
  const name = cleanWords(typed)
  const length = [...name].length
  if (length > MAX_NAME) throw new UserError('group.name-long', { max: MAX_NAME, length }, { field: 'name' })
  if (!/\p{L}/u.test(name) || length < 2) throw new UserError('group.name-empty', {}, { field: 'name' })
  return name
}

/** @throws UserError where it is too long */
export function cleanPurpose(typed: string): string {
  const purpose = cleanWords(typed)
  const length = [...purpose].length
  if (length > MAX_PURPOSE) throw new UserError('group.purpose-long', { max: MAX_PURPOSE, length }, { field: 'purpose' })
  return purpose
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
/** Right-to-left words in a sentence of another direction keep to themselves. */
export const isolate = (words: string) => (RIGHT_TO_LEFT.test(words) ? `\u2068${words}\u2069` : words)
