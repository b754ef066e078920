/** Purpose: find a place or a theme by what people call it: in full, by how it begins, by one of its words, or with a typing mistake. */
import { editDistance } from './search/edit-distance.ts'
import { fold } from './search/fold.ts'

/** One of the names of an item. */
export type Label<T> = { readonly text: string; readonly item: T }

type Known<T> = { readonly key: string; readonly words: readonly string[]; readonly item: T }

const LONGEST = 80

/** Of two labels that fit equally well the earlier one wins. `labelsOf` is not asked before somebody looks for something. */
export function makeFinder<T>(labelsOf: () => Iterable<Label<T>>): (typed: string) => T[] {
  let known: readonly Known<T>[] | undefined
  return typed => {
    if (typed.length > LONGEST) return []
    known ??= Array.from(labelsOf(), ({ text, item }) => ({ key: keyOf(text), words: wordsOf(text), item }))
    const wanted = keyOf(typed)
    const found = wanted === '' ? [] : lookUp(known, wanted)
    return [...new Set(found.map(({ item }) => item))]
  }
}

function lookUp<T>(known: readonly Known<T>[], wanted: string): readonly Known<T>[] {
  const sure = [...equal(known, wanted), ...starting(known, wanted), ...inside(known, wanted)]
  if (sure.length > 0) return sure
  const bare = equal(known, wanted.replace(ARTICLE, ''))
  return bare.length > 0 ? bare : near(known, wanted)
}

/** What stands before a name in a sentence: `the Netherlands`, `l’Europe`, `los Estados Unidos`. */
const ARTICLE = /^(the|in|l|le|la|les|el|los|las|o|a|os|as) /

const equal = <T>(known: readonly Known<T>[], wanted: string) => known.filter(({ key }) => key === wanted)

const starting = <T>(known: readonly Known<T>[], wanted: string) =>
  known.filter(({ key }) => key.startsWith(wanted)).sort((one, other) => one.key.length - other.key.length)

/** Two letters begin too many words. */
function inside<T>(known: readonly Known<T>[], wanted: string): Known<T>[] {
  if (wanted.length < 3) return []
  const within = known.filter(({ key }) => key.includes(` ${wanted}`))
  const whole = within.filter(({ key }) => `${key} `.includes(` ${wanted} `))
  return [...whole, ...within]
}

/** The whole name, or each typed word on its own among the words of the name (`shcools`, `speach hate`). */
function near<T>(known: readonly Known<T>[], wanted: string): readonly Known<T>[] {
  const words = wanted.split(' ')
  const mistakesIn = (label: Known<T>) => Math.min(mistakes(wanted, label.key), sum(words.map(word => fewest(word, label.words))))
  return known
    .map(label => ({ label, mistakes: mistakesIn(label) }))
    .filter(({ mistakes }) => mistakes < Infinity)
    .sort((one, other) => one.mistakes - other.mistakes)
    .map(({ label }) => label)
}

/** As many as the length explains: none in three letters, one in up to seven, two in more. */
function mistakes(typed: string, meant: string): number {
  const limit = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2
  const distance = editDistance(typed, meant, limit)
  return distance > limit ? Infinity : distance
}

/** One of several words must be longer to be mended: `work` is not the York of New York. */
const fewest = (typed: string, meant: readonly string[]) =>
  Math.min(...meant.map(word => (typed === word ? 0 : typed.length < 5 ? Infinity : mistakes(typed, word))))

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** One spelling for all: `U.S.` is `us`, `Trinité-et-Tobago` is `trinite et tobago`. */
const keyOf = (text: string) => wordsOf(text).join(' ')

const wordsOf = (text: string) => text.replace(/\./g, '').replace(/&/g, ' and ').match(WORD)?.map(fold) ?? []
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
