/** Purpose: every sentence exists in every language, can be compiled, and takes the same values. */
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { CATALOGUES, LANGUAGES } from '../../src/locales/say.ts'

const keys = Object.keys(CATALOGUES.en)

describe.each(LANGUAGES)('%s', language => {
  const catalogue: Readonly<Record<string, string>> = CATALOGUES[language]

  test('has every key, and no other', () => {
    expect(Object.keys(catalogue).sort()).toEqual([...keys].sort())
  })

  test('takes the same values and marks as English', () => {
    for (const key of keys)
      expect({ key, names: names(catalogue[key]) }).toEqual({ key, names: names(CATALOGUES.en[key as keyof typeof CATALOGUES.en]) })
  })

  test('uses ’ and not the straight apostrophe, which ICU takes for a quotation', () => {
    expect(keys.filter(key => catalogue[key]?.includes("'"))).toEqual([])
  })

  test('is not English left as it was', () => {
    if (language === 'en') return
    const long = keys.filter(key => (CATALOGUES.en[key as keyof typeof CATALOGUES.en] ?? '').split(' ').length > 4)
    expect(long.filter(key => catalogue[key] === CATALOGUES.en[key as keyof typeof CATALOGUES.en])).toEqual([])
  })
})

/** The values and marks that a sentence uses. */
const names = (message = ''): string[] => [...new Set(collect(parse(message)))].sort()

const collect = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap(element => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...collect(element.children)]
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return [element.value, ...Object.values(element.options).flatMap(option => collect(option.value))]
    return [element.value]
  })
