/** Purpose: numbers for words, found in plain text where they stand: no word is cut out that is known already, which is most of indexing. */
import { roomFor, uint32 } from './growing.ts'

const UPPER_A = 65
const UPPER_Z = 90
const LOWER_A = 97
const LOWER_Z = 122
const ZERO = 48
const NINE = 57

export class WordTable {
  readonly words: string[] = []
  #hashes = new Uint32Array(1 << 12)
  /** Open-addressed: a word's number + 1, or 0. */
  #slots = new Int32Array(1 << 14)

  /** The number of a folded word, -1 if it has none. */
  find(word: string): number {
    return (this.#slots[this.#slotOf(word, 0, word.length, hashOf(word, 0, word.length))] ?? 0) - 1
  }

  /** The same, given one now if it has none. */
  number(word: string): number {
    return this.#numberAt(word, 0, word.length, hashOf(word, 0, word.length))
  }

  /** Calls with the number of each word of a plain text (no letters but a to z), in order. */
  read(text: string, call: (number: number) => void): void {
    let from = -1
    for (let at = 0; at <= text.length; at++) {
      const inside = at < text.length && letterOf(text.charCodeAt(at)) !== 0
      if (inside && from < 0) from = at
      if (inside || from < 0) continue
      // Single letters count for nothing, see words.ts.
      if (at - from > 1 || isDigit(text.charCodeAt(from))) call(this.#numberAt(text, from, at, hashOf(text, from, at)))
      from = -1
    }
  }

  #numberAt(text: string, from: number, to: number, hash: number): number {
    const slot = this.#slotOf(text, from, to, hash)
    const known = this.#slots[slot] ?? 0
    if (known !== 0) return known - 1
    const number = this.words.length
    this.words.push(text.slice(from, to).toLowerCase())
    this.#hashes = roomFor(this.#hashes, number, uint32)
    this.#hashes[number] = hash
    this.#slots[slot] = number + 1
    if (this.words.length * 2 > this.#slots.length) this.#grow()
    return number
  }

  #slotOf(text: string, from: number, to: number, hash: number): number {
    const last = this.#slots.length - 1
    let slot = hash & last
    for (let number = this.#slots[slot] ?? 0; number !== 0; number = this.#slots[slot] ?? 0) {
      if (this.#hashes[number - 1] === hash && isSame(this.words[number - 1] ?? '', text, from, to)) return slot
      slot = (slot + 1) & last
    }
    return slot
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2)
    const last = this.#slots.length - 1
    for (let number = 0; number < this.words.length; number++) {
      let slot = (this.#hashes[number] ?? 0) & last
      while (this.#slots[slot] !== 0) slot = (slot + 1) & last
      this.#slots[slot] = number + 1
    }
  }
}

/** A letter or digit in lower case, anything beyond ASCII as it is, 0 for what parts words. */
function letterOf(code: number): number {
  if (code >= LOWER_A && code <= LOWER_Z) return code
  if (code >= UPPER_A && code <= UPPER_Z) return code + 32
  return isDigit(code) || code > 127 ? code : 0
}

const isDigit = (code: number) => code >= ZERO && code <= NINE

function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ letterOf(text.charCodeAt(at)), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

function isSame(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== letterOf(text.charCodeAt(from + at))) return false
  return true
}
