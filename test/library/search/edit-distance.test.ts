/** Purpose: the fast edit distance is the plain one, and its letter filter never turns a near word away. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance, lettersOf, mayBeNear } from '../../../src/library/search/edit-distance.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'é', 'م'), maxLength: 9 })

test('it counts as the definition does, up to the limit', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(plainDistance(a, b), limit + 1))
    }),
  )
})

test('the letter filter lets every near word through', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
      if (plainDistance(a, b) <= limit) expect(mayBeNear(lettersOf(a), lettersOf(b), limit)).toBe(true)
    }),
  )
})

test.each([
  ['colonge', 'cologne', 1],
  ['fourm', 'forum', 1],
  ['crme', 'crime', 1],
  ['xenofobia', 'xenophobia', 2],
])('%s is %s with %i mistakes', (typed, meant, mistakes) => {
  expect(editDistance(typed, meant, 3)).toBe(mistakes)
})

/** Optimal string alignment, written as it is defined. */
function plainDistance(a: string, b: string, i = a.length, j = b.length, known = new Map<string, number>()): number {
  if (i === 0 || j === 0) return i + j
  const key = `${i},${j}`
  const there = known.get(key)
  if (there !== undefined) return there
  const at = (x: number, y: number) => plainDistance(a, b, x, y, known)
  const ways = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)]
  if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(at(i - 2, j - 2) + 1)
  const least = Math.min(...ways)
  known.set(key, least)
  return least
}
