/** Purpose: the lexicon is read fast in its plain form, by the YAML parser in any other, and its mistakes are named. */
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { LEXICON_LANGUAGES, loadLexicon, readLexicon } from '../../src/library/lexicon.ts'
import { readPlainLexicon } from '../../src/library/lexicon-lines.ts'

const plain = '- concept: school\n  narrow:\n    en: [school, "yes, really"]\n    fr: [école]\n  wide:\n    en: [class]\n'

describe('the seed', () => {
  const seed = readFile(new URL('../../seeds/lexicon.yaml', import.meta.url), 'utf8')

  test('is in the plain form, and means there what it means to YAML', async () => {
    expect(readPlainLexicon(await seed)).toEqual(parse(await seed))
  })

  test('has words for every concept in every language', async () => {
    const lexicon = await loadLexicon()
    expect(lexicon.length).toBeGreaterThan(300)
    const without = lexicon.flatMap(({ concept, narrow }) =>
      LEXICON_LANGUAGES.filter(language => narrow[language].length === 0).map(language => `${concept} ${language}`),
    )
    expect(without).toEqual([])
  })
})

test('missing lists are empty ones', () => {
  expect(readLexicon(plain)[0]).toMatchObject({
    concept: 'school',
    aside: false,
    narrow: { fr: ['école'], ar: [] },
    wide: { en: ['class'], pt: [] },
  })
})

test.each([
  ['a remark behind a list', plain.replace('[école]', '[école] # a remark')],
  ['a list in lines', '- concept: school\n  narrow:\n    en:\n      - school\n'],
  ['single quotes', plain.replace('école', "'école'")],
  ['a word that YAML reads as true', plain.replace('école', 'yes: no')],
])('%s is left to the YAML parser', (_, text) => {
  expect(readPlainLexicon(text)).toBeUndefined()
})

test('a list in lines reads as well', () => {
  expect(readLexicon('- concept: school\n  narrow:\n    en:\n      - school\n')[0]?.narrow.en).toEqual(['school'])
})

test.each([
  ['the concept school stands there twice', plain + plain],
  ['0: narrow', '- concept: school\n'],
  ['Unrecognized key', '- concept: school\n  narrow:\n    de: [Schule]\n'],
  ['a slug', '- concept: "Big School"\n  narrow:\n    en: [school]\n'],
  ['not readable as YAML', '- concept: [\n'],
])('%s is named', (mistake, text) => {
  expect(() => readLexicon(text)).toThrow(mistake)
})
