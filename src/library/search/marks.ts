/** Purpose: the phrases that mean something to the field (concepts, places, themes), found in a run of words, in any of the languages. */
import { LEXICON_LANGUAGES, type LexiconLanguage } from '../lexicon.ts'
import type { Knowledge } from './knowledge.ts'
import { POINTERS } from './languages.ts'
import { makePhraseTrie, type Phrase } from './phrase-trie.ts'
import type { Features, Vocabulary } from './vocabulary.ts'
import { foldedWordsOf } from './words.ts'

export type Sort = 'concept' | 'place' | 'theme' | 'kind' | 'target'
export type Mark = { readonly feature: number; readonly wide: boolean }
export type Marked = { readonly end: number; readonly marks: readonly Mark[]; readonly foreign: boolean }

export type Marks = {
  /** The longest marked phrase that starts at `from`, by words that are certain: what entries are marked with. */
  inEntry(run: Run, from: number): Marked | undefined
  /** The same with the wide words too, in a language beside English. */
  inQuestion(run: Run, from: number, language: LexiconLanguage): Marked | undefined
  /** What a feature is: its sort, and its id in the lexicon, the places or the themes. */
  meaning(feature: number): { readonly sort: Sort; readonly id: string } | undefined
  /** The feature of a thing, known from the start or not. */
  feature(sort: Sort, id: string): number
  /** Is it a word of the lexicon or of a place's name in that language? */
  knows(language: LexiconLanguage, word: string): boolean
  /** Every word by which a mark is said. */
  words(): Iterable<number>
}

/** Words without the pointers: their numbers (other languages go by the word) and the features of their stems (English does); -1 where unknown. */
export type Run = { readonly numbers: readonly number[]; readonly stems: readonly number[] }

const EN = 0
const WIDE = 8
const valueOf = (feature: number, wide: boolean, language: number) => feature * 16 + (wide ? WIDE : 0) + language
const languageOf = (value: number) => value & 7
const isWide = (value: number) => (value & WIDE) !== 0
const marked = ({ end, values }: Phrase): Marked => ({ end, marks: values.map(markOf), foreign: values.every(value => languageOf(value) !== EN) })
const markOf = (value: number): Mark => ({ feature: value >>> 4, wide: isWide(value) })

export function makeMarks(knowledge: Knowledge, vocabulary: Vocabulary, features: Features): Marks {
  const english = makePhraseTrie()
  const foreign = makePhraseTrie()
  const meanings = new Map<number, { sort: Sort; id: string }>()
  const byId = new Map<string, number>()
  /** Which languages a word belongs to, as bits, and whether entries may be marked by it without being English. */
  const languages = new Map<number, number>()

  const featureFor = (sort: Sort, id: string) => {
    const key = `${sort}:${id}`
    const known = byId.get(key)
    if (known !== undefined) return known
    const feature = features.next()
    byId.set(key, feature)
    meanings.set(feature, { sort, id })
    return feature
  }
  const add = (feature: number, phrase: string, wide: boolean, language: number) => {
    const pointers = POINTERS[LEXICON_LANGUAGES[language] ?? 'en']
    const all = foldedWordsOf(phrase)
    const told = all.filter(word => !pointers.has(word))
    const numbers = (told.length > 0 ? told : all).map(vocabulary.intern)
    if (numbers.length === 0) return
    for (const number of numbers) languages.set(number, (languages.get(number) ?? 0) | (1 << language))
    if (language === EN) english.add(numbers.map(vocabulary.feature), valueOf(feature, wide, language))
    else foreign.add(numbers, valueOf(feature, wide, language))
  }

  for (const { concept, narrow, wide } of knowledge.lexicon) {
    const feature = featureFor('concept', concept)
    LEXICON_LANGUAGES.forEach((language, at) => {
      for (const phrase of narrow[language]) add(feature, phrase, false, at)
      for (const phrase of wide[language]) add(feature, phrase, true, at)
    })
  }
  for (const { id, names, also } of knowledge.places.all) {
    const feature = featureFor('place', id)
    LEXICON_LANGUAGES.forEach((language, at) => add(feature, names[language], false, at))
    for (const name of also) add(feature, name, false, EN)
  }
  for (const { id, names } of knowledge.themes.all) {
    const feature = featureFor('theme', id)
    LEXICON_LANGUAGES.forEach((language, at) => add(feature, names[language] ?? '', false, at))
  }

  /** In entries a word of another language counts only if it is none of English. */
  const strange = new Map<number, boolean>()
  const isStrange = (number: number) => {
    const known = strange.get(number)
    if (known !== undefined) return known
    const bits = languages.get(number) ?? 0
    const answer = bits > 1 && (bits & 1) === 0 && !knowledge.commonWords.has(vocabulary.word(number))
    strange.set(number, answer)
    return answer
  }
  const narrow = (value: number) => !isWide(value)

  return {
    inEntry({ numbers, stems }, from) {
      const found =
        english.longest(stems, from, narrow) ?? (isStrange(numbers[from] ?? -1) ? foreign.longest(numbers, from, narrow) : undefined)
      return found && marked(found)
    },
    inQuestion({ numbers, stems }, from, language) {
      const inEnglish = english.longest(stems, from, () => true)
      if (language === 'en' && !isStrange(numbers[from] ?? -1)) return inEnglish && marked(inEnglish)
      const spoken = LEXICON_LANGUAGES.indexOf(language)
      const abroad = foreign.longest(numbers, from, value => languageOf(value) === spoken) ?? foreign.longest(numbers, from, () => true)
      const longer = abroad && (!inEnglish || abroad.end >= inEnglish.end) ? abroad : inEnglish
      return longer && marked(longer)
    },
    meaning: feature => meanings.get(feature),
    feature: featureFor,
    knows: (language, word) => ((languages.get(vocabulary.find(word)) ?? 0) & (1 << LEXICON_LANGUAGES.indexOf(language))) !== 0,
    words: () => languages.keys(),
  }
}
