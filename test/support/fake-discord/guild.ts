/** Purpose: a made-up server: its channels, threads and roles, who has which role, and what the bot may do there. */
import { z } from 'zod'
import { EVENT_ROUTES, type FakeEvent } from './events.ts'
import type { Request } from './fake-discord.ts'
import { type Refusal, refuse, refuseForm } from './refusals.ts'

export type GuildChannel = {
  readonly id: string
  readonly type: number
  readonly name: string
  readonly guild_id: string
  readonly parent_id?: string
  readonly topic?: string
  permission_overwrites: { id: string; type: number; allow: string; deny: string }[]
  thread_metadata?: { archived: boolean; locked: boolean }
  readonly inside: Set<string>
}
export type Guild = {
  readonly id: string
  readonly bot: string
  readonly channels: Map<string, GuildChannel>
  readonly roles: Map<string, string>
  /** People of the server, with their roles. */
  readonly members: Map<string, Set<string>>
  /** What was granted to the bot, by the bits of the permissions. */
  permissions: bigint
  mostRoles: number
  mostChannels: number
  readonly events: Map<string, FakeEvent>
  mostEvents: number
  /** Its clock, in milliseconds. */
  now: () => number
}
type Result = { readonly status: number; readonly body?: unknown }
type Handler = (guild: Guild, request: Request, parts: readonly string[]) => Result

const [MANAGE_CHANNELS, MANAGE_ROLES, MANAGE_THREADS, VIEW] = [1n << 4n, 1n << 28n, 1n << 34n, 1n << 10n]
const done: Result = { status: 204 }
const missing = refuse(403, 50013, 'Missing Permissions')
const noAccess = refuse(403, 50001, 'Missing Access')
const unknown = (code: number, what: string) => refuse(404, code, `Unknown ${what}`)

export function makeGuild(id: string, bot: string, permissions: bigint): Guild {
  const limits = { mostRoles: 250, mostChannels: 500, mostEvents: 100 }
  return { id, bot, permissions, channels: new Map(), roles: new Map(), members: new Map(), events: new Map(), ...limits, now: Date.now }
}

export const GUILD_ROUTES: readonly (readonly [string, RegExp, Handler])[] = [
  ...EVENT_ROUTES,
  ['POST', /^\/guilds\/(\d+)\/roles$/, makeRole],
  [
    'DELETE',
    /^\/guilds\/(\d+)\/roles\/(\d+)$/,
    (guild, _, [, role = '']) => allowed(guild, MANAGE_ROLES) ?? (guild.roles.delete(role) ? done : unknown(10011, 'Role')),
  ],
  ['POST', /^\/guilds\/(\d+)\/channels$/, makeChannel],
  [
    'GET',
    /^\/channels\/(\d+)$/,
    (guild, _, [id = '']) => seen(guild, id, channel => ({ status: 200, body: { ...channel, inside: undefined } })),
  ],
  ['PATCH', /^\/channels\/(\d+)$/, changeThread],
  ['PUT', /^\/channels\/(\d+)\/permissions\/(\d+)$/, overwrite],
  [
    'GET',
    /^\/guilds\/(\d+)\/members\/(\d+)$/,
    (guild, _, [id, user = '']) =>
      id === guild.id ? member(guild, user, roles => ({ status: 200, body: { user: { id: user }, roles: [...roles] } })) : noAccess,
  ],
  [
    'PUT',
    /^\/guilds\/(\d+)\/members\/(\d+)\/roles\/(\d+)$/,
    (guild, _, parts) => changeRole(guild, parts, (roles, role) => void roles.add(role)),
  ],
  [
    'DELETE',
    /^\/guilds\/(\d+)\/members\/(\d+)\/roles\/(\d+)$/,
    (guild, _, parts) => changeRole(guild, parts, (roles, role) => void roles.delete(role)),
  ],
  [
    'GET',
    /^\/channels\/(\d+)\/thread-members\/(\d+)$/,
    (guild, _, [id = '', user = '']) =>
      seen(guild, id, ({ inside }) => (inside.has(user) ? { status: 200, body: { user_id: user } } : unknown(10007, 'Member'))),
  ],
  ['PUT', /^\/channels\/(\d+)\/thread-members\/(\d+)$/, enterThread],
  [
    'DELETE',
    /^\/channels\/(\d+)\/thread-members\/(\d+)$/,
    (guild, _, [id = '', user = '']) =>
      allowed(guild, MANAGE_THREADS) ?? seen(guild, id, ({ inside }) => (inside.delete(user) ? done : unknown(10007, 'Member'))),
  ],
]

const allowed = ({ permissions }: Guild, needed: bigint): Refusal | undefined => ((permissions & needed) === needed ? undefined : missing)

