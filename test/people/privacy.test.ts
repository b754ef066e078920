/** Purpose: every table in which a person can stand is explained to people in docs/privacy.md. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { KEEPS_DELIVERIES } from '../../src/delivery/purge-store.ts'
import { KEEPS } from '../../src/groups/purge.ts'
import { KEEPS_AUDIT } from '../../src/people/retention.ts'
import { KEEPS_MESSAGES } from '../../src/platforms/web/web-data.ts'
import { KEEPS_AUTHORS } from '../../src/sessions/purge-store.ts'

const text = readFileSync(new URL('../../docs/privacy.md', import.meta.url), 'utf8')
/** Columns that say who somebody is. */
const OF_A_PERSON = /^(user_id|member_id|person_id|person|actor|author_id|owner|contact|speaker|by|only_for)$/

test('each table is named, so that none is forgotten', async () => {
  const db = await openDatabase(':memory:')
  const tables = await db.introspection.getTables()
  await db.destroy()
  expect(tables.map(({ name }) => name).filter(name => !text.includes(`\`${name}`))).toEqual([])
})

test('each table with a person in it has its line in the table', async () => {
  const db = await openDatabase(':memory:')
  const tables = await db.introspection.getTables()
  await db.destroy()
  const personal = tables.filter(({ columns }) => columns.some(column => OF_A_PERSON.test(column.name)))
  expect(personal.length).toBeGreaterThan(5)
  const rows = text
    .split('\n')
    .filter(line => line.startsWith('|'))
    .join('\n')
  expect(personal.map(({ name }) => name).filter(name => !rows.includes(`\`${name}\``))).toEqual([])
})

test('says the same times as the code', () => {
  for (const days of [
    KEEPS.interest,
    KEEPS.requests,
    KEEPS.questions,
    KEEPS.sentDrafts,
    KEEPS_AUDIT,
    KEEPS_MESSAGES,
    KEEPS_DELIVERIES,
    KEEPS_AUTHORS,
  ])
    expect(text).toContain(`${days} days`)
  expect(text).toContain(`${KEEPS.unsentDrafts} day unsent`)
})
