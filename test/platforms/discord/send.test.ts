/** Purpose: speaking unasked: in order within a channel, each message once, and each refusal named. */
import { describe, expect, test } from 'vitest'
import { Refused, type RefusedWhy, TryLater, Unknown } from '../../../src/messenger.ts'
import { CHANNEL, type Fault, type Request } from '../../support/fake-discord/fake-discord.ts'
import { ANA, until, wordsOf } from '../../support/fake-discord/person.ts'
import { type Refusal, refuse } from '../../support/fake-discord/refusals.ts'
import { directChannel } from '../../support/fake-discord/routes.ts'
import { openDiscord } from '../../support/fake-discord/start.ts'
import { stubConversation } from '../../support/fake-discord/stub-conversation.ts'

const SPACE = '222222222222222222'
const to = (id: string) => ({ platform: 'discord', space: SPACE, id }) as const
const OTHER = '333333333333333334'
const MARKED = { marker: 'a-marker-of-25-characters', privately: false }
const open = async (more: Partial<Parameters<typeof openDiscord>[0]> = {}) =>
  openDiscord({ conversation: await stubConversation({ text: 'x' }), ...more })
const isPost = ({ method, path }: Request) => method === 'POST' && /^\/channels\/\d+\/messages$/.test(path)
const once = (how: Fault['how'], times = 1): Fault => ({ on: isPost, times, how })

describe('sending', () => {
  test('keeps the order within a channel, also of what needs several messages, and holds no other channel up', async () => {
    const { discord, platform } = await open()
    const long = 'word '.repeat(2000)
    const sent = ['one', long, 'three'].map(text => platform.send(to(CHANNEL), { text }))
    await platform.send(to(OTHER), { text: 'elsewhere' })
    const ids = await Promise.all(sent)
    const here = discord.posts.filter(({ channel }) => channel === CHANNEL)
    expect(here.map(({ message }) => wordsOf(message).trim().slice(0, 4))).toEqual(['one', 'word', 'word', 'word', 'thre'])
    expect(ids.map(({ messageId }) => here.findIndex(({ id }) => id === messageId))).toEqual([0, 1, 4])
    expect(discord.posts.map(({ channel }) => channel)).toContain(OTHER)
    expect(discord.refused).toEqual([])
  })

  test('to a person opens their direct channel once', async () => {
    const { discord, platform } = await open()
    await platform.send(to(ANA), { text: 'Hello' }, { marker: 'one', privately: true })
    await platform.send(to(ANA), { text: 'Again' }, { marker: 'two', privately: true })
    expect(discord.posts.map(({ channel }) => channel)).toEqual([directChannel(ANA), directChannel(ANA)])
    expect(discord.requests.filter(({ path }) => path === '/users/@me/channels')).toHaveLength(1)
  })

  test('words that leave no room for the mark become components; what people read stays the same', async () => {
    const { discord, platform } = await open()
    await platform.send(to(CHANNEL), { text: 'w'.repeat(1990) }, MARKED)
    await platform.send(to(CHANNEL), { text: 'short' }, { ...MARKED, marker: 'b' })
    expect(discord.posts.map(({ message }) => message.content?.replace(/[\u200b\u2063]/g, '') ?? wordsOf(message).trim().length)).toEqual([
      1990,
      'short',
    ])
    expect(await platform.wasSent?.(to(CHANNEL), MARKED)).toBe(true)
  })
})

