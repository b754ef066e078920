/** Purpose: start Discord, keep it connected, and let go of it cleanly. Its troubles stay its own: they are logged, and nothing else stops. */
import type { Client } from 'discord.js'
import type { Conversation } from '../../command-kit/run-command.ts'
import type { DiscordConfig } from '../../config.ts'
import type { Database } from '../../database/open.ts'
import type { Language } from '../../locales/say.ts'
import type { Log } from '../../ops/log.ts'
import { GIVE_UP_AFTER } from '../in-time.ts'
import type { Platform } from '../platform.ts'
import { makeSeen } from '../seen.ts'
import { makeTurns } from '../turns.ts'
import { makeCalls } from './calls.ts'
import { makeCallsOnce } from './calls-once.ts'
import { makeDiscordEvents } from './events.ts'
import { makeDiscordHomes } from './homes.ts'
import { keepConnected } from './keep-connected.ts'
import { keepRegistered } from './keep-registered.ts'
import { makeKeptButtons } from './kept-buttons.ts'
import { makeKnown } from './known.ts'
import { inviteLink } from './permissions.ts'
import { interactionEvent, messageEvent } from './read-event.ts'
import { visitorOf } from './read-interaction.ts'
import { receive } from './receive.ts'
import { isForUs, receiveMessage } from './receive-message.ts'
import { makeSender } from './send.ts'
import { startDirect } from './start-direct.ts'
import { makeUnasked } from './unasked.ts'

export type DiscordSettings = {
  readonly config: DiscordConfig
  readonly db: Database
  readonly log: Log
  readonly now: () => Temporal.Instant
  /** Of what Discord itself adds to messages that are for no one person. */
  readonly language: Language
  /** How long one attempt to send unasked may take, in milliseconds. */
  readonly giveUpAfter?: number
}

/** What is being answered gets so long at a stop, in milliseconds. */
const FINISH_WITHIN = 8000

/** Comes back at once; `health` tells when Discord is there. */
export async function startDiscord(
  conversation: Conversation,
  { config, db, log, now, language, giveUpAfter = GIVE_UP_AFTER }: DiscordSettings,
): Promise<Platform> {
  const calls = makeCalls(config.token, config.apiUrl, () => connection.refuse())
  const kept = makeKeptButtons(db, now)
  const sender = makeSender({ calls, kept })
  const once = makeCallsOnce(config.token, config.apiUrl, () => connection.refuse())
  const unasked = makeUnasked({ calls: once, sender, kept, log, language, giveUpAfter, self: () => self })
  const known = makeKnown()
  const seen = makeSeen()
  const takeTurn = makeTurns()
  const refused = () => connection.refuse()
  const direct = startDirect({ conversation, calls, known, log, now, language, refused, client: () => client })
  const working = new Set<Promise<unknown>>()
  let self = ''
  let client: Client | undefined

  const work = (task: Promise<unknown>) => {
    working.add(task)
    task.finally(() => working.delete(task))
  }
  const connection = keepConnected(config, log, {
    ready(current, { user, application }) {
      client = current
      if (self === '') {
        log.info({ platform: 'discord', application: application.id, invite: inviteLink(application.id) }, 'Discord is here')
        work(keepRegistered(calls.rest, application.id, conversation.book, log, connection.stopping))
      }
      self = user.id
    },
    interaction(data) {
      const { data: event, error } = interactionEvent.safeParse(data)
      if (!event) return log.warn({ platform: 'discord', err: error }, 'Discord sent an interaction that Plenary can’t read')
      if (!seen.first(event.id)) return
      known.remember(visitorOf(event))
      work(receive({ conversation, calls, kept, log, takeTurn, direct }, event))
    },
    message(data) {
      const { data: event } = messageEvent.safeParse(data)
      if (event?.author.id === self) unasked.saw(event)
      if (!event || !isForUs(event, self) || !seen.first(event.id)) return
      work(receiveMessage({ conversation, sender, log, direct, self: () => self, knownOf: message => known.of(client, message) }, event))
    },
  })

  return {
    name: 'discord',
    greeting: 'Discord',
    health: () => connection.health(),
    homes: makeDiscordHomes({ rest: calls.rest, self: () => self, refused: () => connection.refuse() }),
    events: makeDiscordEvents({ rest: calls.rest, self: () => self, refused: () => connection.refuse() }),
    send: unasked.send,
    wasSent: unasked.wasSent,
    async stop() {
      connection.listenNoMore()
      await Promise.race([Promise.allSettled(working), new Promise(resolve => setTimeout(resolve, FINISH_WITHIN).unref())])
      await connection.stop()
    },
  }
}
