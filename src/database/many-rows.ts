/** Purpose: thousands of rows in one statement of always the same text: they travel as one JSON value, which both engines take apart faster than so many parameters. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { isPostgres } from './engine-of.ts'
import type { Schema } from './schema.ts'

export type Columns<Row> = { readonly [Name in keyof Row]: 'text' | 'bigint' | 'integer' }

/** `(select … )` with the columns of the rows, to insert from or to join with. */
export function manyRows<Row extends Record<string, string | number | null>>(
  db: Kysely<Schema>,
  columns: Columns<Row>,
  rows: readonly Row[],
): RawBuilder<Row> {
  const names = Object.keys(columns)
  const json = JSON.stringify(rows.map(row => names.map(name => row[name])))
  const postgres = isPostgres(db)
  const selected = names.map((name, at) =>
    postgres
      ? sql`(value ->> ${sql.lit(at)})::${sql.raw(String(columns[name]))} as ${sql.ref(name)}`
      : sql`value ->> ${sql.lit(at)} as ${sql.ref(name)}`,
  )
  const source = postgres ? sql`jsonb_array_elements(${json}::jsonb)` : sql`json_each(${json})`
  return sql<Row>`(select ${sql.join(selected)} from ${source})`
}

/** Whether a number is one of many: one parameter however many there are, so the statement's text stays the same and is prepared once. */
export const isOneOf = (db: Kysely<Schema>, column: string, numbers: readonly number[]): RawBuilder<boolean> =>
  isPostgres(db)
    ? sql<boolean>`${sql.ref(column)} = any(${numbers}::bigint[])`
    : sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(numbers)}))`
