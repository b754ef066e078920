/** Purpose: opening a database, on both engines, and saying clearly when that cannot be. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { DatabaseTrouble, explainTrouble } from '../../src/database/database-trouble.ts'
import { openDatabase } from '../../src/database/open.ts'
import { ENGINES } from '../support/engines.ts'

const newFolder = () => mkdtemp(join(tmpdir(), 'plenary-test-'))

describe.each(ENGINES)('$name', engine => {
  test('opens, and opens again with what was written', async () => {
    const url = engine.name === 'SQLite' ? join(await newFolder(), 'nested', 'plenary.sqlite') : await engine.newUrl()
    const first = await openDatabase(url)
    await first.insertInto('coalitions').values({ name: 'kept', created_at: 1 }).execute()
    await first.destroy()
    const second = await openDatabase(url)
    expect(await second.selectFrom('coalitions').select(['name', 'created_at']).execute()).toEqual([{ name: 'kept', created_at: 1 }])
    await second.destroy()
  })

  test('refuses what a newer version wrote, and changes nothing', async () => {
    const url = engine.name === 'SQLite' ? join(await newFolder(), 'plenary.sqlite') : await engine.newUrl()
    const db = await openDatabase(url)
    await sql`insert into kysely_migration (name, timestamp) values ('999-from-the-future', '2030')`.execute(db)
    await db.destroy()
    await expect(openDatabase(url)).rejects.toThrow(/newer Plenary \(it knows 999-from-the-future\).*Nothing was changed/s)
  })

  test('two processes that start at once agree on one schema', async () => {
    const url = engine.name === 'SQLite' ? join(await newFolder(), 'plenary.sqlite') : await engine.newUrl()
    const opened = await Promise.all([openDatabase(url), openDatabase(url)])
    for (const db of opened) expect(await db.selectFrom('library_state').select('id').execute()).toEqual([{ id: 1 }])
    await Promise.all(opened.map(db => db.destroy()))
  })
})

test.each(['plenary.sqlite', 'nested/plenary.sqlite'])('a file where the folder of %s should be is said in words', async name => {
  const file = join(await newFolder(), 'taken')
  await writeFile(file, 'words')
  await expect(openDatabase(join(file, name))).rejects.toThrow(/a file stands where its folder should be\. Set DATA_DIR/)
})

test('a file that is no database is named, with what to do, and is left alone', async () => {
  const path = join(await newFolder(), 'plenary.sqlite')
  await writeFile(path, 'this is a shopping list, not a database, and long enough to be read as a page header '.repeat(20))
  await expect(openDatabase(path)).rejects.toThrow(DatabaseTrouble)
  await expect(openDatabase(path)).rejects.toThrow(/not a database.*restore a backup/s)
})

test('a folder where a file should be is named', async () => {
  await expect(openDatabase(await newFolder())).rejects.toThrow(/can't be used/)
})

test('a locked database is said to be locked', async () => {
  const path = join(await newFolder(), 'plenary.sqlite')
  const holder = await openDatabase(path)
  await sql`begin exclusive`.execute(holder)
  await expect(openDatabase(path)).rejects.toThrow(/another program holds the database/)
  await holder.destroy()
})

test('a server that is not there, a wrong password and a full disk each have their sentence', async () => {
  await expect(openDatabase('postgres://ana:secret-word@127.0.0.1:1/none')).rejects.toThrow(/no PostgreSQL answers there/)
  await expect(openDatabase('postgres://ana:secret-word@127.0.0.1:1/none')).rejects.not.toThrow(/secret-word/)
  expect(explainTrouble(Object.assign(new Error(), { code: '28P01' }), 'x')).toMatch(/refused the password/)
  expect(explainTrouble(Object.assign(new Error(), { code: 'SQLITE_FULL' }), 'x')).toMatch(/disk is full.*Nothing was lost/)
  expect(explainTrouble(Object.assign(new Error(), { code: 'SQLITE_READONLY_DIRECTORY' }), 'x')).toMatch(/read-only/)
})

test('a full disk is what a failed transaction complains of, also where SQLite has rolled back by itself', async () => {
  const db = await openDatabase(join(await newFolder(), 'plenary.sqlite'))
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 1)}`.execute(db)
  const fill = db.transaction().execute(async trx => {
    for (let id = 0; id < 200; id++)
      await trx
        .insertInto('coalitions')
        .values({ name: 'x'.repeat(4000), created_at: id })
        .execute()
  })
  await expect(fill).rejects.toThrow(/full/)
  expect(await db.selectFrom('coalitions').select('id').execute()).toEqual([])
  await db.destroy()
})