const newRole = z.strictObject({ name: z.string().min(1).max(100), permissions: z.literal(0), mentionable: z.literal(false) })
/** Shown as text, but the published schema takes a number. */
const bits = z.int().min(0)
const overwrites = z.strictObject({
  id: z.string().regex(/^\d{17,19}$/),
  type: z.union([z.literal(0), z.literal(1)]),
  allow: bits,
  deny: bits,
})
const newChannel = z.strictObject({
  name: z.string().min(1).max(100),
  type: z.literal(0),
  topic: z.string().max(1024),
  permission_overwrites: z.array(overwrites).optional(),
})
const asShown = ({ allow, deny, ...rest }: z.infer<typeof overwrites>) => ({ ...rest, allow: String(allow), deny: String(deny) })
let lastId = 777_000_000_000_000_000n

function makeRole(guild: Guild, { body }: Request, [id]: readonly string[]): Result {
  const { data, error } = newRole.safeParse(body)
  if (id !== guild.id) return unknown(10004, 'Guild')
  if (!data) return refuseForm([error.message])
  if (guild.roles.size >= guild.mostRoles) return refuse(400, 30005, 'Maximum number of guild roles reached (250)')
  const refused = allowed(guild, MANAGE_ROLES)
  if (refused) return refused
  const role = String(++lastId)
  guild.roles.set(role, data.name)
  return { status: 200, body: { id: role, ...data, permissions: String(data.permissions) } }
}

/** A bot grants and denies only what it has itself. */
function makeChannel(guild: Guild, { body }: Request, [id]: readonly string[]): Result {
  const { data, error } = newChannel.safeParse(body)
  if (id !== guild.id) return unknown(10004, 'Guild')
  if (!data) return refuseForm([error.message])
  if (guild.channels.size >= guild.mostChannels) return refuse(400, 30013, 'Maximum number of server channels reached (500)')
  const { permission_overwrites = [], ...rest } = data
  const needed = permission_overwrites.reduce((sum, { allow, deny }) => sum | BigInt(allow) | BigInt(deny), MANAGE_CHANNELS)
  const refused = allowed(guild, permission_overwrites.length > 0 ? needed | MANAGE_ROLES : needed)
  if (refused) return refused
  const channel = {
    ...rest,
    id: String(++lastId),
    guild_id: id,
    permission_overwrites: permission_overwrites.map(asShown),
    inside: new Set<string>(),
  }
  guild.channels.set(channel.id, channel)
  return { status: 201, body: { id: channel.id } }
}

/** Everyone is kept out where they may not look, the bot too, unless it is let in by name. */
function seen(guild: Guild, id: string, work: (channel: GuildChannel) => Result): Result {
  const channel = guild.channels.get(id)
  if (!channel) return unknown(10003, 'Channel')
  const bit = (of: string, which: 'allow' | 'deny') =>
    channel.permission_overwrites.some(one => one.id === of && (BigInt(one[which]) & VIEW) !== 0n)
  if (!bit(guild.bot, 'allow') && bit(guild.id, 'deny')) return noAccess
  return (guild.permissions & VIEW) === 0n ? noAccess : work(channel)
}

function changeThread(guild: Guild, { body }: Request, [id = '']: readonly string[]): Result {
  return seen(guild, id, channel => {
    const { archived } = z.strictObject({ archived: z.boolean() }).parse(body)
    if (!channel.thread_metadata) return refuseForm(['archived'])
    if (channel.thread_metadata.locked) return allowed(guild, MANAGE_THREADS) ?? refuse(400, 160005, 'Thread is locked')
    channel.thread_metadata.archived = archived
    return { status: 200, body: { id } }
  })
}

function overwrite(guild: Guild, { body }: Request, [id = '', of = '']: readonly string[]): Result {
  return seen(guild, id, channel => {
    const data = overwrites.omit({ id: true }).parse(body)
    const refused = allowed(guild, MANAGE_ROLES | BigInt(data.allow) | BigInt(data.deny))
    if (!refused) channel.permission_overwrites.push(asShown({ id: of, ...data }))
    return refused ?? done
  })
}

function member({ members }: Guild, user: string, work: (roles: Set<string>) => Result): Result {
  const roles = members.get(user)
  return roles ? work(roles) : unknown(10007, 'Member')
}

function changeRole(guild: Guild, [, user = '', role = '']: readonly string[], change: (roles: Set<string>, role: string) => void): Result {
  const refused = allowed(guild, MANAGE_ROLES)
  if (refused) return refused
  return member(guild, user, roles => {
    if (!guild.roles.has(role)) return unknown(10011, 'Role')
    change(roles, role)
    return done
  })
}

function enterThread(guild: Guild, _: Request, [id = '', user = '']: readonly string[]): Result {
  return seen(guild, id, channel => {
    if (!guild.members.has(user)) return unknown(10013, 'User')
    if (channel.thread_metadata?.archived) return refuse(400, 50083, 'Thread is archived')
    channel.inside.add(user)
    return done
  })
}
