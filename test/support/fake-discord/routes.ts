/** Purpose: Discord's REST API, as far as a bot like ours uses it; everything else is not found. */

import type { FakeCommand } from './check-commands.ts'
import { checkMessage, type FakeMessage, isEmpty, posted } from './check-message.ts'
import type { Request } from './fake-discord.ts'
import { GUILD_ROUTES, type Guild } from './guild.ts'
import { answerInteraction, editAnswer, followUp, type Interaction, type SentFile } from './interactions.ts'
import { type Refusal, refuse, refuseForm } from './refusals.ts'

export type Posted = { readonly id: string; readonly channel: string; readonly message: FakeMessage; readonly files: readonly SentFile[] }
export type World = {
  readonly interactions: Map<string, Interaction>
  readonly posts: Posted[]
  readonly commands: { registered: FakeCommand[]; puts: number }
  readonly closed: Map<string, Refusal>
  readonly guild: Guild
  readonly others: ReadonlyMap<string, Guild>
  readonly rules: Rules
  readonly gatewayUrl: string
  readonly shards: number
  readonly token: string
  checkCommands(body: unknown): string[]
}
/** `tells`: the bot hears of its own messages by the gateway. `mayRead`: it has Read Message History; without it Discord lists nothing. */
export type Rules = { tells: boolean; mayRead: boolean; readonly self: string }
type Result = { readonly status: number; readonly body?: unknown }

type Handler = (world: World, request: Request, parts: readonly string[]) => Result
/** The third says whether the bot's token must come with it: answers to interactions carry their own. */
const ROUTES: readonly (readonly [string, RegExp, 'token' | 'open', Handler])[] = [
  ['GET', /^\/gateway\/bot$/, 'token', connectTo],
  ['GET', /^\/applications\/(\d+)\/commands$/, 'token', listCommands],
  ['PUT', /^\/applications\/(\d+)\/commands$/, 'token', putCommands],
  [
    'POST',
    /^\/interactions\/(\d+)\/([\w-]+)\/callback$/,
    'open',
    (world, request, [id, token]) => {
      const interaction = world.interactions.get(token ?? '')
      return orDone(answerInteraction(interaction?.id === id ? interaction : undefined, request.body, request.files))
    },
  ],
  [
    'PATCH',
    /^\/webhooks\/(\d+)\/([\w-]+)\/messages\/@original$/,
    'open',
    (world, { body, files }, [, token]) => orDone(editAnswer(world.interactions.get(token ?? ''), body, files), aMessage()),
  ],
  [
    'POST',
    /^\/webhooks\/(\d+)\/([\w-]+)$/,
    'open',
    (world, { body, files }, [, token]) => orDone(followUp(world.interactions.get(token ?? ''), body, files), aMessage()),
  ],
  ['POST', /^\/users\/@me\/channels$/, 'token', openDirect],
  ['POST', /^\/channels\/(\d+)\/messages$/, 'token', post],
  ['GET', /^\/channels\/(\d+)\/messages$/, 'token', listMessages],
  ...GUILD_ROUTES.map(([method, pattern, handle]): (typeof ROUTES)[number] => [
    method,
    pattern,
    'token',
    ({ guild, others }, request, parts) => handle(others.get(serverIn(request.path)) ?? guild, request, parts),
  ]),
]

const serverIn = (path: string) => /^\/guilds\/(\d+)\//.exec(path)?.[1] ?? ''

export function route(world: World, request: Request, authorization: string | undefined): Result {
  for (const [method, pattern, access, handle] of ROUTES) {
    const found = pattern.exec(request.path)
    if (!found || method !== request.method) continue
    if (access === 'token' && authorization !== `Bot ${world.token}`)
      return { status: 401, body: { code: 0, message: '401: Unauthorized' } }
    return handle(world, request, found.slice(1))
  }
  return refuse(404, 0, '404: Not Found')
}

const orDone = (refusal: Refusal | undefined, body?: unknown): Result =>
  refusal ?? (body === undefined ? { status: 204 } : { status: 200, body })

let lastId = 700_000_000_000_000_000n
export const newId = () => String(++lastId)
const aMessage = () => ({ id: newId() })

function connectTo({ gatewayUrl, shards }: World): Result {
  const session_start_limit = { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 16 }
  return { status: 200, body: { url: gatewayUrl, shards, session_start_limit } }
}

/** Without being asked for, translations are left out; and Discord adds much of its own. */
function listCommands({ commands }: World, { query }: Request, [application]: readonly string[]): Result {
  const localised = query.includes('with_localizations=true')
  return {
    status: 200,
    body: commands.registered.map((command, at) => ({
      description: '',
      ...(localised ? command : withoutTranslations(command)),
      id: String(600_000_000_000_000_000n + BigInt(at)),
      application_id: application,
      version: '1',
      default_member_permissions: null,
      nsfw: false,
      dm_permission: true,
    })),
  }
}

const withoutTranslations = (value: unknown): object =>
  JSON.parse(JSON.stringify(value, (key, inner) => (key.endsWith('_localizations') ? null : inner)))

function putCommands(world: World, { body }: Request): Result {
  const mistakes = world.checkCommands(body)
  if (mistakes.length > 0) return refuseForm(mistakes)
  world.commands.puts++
  world.commands.registered = JSON.parse(JSON.stringify(body))
  return { status: 200, body }
}

/** Ids of direct channels are those of their people with an 8 before them. */
export const directChannel = (user: string) => `8${user.slice(1)}`

function openDirect(_: World, { body }: Request): Result {
  const user = typeof body === 'object' && body !== null && 'recipient_id' in body ? String(body.recipient_id) : ''
  if (Object.keys(Object(body)).join() !== 'recipient_id' || !/^5\d{17}$/.test(user)) return refuse(400, 50033, 'Invalid Recipient(s)')
  return { status: 200, body: { id: directChannel(user), type: 1 } }
}

function post(world: World, { body, files }: Request, [channel = '']: readonly string[]): Result {
  const closed = world.closed.get(channel)
  if (closed) return closed
  if (/^[59]/.test(channel)) return refuse(404, 10003, 'Unknown Channel')
  const mistakes = checkMessage(
    body,
    'post',
    files.map(({ name }) => name),
  )
  if (mistakes.length > 0) return refuseForm(mistakes)
  const message = posted.parse(body)
  if (isEmpty(message)) return refuse(400, 50006, 'Cannot send an empty message')
  const earlier = world.posts.find(one => message.enforce_nonce && one.message.nonce === message.nonce && one.channel === channel)
  if (!earlier) world.posts.push({ id: newId(), channel, message, files })
  return { status: 200, body: { id: earlier?.id ?? world.posts.at(-1)?.id } }
}

/** Newest first, and without their nonces, which Discord does not keep. */
function listMessages({ posts, closed, rules }: World, { query }: Request, [channel = '']: readonly string[]): Result {
  const refused = closed.get(channel)
  if (refused) return refused
  const asked = new URLSearchParams(query)
  const limit = Number(asked.get('limit'))
  if (!(limit >= 1 && limit <= 100)) return refuseForm(['limit: NUMBER_TYPE_MAX'])
  const before = BigInt(asked.get('before') ?? '9999999999999999999')
  const found = posts.filter(post => rules.mayRead && post.channel === channel && BigInt(post.id) < before).reverse()
  const shown = found.slice(0, limit).map(({ id, message: { nonce, enforce_nonce, ...message } }) => ({
    ...{ id, channel_id: channel, ...message, author: { id: rules.self, bot: true } },
  }))
  return { status: 200, body: shown }
}
