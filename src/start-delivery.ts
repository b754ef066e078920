/** Purpose: let what is due go out: a worker for each platform that runs, and the clock that plans. */
import type { Plenary } from './assemble.ts'
import { composeRefused } from './delivery/refused.ts'
import { startWorker } from './delivery/worker.ts'
import { startJobs } from './jobs/run-jobs.ts'
import type { Log } from './ops/log.ts'
import type { Platform } from './platforms/platform.ts'

/** `stop` ends before the platforms do: it finishes what is being sent. */
export function startDelivery(
  { db, calendar, people, jobs }: Plenary,
  platforms: readonly Platform[],
  log: Log,
): { stop(): Promise<void> } {
  const languageOf = async (address: Parameters<typeof people.recognise>[0]['address']) => (await people.recognise({ address })).language
  const composers = { reminder: calendar.composer, refused: composeRefused(languageOf) }
  const workers = platforms.map(platform => startWorker({ db, platform: platform.name, messenger: platform, composers, log }))
  const clock = startJobs(db, jobs, log)
  return {
    async stop() {
      await Promise.all([clock.stop(), ...workers.map(worker => worker.stop())])
    },
  }
}
