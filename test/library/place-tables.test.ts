/** Purpose: an editor of the tables of places hears of every mistake at once, in words that say how to mend it. */
import { describe, expect, test } from 'vitest'
import { readPlaces } from '../../src/library/places.ts'
import { SeedMistakes } from '../../src/library/read-seeds.ts'

describe('an editor makes mistakes', () => {
  const complain = (text: string) => {
    try {
      readPlaces(text)
    } catch (error) {
      if (error instanceof SeedMistakes) return error.mistakes
      throw error
    }
    return []
  }

  test('none in tables that are right', () => expect(complain(tables({}))).toEqual([]))

  test('and hears of all at once: place, column, and what was expected', () => {
    const wrong = tables({
      countries: ['atlantis | QQ | europe | ', 'spain | ES | narnia | spanish,, spaniard', 'iberia | ES | europe | '],
      cities: ['Quito | spain | Quito | | | | كيتو | ', 'madrid | spain | | | | | مدريد | ', 'spain | spain | Spain | | | | إسبانيا | '],
    })
    expect(complain(wrong)).toEqual([
      'places.yaml: atlantis: code: expected two letters of ISO 3166, such as SE, got QQ',
      'places.yaml: spain: also: expected a word between two commas, got spanish,, spaniard',
      'places.yaml: Quito: place: expected small letters and hyphens, such as new-york, got Quito',
      'places.yaml: madrid: en: expected a name, got nothing',
      'places.yaml: spain: lies in: expected places that do not themselves lie in it, got spain',
    ])
  })

  test('an unknown, a smaller, or a circular surrounding', () => {
    const wrong = tables({
      regions: ['europe | asia | Europe | | | | أوروبا | ', 'asia | europe | Asia | | | | آسيا | '],
      countries: ['spain | ES | narnia | ', 'france | FR | paris | '],
      cities: ['paris | france | Paris | | | | باريس | '],
    })
    expect(complain(wrong)).toEqual([
      'places.yaml: europe: lies in: expected places that do not themselves lie in it, got asia',
      'places.yaml: asia: lies in: expected places that do not themselves lie in it, got europe',
      'places.yaml: spain: lies in: expected the id of a place that is as large or larger, got narnia',
      'places.yaml: france: lies in: expected the id of a place that is as large or larger, got paris',
      'places.yaml: france: lies in: expected places that do not themselves lie in it, got paris',
      'places.yaml: paris: lies in: expected places that do not themselves lie in it, got france',
    ])
  })

  test('the same id or the same code twice', () => {
    const wrong = tables({ countries: ['spain | ES | europe | ', 'iberia | ES | europe | ', 'europe | FR | europe | '] })
    expect(complain(wrong)).toEqual(
      expect.arrayContaining([
        'places.yaml: europe: place: expected an id that no other place has, got europe',
        'places.yaml: spain: code: expected a code that no other place has, got ES',
      ]),
    )
  })

  test('a place that cannot be read is reported once, not for each city in it', () => {
    const wrong = tables({ countries: ['spain | QQ | europe | '], cities: ['madrid | spain | Madrid | | | | مدريد | '] })
    expect(complain(wrong)).toEqual(['places.yaml: spain: code: expected two letters of ISO 3166, such as SE, got QQ'])
  })

  test('a bar too many, a column by another name, another name for no country, a missing table, no YAML at all', () => {
    expect(complain(tables({ countries: ['spain | ES | europe | spanish | spaniard'] }))).toEqual([
      'places.yaml: spain: row: expected 4 columns, got 5',
    ])
    expect(complain(tables({}).replace('code', 'iso'))).toEqual([
      'places.yaml: countries: first line: expected place | code | lies in | also, got place | iso | lies in | also',
    ])
    expect(complain(tables({ names: ['atlantis | Atlantis | | | | أطلانتس'] }))).toEqual([
      'places.yaml: atlantis: place: expected the id of a country, got atlantis',
    ])
    expect(complain('regions: []')).toHaveLength(5)
    expect(complain('a: b: c')[0]).toContain('not readable as YAML')
  })
})

type Rows = { regions?: string[]; countries?: string[]; names?: string[]; cities?: string[] }

function tables({ regions = ['europe | | Europe | | | | أوروبا | '], countries = [], names = [], cities = [] }: Rows): string {
  const named = 'en | fr | es | pt | ar'
  const table = (title: string, head: string, rows: string[]) => [`${title}: |`, ...[head, ...rows].map(row => `  ${row}`)].join('\n')
  return [
    table('regions', `place | lies in | ${named} | also`, regions),
    table('countries', 'place | code | lies in | also', countries),
    table('country names', `place | ${named}`, names),
    table('areas', `place | lies in | ${named} | also`, []),
    table('cities', `place | lies in | ${named} | also`, cities),
  ].join('\n')
}
