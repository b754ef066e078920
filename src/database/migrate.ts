/** Purpose: bring a database to this version's tables, and refuse one that a newer version has written. */
import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { DatabaseTrouble } from './database-trouble.ts'
import * as m001 from './migrations/001-foundation.ts'
import * as m002 from './migrations/002-kept-buttons.ts'
import * as m003 from './migrations/003-slack-events.ts'
import * as m004 from './migrations/004-calendar.ts'
import * as m005 from './migrations/005-sessions.ts'
import * as m006 from './migrations/006-groups.ts'
import * as m007 from './migrations/007-published-events.ts'
import type { Database } from './open.ts'

/** Applied in the order of their names; a released one is never changed, only followed by another. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-foundation': m001,
  '002-kept-buttons': m002,
  '003-slack-events': m003,
  '004-calendar': m004,
  '006-groups': m006,
  '005-sessions': m005,
  '007-published-events': m007,
}

/** @throws DatabaseTrouble when the database knows a migration that this version does not */
export async function migrate(db: Database) {
  await refuseNewer(db)
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } }).migrateToLatest()
  if (error) throw error
}

async function refuseNewer(db: Database) {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(table => table.name === 'kysely_migration')) return
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  const unknown = rows.filter(({ name }) => !Object.hasOwn(MIGRATIONS, name)).map(({ name }) => name)
  if (unknown.length === 0) return
  throw new DatabaseTrouble(
    `The database was written by a newer Plenary (it knows ${unknown.join(', ')}). Install that version again, or restore a backup from before the update. Nothing was changed.`,
  )
}
