/** Purpose: decide which messages that wait for the same place become one: those of one bundle, and those of a long absence. */
import { type Body, type Composers, type Item, LATE, readBody } from './compose.ts'
import type { DeliveryRow } from './delivery-store.ts'

const HOUR = 3_600_000
/** After an absence as long as this, one digest instead of a flood. */
export const LONG_ABSENCE = 24 * HOUR

export type Merge = {
  readonly ids: readonly number[]
  readonly key: string
  readonly dueAt: number
  readonly expiresAt: number | null
  readonly body: string
}

/** The first group that belongs together, if any. Only what was never tried, so that nothing is said twice. */
export function findMerge(composers: Composers, rows: readonly DeliveryRow[], now: number): Merge | undefined {
  const fresh = rows.filter(row => row.state === 'waiting' && row.unsure === 0 && row.attempts === 0 && !isPast(row, now))
  const parts = fresh.flatMap(row => {
    const body = readBody(row.body)
    return 'facts' in body && composers[body.topic]?.digest ? [{ row, body }] : []
  })
  const late = parts.filter(({ row }) => now - row.dueAt > LATE)
  if (late.some(({ row }) => now - row.dueAt > LONG_ABSENCE)) {
    const merged = mergeOf(late)
    if (merged) return merged
  }
  const bundles = Map.groupBy(
    parts.filter(({ row }) => row.bundle !== null),
    ({ row }) => row.bundle,
  )
  for (const group of bundles.values()) {
    const merged = mergeOf(group)
    if (merged) return merged
  }
  return undefined
}

export const isPast = ({ expiresAt }: Pick<DeliveryRow, 'expiresAt'>, now: number) => expiresAt !== null && expiresAt < now

type Part = { readonly row: DeliveryRow; readonly body: Extract<Body, { facts: unknown }> }

function mergeOf(parts: readonly Part[]): Merge | undefined {
  const topic = parts[0]?.body.topic
  const group = parts.filter(({ body }) => body.topic === topic)
  const [first] = group
  if (!first || group.length < 2) return undefined
  const many: Item[] = group.map(({ row, body }) => ({ facts: body.facts, dueAt: row.dueAt }))
  const ends = group.map(({ row }) => row.expiresAt)
  return {
    ids: group.map(({ row }) => row.id),
    // The same rows make the same key, and a row is merged once: so is the digest.
    key: `digest:${first.row.id}:${group.length}`,
    dueAt: first.row.dueAt,
    expiresAt: ends.some(end => end === null) ? null : Math.max(...ends.map(Number)),
    body: JSON.stringify({ topic, many }),
  }
}
