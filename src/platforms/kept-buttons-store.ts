/** Purpose: keep what a button says where it is too long for the platform to carry, under a short key that the button carries instead. */
import { createHash } from 'node:crypto'
import type { Database } from '../database/open.ts'
import type { Purge } from '../people/retention.ts'

/** No command starts with it, so that a key is never taken for an id. */
const MARK = '~'

/** The same id has the same key, so that a message that is rendered twice keeps nothing twice. */
export const keptButtonKey = (id: string) => MARK + createHash('sha256').update(id).digest('base64url').slice(0, 24)

export const isKeptButtonKey = (id: string) => id.startsWith(MARK)

export async function keepButton(db: Database, id: string, now = Date.now()): Promise<string> {
  const key = keptButtonKey(id)
  await db
    .insertInto('kept_buttons')
    .values({ key, id, kept_at: now })
    .onConflict(conflict => conflict.column('key').doUpdateSet({ kept_at: now }))
    .execute()
  return key
}

/** The id that was kept; nothing when it has been forgotten since. */
export async function readKeptButton(db: Database, key: string): Promise<string | undefined> {
  const row = await db.selectFrom('kept_buttons').select('id').where('key', '=', key).executeTakeFirst()
  return row?.id
}

const DAY = 86_400_000
/** How long a button works after it was last shown, in days. */
export const KEEPS_BUTTONS = 180

export const purgeButtons: Purge = async (db, now) => {
  const result = await db
    .deleteFrom('kept_buttons')
    .where('kept_at', '<', now - KEEPS_BUTTONS * DAY)
    .executeTakeFirst()
  return { buttons: Number(result.numDeletedRows) }
}
