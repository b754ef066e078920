/** Purpose: forget deliveries that were done long ago, and where letters went to. A key is unique as long as its row: nothing is planned that far back. */
import type { Database } from '../database/open.ts'
import type { Purge } from '../people/retention.ts'

const DAY = 86_400_000
/** How long what was sent, or failed, is known, in days. Its words are emptied at once. */
export const KEEPS_DELIVERIES = 365
/** So many at a time, because others wait for the database meanwhile. */
const BATCH = 2_000

export const purgeDeliveries: Purge = async (db, now) => ({
  deliveries: await inBatches(() => deleteDone(db, now - KEEPS_DELIVERIES * DAY)),
  lanes: await deleteEmptyLanes(db, now),
})

async function inBatches(deleteSome: () => Promise<number>): Promise<number> {
  for (let total = 0; ; ) {
    const deleted = await deleteSome()
    total += deleted
    if (deleted < BATCH) return total
  }
}

async function deleteDone(db: Database, before: number): Promise<number> {
  const old = db.selectFrom('deliveries').select('id').where('done_at', 'is not', null).where('done_at', '<', before).limit(BATCH)
  const { numDeletedRows } = await db.deleteFrom('deliveries').where('id', 'in', old).executeTakeFirst()
  return Number(numDeletedRows)
}

/** A lane of which no delivery is known any more says only that somebody once got a letter. */
async function deleteEmptyLanes(db: Database, now: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('delivery_lanes')
    .where('next_at', 'is', null)
    .where('lease_until', '<', now)
    .where('lane', 'not in', db.selectFrom('deliveries').select('lane'))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
