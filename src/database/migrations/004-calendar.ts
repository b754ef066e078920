/** Purpose: dates, reminders, calendar feeds; the outbox with its lanes; and what was done by the clock. */
import { type Kysely, PostgresAdapter, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await createOutbox(db)
  await createDates(db)
  await createReminders(db)
}

async function createOutbox(db: Kysely<unknown>) {
  // Compared byte by byte, so that keys of one prefix lie together in the index on both engines.
  const key = isPostgres(db) ? sql`text collate "C"` : 'text'
  await numbered(db, 'deliveries')
    .addColumn('key', key, column => column.notNull().unique())
    .addColumn('lane', 'text', column => column.notNull())
    .addColumn('platform', 'text', column => column.notNull())
    .addColumn('space', 'text', column => column.notNull())
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('due_at', 'bigint', column => column.notNull())
    .addColumn('next_at', 'bigint', column => column.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('attempts', 'integer', column => column.notNull().defaultTo(0))
    .addColumn('unsure', 'integer', column => column.notNull().defaultTo(0))
    .addColumn('bundle', 'text')
    .addColumn('body', 'text', column => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('message_id', 'text')
    .addColumn('why', 'text')
    .addColumn('done_at', 'bigint')
    .execute()
  // What is done is kept, so that a key stays unique; only what is not done is looked for again and again.
  await sql`create index deliveries_undone on deliveries (lane, due_at, id) where state in ('waiting', 'sending')`.execute(db)
  await sql`create index deliveries_done on deliveries (done_at) where done_at is not null`.execute(db)
  await db.schema
    .createTable('delivery_lanes')
    .addColumn('lane', 'text', column => column.primaryKey())
    .addColumn('platform', 'text', column => column.notNull())
    .addColumn('space', 'text', column => column.notNull())
    .addColumn('address', 'text', column => column.notNull())
    .addColumn('privately', 'integer', column => column.notNull())
    .addColumn('next_at', 'bigint')
    .addColumn('lease_until', 'bigint', column => column.notNull().defaultTo(0))
    .addColumn('holder', 'text')
    .execute()
  await db.schema.createIndex('delivery_lanes_by_next').on('delivery_lanes').columns(['platform', 'next_at']).execute()
  await db.schema
    .createTable('delivery_workers')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('seen_at', 'bigint', column => column.notNull())
    .execute()
  await db.schema
    .createTable('job_runs')
    .addColumn('name', 'text', column => column.primaryKey())
    .addColumn('slot', 'bigint', column => column.notNull())
    .addColumn('ran_at', 'bigint', column => column.notNull())
    .execute()
  await db.schema.alterTable('web_messages').addColumn('for_id', 'text').execute()
}

async function createDates(db: Kysely<unknown>) {
  await numbered(db, 'dates')
    .addColumn('coalition_id', 'integer', column => column.notNull().references('coalitions.id'))
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('title', 'text', column => column.notNull())
    .addColumn('about', 'text', column => column.notNull().defaultTo(''))
    .addColumn('link', 'text', column => column.notNull().defaultTo(''))
    .addColumn('starts_on', 'text', column => column.notNull())
    .addColumn('at', 'text')
    .addColumn('zone', 'text', column => column.notNull())
    .addColumn('days', 'integer', column => column.notNull().defaultTo(1))
    .addColumn('rule', 'text')
    .addColumn('skips', 'text', column => column.notNull().defaultTo('[]'))
    .addColumn('region', 'text')
    .addColumn('theme', 'text')
    .addColumn('group_id', 'text')
    .addColumn('seed_id', 'text')
    .addColumn('uid', 'text')
    .addColumn('only_for', 'text')
    .addColumn('revision', 'integer', column => column.notNull().defaultTo(0))
    .addColumn('updated_at', 'bigint', column => column.notNull())
    .addUniqueConstraint('dates_seed', ['coalition_id', 'seed_id'])
    .addUniqueConstraint('dates_uid', ['coalition_id', 'uid'])
    .execute()
  await numbered(db, 'calendar_feeds')
    .addColumn('coalition_id', 'integer', column => column.notNull().references('coalitions.id'))
    .addColumn('scope', 'text', column => column.notNull())
    .addColumn('ref', 'text', column => column.notNull())
    .addColumn('token_hash', 'text', column => column.notNull().unique())
    .addColumn('language', 'text', column => column.notNull())
    .addColumn('made_at', 'bigint', column => column.notNull())
    .addUniqueConstraint('calendar_feeds_scope', ['coalition_id', 'scope', 'ref'])
    .execute()
}

async function createReminders(db: Kysely<unknown>) {
  await numbered(db, 'reminders')
    .addColumn('coalition_id', 'integer', column => column.notNull().references('coalitions.id'))
    .addColumn('date_id', 'integer', column => column.notNull().references('dates.id').onDelete('cascade'))
    .addColumn('to_kind', 'text', column => column.notNull())
    .addColumn('to_ref', 'text', column => column.notNull())
    .addColumn('owner', 'text', column => column.notNull())
    .addColumn('language', 'text', column => column.notNull())
    .addColumn('zone', 'text', column => column.notNull())
    .addColumn('leads', 'text', column => column.notNull())
    .addColumn('at', 'text', column => column.notNull())
    .addColumn('planned_to', 'bigint', column => column.notNull())
    .addColumn('next_at', 'bigint')
    .addUniqueConstraint('reminders_target', ['date_id', 'to_kind', 'to_ref'])
    .execute()
  await db.schema.createIndex('reminders_by_next').on('reminders').columns(['next_at']).execute()
  await db.schema.createIndex('reminders_by_target').on('reminders').columns(['coalition_id', 'to_ref']).execute()
  await db.schema
    .createTable('reminders_done')
    .addColumn('reminder_id', 'integer', column => column.notNull().references('reminders.id').onDelete('cascade'))
    .addColumn('occurs_on', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('reminders_done_key', ['reminder_id', 'occurs_on'])
    .execute()
  await db.schema
    .createTable('reminder_wishes')
    .addColumn('person', 'text', column => column.primaryKey())
    .addColumn('coalition_id', 'integer', column => column.notNull().references('coalitions.id'))
    .addColumn('quiet_from', 'text')
    .addColumn('quiet_to', 'text')
    .addColumn('digest_at', 'text')
    .execute()
}

const numbered = (db: Kysely<unknown>, name: string) => {
  const table = db.schema.createTable(name)
  return isPostgres(db)
    ? table.addColumn('id', 'serial', column => column.primaryKey())
    : table.addColumn('id', 'integer', column => column.primaryKey().autoIncrement())
}

const isPostgres = (db: Kysely<unknown>) => db.getExecutor().adapter instanceof PostgresAdapter
