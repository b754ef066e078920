/** Purpose: servers that speak Discord's protocol and are not Discord, or not at their best: what they say otherwise is understood. */
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { readConfig } from '../../../src/config.ts'
import { startFakeDiscord } from '../../support/fake-discord/fake-discord.ts'
import { makePerson, seen, until, wordsOf } from '../../support/fake-discord/person.ts'
import { refuse } from '../../support/fake-discord/refusals.ts'
import { openDiscord } from '../../support/fake-discord/start.ts'

test.each([
  ['http://127.0.0.1:4000/api', 'http://127.0.0.1:4000/api'],
  ['http://127.0.0.1:4000/api/', 'http://127.0.0.1:4000/api'],
  ['http://127.0.0.1:4000/api/v10', 'http://127.0.0.1:4000/api'],
  ['http://127.0.0.1:4000/api/v10/', 'http://127.0.0.1:4000/api'],
  ['http://127.0.0.1:4000', 'http://127.0.0.1:4000/api'],
  ['http://127.0.0.1:4000/discord', 'http://127.0.0.1:4000/discord'],
  ['http://127.0.0.1:4000/v10', 'http://127.0.0.1:4000'],
])('an API at %s', (given, base) => {
  expect(readConfig({ DISCORD_TOKEN: 'x', DISCORD_API_URL: given }).discord?.apiUrl).toBe(base)
})

test('commands go to who takes them without listing them', async () => {
  const discord = await startFakeDiscord()
  discord.fault({
    on: ({ method, path }) => method === 'GET' && path.endsWith('/commands'),
    times: 9,
    how: refuse(404, 0, 'no such route'),
  })
  const { logged } = await openDiscord({ discord })
  await until(() => logged.join('').includes('commands are registered'))
  expect(discord.commands.puts).toBe(1)
  await discord.stop()
})

test('what there is not may be null', async () => {
  const { discord } = await openDiscord()
  const nothing = { guild_locale: null, message: null, entitlements: null }
  const ana = makePerson(discord)
  const data = {
    id: '1',
    name: 'practice',
    type: 1,
    target_id: null,
    resolved: null,
    options: [{ name: 'words', type: 3, value: 'schools', options: null }],
  }
  const asked = ana.start(2, data, undefined, { ...nothing, user: null, locale: null })
  expect(wordsOf((await seen(asked)).message)).toContain('schools')
  const ben = makePerson(discord, { id: '555555555555555556', direct: true })
  expect(wordsOf((await seen(ben.start(2, data, undefined, { ...nothing, guild_id: null, member: null }))).message)).toContain('schools')
  ben.says('practice schools', { guild_id: null, member: null, webhook_id: null, nonce: null, mentions: null })
  await until(() => discord.posts.find(({ message }) => wordsOf(message).includes('schools')))
})

test('a READY without an application is that of the bot itself', async () => {
  const { discord } = await openDiscord({ ready: { application: undefined } })
  expect(wordsOf((await seen(makePerson(discord).runs('practice', { words: 'schools' }))).message)).toContain('schools')
})

test('a gateway that turns everybody away is tried ever later, by one client, and found when it is back', async () => {
  const discord = await startFakeDiscord()
  discord.gateway.turnAway = 503
  const { platform, logged } = await openDiscord({ discord, wait: false })
  await wait(4500)
  // At 0, 1 and 3 seconds.
  expect(discord.gateway.handshakes.length).toBeLessThanOrEqual(3)
  expect(logged.join('')).toContain('Discord can’t be reached (http_503)')
  discord.gateway.turnAway = undefined
  await until(() => platform.health() === 'up', 'Discord to be back', 10_000)
  expect(discord.gateway.identities).toHaveLength(1)
  await discord.stop()
}, 20_000)

test('several connections that are turned away end nothing but themselves', async () => {
  const discord = await startFakeDiscord({ shards: 2 })
  discord.gateway.turnAway = 503
  const { platform } = await openDiscord({ discord, wait: false })
  await until(() => discord.gateway.handshakes.length >= 2)
  discord.gateway.turnAway = undefined
  await until(() => platform.health() === 'up', 'Discord to be back', 20_000)
  await discord.stop()
}, 30_000)

test('a gateway that closes whoever comes is tried ever later, and the log says its code', async () => {
  const discord = await startFakeDiscord({ closeAtIdentify: 4000 })
  const { logged } = await openDiscord({ discord, wait: false })
  await wait(5000)
  expect(discord.gateway.handshakes.length).toBeLessThanOrEqual(4)
  expect(logged.join('')).toContain('"code":4000')
  await discord.stop()
}, 20_000)

test('a gateway that knows no resuming is met anew, later each time', async () => {
  const { discord, platform, logged } = await openDiscord()
  discord.gateway.deafToResumes = true
  discord.gateway.drop('cut')
  await until(() => discord.gateway.resumes === 1)
  await until(() => discord.gateway.identities.length === 2 && platform.health() === 'up', 'a new session', 25_000)
  discord.gateway.drop('cut')
  await until(() => discord.gateway.identities.length === 3 && platform.health() === 'up', 'another one', 25_000)
  expect(logged.flatMap(line => /"delay":\d+/.exec(line) ?? [])).toEqual(['"delay":1000', '"delay":2000'])
  expect(wordsOf((await seen(makePerson(discord).runs('practice', { words: 'schools' }))).message)).toContain('schools')
}, 60_000)
