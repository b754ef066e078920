/** Purpose: prepare a statement for SQLite once and not at every use: preparing is most of the cost of a small query. */
import type Sqlite from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

/** Lists of many lengths make many texts; the oldest are forgotten first. */
const MOST = 200

export function rememberStatements(database: Sqlite.Database): SqliteDatabase {
  const statements = new Map<string, Sqlite.Statement>()
  return {
    prepare(text: string) {
      // A full disk makes SQLite roll back by itself; Kysely's own rollback would fail then, and hide what had happened.
      if (text === 'rollback' && !database.inTransaction) return database.prepare('select 1')
      const known = statements.get(text)
      // One that is just being read row by row can't be used for another question.
      if (known && !known.busy) return known
      const made = database.prepare(text)
      statements.set(text, made)
      const [oldest] = statements.size > MOST ? statements.keys() : []
      if (oldest !== undefined) statements.delete(oldest)
      return made
    },
    close: () => database.close(),
  }
}
