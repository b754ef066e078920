/** Purpose: whatever the words, pieces fit, nothing is lost but white space at the cuts, and no character is cut in half. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shorten, splitText } from '../../src/platforms/fit-text.ts'

const words = fc.string({ unit: 'grapheme', maxLength: 400 })
const max = fc.integer({ min: 20, max: 120 })
const graphemes = (text: string) => Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
const without = (text: string) => text.replace(/\s+/g, '')

describe('splitText', () => {
  test('pieces fit and together are the text', () => {
    fc.assert(
      fc.property(words, max, (text, size) => {
        const pieces = splitText(text, size)
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(size)
        expect(without(pieces.join(''))).toBe(without(text))
      }),
    )
  })

  test('a size of one’s own is kept, though it is longer than the text', () => {
    const escaped = (text: string) => text.replace(/[*<]/g, '&star;').length
    fc.assert(
      fc.property(fc.array(fc.constantFrom('*', '<', 'a', ' ', '👩‍👩‍👧')), max, (parts, size) => {
        for (const piece of splitText(parts.join(''), size, escaped)) expect(escaped(piece)).toBeLessThanOrEqual(size)
      }),
    )
  })

  test('no character is cut: families, flags, accents', () => {
    const text = '👩‍👩‍👧🇰🇪é'.repeat(30)
    const whole = new Set(graphemes(text))
    for (const piece of splitText(text, 25)) for (const part of graphemes(piece)) expect(whole).toContain(part)
  })

  test.each([20, 21, 25, 27, 50, 999])('addresses without a space between them stay whole, %i at a time', size => {
    const wall = 'https://a.example/x*'.repeat(60)
    const pieces = splitText(wall, size)
    expect(pieces.join('')).toBe(wall)
    for (const piece of pieces) expect(piece).toMatch(/^(https:\/\/a\.example\/x\*)+$/)
  })

  test('an address that is longer than a piece is cut', () => {
    const pieces = splitText(`see:https://a.example/${'x'.repeat(100)}`, 40)
    expect(pieces[0]).toBe('see:')
    expect(pieces.slice(1).join('')).toBe(`https://a.example/${'x'.repeat(100)}`)
  })

  test('one endless character is cut all the same', () => {
    const pieces = splitText(`a${'\u0301'.repeat(500)}`, 50)
    expect(pieces.every(piece => piece.length <= 50)).toBe(true)
    expect(pieces.join('')).toHaveLength(501)
  })

  test('cuts after a paragraph before a line, a sentence, a word; an address stays whole', () => {
    expect(splitText('First one.\n\nSecond one is longer.', 22)).toEqual(['First one.', 'Second one is longer.'])
    expect(splitText('One sentence. Another one here', 20)).toEqual(['One sentence.', 'Another one here'])
    expect(splitText('some words and more words', 12)).toEqual(['some words', 'and more', 'words'])
    expect(splitText('see https://example.org/a/long/path now', 32)).toEqual(['see', 'https://example.org/a/long/path', 'now'])
  })

  test('what fits stays as it is, also white space', () => {
    expect(splitText('  a  ', 10)).toEqual(['  a  '])
    expect(splitText('', 10)).toEqual([''])
  })
})

describe('shorten', () => {
  test('fits, and says that something was left out', () => {
    fc.assert(
      fc.property(words, max, (text, size) => {
        const label = shorten(text, size)
        expect(label.length).toBeLessThanOrEqual(size)
        expect(label === text || label.endsWith('…')).toBe(true)
      }),
    )
  })
})
