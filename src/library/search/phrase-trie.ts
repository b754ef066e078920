/** Purpose: find the longest known phrase at a position, over word numbers. One open-addressed table of typed arrays holds all edges. */

import { int32, roomFor } from './growing.ts'

export type Phrase = { readonly end: number; readonly values: readonly number[] }

const NONE: readonly number[] = []

export class PhraseTrie {
  #edges = new Float64Array(1 << 12)
  #targets = new Int32Array(1 << 12)
  #nodes = 1
  /** The nodes of first words, by word: most words begin no phrase, and this says so fastest. */
  #firsts = new Int32Array(1 << 12)
  /** By node: what the phrase that ends there means. */
  readonly #values: (number[] | undefined)[] = []

  /** Adds a phrase; `value` is remembered for it, several values for one phrase all are. */
  add(path: readonly number[], value: number): void {
    const [first = 0, ...rest] = path
    let node = this.#begin(first)
    for (const word of rest) node = this.#step(node, word)
    const there = this.#values[node]
    if (!there) this.#values[node] = [value]
    else if (!there.includes(value)) there.push(value)
  }

  begins(word: number): boolean {
    return (this.#firsts[word] ?? 0) !== 0
  }

  /** The end (exclusive) and the accepted values of the longest phrase that starts at `from` and has any. */
  longest(path: ArrayLike<number>, from: number, accepts: (value: number) => boolean): Phrase | undefined {
    let node = this.#firsts[path[from] ?? -1] ?? 0
    let end = 0
    let last = NONE
    for (let at = from; node !== 0 && at < path.length; node = this.#follow(node, path[++at] ?? -1)) {
      const values = this.#values[node]
      if (!values?.some(accepts)) continue
      end = at + 1
      last = values
    }
    return end === 0 ? undefined : { end, values: last.filter(accepts) }
  }

  #follow(node: number, word: number): number {
    return word < 0 ? 0 : (this.#targets[this.#slot(edgeOf(node, word))] ?? 0)
  }

  #begin(word: number): number {
    this.#firsts = roomFor(this.#firsts, word, int32)
    this.#firsts[word] ||= this.#newNode()
    return this.#firsts[word] ?? 0
  }

  #step(node: number, word: number): number {
    const known = this.#follow(node, word)
    if (known !== 0) return known
    if (this.#nodes * 2 > this.#edges.length) this.#grow()
    const slot = this.#slot(edgeOf(node, word))
    this.#edges[slot] = edgeOf(node, word)
    const next = this.#newNode()
    this.#targets[slot] = next
    return next
  }

  #newNode(): number {
    this.#nodes++
    this.#values[this.#nodes] = undefined
    return this.#nodes
  }

  #slot(edge: number): number {
    const last = this.#edges.length - 1
    let slot = (Math.imul(edge % 4294967296, 0x9e3779b1) ^ Math.imul(Math.floor(edge / 4294967296) + 1, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & last
    while (this.#edges[slot] !== 0 && this.#edges[slot] !== edge) slot = (slot + 1) & last
    return slot
  }

  #grow(): void {
    const [edges, targets] = [this.#edges, this.#targets]
    this.#edges = new Float64Array(edges.length * 2)
    this.#targets = new Int32Array(edges.length * 2)
    edges.forEach((edge, at) => {
      if (edge === 0) return
      const slot = this.#slot(edge)
      this.#edges[slot] = edge
      this.#targets[slot] = targets[at] ?? 0
    })
  }
}

/** A node and a word make one number: words stay below 2^22, nodes below 2^31. */
const edgeOf = (node: number, word: number) => node * 4194304 + word + 1
