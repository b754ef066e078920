/** Purpose: start the platforms that are set up. The web chat always is; the code of the others is loaded only where they are wanted. */
import type { EventsBook } from '../calendar/events-port.ts'
import type { Conversation } from '../command-kit/run-command.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/open.ts'
import type { HomesBook } from '../groups/homes-port.ts'
import { type Messenger, Refused } from '../messenger.ts'
import type { OpsRoutes } from '../ops/health.ts'
import type { Log } from '../ops/log.ts'
import type { Platform } from './platform.ts'
import { startWeb } from './web/connect.ts'
import type { ReadFeed } from './web/feeds.ts'

export type PlatformParts = {
  readonly config: Config
  readonly db: Database
  readonly log: Log
  readonly ops: OpsRoutes
  readonly now: () => Temporal.Instant
  /** Gives the calendar file behind a secret address. */
  readonly readFeed?: ReadFeed
  /** Where each platform offers the homes that it gives. */
  readonly homes?: HomesBook
  readonly events?: EventsBook
}
export type Platforms = { readonly web: Platform; readonly all: readonly Platform[]; readonly messenger: Messenger; stop(): Promise<void> }

/** Trouble of Slack or Discord is theirs: they are logged as down, and the rest runs on.
 *  @throws Error when the web chat can't have its port */
export async function startPlatforms(conversation: Conversation, parts: PlatformParts): Promise<Platforms> {
  const { config, db, log, ops, now, readFeed } = parts
  const door = config.slack?.signingSecret
    ? (await import('./slack/http-door.ts')).makeHttpDoor(config.slack.signingSecret, now)
    : undefined
  const web = await startWeb(conversation, {
    config: config.web,
    db,
    log,
    ops,
    now,
    ...(readFeed && { readFeed }),
    ...(door && { extraRoutes: door.routes }),
  })
  const { language } = config
  const [slack, discord] = await Promise.all([
    config.slack &&
      (await import('./slack/connect.ts')).startSlack(conversation, {
        config: config.slack,
        language,
        db,
        log,
        now,
        ...(door && { httpDoor: door }),
      }),
    config.discord && (await import('./discord/connect.ts')).startDiscord(conversation, { config: config.discord, language, db, log, now }),
  ])
  const all = [web, slack, discord].filter(platform => platform !== undefined)
  for (const { name, homes, events } of all) {
    if (homes) parts.homes?.offer(name, homes)
    if (events) parts.events?.offer(name, events)
  }
  return { web, all, messenger: messengerOf(all), stop: async () => void (await Promise.all(all.map(platform => platform.stop()))) }
}

/** Sends through the platform that an address names. */
function messengerOf(platforms: readonly Platform[]): Messenger {
  const of = (name: string): Platform => {
    const platform = platforms.find(started => started.name === name)
    if (!platform) throw new Refused('gone')
    return platform
  }
  return {
    send: async (to, reply, options) => of(to.platform).send(to, reply, options),
    wasSent: async (to, options) => (await of(to.platform).wasSent?.(to, options)) ?? false,
  }
}
