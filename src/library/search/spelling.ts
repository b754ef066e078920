/** Purpose: mend a word that nobody knows into the known word that was probably meant. A word that is known is never touched. */
import { LEXICON_LANGUAGES, type LexiconLanguage } from '../lexicon.ts'
import type { CommonWords } from './common-words.ts'
import { editDistance, lettersOf, mayBeNear } from './edit-distance.ts'
import type { Marks } from './marks.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Spelling = {
  /** The words meant (two, if a space was forgotten), or undefined if the word is known or nothing is near. */
  mend(word: string, language: LexiconLanguage): readonly string[] | undefined
}

export function makeSpelling(vocabulary: Vocabulary, marks: Marks, commonWords: CommonWords): Spelling {
  const letters: number[] = []
  const catchUp = () => {
    while (letters.length < vocabulary.size()) letters.push(lettersOf(vocabulary.word(letters.length)))
  }
  const isKnown = (word: string) => {
    const number = vocabulary.find(word)
    return number >= 0 && (vocabulary.uses(number) > 0 || vocabulary.role(number) !== 'content' || isSaid(word))
  }
  const isSaid = (word: string) => LEXICON_LANGUAGES.some(language => marks.knows(language, word))

  /** In another language than English, only that language's own words and names may be meant. */
  const fits = (word: string, language: LexiconLanguage) =>
    language === 'en' ? true : marks.knows(language, word) || (!commonWords.has(word) && !marks.knows('en', word))

  const nearest = (word: string, language: LexiconLanguage, limit: number) => {
    const wanted = lettersOf(word)
    let best: Candidate | undefined
    for (let number = 0; number < letters.length; number++) {
      if (!mayBeNear(wanted, letters[number] ?? 0, limit)) continue
      const other = vocabulary.word(number)
      if (other.length < 4 || Math.abs(other.length - word.length) > limit || vocabulary.role(number) !== 'content') continue
      if (vocabulary.uses(number) === 0 && !isSaid(other)) continue
      const distance = editDistance(word, other, limit)
      if (distance > limit || !startsAlike(word, other, distance) || !fits(other, language)) continue
      best = better(best, { word: other, cost: distance + (word[0] === other[0] ? 0 : 0.5), uses: vocabulary.uses(number) })
    }
    return best && [best.word]
  }

  const split = (word: string) => {
    for (let at = 3; at <= word.length - 3; at++) {
      const parts = [word.slice(0, at), word.slice(at)]
      if (parts.every(part => isKnown(part) && vocabulary.role(vocabulary.find(part)) === 'content')) return parts
    }
    return undefined
  }

  return {
    mend(word, language) {
      if (word.length < 4 || /\d/.test(word) || isKnown(word) || commonWords.has(word)) return undefined
      catchUp()
      const near = (limit: number) => nearest(word, language, limit) ?? (language === 'en' ? undefined : nearest(word, 'en', limit))
      return near(1) ?? split(word) ?? (word.length >= 8 ? near(2) : undefined)
    },
  }
}

type Candidate = { readonly word: string; readonly cost: number; readonly uses: number }

/** The nearer, then the more used, then the alphabet: the order in which words were learnt never decides. */
function better(best: Candidate | undefined, next: Candidate): Candidate {
  if (!best) return next
  const difference = best.cost - next.cost || next.uses - best.uses || (next.word < best.word ? 1 : -1)
  return difference > 0 ? next : best
}

/** People seldom miss the first letter, and if they do then it is the only mistake. */
const startsAlike = (typed: string, other: string, distance: number) =>
  typed[0] === other[0] || (distance === 1 && typed.length >= 5) || (typed[0] === other[1] && typed[1] === other[0])
