/** Purpose: the contract of a platform: how it is started, spoken through and stopped. One being down never takes another down. */
import type { Platform as PlatformName } from '../address.ts'
import type { PublishEvents } from '../calendar/events-port.ts'
import type { Conversation } from '../command-kit/run-command.ts'
import type { Homes } from '../groups/homes-port.ts'
import type { Messenger } from '../messenger.ts'

/** `starting` until it was reached for the first time; `down` while it cannot be reached or refuses us (the log says why). */
export type Health = 'starting' | 'up' | 'down'

export type Platform = Messenger & {
  readonly name: PlatformName
  /** Where people find it, for the first lines that the operator reads. */
  readonly greeting: string
  health(): Health
  /** How groups get a home there; the web chat’s are known before it starts. */
  readonly homes?: Homes
  /** How dates are shown there as events, where it has such. */
  readonly events?: PublishEvents
  /** Finishes what it is doing, then lets go. */
  stop(): Promise<void>
}

export type StartPlatform<Settings> = (conversation: Conversation, settings: Settings) => Promise<Platform>
