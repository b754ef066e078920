/** Purpose: a number for every word, and a feature for every stem; words that no entry uses any more are known to be unused. */
import { POINTERS, SMALL_WORDS } from './languages.ts'
import { stem } from './stem.ts'
import { WordTable } from './word-table.ts'
import { foldedWordsOf } from './words.ts'

/** What a word is for indexing: something to find, too small to find, or a mere pointer that phrases leave out. */
export type Role = 'content' | 'small' | 'pointer'

const UNKNOWN = -2

/** Hands out the numbers of features: stems, concepts, places, themes and the rest share them. */
export class Features {
  #given = 0
  next(): number {
    return this.#given++
  }
}

export class Vocabulary {
  readonly #features: Features
  readonly #table = new WordTable()
  readonly #roles: Role[] = []
  readonly #featureOf: number[] = []
  readonly #uses: number[] = []
  readonly #stems = new Map<string, number>()

  constructor(features: Features) {
    this.#features = features
  }

  get size(): number {
    return this.#table.words.length
  }

  /** The number of a folded word, given now if it has none. */
  intern(word: string): number {
    const number = this.#table.number(word)
    this.#learnNew()
    return number
  }

  /** The numbers of all words of a text, given now where they have none. */
  read(text: string): number[] {
    const numbers = this.#table.readPlain(text)
    this.#learnNew()
    return numbers ?? foldedWordsOf(text).map(word => this.intern(word))
  }

  /** The number of a folded word, -1 if it has none. */
  find(word: string): number {
    return this.#table.find(word)
  }

  word(number: number): string {
    return this.#table.words[number] ?? ''
  }

  role(number: number): Role {
    return this.#roles[number] ?? 'content'
  }

  /** The feature of the word's stem. Stemming waits until somebody asks: the lexicon's foreign words never need it. */
  feature(number: number): number {
    const known = this.#featureOf[number] ?? -1
    if (known !== UNKNOWN) return known
    const feature = this.#stemFeature(this.word(number))
    this.#featureOf[number] = feature
    return feature
  }

  /** The feature of a word's stem although the word itself may be new, -1 if the stem is new too. */
  featureOfStem(word: string): number {
    return this.#stems.get(stem(word)) ?? -1
  }

  /** Counts the entries' uses of a word up or down. */
  use(number: number, by: number): void {
    this.#uses[number] = (this.#uses[number] ?? 0) + by
  }

  uses(number: number): number {
    return this.#uses[number] ?? 0
  }

  #learnNew(): void {
    while (this.#roles.length < this.size) {
      this.#roles.push(roleOf(this.word(this.#roles.length)))
      this.#featureOf.push(UNKNOWN)
      this.#uses.push(0)
    }
  }

  #stemFeature(word: string): number {
    const root = stem(word)
    const known = this.#stems.get(root)
    if (known !== undefined) return known
    const feature = this.#features.next()
    this.#stems.set(root, feature)
    return feature
  }
}

const roleOf = (word: string): Role => (POINTERS.en.has(word) ? 'pointer' : SMALL_WORDS.en.has(word) ? 'small' : 'content')
