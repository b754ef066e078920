/** Purpose: an outbox with a worker whose clock runs as fast as it can be read. */
import { onTestFinished } from 'vitest'
import type { Address } from '../../src/address.ts'
import type { Database } from '../../src/database/open.ts'
import { type Clock, REAL_CLOCK } from '../../src/delivery/clock.ts'
import type { Composers } from '../../src/delivery/compose.ts'
import { makeOutbox, type NewDelivery, type TopicDelivery } from '../../src/delivery/outbox.ts'
import { startWorker } from '../../src/delivery/worker.ts'
import type { Messenger } from '../../src/messenger.ts'
import { makeLog } from '../../src/ops/log.ts'

export const general: Address = { platform: 'web', space: 'home', id: 'general' }
export const NOON = Temporal.Instant.from('2026-11-21T12:00:00Z').epochMilliseconds

export const deliveryOf = (key: string, own: Partial<NewDelivery> = {}): NewDelivery => ({
  key,
  to: general,
  dueAt: NOON - 1000,
  reply: { text: key },
  ...own,
})

export const putAll = (db: Database, deliveries: readonly (NewDelivery | TopicDelivery)[]) =>
  db.transaction().execute(trx => makeOutbox(db).put(trx, deliveries))

/** Real time, a hundred times as fast: a lease of 30 seconds is 300 milliseconds. */
const SPEED = 100

export function makeFastClock(start = NOON): Clock {
  const begun = performance.now()
  return {
    now: () => start + Math.round((performance.now() - begun) * SPEED),
    random: () => 0.5,
    sleep: (ms, signal) => REAL_CLOCK.sleep(ms / SPEED, signal),
  }
}

/** Works until `done` says so. */
export async function workUntil(
  db: Database,
  messenger: Messenger,
  done: () => Promise<boolean>,
  more: { clock?: Clock; composers?: Composers } = {},
) {
  const { clock = makeFastClock(), composers = {} } = more
  const worker = startWorker({ db, platform: 'web', messenger, composers, log: makeLog('fatal'), clock })
  let stopped = false
  onTestFinished(() => (stopped ? undefined : worker.stop()))
  for (let tries = 0; tries < 2000 && !(await done()); tries++) await new Promise(resolve => setTimeout(resolve, 5))
  await worker.stop()
  stopped = true
}

export const nothingWaits = (db: Database) => async () => (await makeOutbox(db).count('')).waiting === 0
