/** Purpose: let what waits in the outbox go out on a platform under test, and stop with the test. */
import { onTestFinished } from 'vitest'
import { startWorker } from '../../../src/delivery/worker.ts'
import { makeLog } from '../../../src/ops/log.ts'
import type { Platform } from '../../../src/platforms/platform.ts'
import type { TestPlenary } from '../make-plenary.ts'

export function deliverOn({ db }: TestPlenary, platform: Platform): void {
  const worker = startWorker({ db, platform: platform.name, messenger: platform, composers: {}, log: makeLog('error'), lookEvery: 50 })
  onTestFinished(() => worker.stop())
}
