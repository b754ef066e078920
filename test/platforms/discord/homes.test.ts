/** Purpose: groups' homes in Discord: channels and threads with a role, who has it, and each refusal in the words of homes. */
import { readFileSync } from 'node:fs'
import { REST } from 'discord.js'
import { beforeEach, expect, test } from 'vitest'
import { type Home, type Homes, HomeTrouble } from '../../../src/groups/homes-port.ts'
import { makeDiscordHomes } from '../../../src/platforms/discord/homes.ts'
import { PERMISSIONS } from '../../../src/platforms/discord/permissions.ts'
import { APPLICATION, type FakeDiscord, GUILD } from '../../support/fake-discord/fake-discord.ts'
import type { GuildChannel } from '../../support/fake-discord/guild.ts'
import { refuse, slowDown } from '../../support/fake-discord/refusals.ts'
import { type InDiscord, openDiscord } from '../../support/fake-discord/start.ts'
import { stubConversation } from '../../support/fake-discord/stub-conversation.ts'

let plenary: InDiscord
let discord: FakeDiscord
let homes: Homes
beforeEach(async () => {
  plenary = await openDiscord({ conversation: await stubConversation({ text: 'x' }) })
  discord = plenary.discord
  if (!plenary.platform.homes) throw new Error('Discord gives no homes')
  homes = plenary.platform.homes
})

const space = { platform: 'discord', space: GUILD } as const
const at = (id: string) => ({ ...space, id })
const crowd = (count: number) => {
  const ids = Array.from({ length: count }, (_, number) => String(555_000_000_000_000_000n + BigInt(number)))
  for (const id of ids) discord.guild.members.set(id, new Set())
  return ids.map(at)
}
const make = (wish: { name?: string; about?: string; private?: boolean } = {}) =>
  homes.create(space, { name: 'Ports & Harbours', about: '', private: false, ...wish })
const withRole = ({ role = '' }: Home) => [...discord.guild.members].filter(([, roles]) => roles.has(role)).map(([id]) => id)
const why = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    error => (error instanceof HomeTrouble ? error.why : error),
  )
function put(channel: Partial<GuildChannel> & { id: string }) {
  const made = { type: 0, name: 'here', guild_id: GUILD, permission_overwrites: [], inside: new Set<string>(), ...channel }
  discord.guild.channels.set(channel.id, made)
  return made
}
const [ROOM, THREAD] = ['888888888888888881', '888888888888888882']
const closedToAll = [{ id: GUILD, type: 0, allow: '0', deny: '1024' }]
const openToPlenary = [...closedToAll, { id: APPLICATION, type: 1, allow: '1024', deny: '0' }]

test('a channel and a role of the group’s name; a private one is closed to everyone but the role and Plenary', async () => {
  const home = await make({ name: 'Ports & Harbours 🌊', about: 'For @everyone at the *sea*', private: true })
  expect(home).toMatchObject({ private: true, address: space })
  expect(discord.guild.roles.get(home.role ?? '')).toBe('Ports & Harbours 🌊')
  const channel = discord.guild.channels.get(home.address.id)
  expect(channel?.name).toBe('ports-harbours')
  expect(channel?.topic).not.toMatch(/@everyone|\s\*/)
  expect(channel?.permission_overwrites.map(({ id, allow, deny }) => [id, allow, deny])).toEqual([
    [GUILD, '0', '1024'],
    [home.role, '1024', '0'],
    [APPLICATION, '3072', '0'],
  ])
  expect(await homes.describe(home)).toBe('fine')
  expect(discord.guild.channels.get((await make()).address.id)?.permission_overwrites).toEqual([])
})

test('long and strange names are made to fit', async () => {
  for (const name of ['x'.repeat(10_000), '🌍', '\u0000\n', '👩‍👩‍👧‍👦'.repeat(40), 'أوروبا']) {
    const home = await make({ name, about: 'y*'.repeat(5000) })
    expect(discord.guild.channels.get(home.address.id)?.name).toMatch(/^[\p{L}-]+…?$/u)
  }
  expect(discord.refused).toEqual([])
})

