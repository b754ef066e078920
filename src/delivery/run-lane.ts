/** Purpose: carry out what is due in one lane, in order, while the lease lasts. */

import type { Database } from '../database/open.ts'
import type { Messenger } from '../messenger.ts'
import type { Log } from '../ops/log.ts'
import { type Outcome, settle, trySending } from './attempt.ts'
import type { Clock } from './clock.ts'
import { type Composed, type Composers, compose } from './compose.ts'
import {
  beginSending,
  type DeliveryRow,
  endDeliveries,
  type Lane,
  mergeDeliveries,
  moveDelivery,
  putOff,
  readLane,
  releaseLane,
} from './delivery-store.ts'
import type { GroupCommit } from './group-commit.ts'
import { findMerge, isPast } from './merge.ts'
import type { Pace } from './pace.ts'
import { tellOwner } from './refused.ts'
import { type Patience, waitBefore } from './retry.ts'

export type Times = {
  /** How long a process may be silent before its lanes are taken over; longer than `sendWithin`. */
  readonly lease: number
  readonly sendWithin: number
  /** After an answer of unknown fate: how long something under way may still arrive. */
  readonly settleAfter: number
  /** How long to hold a lane only to wait for the platform's pace. */
  readonly patience: number
  readonly retry: Patience
}
export type LaneParts = {
  readonly db: Database
  readonly write: GroupCommit
  readonly messenger: Messenger
  readonly composers: Composers
  readonly pace: Pace
  readonly clock: Clock
  readonly holder: string
  readonly times: Times
  readonly log: Log
  readonly stopping: AbortSignal
}

const READ = 200
/** Then other lanes get their turn. */
const TURN = 20

export async function runLane(parts: LaneParts, lane: Lane): Promise<void> {
  const { db, write, clock, holder, stopping } = parts
  let notBefore = 0
  try {
    let rows = await mergeRows(parts, lane, await readLane(db, lane.lane, clock.now(), READ))
    for (let turn = 0; turn < TURN && rows[0] && !stopping.aborted; turn++) {
      const step = await carryOut(parts, lane, rows[0])
      if (step.is === 'lost') return
      if (step.is === 'wait') {
        notBefore = step.until
        break
      }
      rows = rows.slice(1)
    }
  } catch (error) {
    // The database was away, or a row cannot be read: the lane is looked at again, others go on.
    parts.log.error({ err: error, platform: lane.to.platform }, 'a delivery could not be carried out')
    notBefore = clock.now() + parts.times.retry.longest / 10
  }
  await write(lane.lane, trx => releaseLane(trx, lane.lane, holder, notBefore))
}

/** Puts together what belongs together, and reads again. */
async function mergeRows(parts: LaneParts, lane: Lane, rows: DeliveryRow[]): Promise<DeliveryRow[]> {
  const { db, write, composers, clock } = parts
  const merge = findMerge(composers, rows, clock.now())
  if (!merge) return rows
  await write(lane.lane, trx => mergeDeliveries(trx, lane, merge, clock.now()))
  return mergeRows(parts, lane, await readLane(db, lane.lane, clock.now(), READ))
}

type Step = { readonly is: 'done' } | { readonly is: 'lost' } | { readonly is: 'wait'; readonly until: number }
const DONE: Step = { is: 'done' }

async function carryOut(parts: LaneParts, lane: Lane, row: DeliveryRow): Promise<Step> {
  const { clock, pace, write, messenger, times } = parts
  const now = clock.now()
  if (row.nextAt > now) return { is: 'wait', until: row.nextAt }
  // `sending` was left by a process that died on the way.
  if (row.state === 'sending' || row.unsure === 1) {
    const found = await settle(messenger, lane, row.key, clock, times.sendWithin)
    // Whether something that is over had arrived is not asked again and again; what comes after it in the lane waits.
    if (isPast(row, now) && (found.is === 'later' || found.is === 'unknown')) return end(parts, lane, row, 'dropped', 'too late')
    if (found.is !== 'nothing') return conclude(parts, lane, row, found, true)
  }
  if (isPast(row, now)) return end(parts, lane, row, 'dropped', 'too late')
  const words = await compose(parts.composers, row.body, row.dueAt, now)
  if (!('reply' in words)) return withoutWords(parts, lane, row, words)
  const { taken, wait } = pace.reserve(lane, clock.now(), times.patience)
  if (!taken) return { is: 'wait', until: clock.now() + Math.round(wait * (0.5 + clock.random() / 2)) }
  if (wait > 0) await clock.sleep(wait, parts.stopping)
  if (parts.stopping.aborted) return { is: 'wait', until: clock.now() }
  const begun = await write(lane.lane, trx =>
    beginSending(trx, row, { lane: lane.lane, holder: parts.holder, leaseUntil: clock.now() + times.lease }),
  )
  if (begun !== 'begun') return begun === 'lost' ? { is: 'lost' } : DONE
  return conclude(parts, lane, row, await trySending(messenger, lane, words.reply, row.key, clock, times.sendWithin), false)
}

async function withoutWords(parts: LaneParts, lane: Lane, row: DeliveryRow, words: Exclude<Composed, { reply: unknown }>): Promise<Step> {
  if (!('moveTo' in words)) return end(parts, lane, row, 'dropped', 'stale')
  await parts.write(lane.lane, trx => moveDelivery(trx, row.id, words.moveTo))
  return DONE
}

/** @param settling the question was whether it had been sent before, so that a failure leaves this as unsure as it was */
async function conclude(parts: LaneParts, lane: Lane, row: DeliveryRow, outcome: Outcome, settling: boolean): Promise<Step> {
  const { write, clock, pace, times, log } = parts
  const now = clock.now()
  const attempts = row.attempts + 1
  switch (outcome.is) {
    case 'sent':
      await write(lane.lane, trx => endDeliveries(trx, [row.id], { state: 'sent', at: now, messageId: outcome.messageId }))
      return DONE
    case 'refused':
      log.warn({ delivery: row.id, platform: lane.to.platform, why: outcome.why }, 'a delivery was refused for good')
      await write(lane.lane, async trx => {
        await endDeliveries(trx, [row.id], { state: 'failed', at: now, why: outcome.why })
        await tellOwner(trx, lane, row, outcome.why, now)
      })
      return DONE
    case 'later': {
      const until = now + waitBefore(attempts, clock.random(), outcome.afterMs, times.retry)
      if (outcome.afterMs > 0) pace.pause(lane, outcome.scope, now + outcome.afterMs)
      await write(lane.lane, trx => putOff(trx, row.id, until, settling, 'asked to wait'))
      return { is: 'wait', until }
    }
    case 'unknown': {
      log.warn({ delivery: row.id, platform: lane.to.platform, err: outcome.error }, 'nobody knows whether a delivery arrived')
      const until = now + Math.max(times.settleAfter, waitBefore(attempts, clock.random(), 0, times.retry))
      await write(lane.lane, trx => putOff(trx, row.id, until, true, 'unknown'))
      return { is: 'wait', until }
    }
  }
}

async function end({ write, clock }: LaneParts, lane: Lane, row: DeliveryRow, state: 'dropped', why: string): Promise<Step> {
  await write(lane.lane, trx => endDeliveries(trx, [row.id], { state, why, at: clock.now() }))
  return DONE
}
