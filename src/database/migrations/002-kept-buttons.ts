/** Purpose: what buttons say, where it is too long for a platform to carry. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await db.schema
    .createTable('kept_buttons')
    .addColumn('key', 'text', column => column.primaryKey())
    .addColumn('id', 'text', column => column.notNull())
    .addColumn('kept_at', 'bigint', column => column.notNull())
    .execute()
}
