/** Purpose: tick once a minute, in UTC, and run what is due. Nothing is remembered in memory: what was missed is made up for by each job itself. */
import type { Database } from '../database/open.ts'
import { type Clock, REAL_CLOCK } from '../delivery/clock.ts'
import type { Log } from '../ops/log.ts'
import type { Job } from './job.ts'
import { takeSlot } from './jobs-store.ts'

const LENGTH = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const

export type Ticking = { stop(): Promise<void> }

/** The first tick is at once, the others at full minutes. */
export function startJobs(db: Database, timetable: readonly Job[], log: Log, clock: Clock = REAL_CLOCK): Ticking {
  const stopping = new AbortController()
  const loop = async () => {
    while (!stopping.signal.aborted) {
      await tick(db, timetable, log, clock.now())
      await clock.sleep(LENGTH.minute - (clock.now() % LENGTH.minute), stopping.signal)
    }
  }
  const done = loop()
  return {
    async stop() {
      stopping.abort()
      await done
    },
  }
}

/** Runs each job whose minute, hour or day has not been run. One that fails takes no other with it, and comes again with its next slot. */
export async function tick(db: Database, timetable: readonly Job[], log: Log, now: number): Promise<void> {
  for (const { name, every, run } of timetable) {
    try {
      if (await takeSlot(db, name, Math.floor(now / LENGTH[every]), now)) await run(Temporal.Instant.fromEpochMilliseconds(now))
    } catch (error) {
      log.error({ err: error, job: name }, 'a job failed')
    }
  }
}
