/** Purpose: one spelling for one word: lower case, no accents, one form of each Arabic letter, so that what is typed meets what is written. */

const PLAIN = /^[\0-\x7f]*$/

/** Folds one word (letters and digits only, see `words.ts`). */
export function fold(word: string): string {
  const lower = word.toLowerCase()
  if (PLAIN.test(lower)) return lower
  const bare = lower.normalize('NFKD').replace(/[\p{M}\p{Cf}ـ]/gu, '')
  return ARABIC.test(bare) ? foldArabic(bare) : bare.replace(LIGATURES, pair => LETTERS[pair] ?? pair)
}

const LIGATURES = /[ßæœøđłı]/g
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i' }

const ARABIC = /[\u0600-\u06ff]/
/** The article, alone or behind "and", "with", "as", "so". Three letters at least must remain. */
const ARTICLE = /^[وفبك]?ال(?=.{3})/
/** "For the" swallows the article, and may or may not hide a first letter of the word: other forms are looked up, see `arabic.ts`. */
const FOR_THE = /^لل(?=.{2})/

const foldArabic = (word: string) =>
  word
    .replace(/ٱ/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ة/g, 'ه')
    .replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) % 16))
    .replace(ARTICLE, '')
    .replace(FOR_THE, 'ل')
