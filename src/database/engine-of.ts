/** Purpose: the few differences between the engines that a query must know. */
import { type Kysely, PostgresAdapter, type SelectQueryBuilder } from 'kysely'
import type { Schema } from './schema.ts'

export const isPostgres = (db: Kysely<Schema>) => db.getExecutor().adapter instanceof PostgresAdapter

/** Rows that another process holds are left to it. SQLite has one writer at a time, so there is nothing to skip. */
export const skipLocked =
  (db: Kysely<Schema>) =>
  <Tables extends keyof Schema, Row>(query: SelectQueryBuilder<Schema, Tables, Row>): SelectQueryBuilder<Schema, Tables, Row> =>
    isPostgres(db) ? query.forUpdate().skipLocked() : query