describe('a post whose fate is unknown', () => {
  const fates = [once('do it, then 500'), once('do it, then hang')]

  test('that arrived is known from the gateway, where the answer was lost (also without the right to read)', async () => {
    for (const fault of fates) {
      const { discord, platform } = await open({ giveUpAfter: 300 })
      Object.assign(discord.rules, { tells: true, mayRead: false })
      discord.fault({ ...fault })
      await expect(platform.send(to(CHANNEL), { text: 'Once' }, MARKED)).rejects.toBeInstanceOf(Unknown)
      expect(discord.requests.filter(isPost)).toHaveLength(1)
      await until(() => platform.wasSent?.(to(CHANNEL), MARKED))
    }
  })

  test('that arrived is found among our own messages after a restart, several messages only together', async () => {
    const first = await open()
    const long = { text: 'word '.repeat(2000) }
    await first.platform.send(to(CHANNEL), { text: 'Short' }, MARKED)
    await first.platform.send(to(CHANNEL), long, { ...MARKED, marker: 'long' })
    await first.platform.stop()
    const { discord, platform } = await open({ discord: first.discord })
    expect(await platform.wasSent?.(to(CHANNEL), MARKED)).toBe(true)
    expect(await platform.wasSent?.(to(CHANNEL), { ...MARKED, marker: 'another' })).toBe(false)
    discord.posts.pop()
    expect(await platform.wasSent?.(to(CHANNEL), { ...MARKED, marker: 'long' })).toBe(false)
    await platform.send(to(CHANNEL), long, { ...MARKED, marker: 'long' })
    expect(discord.requests.filter(isPost)).toHaveLength(5)
    expect(discord.posts).toHaveLength(4)
  })

  test('is settled by the nonce where Plenary may not read: within some minutes Discord knows it again', async () => {
    const { discord, platform } = await open()
    discord.rules.mayRead = false
    discord.fault({ ...fates[0], ...once('do it, then 500') })
    await expect(platform.send(to(CHANNEL), { text: 'Once' }, MARKED)).rejects.toBeInstanceOf(Unknown)
    expect(await platform.wasSent?.(to(CHANNEL), MARKED)).toBe(false)
    const { messageId } = await platform.send(to(CHANNEL), { text: 'Once' }, MARKED)
    expect(discord.posts.map(({ id }) => id)).toEqual([messageId])
  })
})

describe('trouble', () => {
  test('Discord down is told at once: perhaps it was posted', async () => {
    const { discord, platform, logged } = await open()
    discord.fault(once(refuse(503, 0, 'down'), 10))
    await expect(platform.send(to(CHANNEL), { text: 'x' })).rejects.toBeInstanceOf(Unknown)
    expect(discord.requests.filter(isPost)).toHaveLength(1)
    expect(logged.join('')).toContain('Discord did not take a message')
  })

  test('each refusal has its advice in one line of the log, and no words of the message', async () => {
    const cases: [string, Refusal, string, RefusedWhy][] = [
      [CHANNEL, refuse(403, 50013, 'Missing Permissions'), 'Send Messages', 'not-allowed'],
      [CHANNEL, refuse(403, 50001, 'Missing Access'), 'View Channel', 'not-a-member'],
      [directChannel(ANA), refuse(403, 50007, 'Cannot send messages to this user'), 'takes no direct messages', 'blocked'],
      [CHANNEL, refuse(404, 10003, 'Unknown Channel'), 'the channel was deleted', 'gone'],
      [CHANNEL, refuse(400, 50035, 'Invalid Form Body'), 'please report it', 'too-large'],
    ]
    for (const [channel, refusal, advice, why] of cases) {
      const { discord, platform, logged } = await open()
      discord.closed.set(channel, refusal)
      const privately = channel !== CHANNEL
      const sent = platform.send(to(privately ? ANA : CHANNEL), { text: 'very secret words' }, { marker: 'm', privately })
      await expect(sent).rejects.toMatchObject(new Refused(why))
      expect(logged.join('')).toContain(advice)
      expect(logged.join('')).not.toContain('secret')
    }
  })

  test('a token that was revoked while all runs names itself, and is not tried again', async () => {
    const { discord, platform, logged } = await open()
    discord.fault(once(refuse(401, 0, '401: Unauthorized')))
    await expect(platform.send(to(CHANNEL), { text: 'x' })).rejects.toMatchObject({ scope: 'platform' })
    await expect(platform.send(to(CHANNEL), { text: 'x' })).rejects.toBeInstanceOf(TryLater)
    expect(platform.health()).toBe('down')
    const told = () => logged.filter(line => line.includes('DISCORD_TOKEN was refused') && line.includes('"level":"error"'))
    await until(() => told().length > 0)
    expect(told()).toHaveLength(1)
    expect(discord.requests.filter(isPost)).toHaveLength(1)
  })
})
