/** Purpose: put together what direct messages need: the servers that the gateway tells of, and what Discord says of a person in them. */
import type { Client } from 'discord.js'
import type { Conversation } from '../../command-kit/run-command.ts'
import type { Language } from '../../locales/say.ts'
import type { Log } from '../../ops/log.ts'
import { makeAsk } from './ask.ts'
import type { Calls } from './calls.ts'
import { makeChoices } from './choices.ts'
import { type Direct, makeDirect } from './direct.ts'
import type { Known } from './known.ts'
import { makeServersOf } from './servers-of.ts'
import { DiscordTrouble, troubleOf } from './trouble.ts'

export type StartDirect = {
  readonly conversation: Conversation
  readonly calls: Calls
  readonly known: Known
  readonly log: Log
  readonly now: () => Temporal.Instant
  readonly language: Language
  readonly refused: () => void
  readonly client: () => Client | undefined
}

export function startDirect({ conversation, calls, known, log, now, language, refused, client }: StartDirect): Direct {
  const clock = () => now().epochMilliseconds
  const ask = makeAsk(calls.rest, refused, cause => new DiscordTrouble(troubleOf(cause), cause))
  const servers = () => {
    const cache = client()?.guilds.cache
    // Who writes to us shares a server or did so: none at all means that the gateway has not told yet.
    return cache && cache.size > 0 ? [...cache.keys()] : undefined
  }
  return makeDirect({
    conversation,
    servers: makeServersOf({ ask, servers, now: clock }),
    choices: makeChoices(clock),
    log,
    language,
    nameOf: server => client()?.guilds.cache.get(server)?.name ?? server,
    knownOf: (user, { server, roles }) => known.of(client(), { author: { id: user }, guild_id: server, member: { roles: [...roles] } }),
  })
}