test('people get the role once, and lose it where that is asked; who was brought is known, one by one', async () => {
  const [home, people] = [await make(), crowd(5)]
  expect(await homes.invite(home, people)).toEqual([])
  expect(await homes.invite(home, people)).toEqual([])
  expect(withRole(home)).toHaveLength(5)
  expect(await homes.membersOf(home)).toEqual(people)
  discord.guild.members.get(people[0]?.id ?? '')?.clear()
  expect(await homes.membersOf(home)).toEqual(people.slice(1))
  expect(await homes.remove(home, people.slice(0, 3))).toEqual([])
  expect(withRole(home)).toHaveLength(2)
  expect(await homes.membersOf(home)).toHaveLength(2)
})

test('after a restart nobody is known but those about whom it is asked: nobody is taken for a stranger', async () => {
  const [home, people] = [await make(), crowd(3)]
  await homes.invite(home, people.slice(0, 2))
  const second = await openDiscord({ conversation: await stubConversation({ text: 'x' }), discord, wait: false })
  const later: Homes | undefined = second.platform.homes
  if (!later) throw new Error('Discord gives no homes')
  expect(await later.membersOf(home)).toEqual([])
  expect(await later.membersOf(home, people)).toEqual(people.slice(0, 2))
  expect(await later.membersOf({ ...home, role: undefined }, people)).toEqual(people)
})

test('one of fifty has left the server: the others have the role', async () => {
  const [home, people] = [await make(), crowd(50)]
  discord.guild.members.delete(people[17]?.id ?? '')
  expect(await homes.invite(home, people)).toEqual([{ person: people[17], why: 'unknown-person' }])
  expect(withRole(home)).toHaveLength(49)
  expect(await homes.remove(home, people.slice(16, 19))).toEqual([])
  expect(withRole(home)).toHaveLength(47)
})

test('the right to manage roles is taken away in the middle: told of all who are left, and Discord is not asked again and again', async () => {
  const [home, people] = [await make(), crowd(50)]
  let given = 0
  discord.fault({
    on: ({ method, path }) => method === 'PUT' && path.includes('/roles/') && ++given > 10,
    times: 99,
    how: refuse(403, 50013, 'No'),
  })
  const failed = await homes.invite(home, people)
  expect(failed).toHaveLength(40)
  expect(new Set(failed.map(one => one.why))).toEqual(new Set(['not-allowed']))
  expect(given).toBe(11)
  expect(await why(homes.invite(home, people.slice(0, 2)))).toBe('not-allowed')
})

test('without its permissions, with too many roles or channels, nothing is left behind', async () => {
  const granted = discord.guild.permissions
  discord.guild.permissions = granted & ~(1n << 28n)
  expect(await why(make())).toBe('not-allowed')
  discord.guild.permissions = granted & ~(1n << 4n)
  expect(await why(make())).toBe('not-allowed')
  discord.guild.permissions = granted
  discord.guild.mostChannels = 0
  expect(await why(make())).toBe('full')
  discord.guild.mostRoles = 0
  expect(await why(make())).toBe('full')
  expect([discord.guild.roles.size, discord.guild.channels.size]).toEqual([0, 0])
  expect(await why(homes.create({ ...space, space: '999999999999999999' }, { name: 'x', about: '', private: false }))).toBe('gone')
})

test('an existing channel gets a role; a private one lets it in', async () => {
  put({ id: ROOM })
  const open = await homes.adopt(at(ROOM), { name: 'Ports', about: '' })
  expect(open).toMatchObject({ private: false, role: expect.any(String) })
  expect(discord.guild.channels.get(ROOM)?.permission_overwrites).toEqual([])
  put({ id: ROOM, permission_overwrites: [...openToPlenary] })
  const closed = await homes.adopt(at(ROOM), { name: 'Ports', about: '' })
  expect(closed.private).toBe(true)
  expect(discord.guild.channels.get(ROOM)?.permission_overwrites.at(-1)).toMatchObject({ id: closed.role, type: 0, allow: '1024' })
  put({ id: ROOM, permission_overwrites: [...closedToAll] })
  expect(await why(homes.adopt(at(ROOM), { name: 'Ports', about: '' }))).toBe('not-a-member')
  put({ id: ROOM, guild_id: '999999999999999999' })
  expect(await why(homes.adopt(at(ROOM), { name: 'Ports', about: '' }))).toBe('not-allowed')
})

