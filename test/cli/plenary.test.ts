/** Purpose: the command line, as an operator and as a script use it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newDataDir, plenary } from '../support/run-plenary.ts'

const DATA_DIR = newDataDir()

describe('say', () => {
  test('prints what a member would see', async () => {
    const { code, out } = await plenary(['say', '/practice xenophobia schools'], { DATA_DIR })
    expect(code).toBe(0)
    expect(out).toMatch(/results for “xenophobia schools”/)
    expect(out).toMatch(/^P-\d{3} {2}\S/m)
  })

  test('in another language, as another role, or as the neutral reply', async () => {
    const french = await plenary(['say', '--lang', 'fr', '/xyzzyq'], { DATA_DIR })
    expect([french.code, french.out]).toEqual([1, expect.not.stringContaining('There is no command')])
    expect((await plenary(['say', '--as', 'coordinator', '/my'], { DATA_DIR })).out).toContain('coordinator')
    expect(JSON.parse((await plenary(['say', '--json', '/library get P-001'], { DATA_DIR })).out)).toMatchObject({
      cards: [{ id: 'P-001' }],
    })
  })

  test('plain words ask the library, a greeting is answered', async () => {
    expect((await plenary(['say', 'what works against xenophobia in schools?'], { DATA_DIR })).out).toMatch(/^P-\d{3} {2}\S/m)
    expect(await plenary(['say', '--lang', 'fr', 'bonjour'], { DATA_DIR })).toMatchObject({ code: 0 })
  })

  test('says what is wrong with its own words', async () => {
    expect(await plenary(['say', '--as', 'emperor', 'x'], { DATA_DIR })).toMatchObject({
      code: 2,
      err: expect.stringContaining('guest, member, rapporteur, coordinator, admin'),
    })
    expect(await plenary(['sya', 'x'], { DATA_DIR })).toMatchObject({ code: 2, err: expect.stringContaining('--help') })
  })
})

describe('search', () => {
  test('answers one query a line with one line of JSON', async () => {
    const { out } = await plenary(
      ['search', '--json', '--limit', '2'],
      { DATA_DIR },
      'xenophobia schools\nsanctuary cities\n\nreceta de tortilla\n',
    )
    const lines = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines.map(({ query }) => query)).toEqual(['xenophobia schools', 'sanctuary cities', '', 'receta de tortilla'])
    expect(lines.map(({ results }) => results.length)).toEqual([2, 2, 0, 0])
    expect(lines[0].results[0]).toEqual({
      id: expect.any(String),
      kind: expect.any(String),
      title: expect.any(String),
      text: expect.any(String),
      score: expect.any(Number),
    })
  })
})

describe('doctor', () => {
  test('finds a healthy house', async () => {
    expect(await plenary(['doctor'], { DATA_DIR })).toMatchObject({ code: 0, out: expect.stringContaining('All is well.') })
  })

  test('names what is ill, and what mends it', async () => {
    const broken = newDataDir()
    writeFileSync(join(broken, 'plenary.sqlite'), 'no database, but long enough to be taken for the header of one. '.repeat(20))
    const { code, out } = await plenary(['doctor'], { DATA_DIR: broken })
    expect(code).toBe(1)
    expect(out).toMatch(/✗ store: .*not a database/)
    expect((await plenary(['doctor'], { WEB_PORT: 'many' })).out).toMatch(/✗ configuration: .*WEB_PORT/s)
  })
})

test('invite prints a link that only a secret makes possible', async () => {
  expect(await plenary(['invite', 'ana'], { DATA_DIR })).toMatchObject({ code: 2, err: expect.stringContaining('WEB_SECRET') })
  const settings = { DATA_DIR, WEB_SECRET: 'x'.repeat(40), WEB_URL: 'https://plenary.example.org' }
  expect((await plenary(['invite', 'ana', '--role', 'coordinator'], settings)).out).toMatch(
    /^https:\/\/plenary\.example\.org\/enter\/[\w-]{43}\n$/,
  )
})

test('says its version and how it is used', async () => {
  expect((await plenary(['--version'], {})).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  expect((await plenary(['--help'], {})).out).toContain('doctor')
})
