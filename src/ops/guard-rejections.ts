/** Purpose: a promise that failed and that nobody waited for is told in the log, with a reference; it does not end everybody's Plenary. */
import { randomBytes } from 'node:crypto'
import type { Log } from './log.ts'

/** Libraries have such mistakes (Slack's sockets did, at one kind of event); by itself Node would end the process at the first. */
export function guardRejections(log: Log): void {
  process.on('unhandledRejection', error => {
    log.error({ err: error, reference: randomBytes(4).toString('hex') }, 'something failed that nobody waited for; Plenary runs on')
  })
}
