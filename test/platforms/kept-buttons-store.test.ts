/** Purpose: long ids of buttons are kept under one short key each, on both databases. */
import { describe, expect, test } from 'vitest'
import { isKeptButtonKey, keepButton, keptButtonKey, readKeptButton } from '../../src/platforms/kept-buttons-store.ts'
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
})
