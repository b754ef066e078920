/** Purpose: Discord asks to slow down (429): what may wait is waited out and then done once, what may not is told at once. */
import { expect, test } from 'vitest'
import { TryLater } from '../../../src/messenger.ts'
import { CHANNEL, type Request } from '../../support/fake-discord/fake-discord.ts'
import { makePerson, seen, until, wordsOf } from '../../support/fake-discord/person.ts'
import { refuse, slowDown } from '../../support/fake-discord/refusals.ts'
import { openDiscord } from '../../support/fake-discord/start.ts'
import { stubConversation } from '../../support/fake-discord/stub-conversation.ts'

const isAnswer = ({ path }: Request) => path.endsWith('/callback')
const isEdit = ({ method }: Request) => method === 'PATCH'
const isFollowUp = ({ method, path }: Request) => method === 'POST' && path.startsWith('/webhooks/')
const isPost = ({ method, path }: Request) => method === 'POST' && /^\/channels\/\d+\/messages$/.test(path)
const open = async (text = 'An answer') => openDiscord({ conversation: await stubConversation({ text }) })

test.each([
  ['the first answer', isAnswer],
  ['the edit that keeps a promise', isEdit],
])('%s waits as long as it is told, and comes once', async (_, on) => {
  const { discord } = await open()
  discord.fault({ on, times: 1, how: slowDown(0.2) })
  const asked = makePerson(discord).runs('practice', { words: 'x' })
  expect(wordsOf((await seen(asked)).message)).toBe('An answer')
  expect(asked.shown).toHaveLength(1)
  expect(discord.requests.filter(on)).toHaveLength(2)
  expect(discord.refused).toEqual([])
})

test('one more message waits, too, and the order stays', async () => {
  const { discord } = await open('word '.repeat(1500))
  discord.fault({ on: isFollowUp, times: 1, how: slowDown(0.2) })
  const asked = makePerson(discord).runs('practice', { words: 'x' })
  await seen(asked, 1)
  expect(asked.shown.map(({ how }) => how)).toEqual(['edit', 'follow-up'])
})

test('a first answer that could only come too late is not waited for: the log says so', async () => {
  const { discord, logged } = await open()
  discord.fault({ on: isAnswer, times: 1, how: slowDown(60) })
  makePerson(discord).runs('practice', { words: 'x' })
  await until(() => logged.join('').includes('Discord did not take an answer'))
  expect(logged.join('')).toContain('"code":"http_429"')
  expect(discord.requests.filter(isAnswer)).toHaveLength(1)
})

test('an answer to a mention waits, and is posted once', async () => {
  const { discord } = await openDiscord()
  discord.fault({ on: isPost, times: 1, how: slowDown(0.2) })
  makePerson(discord).says('<@111111111111111111> practice schools')
  await until(() => discord.posts.length > 0)
  expect(discord.requests.filter(isPost)).toHaveLength(2)
  expect(discord.posts).toHaveLength(1)
})

test('what is said unasked is handed back with the time to wait; another channel goes on', async () => {
  const { discord, platform } = await open()
  const to = (id: string) => ({ platform: 'discord', space: '222222222222222222', id }) as const
  discord.fault({ on: ({ path }) => path.includes(CHANNEL), times: 1, how: slowDown(2) })
  const failure = await platform.send(to(CHANNEL), { text: 'slow' }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(TryLater)
  expect(failure).toMatchObject({ scope: 'channel', retryAfterMs: expect.any(Number) })
  await platform.send(to('333333333333333334'), { text: 'quick' })
  expect(discord.requests.filter(isPost)).toHaveLength(2)
})

test('an answer later than the fifteen minutes that its token lives (50027) is a line in the log', async () => {
  const { discord, logged } = await open()
  discord.fault({ on: isEdit, times: 1, how: refuse(401, 50027, 'Invalid Webhook Token') })
  makePerson(discord).runs('practice', { words: 'x' })
  await until(() => logged.join('').includes('Discord did not take an answer'))
  expect(logged.join('')).toMatch(/"code":"50027".*fifteen minutes/)
  expect(logged.join('')).not.toContain('DISCORD_TOKEN')
})
