/** Purpose: one connection to Discord's gateway through discord.js: what we ask for, what we keep in memory, and the events that we listen to. */
import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, Options } from 'discord.js'
import { readyEvent } from './read-event.ts'
import { type Reconnecting, strategyFor } from './reconnect.ts'

/** None is privileged. GUILDS: which servers and roles there are (who may manage a server). GUILD_MESSAGES: messages that mention us, the only ones
 *  in a server whose content Discord shows without MESSAGE_CONTENT. DIRECT_MESSAGES: what people write to us alone. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]
/** We answer from the first moment; only discord.js's own `clientReady` waits for the list of servers. In milliseconds. */
const WAIT_FOR_SERVERS = 1000
const TIMEOUT = 10_000

export type Listeners = {
  ready(data: unknown, shard: number): void
  resumed(shard: number): void
  interaction(data: unknown): void
  message(data: unknown): void
  /** discord.js connects this shard anew by itself. */
  reconnecting(shard: number, code: number | undefined): void
  /** It came back, and Discord says neither yes nor no to the old session. */
  stuck(): void
  /** Discord closed for good, for the reason that the code names. discord.js tells nobody else: its `isReady()` stays true. */
  closed(code: number): void
  /** Something in discord.js itself; without a listener it would end the process. */
  failed(error: unknown): void
}

export function makeGateway(apiUrl: string | undefined, given: Listeners): Client {
  const life: Reconnecting = { over: false, codes: new Map(), stuck: () => listeners.stuck() }
  const listeners = whileAlive(life, given)
  const client = new Client({
    intents: INTENTS,
    // As many connections as Discord asks for.
    shards: 'auto',
    waitGuildTimeout: WAIT_FOR_SERVERS,
    makeCache: Options.cacheWithLimits(SMALL),
    allowedMentions: { parse: [] },
    enforceNonce: true,
    rest: { version: '10', retries: 0, timeout: TIMEOUT, ...(apiUrl && { api: apiUrl }) },
    ws: { buildStrategy: manager => strategyFor(manager, life) },
  })
  const destroy = client.destroy.bind(client)
  client.destroy = () => {
    life.over = true
    return destroy()
  }
  client.ws.on(GatewayDispatchEvents.Ready, (data: unknown, shard) => listeners.ready(data, shard))
  client.ws.on(GatewayDispatchEvents.Resumed, (_: unknown, shard) => listeners.resumed(shard))
  client.on(Events.Raw, (packet: { t: string | null; d: unknown }) => takePacket(packet, listeners))
  client.on(Events.ShardReconnecting, shard => listeners.reconnecting(shard, life.codes.get(shard)))
  client.on(Events.ShardDisconnect, ({ code }) => listeners.closed(code))
  client.on(Events.ShardError, error => listeners.failed(error))
  client.on(Events.Error, error => listeners.failed(error))
  return client
}

function whileAlive(life: Reconnecting, given: Listeners): Listeners {
  const unlessOver =
    <A extends readonly unknown[]>(work: (...args: A) => void) =>
    (...args: A) => {
      if (!life.over) work(...args)
    }
  return {
    ready: unlessOver(given.ready),
    resumed: unlessOver(given.resumed),
    interaction: unlessOver(given.interaction),
    message: unlessOver(given.message),
    reconnecting: unlessOver(given.reconnecting),
    stuck: unlessOver(given.stuck),
    closed: unlessOver(given.closed),
    failed: unlessOver(given.failed),
  }
}

/** What people say comes to us as it arrived. discord.js would hold it back until every server is loaded, when an interaction has long expired;
 *  it would build objects that nobody reads; and a packet that it does not understand would end the process. So it never sees these packets. */
function takePacket(packet: { t: string | null; d: unknown }, listeners: Listeners) {
  if (packet.t === GatewayDispatchEvents.Ready) completeReady(packet.d)
  if (packet.t === GatewayDispatchEvents.InteractionCreate) listeners.interaction(packet.d)
  else if (packet.t === GatewayDispatchEvents.MessageCreate) listeners.message(packet.d)
  else return
  packet.t = TAKEN
}
const TAKEN = 'TAKEN_BY_PLENARY'

/** discord.js fails at a READY without an application, which servers that are not Discord may leave out. */
function completeReady(given: unknown): void {
  const { data } = readyEvent.safeParse(given)
  if (data && typeof given === 'object' && given !== null) Object.assign(given, { application: { flags: 0, ...data.application } })
}

/** Messages, members and the rest are read from the packets and forgotten. Servers, channels and roles must stay, as discord.js counts on them. */
const NOTHING_KEPT = 0
const SMALL = {
  ...Options.DefaultMakeCacheSettings,
  ApplicationCommandManager: NOTHING_KEPT,
  ApplicationEmojiManager: NOTHING_KEPT,
  AutoModerationRuleManager: NOTHING_KEPT,
  BaseGuildEmojiManager: NOTHING_KEPT,
  DMMessageManager: NOTHING_KEPT,
  EntitlementManager: NOTHING_KEPT,
  GuildBanManager: NOTHING_KEPT,
  GuildEmojiManager: NOTHING_KEPT,
  GuildForumThreadManager: NOTHING_KEPT,
  GuildInviteManager: NOTHING_KEPT,
  GuildMemberManager: { maxSize: 0, keepOverLimit: (member: { id: string; client: Client }) => member.id === member.client.user?.id },
  GuildMessageManager: NOTHING_KEPT,
  GuildScheduledEventManager: NOTHING_KEPT,
  GuildStickerManager: NOTHING_KEPT,
  GuildTextThreadManager: NOTHING_KEPT,
  MessageManager: NOTHING_KEPT,
  PresenceManager: NOTHING_KEPT,
  ReactionManager: NOTHING_KEPT,
  ReactionUserManager: NOTHING_KEPT,
  StageInstanceManager: NOTHING_KEPT,
  ThreadManager: NOTHING_KEPT,
  ThreadMemberManager: NOTHING_KEPT,
  UserManager: { maxSize: 0, keepOverLimit: (user: { id: string; client: Client }) => user.id === user.client.user?.id },
  VoiceStateManager: NOTHING_KEPT,
}
