/** Purpose: speaking unasked: in order within a channel, each message once, and each refusal named. */
import { describe, expect, test } from 'vitest'
import { DiscordTrouble } from '../../../src/platforms/discord/trouble.ts'
import { CHANNEL, type Fault, type Request } from '../../support/fake-discord/fake-discord.ts'
import { ANA, until, wordsOf } from '../../support/fake-discord/person.ts'
import { type Refusal, refuse, slowDown } from '../../support/fake-discord/refusals.ts'
import { directChannel } from '../../support/fake-discord/routes.ts'
import { openDiscord } from '../../support/fake-discord/start.ts'
import { stubConversation } from '../../support/fake-discord/stub-conversation.ts'

const SPACE = '222222222222222222'
const to = (id: string) => ({ platform: 'discord', space: SPACE, id }) as const
const OTHER = '333333333333333334'
const open = async () => openDiscord({ conversation: await stubConversation({ text: 'x' }) })
const isPost = ({ method, path }: Request) => method === 'POST' && /^\/channels\/\d+\/messages$/.test(path)
const once = (how: Fault['how'], times = 1): Fault => ({ on: isPost, times, how })

describe('sending', () => {
  test('keeps the order within a channel, also of what needs several messages, and holds no other channel up', async () => {
    const { discord, platform } = await open()
    discord.fault({ on: request => isPost(request) && request.path.includes(CHANNEL), times: 1, how: slowDown(0.5) })
    const long = 'word '.repeat(2000)
    const sent = ['one', long, 'three'].map(text => platform.send(to(CHANNEL), { text }))
    await platform.send(to(OTHER), { text: 'elsewhere' })
    expect(discord.posts.map(({ channel }) => channel)).toEqual([OTHER])
    const ids = await Promise.all(sent)
    const here = discord.posts.filter(({ channel }) => channel === CHANNEL)
    expect(here.map(({ message }) => wordsOf(message).trim().slice(0, 4))).toEqual(['one', 'word', 'word', 'word', 'thre'])
    expect(ids.map(({ messageId }) => here.findIndex(({ id }) => id === messageId))).toEqual([0, 1, 4])
    expect(discord.refused).toEqual([])
  })

  test('to a person opens their direct channel once', async () => {
    const { discord, platform } = await open()
    await platform.send(to(ANA), { text: 'Hello' })
    await platform.send(to(ANA), { text: 'Again' })
    expect(discord.posts.map(({ channel }) => channel)).toEqual([directChannel(ANA), directChannel(ANA)])
    expect(discord.requests.filter(({ path }) => path === '/users/@me/channels')).toHaveLength(1)
  })
})

describe('trouble', () => {
  test('a post that arrived though the answer did not (500, time-out, cut line) is there once', async () => {
    for (const how of ['do it, then 500', 'cut'] as const) {
      const { discord, platform } = await open()
      discord.fault(once(how))
      const { messageId } = await platform.send(to(CHANNEL), { text: 'Once' })
      expect(discord.posts.map(({ id }) => id)).toEqual([messageId])
      const nonces = discord.requests.filter(isPost).map(({ body }) => JSON.stringify(Object(body).nonce))
      expect(nonces).toHaveLength(2)
      expect(new Set(nonces).size).toBe(1)
    }
  })

  test('Discord down for longer is given up with what is known: perhaps it was posted', async () => {
    const { discord, platform, logged } = await open()
    discord.fault(once(refuse(503, 0, 'down'), 10))
    const error = await platform.send(to(CHANNEL), { text: 'x' }).catch(error => error)
    expect(error).toBeInstanceOf(DiscordTrouble)
    expect(error.trouble).toEqual({ code: 'http_503', outcome: 'unknown' })
    expect(discord.requests.filter(isPost)).toHaveLength(4)
    expect(logged.join('')).toContain('Discord did not take a message')
  })

  test('429 is waited out, as long as Discord says', async () => {
    const { discord, platform } = await open()
    discord.fault(once(slowDown(0.6), 2))
    const started = performance.now()
    await platform.send(to(CHANNEL), { text: 'x' })
    expect(performance.now() - started).toBeGreaterThan(1100)
    expect(discord.posts).toHaveLength(1)
  })

  test('each refusal has its advice in one line of the log, and no words of the message', async () => {
    const cases: [string, Refusal, string][] = [
      [CHANNEL, refuse(403, 50013, 'Missing Permissions'), 'Send Messages'],
      [CHANNEL, refuse(403, 50001, 'Missing Access'), 'View Channel'],
      [directChannel(ANA), refuse(403, 50007, 'Cannot send messages to this user'), 'takes no direct messages'],
    ]
    for (const [channel, refusal, advice] of cases) {
      const { discord, platform, logged } = await open()
      discord.closed.set(channel, refusal)
      const id = channel === CHANNEL ? CHANNEL : ANA
      const error = await platform.send(to(id), { text: 'very secret words' }).catch(error => error)
      expect(error.trouble).toEqual({ code: String(refusal.body['code']), outcome: 'not done' })
      expect(logged.join('')).toContain(advice)
      expect(logged.join('')).not.toContain('secret')
    }
  })

  test('a deleted channel is told as such (10003)', async () => {
    const { platform, logged } = await open()
    const error = await platform.send(to('999999999999999998'), { text: 'x' }).catch(error => error)
    expect(error.trouble).toEqual({ code: '10003', outcome: 'not done' })
    expect(logged.join('')).toContain('the channel was deleted')
  })

  test('a token that was revoked while all runs names itself, and is not tried again', async () => {
    const { discord, platform, logged } = await open()
    discord.fault(once(refuse(401, 0, '401: Unauthorized')))
    await platform.send(to(CHANNEL), { text: 'x' }).catch(() => undefined)
    await platform.send(to(CHANNEL), { text: 'x' }).catch(() => undefined)
    expect(platform.health()).toBe('down')
    const told = () => logged.filter(line => line.includes('DISCORD_TOKEN was refused') && line.includes('"level":"error"'))
    await until(() => told().length > 0)
    expect(told()).toHaveLength(1)
    expect(discord.requests.filter(isPost)).toHaveLength(1)
  })
})
