/** Purpose: numbers for words, found in plain text where they stand: no word is cut out that is known already, which is most of indexing. */

const UPPER_A = 65
const UPPER_Z = 90
const LOWER_A = 97
const LOWER_Z = 122
const ZERO = 48
const COMMA = 44
const POINT = 46
const NINE = 57

export class WordTable {
  readonly words: string[] = []
  /** Open-addressed, in pairs: a word's number + 1, or 0, and its hash. */
  #slots = new Int32Array(1 << 15)

  /** The number of a folded word, -1 if it has none. */
  find(word: string): number {
    return (this.#slots[this.#slotOf(word, 0, word.length, hashOf(word, 0, word.length))] ?? 0) - 1
  }

  /** The same, given one now if it has none. */
  number(word: string): number {
    return this.#numberAt(word, 0, word.length, hashOf(word, 0, word.length))
  }

  /** The numbers of the words of a plain text, in order; undefined if it has letters beyond ASCII, or figures with a mark in them. */
  readPlain(text: string): number[] | undefined {
    const numbers: number[] = []
    let from = -1
    let hash = BASIS
    for (let at = 0; at <= text.length; at++) {
      const code = at < text.length ? text.charCodeAt(at) : 0
      if (code > LAST_ASCII) return undefined
      const letter = letterOf(code)
      if (letter !== 0) {
        if (from < 0) from = at
        hash = Math.imul(hash ^ letter, PRIME)
        continue
      }
      if (from < 0) continue
      if ((code === COMMA || code === POINT) && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))) return undefined
      // Single letters count for nothing, see words.ts.
      if (at - from > 1 || isDigit(text.charCodeAt(from))) numbers.push(this.#numberAt(text, from, at, finish(hash)))
      from = -1
      hash = BASIS
    }
    return numbers
  }

  #numberAt(text: string, from: number, to: number, hash: number): number {
    const slot = this.#slotOf(text, from, to, hash)
    const known = this.#slots[slot] ?? 0
    if (known !== 0) return known - 1
    const number = this.words.length
    this.words.push(text.slice(from, to).toLowerCase())
    this.#slots[slot] = number + 1
    this.#slots[slot + 1] = hash
    if (this.words.length * 4 > this.#slots.length) this.#grow()
    return number
  }

  #slotOf(text: string, from: number, to: number, hash: number): number {
    const slots = this.#slots
    const last = slots.length - 1
    let slot = (hash << 1) & last
    for (let number = slots[slot] ?? 0; number !== 0; number = slots[slot] ?? 0) {
      if (slots[slot + 1] === hash && isSame(this.words[number - 1] ?? '', text, from, to)) return slot
      slot = (slot + 2) & last
    }
    return slot
  }

  #grow(): void {
    const before = this.#slots
    this.#slots = new Int32Array(before.length * 2)
    const last = this.#slots.length - 1
    for (let at = 0; at < before.length; at += 2) {
      if (before[at] === 0) continue
      let slot = ((before[at + 1] ?? 0) << 1) & last
      while (this.#slots[slot] !== 0) slot = (slot + 2) & last
      this.#slots[slot] = before[at] ?? 0
      this.#slots[slot + 1] = before[at + 1] ?? 0
    }
  }
}

// FNV-1a
const BASIS = 0x811c9dc5
const PRIME = 0x01000193
const LAST_ASCII = 127

/** A letter or digit in lower case, anything beyond ASCII as it is, 0 for what parts words. */
function letterOf(code: number): number {
  if (code >= LOWER_A && code <= LOWER_Z) return code
  if (code >= UPPER_A && code <= UPPER_Z) return code + 32
  return isDigit(code) || code > 127 ? code : 0
}

const isDigit = (code: number) => code >= ZERO && code <= NINE

function hashOf(text: string, from: number, to: number): number {
  let hash = BASIS
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ letterOf(text.charCodeAt(at)), PRIME)
  return finish(hash)
}

const finish = (hash: number) => hash ^ (hash >>> 15)

function isSame(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== letterOf(text.charCodeAt(from + at))) return false
  return true
}
