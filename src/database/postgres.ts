/** Purpose: the engine for larger coalitions and several processes. */
import { PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Engine } from './open.ts'

/** PostgreSQL's type number of int8; epoch milliseconds and counts fit a JavaScript number, so they come as numbers, as from SQLite. */
const INT8 = 20

export function postgresEngine(url: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) },
  })
  // An idle connection that the server drops is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  // Kysely's migrator takes an advisory lock of its own here.
  return { dialect: new PostgresDialect({ pool }), alone: work => work() }
}
