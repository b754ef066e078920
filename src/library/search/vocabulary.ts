/** Purpose: a number for every word, and one for every stem; words that no entry uses any more are known to be unused. */
import { POINTERS, SMALL_WORDS } from './languages.ts'
import { stem } from './stem.ts'

/** What a word is for indexing: something to find, too small to find, or a mere pointer that phrases leave out. */
export type Role = 'content' | 'small' | 'pointer'

export type Vocabulary = {
  /** The number of a folded word, given now if it has none. */
  intern(word: string): number
  /** The number of a folded word, -1 if it has none. */
  find(word: string): number
  word(number: number): string
  /** The feature of the word's stem. */
  feature(number: number): number
  /** The feature of a word's stem although the word itself was never seen, -1 if the stem was not either. */
  featureOfStem(word: string): number
  role(number: number): Role
  /** Counts the entries' uses of a word up or down. */
  use(number: number, by: number): void
  uses(number: number): number
  readonly size: () => number
}

export type Features = { next(): number; readonly count: () => number }

/** Hands out the numbers of features: stems, concepts, places, themes and the rest share them. */
export function makeFeatures(): Features {
  let given = 0
  return { next: () => given++, count: () => given }
}

export function makeVocabulary(features: Features): Vocabulary {
  const numbers = new Map<string, number>()
  const words: string[] = []
  const roles: Role[] = []
  const featureOf: number[] = []
  const used: number[] = []
  const stems = new Map<string, number>()

  const stemFeature = (word: string) => {
    const root = stem(word)
    const known = stems.get(root)
    if (known !== undefined) return known
    const feature = features.next()
    stems.set(root, feature)
    return feature
  }
  return {
    intern(word) {
      const known = numbers.get(word)
      if (known !== undefined) return known
      numbers.set(word, words.length)
      roles.push(roleOf(word))
      featureOf.push(stemFeature(word))
      used.push(0)
      return words.push(word) - 1
    },
    find: word => numbers.get(word) ?? -1,
    word: number => words[number] ?? '',
    feature: number => featureOf[number] ?? -1,
    featureOfStem: word => stems.get(stem(word)) ?? -1,
    role: number => roles[number] ?? 'content',
    use: (number, by) => {
      used[number] = (used[number] ?? 0) + by
    },
    uses: number => used[number] ?? 0,
    size: () => words.length,
  }
}

const roleOf = (word: string): Role => (POINTERS.en.has(word) ? 'pointer' : SMALL_WORDS.en.has(word) ? 'small' : 'content')
