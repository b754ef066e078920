/** Purpose: the rows of the web chat: channels, what was said in them, who is signed in, and invitations. */
import type { Role } from '../../command-kit/roles.ts'
import { ROLES } from '../../command-kit/roles.ts'
import type { Database } from '../../database/open.ts'

export type ChannelRow = { readonly id: string; readonly name: string }
export type NewMessage = {
  readonly channel: string
  readonly authorId: string
  readonly authorName: string
  readonly body: string
  readonly sentAt: number
  readonly requestKey: string | undefined
  /** The only one who sees it. */
  readonly forId?: string | undefined
}
export type MessageRow = Omit<NewMessage, 'requestKey' | 'forId'> & { readonly id: number; readonly forId: string | null }
export type VisitorRow = { readonly userId: string; readonly name: string; readonly role: Role }

const FIRST_CHANNELS = ['general', 'campaigns', 'sessions']

export async function readChannels(db: Database): Promise<ChannelRow[]> {
  const rows = await db.selectFrom('web_channels').select(['id', 'name']).orderBy('position').execute()
  if (rows.length > 0) return rows
  const first = FIRST_CHANNELS.map((name, position) => ({ id: name, name, position }))
  await db
    .insertInto('web_channels')
    .values(first)
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  return first
}

/** Nothing when this request has been carried out before. */
export async function addMessage(
  db: Database,
  { channel, authorId, authorName, body, sentAt, requestKey, forId }: NewMessage,
): Promise<number | undefined> {
  const row = await db
    .insertInto('web_messages')
    .values({
      channel_id: channel,
      author_id: authorId,
      author_name: authorName,
      body,
      sent_at: sentAt,
      request_key: requestKey ?? null,
      for_id: forId ?? null,
    })
    .onConflict(conflict => conflict.columns(['author_id', 'request_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function channelExists(db: Database, id: string): Promise<boolean> {
  return (await db.selectFrom('web_channels').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** The last `limit` messages of a channel before `before` that one visitor may see, oldest first. */
export async function readMessages(db: Database, channel: string, before: number, limit: number, visitor: string): Promise<MessageRow[]> {
  const rows = await messages(db)
    .where('channel_id', '=', channel)
    .where('id', '<', before)
    .where(match => match.or([match('for_id', 'is', null), match('for_id', '=', visitor)]))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.reverse()
}

/** Messages of all channels after `after`, oldest first. */
export const readMessagesAfter = (db: Database, after: number, limit: number): Promise<MessageRow[]> =>
  messages(db).where('id', '>', after).orderBy('id').limit(limit).execute()

export async function lastMessageId(db: Database): Promise<number> {
  const row = await db
    .selectFrom('web_messages')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirst()
  return row?.last ?? 0
}

const messages = (db: Database) =>
  db
    .selectFrom('web_messages')
    .select([
      'id',
      'channel_id as channel',
      'author_id as authorId',
      'author_name as authorName',
      'body',
      'sent_at as sentAt',
      'for_id as forId',
    ])

export async function addInvite(db: Database, invite: { tokenHash: string; name: string; role: Role; expiresAt: number }): Promise<void> {
  const { tokenHash, name, role, expiresAt } = invite
  await db.insertInto('web_invites').values({ token_hash: tokenHash, name, role, expires_at: expiresAt }).execute()
}

/** Takes the invitation away and signs the visitor in, both or neither: a link works once, even when it is used twice at the same moment. */
export async function exchangeInvite(
  db: Database,
  {
    inviteHash,
    visitorHash,
    userId,
    now,
    expiresAt,
  }: { inviteHash: string; visitorHash: string; userId: string; now: number; expiresAt: number },
): Promise<boolean> {
  return db.transaction().execute(async trx => {
    const invite = await trx
      .deleteFrom('web_invites')
      .where('token_hash', '=', inviteHash)
      .where('expires_at', '>', now)
      .returning(['name', 'role'])
      .executeTakeFirst()
    if (!invite) return false
    await trx
      .insertInto('web_visitors')
      .values({ token_hash: visitorHash, user_id: userId, name: invite.name, role: invite.role, expires_at: expiresAt })
      .execute()
    return true
  })
}

export async function findVisitor(db: Database, tokenHash: string, now: number): Promise<VisitorRow | undefined> {
  const row = await db
    .selectFrom('web_visitors')
    .select(['user_id', 'name', 'role'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && { userId: row.user_id, name: row.name, role: ROLES.find(role => role === row.role) ?? 'guest' }
}

export async function findVisitorName(db: Database, userId: string): Promise<string | undefined> {
  const row = await db.selectFrom('web_visitors').select('name').where('user_id', '=', userId).executeTakeFirst()
  return row?.name
}

export async function deleteVisitor(db: Database, tokenHash: string): Promise<void> {
  await db.deleteFrom('web_visitors').where('token_hash', '=', tokenHash).execute()
}
