/** Purpose: work through what is due on one platform: many lanes at once, each in order, until told to stop. */
import { randomBytes } from 'node:crypto'
import type { Platform } from '../address.ts'
import type { Database } from '../database/open.ts'
import type { Messenger } from '../messenger.ts'
import { SEND_WITHIN } from '../messenger.ts'
import type { Log } from '../ops/log.ts'
import { type Clock, REAL_CLOCK } from './clock.ts'
import type { Composers } from './compose.ts'
import { beat, claimLanes, forgetWorker, type Lane } from './delivery-store.ts'
import { type GroupCommit, makeGroupCommit } from './group-commit.ts'
import { makePace, RATES, type Rates } from './pace.ts'
import { PATIENCE } from './retry.ts'
import { runLane, type Times } from './run-lane.ts'

export const TIMES: Times = { lease: 3 * SEND_WITHIN, sendWithin: SEND_WITHIN, settleAfter: SEND_WITHIN, patience: 2_000, retry: PATIENCE }
/** Lanes that one process works in at the same time. */
const AT_ONCE = 256
/** Taken at once: what one space can take in within the patience of those who wait, or those who come too many are sent away again. */
const CLAIM = 32
/** New lanes are claimed a quarter at a time, not one by one. */
const CLAIM_BELOW = 0.75
const LOOK_EVERY = 1_000
const BEAT_EVERY = 5_000
/** After this silence a process counts as gone, when the pace is divided. */
const ALIVE = 3 * BEAT_EVERY

export type WorkerOptions = {
  readonly db: Database
  readonly platform: Platform
  readonly messenger: Messenger
  readonly composers: Composers
  readonly log: Log
  readonly clock?: Clock
  readonly rates?: Rates
  readonly times?: Times
  readonly atOnce?: number
  readonly lookEvery?: number
  readonly write?: GroupCommit
}
/** `stop` finishes what is being sent. */
export type Worker = { stop(): Promise<void> }

export function startWorker(options: WorkerOptions): Worker {
  const { db, platform, log, clock = REAL_CLOCK, times = TIMES, atOnce = AT_ONCE, lookEvery = LOOK_EVERY } = options
  const stopping = new AbortController()
  const holder = `${platform}-${randomBytes(6).toString('hex')}`
  const pace = makePace(options.rates ?? RATES[platform])
  const parts = { ...options, clock, times, holder, pace, stopping: stopping.signal, write: options.write ?? makeGroupCommit(db) }
  const running = new Map<string, Promise<void>>()
  let freed = new AbortController()
  const run = (lane: Lane) => {
    const work = runLane(parts, lane)
      .catch(error => log.error({ err: error, platform }, 'a lane could not be given back; its lease will end'))
      .finally(() => {
        running.delete(lane.lane)
        if (running.size <= atOnce * CLAIM_BELOW) freed.abort()
      })
    running.set(lane.lane, work)
  }
  const look = async () => {
    freed = new AbortController()
    const now = clock.now()
    const room = atOnce - running.size
    const { spaces, platform: full } = pace.full(now, times.patience)
    const claim = { platform, holder, now, leaseUntil: now + times.lease, limit: Math.min(room, CLAIM), without: spaces }
    const lanes = room > 0 && !full ? await claimLanes(db, claim) : []
    // A lane whose lease has ended while this very process is still at work in it goes on as it is; its lease has just been renewed.
    for (const lane of lanes) if (!running.has(lane.lane)) run(lane)
    return lanes.length
  }
  const loop = repeat(stopping.signal, clock, log, async () => {
    const found = await look()
    if (found === 0 || running.size > atOnce * CLAIM_BELOW) await clock.sleep(lookEvery, AbortSignal.any([stopping.signal, freed.signal]))
  })
  const beats = repeat(stopping.signal, clock, log, async () => {
    pace.share(await beat(db, platform, holder, clock.now(), clock.now() - ALIVE))
    await clock.sleep(BEAT_EVERY, stopping.signal)
  })
  return {
    async stop() {
      stopping.abort()
      await Promise.all([loop, beats])
      await Promise.all(running.values())
      await forgetWorker(db, holder).catch(() => undefined)
    },
  }
}

/** Goes on after failures (a database that is away), and says them. */
async function repeat(stopping: AbortSignal, clock: Clock, log: Log, work: () => Promise<void>): Promise<void> {
  while (!stopping.aborted) {
    try {
      await work()
    } catch (error) {
      log.error({ err: error }, 'delivery is interrupted')
      await clock.sleep(BEAT_EVERY, stopping)
    }
  }
}
