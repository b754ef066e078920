/** Purpose: each platform speaks unasked by one contract: once for a marker, refusals by name, in time, and a fate that can be asked for. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Messenger, Refused, TryLater, Unknown } from '../../src/messenger.ts'
import { makeOpsRoutes } from '../../src/ops/health.ts'
import { makeLog } from '../../src/ops/log.ts'
import { startWeb } from '../../src/platforms/web/connect.ts'
import { CHANNEL, type Fault } from '../support/fake-discord/fake-discord.ts'
import { ANA } from '../support/fake-discord/person.ts'
import { refuse, slowDown } from '../support/fake-discord/refusals.ts'
import { directChannel } from '../support/fake-discord/routes.ts'
import { openDiscord } from '../support/fake-discord/start.ts'
import { stubConversation } from '../support/fake-discord/stub-conversation.ts'
import { openSlack } from '../support/fake-slack/plenary-on-slack.ts'
import { BOT, direct } from '../support/fake-slack/state.ts'
import { makePlenary } from '../support/make-plenary.ts'

type Trouble = 'slow down' | 'lost before' | 'lost after' | 'breaks'
type Stage = {
  readonly messenger: Messenger
  readonly to: { readonly channel: string; readonly person: string; readonly nowhere: string }
  readonly space: string
  /** What the platform has: where, and for how many to see. */
  posts(): Promise<readonly { readonly where: 'channel' | 'private' }[]>
  /** Befalls the next post; nothing where it cannot. */
  next?(trouble: Trouble): void
  /** The person takes no direct messages any more. */
  closeDirect?(): void
}
/** More than the second that Slack wants between two messages. */
const GIVE_UP_AFTER = 1_500

const PLATFORMS = [
  { name: 'web', open: openWeb },
  { name: 'slack', open: openInSlack },
  { name: 'discord', open: openInDiscord },
] as const

describe.each(PLATFORMS)('$name', ({ name, open }) => {
  const opened = async () => {
    const stage = await open()
    const address = (id: string) => ({ platform: name, space: stage.space, id })
    return { ...stage, channel: address(stage.to.channel), person: address(stage.to.person), nowhere: address(stage.to.nowhere) }
  }
  const options = { marker: 'Marker0fTwentyTw0Letters', privately: false }
  const reply = { text: 'A reminder', buttons: [{ label: 'Done', command: 'help' }] }

  test('posts one marker once, however often it is sent, and another one again', async () => {
    const { messenger, channel, posts } = await opened()
    const first = await messenger.send(channel, reply, options)
    expect(first.messageId).not.toBe('')
    await messenger.send(channel, reply, options)
    expect(await posts()).toHaveLength(1)
    await messenger.send(channel, reply, { ...options, marker: 'another' })
    expect(await posts()).toHaveLength(2)
  })

  test('writes to a person alone where it is asked to, and to the channel else', async () => {
    const { messenger, channel, person, posts } = await opened()
    await messenger.send(person, reply, { marker: 'one', privately: true })
    await messenger.send(channel, reply, { marker: 'two', privately: false })
    await messenger.send(channel, reply)
    expect((await posts()).map(({ where }) => where)).toEqual(['private', 'channel', 'channel'])
  })

  test('knows what was sent, to a person too, and what was not', async () => {
    const { messenger, channel, person } = await opened()
    if (!messenger.wasSent) return expect(name).toBe('web')
    await messenger.send(channel, reply, options)
    await messenger.send(person, reply, { marker: 'private', privately: true })
    expect(await messenger.wasSent(channel, options)).toBe(true)
    expect(await messenger.wasSent(channel, { ...options, marker: 'never' })).toBe(false)
    expect(await messenger.wasSent(person, { marker: 'private', privately: true })).toBe(true)
    expect(await messenger.wasSent(person, { marker: 'never', privately: true })).toBe(false)
  })

  test('a channel that is not there is refused', async () => {
    const { messenger, nowhere } = await opened()
    const error = await messenger.send(nowhere, reply, options).catch(error => error)
    expect(error).toBeInstanceOf(Refused)
    expect(['gone', 'not-a-member']).toContain(error.why)
  })

  if (name === 'web') return

  test('who takes no direct messages is refused as blocked', async () => {
    const { messenger, person, closeDirect } = await opened()
    closeDirect?.()
    await expect(messenger.send(person, reply, { ...options, privately: true })).rejects.toMatchObject(new Refused('blocked'))
  })

  test('“too fast” is told with its time, at once, and nothing is there', async () => {
    const { messenger, channel, posts, next } = await opened()
    next?.('slow down')
    const error = await messenger.send(channel, reply, options).catch(error => error)
    expect(error).toBeInstanceOf(TryLater)
    expect(error.retryAfterMs).toBeGreaterThanOrEqual(1_000)
    expect(error.retryAfterMs).toBeLessThan(1_500)
    expect(await posts()).toHaveLength(0)
  })

  test.each([
    ['lost after', true],
    ['breaks', true],
    ['lost before', false],
  ] as const)('an answer that does not come (%s) is of unknown fate; asked later, the platform knows: %s', async (trouble, there) => {
    const { messenger, channel, posts, next } = await opened()
    next?.(trouble)
    const started = performance.now()
    await expect(messenger.send(channel, reply, options)).rejects.toBeInstanceOf(Unknown)
    expect(performance.now() - started).toBeLessThan(GIVE_UP_AFTER + 400)
    expect(await posts()).toHaveLength(there ? 1 : 0)
    expect(await messenger.wasSent?.(channel, options)).toBe(there)
  })
})

