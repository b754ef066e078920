/** Purpose: the outbox's rows as those see them who carry them out: claim a lane, begin, confirm, put off, let go. */
import type { Address, Platform } from '../address.ts'
import { skipLocked } from '../database/engine-of.ts'
import type { Database, Trx } from '../database/open.ts'
import type { Merge } from './merge.ts'
import { UNDONE } from './undone-store.ts'

export type Lane = { readonly lane: string; readonly to: Address; readonly privately: boolean }
export type DeliveryRow = {
  readonly id: number
  readonly key: string
  readonly state: string
  readonly dueAt: number
  readonly nextAt: number
  readonly expiresAt: number | null
  readonly attempts: number
  readonly unsure: number
  readonly bundle: string | null
  readonly body: string
  readonly owner: string | null
}
export type Claim = {
  /** Spaces that have enough to do. */
  readonly without: readonly string[]
  readonly platform: Platform
  readonly holder: string
  readonly now: number
  readonly leaseUntil: number
  readonly limit: number
}

/** Takes lanes where something is due and nobody works, those that wait longest first. */
export async function claimLanes(db: Database, { platform, holder, now, leaseUntil, limit, without }: Claim): Promise<Lane[]> {
  const free = db
    .selectFrom('delivery_lanes')
    .select('lane')
    .where('platform', '=', platform)
    .where('next_at', '<=', now)
    .where('lease_until', '<=', now)
    .$if(without.length > 0, query => query.where('space', 'not in', without))
    .orderBy('next_at')
    .limit(limit)
  const rows = await db
    .updateTable('delivery_lanes')
    .set({ holder, lease_until: leaseUntil })
    .where('lane', 'in', skipLocked(db)(free))
    .returning(['lane', 'platform', 'space', 'address', 'privately'])
    .execute()
  return rows.map(({ lane, space, address, privately }) => ({ lane, to: { platform, space, id: address }, privately: privately === 1 }))
}

/** What is due in a lane and not done, in order. */
export const readLane = (db: Database, lane: string, now: number, limit: number): Promise<DeliveryRow[]> =>
  db
    .selectFrom('deliveries')
    .select([
      'id',
      'key',
      'state',
      'due_at as dueAt',
      'next_at as nextAt',
      'expires_at as expiresAt',
      'attempts',
      'unsure',
      'bundle',
      'body',
      'owner',
    ])
    .where('lane', '=', lane)
    .where(UNDONE)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute()

export type Begin = { readonly lane: string; readonly holder: string; readonly leaseUntil: number }

/** Says that the message is about to leave, and renews the lease. `lost`: another works on the lane, or has tried this message since it was read.
 *  `gone`: the message was taken back. */
export async function beginSending(
  trx: Trx,
  { id, attempts }: DeliveryRow,
  { lane, holder, leaseUntil }: Begin,
): Promise<'begun' | 'lost' | 'gone'> {
  const kept = await trx
    .updateTable('delivery_lanes')
    .set({ lease_until: leaseUntil })
    .where('lane', '=', lane)
    .where('holder', '=', holder)
    .executeTakeFirst()
  if (kept.numUpdatedRows === 0n) return 'lost'
  const begun = await trx
    .updateTable('deliveries')
    .set({ state: 'sending', attempts: attempts + 1 })
    .where('id', '=', id)
    .where(UNDONE)
    .where('attempts', '=', attempts)
    .executeTakeFirst()
  if (begun.numUpdatedRows > 0n) return 'begun'
  const other = await trx.selectFrom('deliveries').select('id').where('id', '=', id).where(UNDONE).executeTakeFirst()
  return other ? 'lost' : 'gone'
}

export type End = {
  readonly state: 'sent' | 'failed' | 'dropped'
  readonly at: number
  readonly why?: string
  readonly messageId?: string
}

/** The words of what is done are not kept. */
export async function endDeliveries(trx: Trx, ids: readonly number[], { state, at, why, messageId }: End): Promise<void> {
  await trx
    .updateTable('deliveries')
    .set({ state, done_at: at, unsure: 0, why: why ?? null, message_id: messageId ?? null, body: '' })
    .where('id', 'in', ids)
    .execute()
}

export async function putOff(trx: Trx, id: number, nextAt: number, unsure: boolean, why: string): Promise<void> {
  await trx
    .updateTable('deliveries')
    .set({ state: 'waiting', next_at: nextAt, unsure: unsure ? 1 : 0, why })
    .where('id', '=', id)
    .execute()
}

export async function moveDelivery(trx: Trx, id: number, dueAt: number): Promise<void> {
  await trx.updateTable('deliveries').set({ state: 'waiting', due_at: dueAt, next_at: dueAt }).where('id', '=', id).execute()
}

/** Gives a lane back, to be looked at when its next one is due, and not before `notBefore`. */
export async function releaseLane(trx: Trx, lane: string, holder: string, notBefore: number): Promise<void> {
  // First the lane's own row, so that whoever puts something into it at this moment comes before this or after it.
  const mine = await trx
    .updateTable('delivery_lanes')
    .set({ lease_until: 0, holder: null })
    .where('lane', '=', lane)
    .where('holder', '=', holder)
    .executeTakeFirst()
  if (mine.numUpdatedRows === 0n) return
  const head = await trx
    .selectFrom('deliveries')
    .select(['due_at', 'next_at'])
    .where('lane', '=', lane)
    .where(UNDONE)
    .orderBy('due_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  const nextAt = head ? Math.max(head.due_at, head.next_at, notBefore) : null
  await trx.updateTable('delivery_lanes').set({ next_at: nextAt }).where('lane', '=', lane).execute()
}

/** Several rows of a lane become one, in the same transaction. */
export async function mergeDeliveries(trx: Trx, { lane, to }: Lane, merge: Merge, at: number): Promise<void> {
  const { ids, key, dueAt, expiresAt, body } = merge
  const row = {
    key,
    lane,
    platform: to.platform,
    space: to.space,
    state: 'waiting',
    due_at: dueAt,
    next_at: at,
    expires_at: expiresAt,
    body,
  }
  await trx
    .insertInto('deliveries')
    .values(row)
    .onConflict(conflict => conflict.column('key').doNothing())
    .execute()
  const merged = await trx
    .updateTable('deliveries')
    .set({ state: 'merged', done_at: at, body: '' })
    .where('id', 'in', ids)
    .where('state', '=', 'waiting')
    .where('attempts', '=', 0)
    .executeTakeFirst()
  // One of them has been tried since they were read: then nothing of this happens, and the lane is read again.
  if (Number(merged.numUpdatedRows) !== ids.length) throw new Error('Deliveries changed while they were put together')
}

/** @returns how many processes work on the same platform */
export async function beat(db: Database, platform: Platform, id: string, now: number, aliveSince: number): Promise<number> {
  await db
    .insertInto('delivery_workers')
    .values({ id, seen_at: now })
    .onConflict(conflict => conflict.column('id').doUpdateSet({ seen_at: now }))
    .execute()
  const row = await db
    .selectFrom('delivery_workers')
    .select(({ fn }) => fn.countAll<number>().as('alive'))
    .where('seen_at', '>', aliveSince)
    .where('id', 'like', `${platform}-%`)
    .executeTakeFirstOrThrow()
  return row.alive
}

export const forgetWorker = (db: Database, id: string) => db.deleteFrom('delivery_workers').where('id', '=', id).execute()
