/** Purpose: the starter library comes in once, is brought up to date, and never touches what a coalition wrote. */
import { describe, expect, test } from 'vitest'
import { loadStarter } from '../../src/library/load-starter.ts'
import { loadPlaces } from '../../src/library/places.ts'
import { parseSeeds, readSeedFiles, SeedMistakes } from '../../src/library/read-seeds.ts'
import { loadThemes } from '../../src/library/themes.ts'
import { ENGINES, freshDatabase } from '../support/engines.ts'
import { makeEntry } from '../support/make-entry.ts'

const [places, themes] = [await loadPlaces(), await loadThemes()]
const source = { id: 'test', title: 'Test', year: 2016, event: 'Test' }
const file = (...entries: ReturnType<typeof makeEntry>[]) => ({ name: 'test.yaml', text: JSON.stringify({ source, entries }) })
const load = (db: Parameters<typeof loadStarter>[0], ...files: ReturnType<typeof file>[]) =>
  loadStarter(db, files, () => parseSeeds(files, places, themes), 1)

describe.each(ENGINES)('$name', engine => {
  test('a second start changes nothing; a changed file changes just its entries', async () => {
    const db = await freshDatabase(engine)
    const [one, two, three] = [makeEntry({ id: 'P-001' }), makeEntry({ id: 'P-002' }), makeEntry({ id: 'P-003' })]
    expect(await load(db, file(one, two))).toEqual({ added: 2, changed: 0, removed: 0 })
    expect(await load(db, file(one, two))).toEqual({ added: 0, changed: 0, removed: 0 })
    expect(await load(db, file({ ...one, title: 'Another title' }, three))).toEqual({ added: 1, changed: 1, removed: 1 })
  })

  test('what a coalition edited itself stays', async () => {
    const db = await freshDatabase(engine)
    await load(db, file(makeEntry({ id: 'P-001' })))
    const own = { coalition_id: 7, id: 'P-001', kind: 'practice', body: '"ours"', fingerprint: 'x', updated_at: 1 }
    await db.insertInto('entries').values(own).execute()
    await load(db, file(makeEntry({ id: 'P-001', title: 'A new edition' })))
    expect(await db.selectFrom('entries').selectAll().where('coalition_id', '=', 7).executeTakeFirst()).toEqual(own)
  })

  test('a broken file changes nothing at all', async () => {
    const db = await freshDatabase(engine)
    await load(db, file(makeEntry({ id: 'P-001' })))
    await expect(load(db, file(makeEntry({ id: 'P-001', title: '' }), makeEntry({ id: 'P-002' })))).rejects.toThrow(SeedMistakes)
    expect(await db.selectFrom('entries').select('id').execute()).toEqual([{ id: 'P-001' }])
  })
})

test('all mistakes are named at once: file, entry, field, and what was expected', () => {
  const wrong = [
    makeEntry({ id: 'P-001', title: 'word '.repeat(13).trim(), themes: ['no-such-theme'] }),
    makeEntry({ id: 'R-002' }),
    makeEntry({ id: 'P-003', places: ['atlantis'] }),
    makeEntry({ id: 'P-003', summary: 'Too short.' }),
    makeEntry({ id: 'P-004', related: ['P-999'] }),
    makeEntry({ id: 'P-003' }),
  ]
  expect(() => parseSeeds([file(...wrong), { name: 'bad.yaml', text: 'source: [' }], places, themes)).toThrow(
    expect.objectContaining({
      mistakes: expect.arrayContaining([
        'test.yaml: P-001: title: expected at most 12 words',
        'test.yaml: R-002: id: expected the prefix of its kind, such as P for a practice',
        'test.yaml: P-003: summary: expected 25 to 100 words',
        expect.stringMatching(/^bad\.yaml: not readable as YAML: /),
      ]),
    }),
  )
})

describe('the library as shipped', async () => {
  const entries = parseSeeds(await readSeedFiles(new URL('../../seeds/library/', import.meta.url)), places, themes)

  test('has every kind, and several hundred entries of five documents', () => {
    expect(new Set(entries.map(({ kind }) => kind)).size).toBe(12)
    expect(new Set(entries.map(({ source }) => source.id)).size).toBe(5)
    expect(entries.length).toBeGreaterThan(500)
  })

  test('names no person: no titles before names, no e-mail addresses', () => {
    const text = JSON.stringify(entries)
    expect(text.match(/\b(Mr|Ms|Mrs|Dr|Prof)\.? [A-Z]/g)).toBeNull()
    expect(text.match(/[\w.]+@[\w.]+\.\w+/g)).toBeNull()
  })
})
