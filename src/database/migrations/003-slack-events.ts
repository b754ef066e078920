/** Purpose: what people said to Plenary in Slack is kept before Slack is told that it arrived. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await db.schema
    .createTable('slack_events')
    .addColumn('event_id', 'text', column => column.primaryKey())
    .addColumn('body', 'text', column => column.notNull())
    .addColumn('kept_at', 'bigint', column => column.notNull())
    .execute()
}
