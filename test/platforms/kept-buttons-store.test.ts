/** Purpose: long ids of buttons are kept under one short key each, on both databases. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  isKeptButtonKey,
  KEEPS_BUTTONS,
  keepButton,
  keptButtonKey,
  purgeButtons,
  readKeptButton,
} from '../../src/platforms/kept-buttons-store.ts'
import { ENGINES, freshDatabase } from '../support/engines.ts'

describe.each(ENGINES)('$name', engine => {
  test('the same id has the same key, which leads back to it', async () => {
    const db = await freshDatabase(engine)
    const id = `practice|words=${'très long '.repeat(50)}`
    const key = await keepButton(db, id, 1000)
    expect(key).toBe(keptButtonKey(id))
    expect(await keepButton(db, id, 2000)).toBe(key)
    expect(key.length).toBeLessThanOrEqual(100)
    expect(isKeptButtonKey(key) && !isKeptButtonKey(id)).toBe(true)
    expect(await readKeptButton(db, key)).toBe(id)
    expect(await db.selectFrom('kept_buttons').select('kept_at').execute()).toEqual([{ kept_at: 2000 }])
  })

  test('a forgotten key leads nowhere', async () => {
    expect(await readKeptButton(await freshDatabase(engine), '~unknown')).toBeUndefined()
  })
  test('what was not shown for half a year is forgotten', async () => {
    const db = await freshDatabase(engine)
    const now = Temporal.Instant.from('2026-11-21T09:00:00Z').epochMilliseconds
    const [old, fresh] = [await keepButton(db, 'old', now - KEEPS_BUTTONS * 86_400_000 - 1), await keepButton(db, 'fresh', now - 1)]
    expect(await purgeButtons(db, now)).toEqual({ buttons: 1 })
    expect(await readKeptButton(db, old)).toBeUndefined()
    expect(await readKeptButton(db, fresh)).toBe('fresh')
    expect(readFileSync(new URL('../../docs/privacy.md', import.meta.url), 'utf8')).toContain(`${KEEPS_BUTTONS} days`)
  })
})
