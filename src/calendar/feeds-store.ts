/** Purpose: the secret addresses that calendars can be followed at; only hashes of the secrets are kept. */
import type { Database } from '../database/open.ts'

export type FeedScope = 'coalition' | 'group' | 'member'
/** `ref` is the group's id or the member's address; empty for the coalition. */
export type Feed = { readonly coalition: number; readonly scope: FeedScope; readonly ref: string; readonly language: string }
const SCOPES: readonly FeedScope[] = ['coalition', 'group', 'member']

/** A new secret takes the place of an older one of the same scope. */
export async function saveFeed(db: Database, { coalition, scope, ref, language }: Feed, tokenHash: string, at: number): Promise<void> {
  const change = { token_hash: tokenHash, language, made_at: at }
  await db
    .insertInto('calendar_feeds')
    .values({ coalition_id: coalition, scope, ref, ...change })
    .onConflict(conflict => conflict.columns(['coalition_id', 'scope', 'ref']).doUpdateSet(change))
    .execute()
}

export async function revokeFeed(db: Database, { coalition, scope, ref }: Omit<Feed, 'language'>): Promise<boolean> {
  const result = await db
    .deleteFrom('calendar_feeds')
    .where('coalition_id', '=', coalition)
    .where('scope', '=', scope)
    .where('ref', '=', ref)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function feedExists(db: Database, { coalition, scope, ref }: Omit<Feed, 'language'>): Promise<boolean> {
  const row = await db
    .selectFrom('calendar_feeds')
    .select('id')
    .where('coalition_id', '=', coalition)
    .where('scope', '=', scope)
    .where('ref', '=', ref)
    .executeTakeFirst()
  return row !== undefined
}

export async function findFeed(db: Database, tokenHash: string): Promise<Feed | undefined> {
  const row = await db
    .selectFrom('calendar_feeds')
    .select(['coalition_id', 'scope', 'ref', 'language'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  const scope = SCOPES.find(known => known === row?.scope)
  return row && scope && { coalition: row.coalition_id, scope, ref: row.ref, language: row.language }
}
