/** Purpose: the embedded engine: one file, safe against a crash at any point. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { SqliteDialect } from 'kysely'
import type { Engine } from './open.ts'
import { rememberStatements } from './remember-statements.ts'

/** How long to wait for another program's writing, in milliseconds. */
const PATIENCE = 5000
const TRY_EVERY = 50

export function sqliteEngine(path: string): Engine {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const database = new Sqlite(path, { timeout: PATIENCE })
  database.pragma('journal_mode = WAL')
  database.pragma('foreign_keys = ON')
  // NORMAL could lose the last confirmed writes when the power goes; a promise to remind must not be lost.
  database.pragma('synchronous = FULL')
  return { dialect: new SqliteDialect({ database: rememberStatements(database) }), alone: work => alone(database, work) }
}

/** Kysely takes no lock for SQLite's migrations, so two programs that start at once would both create the tables. */
async function alone(database: Sqlite.Database, work: () => Promise<void>) {
  await beginWriting(database)
  try {
    await work()
    database.exec('commit')
  } catch (error) {
    if (database.inTransaction) database.exec('rollback')
    throw error
  }
}

async function beginWriting(database: Sqlite.Database) {
  database.pragma('busy_timeout = 0')
  for (let waited = 0; ; waited += TRY_EVERY) {
    try {
      database.exec('begin immediate')
      database.pragma(`busy_timeout = ${PATIENCE}`)
      return
    } catch (error) {
      const busy = error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
      if (!busy || waited >= PATIENCE) throw error
      await setTimeout(TRY_EVERY)
    }
  }
}
