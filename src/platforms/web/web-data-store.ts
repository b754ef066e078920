/** Purpose: what the web chat's rows say about a person, and how long they are kept. */
import type { Database, Trx } from '../../database/open.ts'

export async function countMessagesBy(db: Database, author: string): Promise<number> {
  const { total } = await db
    .selectFrom('web_messages')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where(match => match.or([match('author_id', '=', author), match('for_id', '=', author)]))
    .executeTakeFirstOrThrow()
  return total
}

export async function countSessionsOf(db: Database, userId: string): Promise<number> {
  const { total } = await db
    .selectFrom('web_visitors')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow()
  return total
}

/** What somebody wrote, what only they could read, where they are signed in, and which private channels they see. */
export async function eraseVisitor(trx: Trx, userId: string): Promise<void> {
  await trx
    .deleteFrom('web_messages')
    .where(match => match.or([match('author_id', '=', userId), match('for_id', '=', userId)]))
    .execute()
  await trx.deleteFrom('web_visitors').where('user_id', '=', userId).execute()
  await trx.deleteFrom('web_channel_people').where('user_id', '=', userId).execute()
}

export async function deleteOldWebRows(
  db: Database,
  now: number,
  messagesBefore: number,
): Promise<{ messages: number; sessions: number; invitations: number }> {
  const messages = await db.deleteFrom('web_messages').where('sent_at', '<', messagesBefore).executeTakeFirst()
  const sessions = await db.deleteFrom('web_visitors').where('expires_at', '<', now).executeTakeFirst()
  const invitations = await db.deleteFrom('web_invites').where('expires_at', '<', now).executeTakeFirst()
  return {
    messages: Number(messages.numDeletedRows),
    sessions: Number(sessions.numDeletedRows),
    invitations: Number(invitations.numDeletedRows),
  }
}
