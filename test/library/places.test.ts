/** Purpose: people name a place in their own words, and every place knows what it lies in. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadPlaces, type Place, type PlaceLanguage } from '../../src/library/places.ts'

const places = await loadPlaces()
const ids = (found: readonly Place[]) => found.map(({ id }) => id)
const anyPlace = fc.constantFrom(...places.all)

describe('somebody names a place', () => {
  const SAID: Readonly<Record<string, string>> = {
    'lat am': 'latin-america',
    LATAM: 'latin-america',
    "afrique de l'ouest": 'west-africa',
    'afrique de l’Ouest': 'west-africa',
    'América Latina': 'latin-america',
    MENA: 'middle-east-and-north-africa',
    SEA: 'south-east-asia',
    suede: 'sweden',
    suédoises: 'sweden',
    السويد: 'sweden',
    سويد: 'sweden',
    'les Pays-Bas': 'netherlands',
    'U.S.': 'united-states',
    usa: 'united-states',
    UK: 'united-kingdom',
    DRC: 'democratic-republic-of-the-congo',
    marroquíes: 'morocco',
    'côte d’ivoire': 'cote-d-ivoire',
    'Ivory Coast': 'cote-d-ivoire',
    Turkey: 'turkey',
    burma: 'myanmar',
    NYC: 'new-york',
    'new york': 'new-york',
    'Nueva York': 'new-york',
    Washington: 'washington-dc',
  }
  test.each(Object.entries(SAID))('%s is %s', (said, meant) => expect(ids(places.find(said))[0]).toBe(meant))

  const MISTYPED = {
    Barcelonna: 'barcelona',
    Frnace: 'france',
    'San Fransisco': 'san-francisco',
    Philipines: 'philippines',
    maroccans: 'morocco',
  }
  test.each(Object.entries(MISTYPED))('%s, mistyped, is %s', (typed, meant) => expect(ids(places.find(typed))[0]).toBe(meant))

  test.each(['xyzzy', 'pizza', 'migrants', 'schools', '', '   ', '?!', '🦆', 'a'.repeat(10_000)])('%j is no place', typed => {
    expect(places.find(typed)).toEqual([])
  })

  test('the beginning of a name offers all that begin so, the shortest first', () => {
    expect(ids(places.find('united')).slice(0, 2)).toEqual(['united-states', 'united-kingdom'])
    expect(ids(places.find('barc'))).toEqual(['barcelona'])
  })

  test('a word in a name is enough, and one that names two places gives both', () => {
    expect(ids(places.find('emirates'))).toContain('united-arab-emirates')
    expect(ids(places.find('congo'))).toEqual(expect.arrayContaining(['democratic-republic-of-the-congo', 'republic-of-the-congo']))
  })

  test('an exact name comes before longer and similar ones', () => {
    expect(ids(places.find('niger')).slice(0, 2)).toEqual(['niger', 'nigeria'])
    expect(ids(places.find('guinea'))[0]).toBe('guinea')
    expect(ids(places.find('mexico'))[0]).toBe('mexico')
  })

  test('a code counts in capitals only, for `in` and `so` are words', () => {
    expect(ids(places.find('SE'))[0]).toBe('sweden')
    expect(ids(places.find('SO'))[0]).toBe('somalia')
    expect(ids(places.find('SE'))).not.toEqual(ids(places.find('se')))
  })

  test('every place is found first by its id', () => {
    fc.assert(fc.property(anyPlace, ({ id }) => ids(places.find(id))[0] === id))
  })

  test('every place is found by its name in every language, in any case, with or without accents', () => {
    const languages = fc.constantFrom<PlaceLanguage>('en', 'fr', 'es', 'pt', 'ar')
    const writing = fc.constantFrom<(name: string) => string>(
      name => name,
      name => name.toUpperCase(),
      name => ` ${name.toLowerCase()} `,
      name => name.normalize('NFD').replace(/\p{M}/gu, ''),
    )
    fc.assert(
      fc.property(anyPlace, languages, writing, (place, language, write) => places.find(write(place.names[language])).includes(place)),
    )
  })

  test('everything that people also say finds the place', () => {
    const said = places.all.flatMap(place => place.also.map(text => ({ text, place })))
    fc.assert(
      fc.property(fc.constantFrom(...said), ({ text, place }) => places.find(text).includes(place)),
      { numRuns: 300 },
    )
  })

  test('whatever is typed, the answer is a list without repetitions', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), typed => {
        const found = ids(places.find(typed))
        expect(new Set(found).size).toBe(found.length)
      }),
    )
  })
})

describe('what lies in what', () => {
  const around = (id: string) => places.get(id)?.within ?? []

  test('a city lies in its province, its country and all regions of that', () => {
    expect(around('quito')).toEqual(expect.arrayContaining(['pichincha', 'ecuador', 'south-america', 'latin-america', 'americas']))
    expect(around('quito')[0]).toBe('pichincha')
    expect(around('barcelona')).toEqual(expect.arrayContaining(['catalonia', 'spain', 'southern-europe', 'european-union', 'europe']))
  })

  test('Mexico lies in North America and in Latin America', () => {
    expect(around('mexico')).toEqual(expect.arrayContaining(['north-america', 'latin-america']))
  })

  test('everything around what a place lies in lies around the place, and nothing lies in itself', () => {
    fc.assert(
      fc.property(anyPlace, ({ id, within }) => {
        expect(within).not.toContain(id)
        for (const outer of within) expect(within).toEqual(expect.arrayContaining([...around(outer)]))
      }),
    )
  })

  test('every city and area lies in a country, and every inhabited country in a region', () => {
    const lonely = places.all.filter(({ kind, within }) => {
      const kinds = within.map(id => places.get(id)?.kind)
      return kind === 'city' || kind === 'area' ? !kinds.includes('country') : kind === 'country' && !kinds.includes('region')
    })
    expect(ids(lonely)).toEqual(['antarctica', 'bouvet-island', 'french-southern-territories', 'heard-and-mcdonald-islands'])
  })
})

describe('the countries', () => {
  test('all of ISO 3166 are there, and Kosovo', () => {
    expect(
      places.all
        .flatMap(({ code }) => code ?? [])
        .sort()
        .join(' '),
    ).toBe(ISO_3166)
  })

  test('their names follow from their codes', () => {
    expect(places.get('sweden')?.names).toEqual({ en: 'Sweden', fr: 'Suède', es: 'Suecia', pt: 'Suécia', ar: 'السويد' })
  })

  test('unless the tables give another', () => {
    expect(places.get('democratic-republic-of-the-congo')?.names.en).toBe('Democratic Republic of the Congo')
  })

  test('brackets stand for endings', () => {
    expect(places.get('sweden')?.also).toEqual(expect.arrayContaining(['swede', 'swedes', 'suédoise', 'suédoises']))
    expect(places.all.flatMap(({ also }) => also).filter(text => /[()|]/.test(text))).toEqual([])
  })
})

const ISO_3166 = [
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ',
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR',
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP',
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ',
  'NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW',
  'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ',
  'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW',
].join(' ')
