/** Purpose: cut text into words. Apostrophes cut too, so that `l'école` is `école`; single letters count for nothing. */
import { fold } from './fold.ts'

/** A word as it was typed, and folded. */
export type Word = { readonly typed: string; readonly folded: string }

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
/** Invisible characters inside words (soft hyphens, joiners, directions), and the mark that merely stretches Arabic. */
const INVISIBLE = /[\p{Cf}ـ]+/gu
const THOUSANDS = /(\d)[,.\u00a0\u202f](?=\d{3}(?!\d))/g

export function wordsOf(text: string): Word[] {
  if (PLAIN.test(text)) return plainWordsOf(text)
  return (clean(text).match(WORD) ?? []).map(typed => ({ typed, folded: fold(typed) })).filter(({ folded }) => counts(folded))
}

const PLAIN = /^[\0-\x7f]*$/

const PLAIN_WORD = /[a-z0-9]+/g

/** The folded words alone: what indexing needs, and faster. */
export function foldedWordsOf(text: string): string[] {
  if (!PLAIN.test(text)) return (clean(text).match(WORD) ?? []).map(fold).filter(counts)
  return text.toLowerCase().replace(THOUSANDS, '$1').match(PLAIN_WORD)?.filter(counts) ?? []
}

const plainWordsOf = (text: string): Word[] =>
  (text.replace(THOUSANDS, '$1').match(/[a-zA-Z0-9]+/g) ?? [])
    .map(typed => ({ typed, folded: typed.toLowerCase() }))
    .filter(({ folded }) => counts(folded))

const clean = (text: string) => text.normalize('NFC').replace(INVISIBLE, '').replace(THOUSANDS, '$1')

const counts = (folded: string) => folded.length > 1 || (folded >= '0' && folded <= '9')
