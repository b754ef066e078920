/** Purpose: the rows of one-time codes, and a space's move into another coalition. */
import { type Address, PLATFORMS } from '../address.ts'
import type { Database, Trx } from '../database/open.ts'

export type Code = {
  readonly hash: string
  readonly kind: 'space' | 'person'
  readonly coalition: number
  readonly member: number | null
  readonly expiresAt: number
}

/** Somebody has one code at a time: a new one takes the place of the old one. */
export async function putCode(trx: Trx, { hash, kind, coalition, member, expiresAt }: Code): Promise<void> {
  const mine = trx.deleteFrom('link_codes').where('kind', '=', kind).where('coalition_id', '=', coalition)
  await mine.where('member_id', member === null ? 'is' : '=', member).execute()
  await trx
    .insertInto('link_codes')
    .values({ code_hash: hash, kind, coalition_id: coalition, member_id: member, expires_at: expiresAt })
    .execute()
}

/** Takes the code away: it works once, even when it is typed twice at the same moment. */
export async function takeCode(
  trx: Trx,
  hash: string,
  kind: Code['kind'],
  now: number,
): Promise<Pick<Code, 'coalition' | 'member'> | undefined> {
  const row = await trx
    .deleteFrom('link_codes')
    .where('code_hash', '=', hash)
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .returning(['coalition_id', 'member_id'])
    .executeTakeFirst()
  return row && { coalition: row.coalition_id, member: row.member_id }
}

export async function deleteOldCodes(db: Database, now: number): Promise<number> {
  const result = await db.deleteFrom('link_codes').where('expires_at', '<=', now).executeTakeFirst()
  return Number(result.numDeletedRows)
}

export async function moveSpaces(trx: Trx, from: number, to: number): Promise<void> {
  await trx.updateTable('spaces').set({ coalition_id: to }).where('coalition_id', '=', from).execute()
  await trx.updateTable('audit').set({ coalition_id: to }).where('coalition_id', '=', from).execute()
  await trx.deleteFrom('link_codes').where('coalition_id', '=', from).execute()
}

export async function spacesOf(db: Database | Trx, coalition: number): Promise<Pick<Address, 'platform' | 'space'>[]> {
  const rows = await db
    .selectFrom('spaces')
    .select(['platform', 'external_id'])
    .where('coalition_id', '=', coalition)
    .orderBy('id')
    .execute()
  return rows.flatMap(row => {
    const platform = PLATFORMS.find(name => name === row.platform)
    return platform ? [{ platform, space: row.external_id }] : []
  })
}
