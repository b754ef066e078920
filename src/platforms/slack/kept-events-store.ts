/** Purpose: the rows of events that Slack delivered: kept before they are acknowledged, emptied when they are answered. */
import type { Database } from '../../database/open.ts'

/** False when it was kept before: a second delivery of the same event. */
export async function keepEvent(db: Database, id: string, body: string, at: number): Promise<boolean> {
  const row = await db
    .insertInto('slack_events')
    .values({ event_id: id, body, kept_at: at })
    .onConflict(conflict => conflict.column('event_id').doNothing())
    .returning('event_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function finishEvent(db: Database, id: string): Promise<void> {
  await db.updateTable('slack_events').set({ body: '' }).where('event_id', '=', id).execute()
}

/** What was kept between two instants and never answered, because the process ended before. */
export const unfinishedEvents = (db: Database, from: number, to: number) =>
  db
    .selectFrom('slack_events')
    .select(['event_id as id', 'body'])
    .where('body', '!=', '')
    .where('kept_at', '>', from)
    .where('kept_at', '<', to)
    .orderBy('kept_at')
    .execute()

export async function forgetEvents(db: Database, before: number): Promise<void> {
  await db.deleteFrom('slack_events').where('kept_at', '<', before).execute()
}
