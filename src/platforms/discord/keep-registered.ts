/** Purpose: register the commands at a start, and go on trying while Discord has trouble. */

import { setTimeout as wait } from 'node:timers/promises'
import type { REST } from 'discord.js'
import type { CommandBook } from '../../command-kit/command-book.ts'
import type { Log } from '../../ops/log.ts'
import { registerCommands } from './register.ts'
import { adviceFor, isPassing, troubleOf } from './trouble.ts'

/** Milliseconds before each further try. */
const DELAYS = [2000, 10_000, 60_000, 300_000]

/** Never throws. */
export async function keepRegistered(rest: REST, application: string, book: CommandBook, log: Log, stopping: AbortSignal, delays = DELAYS) {
  try {
    const outcome = await registerCommands(rest, application, book)
    log.info({ platform: 'discord', outcome }, 'commands are registered')
  } catch (error) {
    const trouble = troubleOf(error)
    const [delay, ...later] = delays
    const again = isPassing(error) && delay !== undefined && !stopping.aborted
    log[again ? 'warn' : 'error'](
      { platform: 'discord', ...trouble, advice: adviceFor(trouble), again },
      'commands could not be registered',
    )
    if (!again) return
    await wait(delay, undefined, { signal: stopping, ref: false }).catch(() => undefined)
    if (!stopping.aborted) await keepRegistered(rest, application, book, log, stopping, later)
  }
}