test('a thread: people get the role and are added; a resting thread is woken, a locked one is closed', async () => {
  put({ id: ROOM, permission_overwrites: [...openToPlenary] })
  const thread = put({ id: THREAD, type: 11, parent_id: ROOM, thread_metadata: { archived: true, locked: false } })
  const home = await homes.adopt(at(THREAD), { name: 'Ports', about: '' })
  expect(home.private).toBe(true)
  expect(thread.thread_metadata?.archived).toBe(false)
  const people = crowd(3)
  thread.thread_metadata = { archived: true, locked: false }
  expect(await homes.describe(home)).toBe('fine')
  expect(await homes.invite(home, people)).toEqual([])
  expect([...thread.inside]).toEqual(withRole(home))
  discord.fault({
    on: ({ path }) => path.endsWith(`/thread-members/${people[1]?.id}`),
    times: 1,
    how: refuse(403, 50001, 'Missing Access'),
  })
  expect(await homes.invite(home, people)).toEqual([{ person: people[1], why: 'not-a-member' }])
  expect(await homes.remove(home, people.slice(0, 1))).toEqual([])
  expect([...thread.inside]).toEqual(withRole(home))
  const roleless = { ...home, role: undefined }
  expect(await homes.membersOf(roleless, people)).toEqual(people.slice(1))
  thread.thread_metadata = { archived: true, locked: true }
  expect([await homes.describe(home), await why(homes.invite(home, people))]).toEqual(['archived', 'archived'])
})

test('a channel that was deleted, that Plenary may not see, whose role was deleted, or that has none', async () => {
  const [home, people] = [await make({ private: true }), crowd(2)]
  const channel = discord.guild.channels.get(home.address.id)
  if (!channel || home.role === undefined) throw new Error('no home')
  expect(await why(homes.invite({ ...home, role: undefined }, people))).toBe('not-allowed')
  channel.permission_overwrites = closedToAll
  const all = async () => [await homes.describe(home), await why(homes.invite(home, people)), await why(homes.remove(home, people))]
  expect(await all()).toEqual(['not-a-member', 'not-a-member', 'not-a-member'])
  channel.permission_overwrites = []
  discord.guild.roles.delete(home.role)
  expect(await all()).toEqual(['fine', 'gone', 'fine'])
  discord.guild.channels.delete(home.address.id)
  expect(await all()).toEqual(['gone', 'gone', 'gone'])
})

test('429 is waited out; Discord away is told as such; a dead token names itself', async () => {
  const [home, people] = [await make(), crowd(1)]
  discord.fault({ on: ({ method }) => method === 'PUT', times: 1, how: slowDown(0.6) })
  const started = performance.now()
  expect(await homes.invite(home, people)).toEqual([])
  expect(performance.now() - started).toBeGreaterThan(550)
  for (const how of [refuse(503, 0, 'down'), 'cut'] as const) {
    discord.fault({ on: ({ method }) => method === 'GET', times: 1, how })
    expect(await why(homes.describe(home))).toBe('unreachable')
  }
  discord.fault({ on: ({ method }) => method === 'GET', times: 1, how: refuse(401, 0, '401: Unauthorized') })
  expect(await why(homes.describe(home))).not.toBe('fine')
  expect(plenary.platform.health()).toBe('down')
})

test('before Discord has said who we are, no channel is made that we could not enter', async () => {
  const early = makeDiscordHomes({ rest: new REST(), self: () => '', refused: () => undefined })
  expect(await why(early.create(space, { name: 'x', about: '', private: true }))).toBe('unreachable')
})

test('the guide’s invite link asks for just what is used', () => {
  const guide = readFileSync(new URL('../../../docs/discord.md', import.meta.url), 'utf8')
  expect(/permissions=(\d+)/.exec(guide)?.[1]).toBe(String(PERMISSIONS))
})
