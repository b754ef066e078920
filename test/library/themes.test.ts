/** Purpose: people name a theme in their own words, and editors learn what is wrong with their list. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadThemes, readThemes, type Theme } from '../../src/library/themes.ts'
import type { Language } from '../../src/locales/say.ts'

const themes = await loadThemes()
const ids = (found: readonly Theme[]) => found.map(({ id }) => id)

describe('somebody names a theme', () => {
  const SAID: Readonly<Record<string, string>> = {
    'education-and-schools': 'education-and-schools',
    'Education and schools': 'education-and-schools',
    schools: 'education-and-schools',
    school: 'education-and-schools',
    shcools: 'education-and-schools',
    écoles: 'education-and-schools',
    escuelas: 'education-and-schools',
    المدارس: 'education-and-schools',
    مدارس: 'education-and-schools',
    'les écoles': 'education-and-schools',
    'hate speach': 'hate-speech-and-hate-crime',
    media: 'media',
    work: 'work-and-labour-rights',
    law: 'national-policy-and-law',
    Xenofobia: 'xenophobia-and-racism',
  }
  test.each(Object.entries(SAID))('%s is %s', (said, meant) => expect(ids(themes.find(said))[0]).toBe(meant))

  test.each(['xyzzy', 'pizza', '', ' ', '🦆', 'a'.repeat(10_000)])('%j is no theme', typed => expect(themes.find(typed)).toEqual([]))

  test('a word of several themes offers them all', () => {
    expect(ids(themes.find('rights'))).toEqual(expect.arrayContaining(['work-and-labour-rights', 'human-rights-and-protection']))
  })

  test('every theme is found first by its id and by its name in every language', () => {
    const language = fc.constantFrom<Language>('en', 'fr', 'es', 'ar')
    fc.assert(
      fc.property(fc.constantFrom(...themes.all), language, (theme, spoken) => {
        expect(themes.find(theme.id)[0]).toBe(theme)
        expect(themes.find(theme.names[spoken])[0]).toBe(theme)
      }),
    )
  })

  test('one typing mistake in a long name changes nothing', () => {
    const mistyped = fc.tuple(fc.constantFrom(...themes.all.filter(({ names }) => names.en.length > 12)), fc.nat())
    fc.assert(
      fc.property(mistyped, ([theme, at]) => {
        const place = 1 + (at % (theme.names.en.length - 1))
        expect(themes.find(`${theme.names.en.slice(0, place)}x${theme.names.en.slice(place)}`)).toContain(theme)
      }),
    )
  })
})

describe('an editor makes mistakes', () => {
  const good = 'media: { en: Media, fr: Médias, es: Medios, ar: الإعلام }'

  test('none here', () => expect(readThemes(good).get('media')?.names.fr).toBe('Médias'))

  test('and hears of all at once: theme, language, and what was expected', () => {
    const wrong = [
      good,
      'health: { en: Health, fr: Santé, es: "", ar: الصحة }',
      'Housing: { en: Housing, fr: Logement, es: Vivienda, ar: السكن }',
    ]
    expect(() => readThemes([...wrong, 'law: { en: Law }'].join('\n'))).toThrow(
      [
        'The starter library has 5 mistake(s):',
        '  themes.yaml: health: es: expected a name',
        '  themes.yaml: Housing: expected an id of small letters and hyphens, such as hate-speech',
        '  themes.yaml: law: fr: expected a name',
        '  themes.yaml: law: es: expected a name',
        '  themes.yaml: law: ar: expected a name',
      ].join('\n'),
    )
  })

  test('a theme that stands twice, or no YAML at all', () => {
    expect(() => readThemes(`${good}\n${good}`)).toThrow('not readable as YAML')
    expect(() => readThemes('a: b: c')).toThrow('not readable as YAML')
    expect(() => readThemes('just words')).toThrow('expected themes by their ids')
  })
})
