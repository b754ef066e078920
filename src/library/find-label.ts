/** Purpose: find a place or a theme by what people call it: in full, by how it begins, by one of its words, or with a typing mistake. */
import { editDistance } from './search/edit-distance.ts'
import { fold } from './search/fold.ts'

/** One of the names of an item. */
export type Label<T> = { readonly text: string; readonly item: T }

type Known<T> = { readonly key: string; readonly words: readonly string[]; readonly item: T }

const LONGEST = 80

/** How far a typing mistake is mended: in the whole name only, or in each word by itself as well. */
export type Mending = 'whole' | 'words'

/** Of two labels that fit equally well the earlier one wins. `labelsOf` is not asked before somebody looks for something. */
export function makeFinder<T>(labelsOf: () => Iterable<Label<T>>, mending: Mending): (typed: string) => T[] {
  let known: readonly Known<T>[] | undefined
  return typed => {
    if (typed.length > LONGEST) return []
    known ??= Array.from(labelsOf(), know)
    const wanted = wordsOf(typed).join(' ')
    const found = wanted === '' ? [] : lookUp(known, wanted, mending)
    return [...new Set(found.map(({ item }) => item))]
  }
}

function know<T>({ text, item }: Label<T>): Known<T> {
  const words = wordsOf(text)
  return { key: words.join(' '), words, item }
}

function lookUp<T>(known: readonly Known<T>[], wanted: string, mending: Mending): readonly Known<T>[] {
  const found = surely(known, wanted)
  if (found.length > 0) return found
  const bare = wanted.replace(ARTICLE, '')
  const foundBare = bare === wanted ? [] : surely(known, bare)
  return foundBare.length > 0 ? foundBare : near(known, bare, mending)
}

/** What stands before a name in a sentence: `the Netherlands`, `l’Europe`, `los Estados Unidos`. */
const ARTICLE = /^(the|in|l|le|la|les|el|los|las|o|a|os|as) (?=.{4})/

const surely = <T>(known: readonly Known<T>[], wanted: string) => [
  ...equal(known, wanted),
  ...starting(known, wanted),
  ...inside(known, wanted),
]

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

/** By words, `speach hate` is hate speech; what is nearest comes first. */
function near<T>(known: readonly Known<T>[], wanted: string, mending: Mending): readonly Known<T>[] {
  const words = mending === 'words' ? wanted.split(' ') : []
  const byWords = (meant: readonly string[]) => (words.length > 0 ? sum(words.map(word => fewest(word, meant))) : Infinity)
  return known
    .map(label => ({ label, mistakes: Math.min(mistakes(wanted, label.key), byWords(label.words)) }))
    .filter(({ mistakes }) => mistakes < Infinity)
    .sort((one, other) => one.mistakes - other.mistakes)
    .map(({ label }) => label)
}

const fewest = (typed: string, meant: readonly string[]) => Math.min(...meant.map(word => mistakes(typed, word)))

/** As many as the length explains: none in three letters, one in up to nine, two in more. The first letter is hardly ever wrong. */
function mistakes(typed: string, meant: string): number {
  if (typed === meant) return 0
  const limit = typed.length < 4 || typed[0] !== meant[0] ? 0 : typed.length < 10 ? 1 : 2
  const distance = limit > 0 ? editDistance(typed, meant, limit) : Infinity
  return distance > limit ? Infinity : distance
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** One spelling for all: `U.S.` is `us`, `Trinité-et-Tobago` is `trinite et tobago`. */
const wordsOf = (text: string) => text.replace(/\./g, '').replace(/&/g, ' and ').match(WORD)?.map(fold) ?? []
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
