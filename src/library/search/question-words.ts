/** Purpose: the words of a question as the library knows them: its language guessed, other forms recognised, spellings mended. */
import type { LexiconLanguage } from '../lexicon.ts'
import { otherForms } from './arabic.ts'
import type { CommonWords } from './common-words.ts'
import { guessLanguage, POINTERS, SMALL_WORDS } from './languages.ts'
import type { Shelf } from './shelf.ts'
import type { Spelling } from './spelling.ts'
import { type Word, wordsOf } from './words.ts'

export type QuestionWord = Word & { readonly mended: boolean }
export type QuestionWords = { readonly words: readonly QuestionWord[]; readonly language: LexiconLanguage }

/** Nobody reads on after so much, and no index should. */
const LONGEST_TEXT = 1000
const MOST_WORDS = 40

export function readQuestion(text: string, shelf: Shelf, spelling: Spelling, commonWords: CommonWords): QuestionWords {
  const typed = wordsOf(text.slice(0, LONGEST_TEXT)).slice(0, MOST_WORDS)
  const folded = typed.map(word => word.folded)
  const language = guessLanguage(folded, (spoken, word) => shelf.marks.knows(spoken, word), commonWords)
  return { language, words: typed.flatMap(word => mend(word, language, shelf, spelling)) }
}

function mend(word: Word, language: LexiconLanguage, shelf: Shelf, spelling: Spelling): QuestionWord[] {
  const asTyped = { ...word, mended: false }
  if (isPointer(word.folded, language) || isSmall(word.folded, language) || spelling.knows(word.folded)) return [asTyped]
  const form = language === 'ar' ? otherForms(word.folded).find(other => shelf.marks.knows('ar', other)) : undefined
  if (form !== undefined) return [{ ...asTyped, folded: form }]
  return spelling.mend(word.folded, language)?.map(folded => ({ typed: word.typed, folded, mended: true })) ?? [asTyped]
}

export const isPointer = (word: string, language: LexiconLanguage) => POINTERS[language].has(word)

/** In every language English small words may stand, as in titles and names. */
export const isSmall = (word: string, language: LexiconLanguage) =>
  SMALL_WORDS[language].has(word) || (language !== 'en' && (POINTERS.en.has(word) || SMALL_WORDS.en.has(word)))
