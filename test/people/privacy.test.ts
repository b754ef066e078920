/** Purpose: every table in which a person can stand is explained to people in docs/privacy.md. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { KEEPS } from '../../src/groups/purge.ts'
import { KEEPS_AUDIT } from '../../src/people/retention.ts'
import { KEEPS_MESSAGES } from '../../src/platforms/web/web-data.ts'

const text = readFileSync(new URL('../../docs/privacy.md', import.meta.url), 'utf8')
/** Columns that say who somebody is. */
const OF_A_PERSON = /^(user_id|member_id|person_id|person|actor|author_id|owner|contact|speaker|by|only_for)$/

test('each table with a person in it has its line', async () => {
  const db = await openDatabase(':memory:')
  const tables = await db.introspection.getTables()
  await db.destroy()
  const personal = tables.filter(({ columns }) => columns.some(column => OF_A_PERSON.test(column.name)))
  expect(personal.length).toBeGreaterThan(5)
  expect(personal.map(({ name }) => name).filter(name => !text.includes(`\`${name}\``))).toEqual([])
})

test('says the same times as the code', () => {
  for (const days of [KEEPS.interest, KEEPS.requests, KEEPS.questions, KEEPS.sentDrafts, KEEPS_AUDIT, KEEPS_MESSAGES])
    expect(text).toContain(`${days} days`)
  expect(text).toContain(`${KEEPS.unsentDrafts} day unsent`)
})
