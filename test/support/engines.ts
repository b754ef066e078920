/** Purpose: both databases, so that every store test runs on each. Neither is ever skipped. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { type Database, openDatabase } from '../../src/database/open.ts'

export type Engine = { readonly name: string; newUrl(): Promise<string> }

export const ENGINES: readonly Engine[] = [
  { name: 'SQLite', newUrl: async () => ':memory:' },
  { name: 'PostgreSQL', newUrl: newPostgresDatabase },
]

/** A fresh, migrated database that is closed when the test ends. */
export async function freshDatabase(engine: Engine): Promise<Database> {
  const db = await openDatabase(await engine.newUrl())
  onTestFinished(() => db.destroy())
  return db
}

export async function newPostgresDatabase(): Promise<string> {
  const server = inject('postgresUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return server.replace(/\/postgres$/, `/${name}`)
}
