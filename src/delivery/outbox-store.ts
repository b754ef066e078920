/** Purpose: the outbox's rows as those see them who promise something: put, take back, count. */
import { type ExpressionBuilder, sql } from 'kysely'
import { formatAddress } from '../address.ts'
import { manyRows } from '../database/many-rows.ts'
import type { Database, Trx } from '../database/open.ts'
import type { Schema } from '../database/schema.ts'
import type { DeliveryCounts, NewDelivery, TopicDelivery } from './outbox.ts'

const BATCH = 5_000
const ROW = {
  key: 'text',
  lane: 'text',
  platform: 'text',
  space: 'text',
  due_at: 'bigint',
  expires_at: 'bigint',
  bundle: 'text',
  body: 'text',
  owner: 'text',
} as const
const LANE = { lane: 'text', platform: 'text', space: 'text', address: 'text', privately: 'integer', next_at: 'bigint' } as const

export async function putDeliveries(trx: Trx, deliveries: readonly (NewDelivery | TopicDelivery)[]): Promise<number> {
  let added = 0
  // In one order everywhere, so that two who put at the same time wait for each other and never in a circle.
  const sorted = deliveries.toSorted((one, other) => (one.key < other.key ? -1 : 1))
  for (let from = 0; from < sorted.length; from += BATCH) {
    const batch = sorted.slice(from, from + BATCH)
    const { numAffectedRows = 0n } = await sql`
      insert into deliveries (key, lane, platform, space, state, due_at, next_at, expires_at, bundle, body, owner)
      select key, lane, platform, space, 'waiting', due_at, due_at, expires_at, bundle, body, owner from ${manyRows(trx, ROW, batch.map(toRow))} as fresh
      where true on conflict (key) do nothing`.execute(trx)
    added += Number(numAffectedRows)
  }
  // A lane that is woken for nothing goes back to sleep, so which of the keys were new need not be known.
  if (added > 0) await wakeLanes(trx, sorted)
  return added
}

export async function cancelDeliveries(trx: Trx, prefix: string): Promise<number> {
  const result = await trx
    .deleteFrom('deliveries')
    .where(startsWith(prefix))
    .where('state', '=', 'waiting')
    .where('unsure', '=', 0)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

export async function countDeliveries(db: Database, prefix: string): Promise<DeliveryCounts> {
  const rows = await db
    .selectFrom('deliveries')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .where(startsWith(prefix))
    .groupBy('state')
    .execute()
  const count = (...states: string[]) => rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + row.count, 0)
  return { waiting: count('waiting', 'sending'), sent: count('sent'), failed: count('failed'), dropped: count('dropped') }
}

/** Where a message goes: a person and a channel of the same id are two lanes. */
export const laneOf = ({ to, privately }: Pick<NewDelivery, 'to' | 'privately'>) => (privately ? '@' : '') + formatAddress(to)

/** The highest code point follows every key that starts so. */
const startsWith = (prefix: string) => (match: ExpressionBuilder<Schema, 'deliveries'>) =>
  match.and([match('key', '>=', prefix), match('key', '<', `${prefix}\u{10ffff}`)])

function toRow(delivery: NewDelivery | TopicDelivery) {
  const { key, to, dueAt, expiresAt, owner, bundle } = delivery
  const body =
    'topic' in delivery ? { topic: delivery.topic, facts: delivery.facts } : { reply: delivery.reply, saysLate: delivery.saysLate }
  return {
    key,
    lane: laneOf(delivery),
    platform: to.platform,
    space: to.space,
    due_at: dueAt,
    expires_at: expiresAt ?? null,
    bundle: bundle ?? null,
    body: JSON.stringify(body),
    owner: owner ? formatAddress(owner) : null,
  }
}

async function wakeLanes(trx: Trx, deliveries: readonly (NewDelivery | TopicDelivery)[]): Promise<void> {
  const lanes = new Map<string, { to: NewDelivery['to']; privately: number; at: number }>()
  for (const delivery of deliveries) {
    const lane = laneOf(delivery)
    const known = lanes.get(lane)
    if (!known || delivery.dueAt < known.at) lanes.set(lane, { to: delivery.to, privately: delivery.privately ? 1 : 0, at: delivery.dueAt })
  }
  const values = [...lanes]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([lane, { to, privately, at }]) => ({ lane, platform: to.platform, space: to.space, address: to.id, privately, next_at: at }))
  if (values.length === 0) return
  await sql`
    insert into delivery_lanes (lane, platform, space, address, privately, next_at)
    select lane, platform, space, address, privately, next_at from ${manyRows(trx, LANE, values)} as fresh
    where true on conflict (lane) do update set next_at = excluded.next_at
    where delivery_lanes.next_at is null or delivery_lanes.next_at > excluded.next_at`.execute(trx)
}
