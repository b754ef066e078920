/** Purpose: start Slack: one Bolt app behind two sockets, or behind `/slack/events`, or both. Its troubles are its own; the rest of Plenary runs on. */
import { setTimeout as sleep } from 'node:timers/promises'
import { App } from '@slack/bolt'
import type { Conversation } from '../../command-kit/run-command.ts'
import type { SlackConfig } from '../../config.ts'
import type { Database } from '../../database/open.ts'
import { type Language, labelIn } from '../../locales/say.ts'
import type { Log } from '../../ops/log.ts'
import { GIVE_UP_AFTER } from '../in-time.ts'
import { keepButton, readKeptButton } from '../kept-buttons-store.ts'
import type { Health, Platform } from '../platform.ts'
import { makeTurns } from '../turns.ts'
import { makeDoor } from './accept.ts'
import { makeDirects } from './directs.ts'
import { makeSlackHomes } from './homes.ts'
import type { HttpDoor } from './http-door.ts'
import { introduce } from './introduce.ts'
import { makePrepare } from './prepare.ts'
import { receive } from './receive.ts'
import { makePacer } from './send.ts'
import { makeSockets } from './sockets.ts'
import { makeUnasked } from './unasked.ts'
import { makeVisitors } from './visitors.ts'
import { clientOptions, makeClients, quietLogger } from './web-client.ts'

export type SlackSettings = {
  readonly config: SlackConfig
  /** The language of what Slack needs said where no person asked. */
  readonly language: Language
  readonly db: Database
  readonly log: Log
  readonly now: () => Temporal.Instant
  /** Made beforehand with `makeHttpDoor` and given to the web chat as `extraRoutes`, where a signing secret is set. */
  readonly httpDoor?: HttpDoor | undefined
  /** How long one attempt to send unasked may take, in milliseconds. */
  readonly giveUpAfter?: number
}

/** How long the start waits for Slack, and a stop for what is being answered, in milliseconds. */
const START_WITHIN = 5_000
const STOP_WITHIN = 8_000
const RESUME_AFTER = 20_000
const TIDY_EVERY = 3_600_000

export async function startSlack(conversation: Conversation, settings: SlackSettings): Promise<Platform> {
  const { config, db, now, language, httpDoor, giveUpAfter = GIVE_UP_AFTER } = settings
  const log = settings.log.child({ platform: 'slack' })
  const clients = makeClients(config)
  const visitors = makeVisitors(clients.quick, log)
  const kept = { keep: (id: string) => keepButton(db, id), read: (key: string) => readKeptButton(db, key) }
  const prepare = makePrepare(visitors, kept)
  const pacer = makePacer()
  const stopping = new AbortController()
  const identity = introduce(clients.quick, log, stopping.signal, config.apiUrl)
  const app = makeApp(config, identity.current)
  receive(app, {
    conversation,
    clients,
    visitors,
    kept,
    prepare,
    pacer,
    takeTurn: makeTurns(),
    log,
    notice: identity.notice,
    self: identity.current,
    directs: makeDirects(clients.quick, log),
    revoked: identity.revoke,
  })

  const door = makeDoor({ app, db, log, now })
  const sockets = config.appToken === undefined ? undefined : makeSockets({ appToken: config.appToken, apiUrl: config.apiUrl, log })
  httpDoor?.open(door.accept)
  const connected = Promise.all([identity.known, sockets?.start(door.accept)])
  await Promise.race([connected, sleep(START_WITHIN, undefined, { ref: false })])
  const resuming = setTimeout(() => door.resume().catch(error => log.error({ err: error }, 'kept events could not be read')), RESUME_AFTER)
  resuming.unref()
  const tidying = setInterval(() => door.tidy().catch(error => log.error({ err: error }, 'old events could not be forgotten')), TIDY_EVERY)
  tidying.unref()

  const health = (): Health => {
    if (identity.state() !== 'up') return identity.state()
    return sockets && sockets.open() === 0 ? 'down' : 'up'
  }
  return {
    name: 'slack',
    greeting: `Slack (${identity.current()?.teamName ?? 'not reached yet'})`,
    health,
    homes: makeSlackHomes({ client: clients.patient, self: identity.current, notice: identity.notice, log }),
    ...makeUnasked({
      client: clients.patient,
      ...{ pacer, prepare, log, giveUpAfter },
      label: labelIn(language),
      self: identity.current,
      notice: identity.notice,
    }),
    async stop() {
      clearTimeout(resuming)
      clearInterval(tidying)
      stopping.abort()
      httpDoor?.close()
      await sockets?.stop()
      await Promise.race([Promise.all([door.idle(), pacer.idle()]), sleep(STOP_WITHIN, undefined, { ref: false })])
    },
  }
}

/** Deliveries come through our own door, so Bolt's receiver has nothing to do. */
function makeApp({ botToken, apiUrl }: SlackConfig, self: () => { user: string; bot: string | undefined } | undefined): App {
  const receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined }
  return new App({
    receiver,
    convoStore: false,
    clientOptions: clientOptions(apiUrl),
    logger: quietLogger(),
    async authorize() {
      const { user, bot } = self() ?? {}
      return { botToken, ...(user !== undefined && { botUserId: user }), ...(bot !== undefined && { botId: bot }) }
    },
  })
}
