/** Purpose: which dates a platform shows as an event of its own, in which space, and when each is to be looked at again. */
import { type Kysely, PostgresAdapter } from 'kysely'

export async function up(db: Kysely<unknown>) {
  const table = db.schema.createTable('published_events')
  const numbered =
    db.getExecutor().adapter instanceof PostgresAdapter
      ? table.addColumn('id', 'serial', column => column.primaryKey())
      : table.addColumn('id', 'integer', column => column.primaryKey().autoIncrement())
  await numbered
    .addColumn('coalition_id', 'integer', column => column.notNull().references('coalitions.id'))
    .addColumn('date_id', 'integer', column => column.notNull().references('dates.id').onDelete('cascade'))
    .addColumn('platform', 'text', column => column.notNull())
    .addColumn('space', 'text', column => column.notNull())
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('language', 'text', column => column.notNull())
    .addColumn('zone', 'text', column => column.notNull())
    .addColumn('event_id', 'text')
    .addColumn('starts_at', 'bigint')
    .addColumn('ends_at', 'bigint')
    .addColumn('repeats', 'integer', column => column.notNull().defaultTo(0))
    .addColumn('why', 'text')
    .addColumn('due_at', 'bigint')
    .addColumn('lease_until', 'bigint', column => column.notNull().defaultTo(0))
    .addUniqueConstraint('published_events_place', ['date_id', 'platform', 'space'])
    .execute()
  await db.schema.createIndex('published_events_by_due').on('published_events').columns(['due_at']).execute()
}
