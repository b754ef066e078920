/** Purpose: the phrases that mean something to the field (concepts, places, themes), found in a run of words, in any of the languages. */
import { LEXICON_LANGUAGES, type LexiconLanguage } from '../lexicon.ts'
import type { CommonWords } from './common-words.ts'
import { roomFor, uint8 } from './growing.ts'
import type { Knowledge } from './knowledge.ts'
import { POINTERS } from './languages.ts'
import { type Phrase, PhraseTrie } from './phrase-trie.ts'
import type { Features, Vocabulary } from './vocabulary.ts'

export type Sort = 'concept' | 'place' | 'theme' | 'kind' | 'target'
/** What a feature is: its sort, and its id in the lexicon, the places, the themes. See the lexicon for `aside`. */
export type Meaning = { readonly sort: Sort; readonly id: string; readonly aside: boolean }
export type Mark = { readonly feature: number; readonly wide: boolean }
/** `foreign`: said in another language than English. */
export type Marked = { readonly end: number; readonly marks: readonly Mark[]; readonly foreign: boolean }

/** Words without the pointers: their numbers (other languages go by the word) and the features of their stems (English does); -1 where unknown. */
export type Run = { readonly numbers: readonly number[]; readonly stems: readonly number[] }

export class Marks {
  readonly #english = new PhraseTrie()
  readonly #foreign = new PhraseTrie()
  readonly #meanings = new Map<number, Meaning>()
  readonly #byMeaning = new Map<string, number>()
  /** Which languages of the lexicon a word belongs to, as bits. */
  #languages = new Uint8Array(1 << 12)
  readonly #strange = new Map<number, boolean>()
  /** By word: whether a marked phrase may begin with it, once that was asked. */
  #begins = new Uint8Array(1 << 12)
  readonly #vocabulary: Vocabulary
  readonly #features: Features
  readonly #commonWords: CommonWords
  readonly #aside: ReadonlySet<string>

  constructor(knowledge: Knowledge, vocabulary: Vocabulary, features: Features) {
    this.#vocabulary = vocabulary
    this.#features = features
    this.#commonWords = knowledge.commonWords
    this.#aside = new Set(knowledge.lexicon.filter(({ aside }) => aside).map(({ concept }) => concept))
    for (const { concept, narrow, wide } of knowledge.lexicon) {
      const feature = this.feature('concept', concept)
      for (const [at, language] of LEXICON_LANGUAGES.entries()) {
        for (const phrase of narrow[language]) this.#add(feature, phrase, at, false)
        for (const phrase of wide[language]) this.#add(feature, phrase, at, true)
      }
    }
    for (const { id, names, also } of knowledge.places.all) {
      const feature = this.feature('place', id)
      for (const [at, language] of LEXICON_LANGUAGES.entries()) this.#add(feature, names[language], at, false)
      for (const name of also) this.#add(feature, name, EN, false)
    }
    for (const { id, names } of knowledge.themes.all) {
      const feature = this.feature('theme', id)
      for (const [at, language] of LEXICON_LANGUAGES.entries()) this.#add(feature, names[language] ?? '', at, false)
    }
  }

  /** Whether a marked phrase may begin with a word: most words begin none, and this says so fastest. */
  begins(number: number, stem: number): boolean {
    const known = this.#begins[number] ?? 0
    if (known !== 0) return known === YES
    const answer = this.#english.begins(stem) || (this.#isStrange(number) && this.#foreign.begins(number))
    this.#begins = roomFor(this.#begins, number, uint8)
    this.#begins[number] = answer ? YES : NO
    return answer
  }

  /** The longest marked phrase that starts at `from`, by words that are certain: what entries are marked with. */
  inEntry({ numbers, stems }: Run, from: number): Marked | undefined {
    const found =
      this.#english.longest(stems, from, isNarrow) ??
      (this.#isStrange(numbers[from]) ? this.#foreign.longest(numbers, from, isNarrow) : undefined)
    return found && marked(found)
  }

  /** The same with the wide words too, in a language beside English. */
  inQuestion({ numbers, stems }: Run, from: number, language: LexiconLanguage): Marked | undefined {
    const inEnglish = this.#english.longest(stems, from, isAny)
    if (language === 'en' && !this.#isStrange(numbers[from])) return inEnglish && marked(inEnglish)
    const spoken = LEXICON_LANGUAGES.indexOf(language)
    const abroad =
      this.#foreign.longest(numbers, from, value => languageOf(value) === spoken) ?? this.#foreign.longest(numbers, from, isAny)
    const longer = abroad && (!inEnglish || abroad.end >= inEnglish.end) ? abroad : inEnglish
    return longer && marked(longer)
  }

  meaning(feature: number): Meaning | undefined {
    return this.#meanings.get(feature)
  }

  feature(sort: Sort, id: string): number {
    const key = `${sort}:${id}`
    const known = this.#byMeaning.get(key)
    if (known !== undefined) return known
    const feature = this.#features.next()
    this.#byMeaning.set(key, feature)
    this.#meanings.set(feature, { sort, id, aside: sort === 'concept' && this.#aside.has(id) })
    return feature
  }

  /** Is it a word of the lexicon, or of a name, in that language? */
  knows(language: LexiconLanguage, word: string): boolean {
    return ((this.#languages[this.#vocabulary.find(word)] ?? 0) & (1 << LEXICON_LANGUAGES.indexOf(language))) !== 0
  }

  #add(feature: number, phrase: string, language: number, wide: boolean): void {
    const numbers = this.#numbersOf(phrase, POINTERS[LEXICON_LANGUAGES[language] ?? 'en'])
    if (numbers.length === 0) return
    for (const number of numbers) {
      this.#languages = roomFor(this.#languages, number, uint8)
      this.#languages[number] = (this.#languages[number] ?? 0) | (1 << language)
    }
    const value = meaningOf(feature, wide, language)
    if (language === EN)
      this.#english.add(
        numbers.map(number => this.#vocabulary.feature(number)),
        value,
      )
    else this.#foreign.add(numbers, value)
  }

  /** The words of a phrase without the pointers, if any others are left. */
  #numbersOf(phrase: string, pointers: ReadonlySet<string>): number[] {
    const all = this.#vocabulary.read(phrase)
    const told = all.length > 1 ? all.filter(number => !pointers.has(this.#vocabulary.word(number))) : all
    return told.length > 0 ? told : all
  }

  /** A word of another language that is none of English. */
  #isStrange(number = -1): boolean {
    const bits = this.#languages[number] ?? 0
    if (bits < 2 || (bits & 1) !== 0) return false
    const known = this.#strange.get(number)
    if (known !== undefined) return known
    const answer = !this.#commonWords.has(this.#vocabulary.word(number))
    this.#strange.set(number, answer)
    return answer
  }
}

const NO = 1
const YES = 2
const EN = LEXICON_LANGUAGES.indexOf('en')

// What a phrase means, as one number: the feature, whether the phrase is a wide one, and its language.
const WIDE = 8
const meaningOf = (feature: number, wide: boolean, language: number) => feature * 16 + (wide ? WIDE : 0) + language
const languageOf = (value: number) => value & 7
const isNarrow = (value: number) => (value & WIDE) === 0
const isAny = () => true
const marked = ({ end, values }: Phrase): Marked => ({
  end,
  marks: values.map(value => ({ feature: value >>> 4, wide: !isNarrow(value) })),
  foreign: values.every(value => languageOf(value) !== EN),
})
