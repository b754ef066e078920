/** Purpose: a Discord on this machine: gateway and REST over real sockets, as strict as the real one, with faults to script. */
import { createServer } from 'node:http'
import { PERMISSIONS } from '../../../src/platforms/discord/permissions.ts'
import { checkCommands, type FakeCommand } from './check-commands.ts'
import type { FakeGateway, GatewayOptions } from './gateway.ts'
import { startGateway } from './gateway.ts'
import { type Guild, makeGuild } from './guild.ts'
import type { Interaction, SentFile } from './interactions.ts'
import { readRequest } from './read-request.ts'
import type { Refusal } from './refusals.ts'
import { type Posted, type Rules, route } from './routes.ts'

export const TOKEN = 'MTExMTExMTExMTExMTExMTEx.fake00.fakefakefakefakefakefakefake'
export const APPLICATION = '111111111111111111'
export const GUILD = '222222222222222222'
export const CHANNEL = '333333333333333333'
export const EVERYONE = GUILD

export type Request = {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly body: unknown
  readonly files: readonly SentFile[]
  readonly auth: boolean
  readonly at: number
}
/** What to do with a request instead of answering it; `hang` lets it wait until the client gives up. */
export type Fault = {
  readonly on: (request: Request) => boolean
  times: number
  readonly how: Refusal | 'hang' | 'cut' | 'do it, then 500' | 'do it, then hang'
}

export type FakeDiscord = {
  readonly url: string
  readonly gateway: FakeGateway
  readonly requests: Request[]
  readonly refused: { request: Request; refusal: Refusal }[]
  readonly interactions: Map<string, Interaction>
  readonly posts: Posted[]
  readonly commands: { registered: FakeCommand[]; puts: number }
  /** Channels in which we may not write, and people who take no direct messages, by what Discord says. */
  readonly closed: Map<string, Refusal>
  readonly rules: Rules
  /** The server behind its REST routes: channels made, roles given. */
  readonly guild: Guild
  /** More servers that the bot is in, by their ids. */
  readonly others: Map<string, Guild>
  fault(fault: Fault): void
  stop(): Promise<void>
}
export type Options = {
  readonly shards?: number
  readonly closeAtIdentify?: number
  readonly ready?: object
  readonly guild?: object
  readonly others?: Readonly<Record<string, string>>
}

export async function startFakeDiscord({
  shards = 1,
  closeAtIdentify,
  ready,
  guild = {},
  others = {},
}: Options = {}): Promise<FakeDiscord> {
  const faults: Fault[] = []
  const state = {
    requests: [] as Request[],
    refused: [] as { request: Request; refusal: Refusal }[],
    interactions: new Map<string, Interaction>(),
    posts: [] as Posted[],
    commands: { registered: [] as FakeCommand[], puts: 0 },
    closed: new Map<string, Refusal>(),
    guild: makeGuild(GUILD, APPLICATION, PERMISSIONS),
    others: new Map(Object.keys(others).map(id => [id, makeGuild(id, APPLICATION, PERMISSIONS)])),
    rules: { tells: false, mayRead: true, self: APPLICATION },
  }
  const server = createServer(async (incoming, outgoing) => {
    const request = await readRequest(incoming)
    state.requests.push(request)
    const fault = faults.find(({ on, times }) => times > 0 && on(request))
    if (fault) fault.times--
    const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
      outgoing.writeHead(status, { ...(status !== 204 && { 'content-type': 'application/json' }), ...headers })
      outgoing.end(status === 204 ? undefined : JSON.stringify(body))
    }
    if (fault?.how === 'hang') return
    if (fault?.how === 'cut') return void incoming.socket.destroy()
    if (fault && typeof fault.how === 'object') return answer(fault.how.status, fault.how.body, fault.how.headers)
    const result = route({ ...state, gatewayUrl: wsUrl(), shards, token: TOKEN, checkCommands }, request, incoming.headers.authorization)
    if (state.rules.tells) tellOwn(request, result.body)
    if (fault?.how === 'do it, then hang') return
    if (fault?.how === 'do it, then 500') return answer(500, { message: 'Internal Server Error' })
    if (result.status >= 400) state.refused.push({ request, refusal: { status: result.status, body: Object(result.body) } })
    answer(result.status, result.body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const tellOwn = ({ method, path, body }: Request, made: unknown) => {
    const channel = /^\/channels\/(\d+)\/messages$/.exec(path)?.[1]
    if (method !== 'POST' || channel === undefined) return
    const nonce = Object(body).nonce
    gateway.dispatch('MESSAGE_CREATE', { ...Object(made), channel_id: channel, nonce, author: { id: APPLICATION, bot: true } })
  }
  const wsUrl = () => `ws://127.0.0.1:${port}`
  const gatewayOptions: GatewayOptions = {
    token: TOKEN,
    application: APPLICATION,
    guilds: [
      { ...aGuild(), ...guild },
      ...Object.entries(others).map(([id, name]) => ({ ...aGuild(), id, name, roles: [], channels: [] })),
    ],
    ...(closeAtIdentify !== undefined && { closeAtIdentify }),
    ...(ready && { ready }),
  }
  const gateway = startGateway(server, gatewayOptions, wsUrl)
  return {
    ...state,
    url: `http://127.0.0.1:${port}/api`,
    gateway,
    fault: fault => void faults.push(fault),
    async stop() {
      gateway.stop()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

const aGuild = () => ({
  id: GUILD,
  name: 'A coalition',
  owner_id: '999999999999999999',
  preferred_locale: 'en-US',
  features: [],
  roles: [
    { id: EVERYONE, name: '@everyone', permissions: '2048', position: 0, color: 0, hoist: false, managed: false, mentionable: false },
    {
      id: '444444444444444444',
      name: 'managers',
      permissions: '32',
      position: 1,
      color: 0,
      hoist: false,
      managed: false,
      mentionable: false,
    },
  ],
  channels: [{ id: CHANNEL, type: 0, name: 'general', position: 0, permission_overwrites: [] }],
  members: [],
  threads: [],
  emojis: [],
  stickers: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  member_count: 3,
})