async function openWeb(): Promise<Stage> {
  const { conversation, db, metrics } = await makePlenary()
  const config = { host: '127.0.0.1', port: 0, secret: undefined, url: undefined, loopback: true, metricsToken: undefined }
  const ops = makeOpsRoutes({}, metrics, { metricsToken: undefined, open: true })
  const messenger = await startWeb(conversation, { config, db, log: makeLog('fatal'), ops, now: Temporal.Now.instant })
  onTestFinished(() => messenger.stop())
  return {
    messenger,
    space: 'home',
    to: { channel: 'general', person: 'ana', nowhere: 'nowhere' },
    async posts() {
      const rows = await db.selectFrom('web_messages').select('for_id').orderBy('id').execute()
      return rows.map(({ for_id }) => ({ where: for_id === null ? 'channel' : 'private' }))
    },
  }
}

async function openInSlack(): Promise<Stage> {
  const { fake, platform, person } = await openSlack({ giveUpAfter: GIVE_UP_AFTER })
  fake.channels.set('C1', { id: 'C1', members: new Set([BOT]) })
  person('U0ANA')
  const faults = {
    'slow down': { status: 429, retryAfter: 1 },
    'lost before': 'hang',
    'lost after': 'hang after',
    breaks: { afterwards: 502 },
  } as const
  return {
    messenger: platform,
    space: 'T0PLENARY',
    to: { channel: 'C1', person: 'U0ANA', nowhere: 'C9' },
    posts: async () => fake.shown.map(({ channel }) => ({ where: channel === direct('U0ANA') ? 'private' : 'channel' })),
    next: trouble => fake.fail('chat.postMessage', faults[trouble]),
    closeDirect: () => fake.fail('chat.postMessage', { error: 'messages_tab_disabled' }),
  }
}

async function openInDiscord(): Promise<Stage> {
  const { discord, platform } = await openDiscord({ conversation: await stubConversation({ text: 'x' }), giveUpAfter: GIVE_UP_AFTER })
  const faults = { 'slow down': slowDown(1), 'lost before': 'hang', 'lost after': 'do it, then hang', breaks: 'do it, then 500' } as const
  const isPost: Fault['on'] = ({ method, path }) => method === 'POST' && /^\/channels\/\d+\/messages$/.test(path)
  return {
    messenger: platform,
    space: '222222222222222222',
    to: { channel: CHANNEL, person: ANA, nowhere: '999999999999999998' },
    posts: async () => discord.posts.map(({ channel }) => ({ where: channel === directChannel(ANA) ? 'private' : 'channel' })),
    next: trouble => discord.fault({ on: isPost, times: 1, how: faults[trouble] }),
    closeDirect: () => void discord.closed.set(directChannel(ANA), refuse(403, 50007, 'Cannot send messages to this user')),
  }
}
