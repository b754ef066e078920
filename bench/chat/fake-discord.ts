/** Purpose: as much of Discord as a slash command over the gateway needs. */
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { type Command, closeAll, type FakeChat, type Guest, makeHall, serve } from './fake-chat.ts'
import { makeWaiting } from './waiting.ts'

const APPLICATION = '111111111111111111'
const GUILD = '222222222222222222'
const CHANNEL = '333333333333333333'
const DIRECT = '444444444444444444'
const PEOPLE = 50
const OP = { dispatch: 0, heartbeat: 1, identify: 2, hello: 10, ack: 11 }
const ANSWER_AT_ONCE = 4
const packet = z.object({ op: z.number(), d: z.object({ token: z.string().optional() }).nullable().catch(null) })

export async function startFakeDiscord(): Promise<FakeChat> {
  const hall = makeHall()
  const waiting = makeWaiting()
  const { server, host } = await serve((path, body, { method }) => {
    const [, id, end] = /\/(?:interactions|webhooks)\/\d+\/([\w-]+)\/?(\w*)/.exec(path) ?? []
    if (id === undefined && path.endsWith('/messages')) {
      const answered = answeredBy(body)
      waiting.acknowledged(answered)
      waiting.answered(answered)
      return A_MESSAGE
    }
    if (id === undefined) return JSON.stringify(callRoute(path, method, body, host))
    if (end === 'callback') {
      waiting.acknowledged(id)
      if (JSON.parse(body).type === ANSWER_AT_ONCE) waiting.answered(id)
      return undefined
    }
    waiting.answered(id)
    return A_MESSAGE
  })
  const hub = new WebSocketServer({ server })
  hub.on('connection', (socket: WebSocket) => {
    const send = (message: object) => socket.send(JSON.stringify(message))
    send({ op: OP.hello, d: { heartbeat_interval: 45_000 } })
    socket.on('message', raw => {
      const { op, d } = packet.parse(JSON.parse(String(raw)))
      if (op === OP.heartbeat) send({ op: OP.ack })
      if (op !== OP.identify) return
      send({ op: OP.dispatch, t: 'READY', s: 1, d: { ...READY, resume_gateway_url: `ws://${host}` } })
      send({ op: OP.dispatch, t: 'GUILD_CREATE', s: 2, d: SERVER })
      hall.enter(d?.token?.split('.')[0] ?? '', socket)
    })
  })
  let sequence = 2
  const guest = (who: string): Guest => ({
    settings: { DISCORD_TOKEN: `${who}.fake00.fakefakefakefakefakefakefake`, DISCORD_API_URL: `http://${host}/api` },
    connected: () => hall.waitFor(who),
    ask: command =>
      waiting.begin(id => {
        const [t, d] = command.way ? ['MESSAGE_CREATE', message(id, command)] : ['INTERACTION_CREATE', interaction(id, command)]
        hall.socketOf(who).send(JSON.stringify({ op: OP.dispatch, t, s: ++sequence, d }))
      }),
  })
  return { guest, close: () => closeAll(hub, server) }
}

function callRoute(path: string, method: string | undefined, body: string, host: string): unknown {
  if (path.includes('/gateway/bot')) {
    const session_start_limit = { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 16 }
    return { url: `ws://${host}`, shards: 1, session_start_limit }
  }
  if (path.includes('/commands')) return method === 'PUT' ? JSON.parse(body) : []
  if (path.endsWith('/users/@me/channels')) return { id: DIRECT, type: 1 }
  return {}
}

const BOT = { id: APPLICATION, username: 'Bench', discriminator: '0', avatar: null, bot: true }
const READY = {
  v: 10,
  user: BOT,
  guilds: [{ id: GUILD, unavailable: true }],
  session_id: 'bench',
  application: { id: APPLICATION, flags: 0 },
}
const EVERYONE = {
  id: GUILD,
  name: '@everyone',
  permissions: '2048',
  position: 0,
  color: 0,
  hoist: false,
  managed: false,
  mentionable: false,
}
const SERVER = {
  ...{ id: GUILD, name: 'Bench', owner_id: '999999999999999999', preferred_locale: 'en-US', features: [], roles: [EVERYONE] },
  channels: [{ id: CHANNEL, type: 0, name: 'general', position: 0, permission_overwrites: [] }],
  ...{
    members: [],
    threads: [],
    emojis: [],
    stickers: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
  },
  member_count: 3,
}
const A_MESSAGE = JSON.stringify({
  ...{
    id: '700000000000000001',
    channel_id: CHANNEL,
    author: BOT,
    content: '…',
    timestamp: '2026-11-21T09:00:00Z',
    edited_timestamp: null,
  },
  ...{ tts: false, mention_everyone: false, mentions: [], mention_roles: [], attachments: [], embeds: [], pinned: false, type: 0 },
})

let asked = 0
const newId = () => String(800_000_000_000_000_000n + BigInt(++asked))

function interaction(token: string, { name, words }: Command): object {
  const user = {
    id: String(500_000_000_000_000_000n + BigInt(asked % PEOPLE)),
    username: 'ana',
    discriminator: '0',
    avatar: null,
    bot: false,
  }
  return {
    ...{ id: newId(), application_id: APPLICATION, token, type: 2, version: 1, locale: 'en-US', guild_locale: 'en-US', context: 0 },
    ...{ guild_id: GUILD, channel_id: CHANNEL, channel: { id: CHANNEL, type: 0, guild_id: GUILD }, app_permissions: '274877942784' },
    member: { user, roles: [], permissions: '2048', joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 },
    ...{ entitlements: [], authorizing_integration_owners: { 0: GUILD }, attachment_size_limit: 10_485_760 },
    data: { id: '600000000000000001', name, type: 1, options: [{ name: 'words', type: 3, value: words }] },
  }
}

const said = new Map<string, string>()
/** A message has no acknowledgement; its answer names it, as what it replies to or by its nonce. */
const answered = z.object({ nonce: z.string().optional(), message_reference: z.object({ message_id: z.string() }).optional() })
function answeredBy(body: string): string {
  const { nonce, message_reference } = answered.parse(JSON.parse(body))
  const message = message_reference?.message_id ?? nonce?.replace(/-d$/, '') ?? ''
  const token = said.get(message) ?? ''
  said.delete(message)
  return token
}

function message(token: string, { name, words, way }: Command): object {
  const author = { ...BOT, id: String(500_000_000_000_000_000n + BigInt(asked % PEOPLE)), username: 'ana', bot: false }
  const id = newId()
  said.set(id, token)
  const where = way === 'direct' ? { channel_id: DIRECT, channel_type: 1 } : { channel_id: CHANNEL, guild_id: GUILD, member: { roles: [] } }
  const content = way === 'direct' ? `${name} ${words}` : `<@${APPLICATION}> ${name} ${words}`
  return { ...JSON.parse(A_MESSAGE), id, author, content, ...where, mentions: way === 'direct' ? [] : [BOT] }
}
