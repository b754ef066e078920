/** Purpose: settings: refused by name, documented one by one. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { ConfigMistakes, readConfig, SETTING_NAMES } from '../src/config.ts'

test('nothing set is a working installation on this machine alone', () => {
  expect(readConfig({})).toMatchObject({ web: { host: '127.0.0.1', port: 3000, loopback: true }, language: 'en', zone: 'UTC' })
})

test('every wrong setting is named at once, with what was expected', () => {
  const wrong = {
    WEB_PORT: 'eighty',
    COALITION_ZONE: 'Mars/Olympus',
    LOG_LEVEL: 'loud',
    WEB_URL: 'javascript:alert(1)',
    DATABASE_URL: 'mysql://x',
  }
  expect(() => readConfig(wrong)).toThrow(ConfigMistakes)
  for (const name of Object.keys(wrong)) expect(() => readConfig(wrong)).toThrow(new RegExp(`^  ${name}: expected `, 'm'))
})

test('a secret is never repeated in a complaint', () => {
  expect(() => readConfig({ WEB_SECRET: 'my-short-secret' })).toThrow(expect.not.stringContaining('my-short-secret'))
})

test('an address that others reach needs a secret', () => {
  expect(() => readConfig({ WEB_HOST: '0.0.0.0' })).toThrow(/WEB_SECRET: expected at least 32 characters, because WEB_HOST=0.0.0.0/)
  expect(readConfig({ WEB_HOST: '0.0.0.0', WEB_SECRET: 'x'.repeat(32) }).web.loopback).toBe(false)
})

test('every setting has its row in docs/operating.md, and no row is of a setting that is gone', async () => {
  const page = await readFile(new URL('../docs/operating.md', import.meta.url), 'utf8')
  const rows = Array.from(page.matchAll(/^\| `([A-Z_]+)` \|/gm), ([, name]) => name)
  expect(rows.sort()).toEqual([...SETTING_NAMES].sort())
})
