/** Purpose: postings and phrases remember exactly what they were told, in whatever order. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PhraseTrie } from '../../../src/library/search/phrase-trie.ts'
import { numberOf, Postings, weightOf } from '../../../src/library/search/postings.ts'

const step = fc.record({ add: fc.boolean(), feature: fc.nat(6), slot: fc.nat(40), weight: fc.integer({ min: 1, max: 4095 }) })

test('postings are what a map of maps would be', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), steps => {
      const postings = new Postings()
      const plain = new Map<string, number>()
      for (const { add, feature, slot, weight } of steps) {
        const key = `${feature}/${slot}`
        if (add && !plain.has(key)) {
          postings.add(feature, slot, weight)
          plain.set(key, weight)
        } else if (!add) {
          postings.remove(feature, slot)
          plain.delete(key)
        }
      }
      for (let feature = 0; feature <= 6; feature++) expect(listOf(postings, feature)).toEqual(plainList(plain, feature))
    }),
  )
})

test('the longest phrase with an accepted value wins', () => {
  const trie = new PhraseTrie()
  trie.add([7], 1)
  trie.add([7, 8], 2)
  trie.add([7, 8, 9], 3)
  trie.add([7, 8], 4)
  expect(trie.longest([0, 7, 8, 5], 1, () => true)).toEqual({ end: 3, values: [2, 4] })
  expect(trie.longest([7, 8, 9], 0, value => value < 3)).toEqual({ end: 2, values: [2] })
  expect(trie.longest([8, 9], 0, () => true)).toBeUndefined()
  expect(trie.longest([-1, 7], 0, () => true)).toBeUndefined()
})

test('ten thousand phrases are all found again', () => {
  const trie = new PhraseTrie()
  const path = (number: number) => [number % 97, number % 89, number]
  for (let number = 0; number < 10_000; number++) trie.add(path(number), number)
  const lost = Array.from({ length: 10_000 }, (_, number) => number).filter(
    number => trie.longest(path(number), 0, () => true)?.values[0] !== number,
  )
  expect(lost).toEqual([])
})

function listOf(postings: Postings, feature: number): [number, number][] {
  const { block, start, end } = postings.list(feature)
  return Array.from(block.subarray(start, end), (packed): [number, number] => [numberOf(packed), weightOf(packed)])
}

const plainList = (plain: ReadonlyMap<string, number>, feature: number): [number, number][] =>
  [...plain]
    .map(([key, weight]): [number, number, number] => [Number(key.split('/')[0]), Number(key.split('/')[1]), weight])
    .filter(([held]) => held === feature)
    .map(([, slot, weight]): [number, number] => [slot, weight])
    .sort((a, b) => a[0] - b[0])
