/** Purpose: numbers for words, found in plain text where they stand: no word is cut out that is known already, which is most of indexing. */

// A word is known by 64 bits of hash: to compare its letters too would mean to fetch them from far away in memory, a third of all the time.
// Two of a million words are taken for each other with a chance of 1 in 30 million.
export class WordTable {
  readonly words: string[] = []
  /** Open-addressed, in fours: a word's number + 1 or 0, both hashes, and nothing, so that each lies in one line of the cache. */
  #slots = new Int32Array(1 << 16)

  /** The number of a folded word, -1 if it has none. */
  find(word: string): number {
    const { first, second } = hashesOf(word)
    return (this.#slots[this.#slotOf(first, second)] ?? 0) - 1
  }

  /** The same, given one now if it has none. */
  number(word: string): number {
    const { first, second } = hashesOf(word)
    return this.#numberAt(word, 0, word.length, first, second)
  }

  /** The numbers of the words of a plain text, in order; undefined if it has letters beyond ASCII, or figures with a mark in them. */
  readPlain(text: string): number[] | undefined {
    const numbers: number[] = []
    let from = -1
    let [first, second] = [FIRST_BASIS, SECOND_BASIS]
    for (let at = 0; at <= text.length; at++) {
      const code = at < text.length ? text.charCodeAt(at) : 0
      if (code > LAST_ASCII) return undefined
      const letter = letterOf(code)
      if (letter !== 0) {
        if (from < 0) from = at
        first = Math.imul(first ^ letter, FIRST_PRIME)
        second = Math.imul(second ^ letter, SECOND_PRIME)
        continue
      }
      if (from < 0) continue
      if ((code === COMMA || code === POINT) && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))) return undefined
      // Single letters count for nothing, see words.ts.
      if (at - from > 1 || isDigit(text.charCodeAt(from))) numbers.push(this.#numberAt(text, from, at, finish(first), second))
      from = -1
      first = FIRST_BASIS
      second = SECOND_BASIS
    }
    return numbers
  }

  #numberAt(text: string, from: number, to: number, first: number, second: number): number {
    const slot = this.#slotOf(first, second)
    const known = this.#slots[slot] ?? 0
    if (known !== 0) return known - 1
    const number = this.words.length
    this.words.push(text.slice(from, to).toLowerCase())
    this.#slots[slot] = number + 1
    this.#slots[slot + 1] = first
    this.#slots[slot + 2] = second
    if (this.words.length * 8 > this.#slots.length) this.#grow()
    return number
  }

  #slotOf(first: number, second: number): number {
    const slots = this.#slots
    const last = slots.length - 1
    let slot = (first << 2) & last
    while (slots[slot] !== 0 && (slots[slot + 1] !== first || slots[slot + 2] !== second)) slot = (slot + 4) & last
    return slot
  }

  #grow(): void {
    const before = this.#slots
    this.#slots = new Int32Array(before.length * 2)
    for (let at = 0; at < before.length; at += 4) {
      if (before[at] !== 0) this.#slots.set(before.subarray(at, at + 4), this.#slotOf(before[at + 1] ?? 0, before[at + 2] ?? 0))
    }
  }
}

const UPPER_A = 65
const UPPER_Z = 90
const LOWER_A = 97
const LOWER_Z = 122
const ZERO = 48
const NINE = 57
const COMMA = 44
const POINT = 46
const LAST_ASCII = 127

/** A letter or digit in lower case, anything beyond ASCII as it is, 0 for what parts words. */
function letterOf(code: number): number {
  if (code >= LOWER_A && code <= LOWER_Z) return code
  if (code >= UPPER_A && code <= UPPER_Z) return code + 32
  return isDigit(code) || code > LAST_ASCII ? code : 0
}

const isDigit = (code: number) => code >= ZERO && code <= NINE

// FNV-1a, twice, with different numbers.
const [FIRST_BASIS, FIRST_PRIME] = [0x811c9dc5 | 0, 0x01000193]
const [SECOND_BASIS, SECOND_PRIME] = [0x2f0b4c47, 0x5bd1e995]

function hashesOf(word: string): { readonly first: number; readonly second: number } {
  let [first, second] = [FIRST_BASIS, SECOND_BASIS]
  for (let at = 0; at < word.length; at++) {
    const letter = letterOf(word.charCodeAt(at))
    first = Math.imul(first ^ letter, FIRST_PRIME)
    second = Math.imul(second ^ letter, SECOND_PRIME)
  }
  return { first: finish(first), second }
}

const finish = (hash: number) => hash ^ (hash >>> 15)
