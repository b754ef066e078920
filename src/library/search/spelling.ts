/** Purpose: mend a word that nobody knows into the known word that was probably meant. A word that is known is never touched. */
import { LEXICON_LANGUAGES, type LexiconLanguage } from '../lexicon.ts'
import type { CommonWords } from './common-words.ts'
import { editDistance, lettersOf, mayBeNear } from './edit-distance.ts'
import { int32, roomFor } from './growing.ts'
import type { Marks } from './marks.ts'
import type { Vocabulary } from './vocabulary.ts'

type Candidate = { readonly word: string; readonly cost: number; readonly uses: number }

/** Words that short are too near to too many others. */
const SHORTEST = 4
/** A word must be that long for two mistakes, or for one that is its first letter. */
const LONG = 8
const MIDDLING = 5

export class Spelling {
  readonly #vocabulary: Vocabulary
  readonly #marks: Marks
  readonly #commonWords: CommonWords
  /** The letters of each word of the vocabulary, by its number, as far as they were needed. */
  #letters = new Int32Array(1 << 12)
  /** The numbers of all words that are so long. */
  readonly #ofLength: number[][] = []
  #known = 0

  constructor(vocabulary: Vocabulary, marks: Marks, commonWords: CommonWords) {
    this.#vocabulary = vocabulary
    this.#marks = marks
    this.#commonWords = commonWords
  }

  /** Is it a word of the entries, the lexicon, the places, or of plain English? */
  knows(word: string): boolean {
    return this.#isIndexed(this.#vocabulary.find(word)) || this.#commonWords.has(word)
  }

  /** The words meant (two, if a space was forgotten), or undefined if the word is known or nothing is near. */
  mend(word: string, language: LexiconLanguage): readonly string[] | undefined {
    if (word.length < SHORTEST || /\d/.test(word) || this.knows(word)) return undefined
    this.#catchUp()
    const one = this.#nearest(word, language, 1) ?? (language === 'en' ? undefined : this.#nearest(word, 'en', 1))
    return one ?? this.#split(word) ?? (word.length >= LONG ? this.#nearest(word, language, 2) : undefined)
  }

  #nearest(word: string, language: LexiconLanguage, limit: number): readonly string[] | undefined {
    const letters = lettersOf(word)
    let best: Candidate | undefined
    for (let length = Math.max(SHORTEST, word.length - limit); length <= word.length + limit; length++) {
      for (const number of this.#ofLength[length] ?? [])
        if (mayBeNear(letters, this.#letters[number] ?? 0, limit)) best = better(best, this.#compare(word, number, language, limit))
    }
    return best && [best.word]
  }

  #compare(word: string, number: number, language: LexiconLanguage, limit: number): Candidate | undefined {
    const other = this.#vocabulary.word(number)
    if (this.#vocabulary.role(number) !== 'content' || !this.#isIndexed(number)) return undefined
    const distance = editDistance(word, other, limit)
    if (distance > limit || !startsAlike(word, other, distance)) return undefined
    const strangeness = this.#strangeness(other, number, language)
    if (strangeness === undefined) return undefined
    return { word: other, cost: distance + strangeness + (word[0] === other[0] ? 0 : 0.5), uses: this.#vocabulary.uses(number) }
  }

  /** How unlikely a word is in a question of that language; undefined if it is not to be thought of. */
  #strangeness(word: string, number: number, language: LexiconLanguage): number | undefined {
    if (this.#marks.knows(language, word)) return 0
    if (language === 'en') return this.#vocabulary.uses(number) > 0 ? 0 : 0.4
    return this.#commonWords.has(word) || this.#marks.knows('en', word) || this.#vocabulary.uses(number) === 0 ? undefined : 0.4
  }

  #split(word: string): readonly string[] | undefined {
    for (let at = 3; at <= word.length - 3; at++) {
      const parts = [word.slice(0, at), word.slice(at)].map(part => this.#vocabulary.find(part))
      if (parts.every(part => this.#isIndexed(part) && this.#vocabulary.role(part) === 'content'))
        return parts.map(part => this.#vocabulary.word(part))
    }
    return undefined
  }

  #isIndexed(number: number): boolean {
    if (number < 0) return false
    if (this.#vocabulary.uses(number) > 0 || this.#vocabulary.role(number) !== 'content') return true
    return LEXICON_LANGUAGES.some(language => this.#marks.knows(language, this.#vocabulary.word(number)))
  }

  #catchUp(): void {
    this.#letters = roomFor(this.#letters, this.#vocabulary.size, int32)
    for (; this.#known < this.#vocabulary.size; this.#known++) {
      const word = this.#vocabulary.word(this.#known)
      this.#letters[this.#known] = lettersOf(word)
      this.#ofLength[word.length] ??= []
      this.#ofLength[word.length]?.push(this.#known)
    }
  }
}

/** The nearer, then the more used, then the alphabet: the order in which words were learnt never decides. */
function better(best: Candidate | undefined, next: Candidate | undefined): Candidate | undefined {
  if (!best || !next) return best ?? next
  const difference = best.cost - next.cost || next.uses - best.uses || (next.word < best.word ? 1 : -1)
  return difference > 0 ? next : best
}

/** People seldom miss the first letter, and if they do then it is the only mistake. */
const startsAlike = (typed: string, other: string, distance: number) =>
  typed[0] === other[0] || (distance === 1 && typed.length >= MIDDLING) || (typed[0] === other[1] && typed[1] === other[0])
