/** Purpose: the rows of announcements: a text while it waits for its writer's yes, then only that and when it was sent. */
import type { Database, Trx } from '../database/open.ts'

export type Draft = {
  readonly id: number
  readonly group: number
  readonly member: number | null
  readonly body: string
  readonly sentAt: number | null
}

export async function addDraft(
  trx: Trx,
  draft: { coalition: number; group: number; member: number; body: string; at: number },
): Promise<number> {
  const { coalition, group, member, body, at } = draft
  const row = await trx
    .insertInto('group_drafts')
    .values({ coalition_id: coalition, group_id: group, member_id: member, body, made_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function findDraft(db: Database | Trx, coalition: number, id: number): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('group_drafts')
    .select(['id', 'group_id', 'member_id', 'body', 'sent_at'])
    .where('id', '=', id)
    .where('coalition_id', '=', coalition)
    .executeTakeFirst()
  return row && { id: row.id, group: row.group_id, member: row.member_id, body: row.body, sentAt: row.sent_at }
}

/** @returns whether this is the one time that it is sent */
export async function markSent(trx: Trx, id: number, at: number): Promise<boolean> {
  const result = await trx
    .updateTable('group_drafts')
    .set({ body: '', sent_at: at })
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export const draftsOfMembers = (db: Database, members: readonly number[]) =>
  members.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('group_drafts')
        .select(['id', 'group_id', 'made_at', 'body', 'sent_at'])
        .where('member_id', 'in', [...members])
        .execute()

export async function deleteOldDrafts(db: Database, unsentBefore: number, sentBefore: number): Promise<number> {
  const result = await db
    .deleteFrom('group_drafts')
    .where(match =>
      match.or([match.and([match('sent_at', 'is', null), match('made_at', '<', unsentBefore)]), match('sent_at', '<', sentBefore)]),
    )
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
