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
    for (const key of keys) expect({ key, names: names(catalogue[key]) }).toEqual({ key, names: names(english(key)) })
  })

  test('uses ’ and not the straight apostrophe, which ICU takes for a quotation', () => {
    expect(keys.filter(key => catalogue[key]?.includes("'"))).toEqual([])
  })

  test('is not English left as it was', () => {
    if (language === 'en') return
    const long = keys.filter(key => wordsOf(english(key)).length > 4)
    expect(long.filter(key => catalogue[key] === english(key))).toEqual([])
  })
})

const english = (key: string): string | undefined => Object.entries(CATALOGUES.en).find(([name]) => name === key)?.[1]
/** The words of a sentence itself, without its values. */
const wordsOf = (message = '') => message.replace(/\{[^}]*\}|<[^>]*>/g, ' ').match(/\p{L}{2,}/gu) ?? []

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
