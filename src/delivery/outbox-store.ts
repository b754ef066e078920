/** Purpose: the outbox's rows as those see them who promise something: put, take back, count. */
import { type ExpressionBuilder, sql } from 'kysely'
import { formatAddress } from '../address.ts'
import { MAX_VALUES } from '../database/engine-of.ts'
import type { Database, Trx } from '../database/open.ts'
import type { Schema } from '../database/schema.ts'
import type { DeliveryCounts, NewDelivery, TopicDelivery } from './outbox.ts'

const COLUMNS = 12
const BATCH = Math.floor(MAX_VALUES / COLUMNS / 2)

export async function putDeliveries(trx: Trx, deliveries: readonly (NewDelivery | TopicDelivery)[]): Promise<number> {
  let added = 0
  // In one order everywhere, so that two who put at the same time wait for each other and never in a circle.
  const sorted = deliveries.toSorted((one, other) => (one.key < other.key ? -1 : 1))
  for (let from = 0; from < sorted.length; from += BATCH) {
    const batch = sorted.slice(from, from + BATCH)
    const rows = await trx
      .insertInto('deliveries')
      .values(batch.map(toRow))
      .onConflict(conflict => conflict.column('key').doNothing())
      .returning('key')
      .execute()
    added += rows.length
    const fresh = new Set(rows.map(({ key }) => key))
    await wakeLanes(
      trx,
      batch.filter(({ key }) => fresh.has(key)),
    )
  }
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
  const body = 'topic' in delivery ? { topic: delivery.topic, facts: delivery.facts } : { reply: delivery.reply }
  return {
    key,
    lane: laneOf(delivery),
    platform: to.platform,
    space: to.space,
    state: 'waiting',
    due_at: dueAt,
    next_at: dueAt,
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
  await trx
    .insertInto('delivery_lanes')
    .values(values)
    .onConflict(conflict =>
      conflict
        .column('lane')
        .doUpdateSet({ next_at: sql`excluded.next_at` })
        .where(match =>
          match.or([match('delivery_lanes.next_at', 'is', null), match('delivery_lanes.next_at', '>', match.ref('excluded.next_at'))]),
        ),
    )
    .execute()
}
