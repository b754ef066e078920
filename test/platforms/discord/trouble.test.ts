/** Purpose: what goes wrong between Discord and us: nothing is answered twice, nothing ends the process, and the log says what mends it. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { makeKnown } from '../../../src/platforms/discord/known.ts'
import { makeSeen } from '../../../src/platforms/seen.ts'
import { type Request, startFakeDiscord, TOKEN } from '../../support/fake-discord/fake-discord.ts'
import { makePerson, seen, until, wordsOf } from '../../support/fake-discord/person.ts'
import { refuse } from '../../support/fake-discord/refusals.ts'
import { openDiscord } from '../../support/fake-discord/start.ts'
import { stubConversation } from '../../support/fake-discord/stub-conversation.ts'

const isAnswer = ({ path }: Request) => path.endsWith('/callback')
const BUTTON = { label: 'Press', command: 'library get', options: { id: 'P-001' } }
const isEdit = ({ method }: Request) => method === 'PATCH'
const isFollowUp = ({ method, path }: Request) => method === 'POST' && path.startsWith('/webhooks/')
const open = async (more: object = {}) => openDiscord({ conversation: await stubConversation({ text: 'An answer' }), ...more })

describe('an answer', () => {
  test('that meets a 500 or a cut line is tried again, and given once', async () => {
    for (const how of [refuse(500, 0, 'oops'), 'do it, then 500', 'cut'] as const) {
      const { discord, logged } = await open()
      discord.fault({ on: isAnswer, times: 1, how })
      const asked = makePerson(discord).runs('practice', { words: 'x' })
      await until(() => discord.requests.filter(isAnswer).length === 2)
      expect(await seen(asked)).toMatchObject({ how: 'edit' })
      expect(asked.shown).toHaveLength(1)
      expect(logged.join('')).not.toContain('did not take')
    }
  })

  test('whose first try hangs is tried again within Discord’s three seconds', async () => {
    const { discord } = await open()
    discord.fault({ on: isAnswer, times: 1, how: 'hang' })
    const asked = makePerson(discord).runs('practice', { words: 'x' })
    await seen(asked)
    expect(asked.answeredAfter).toBeLessThan(2500)
  })

  test('that comes too late (10062) is a line in the log', async () => {
    const { discord, logged } = await open()
    discord.fault({ on: isAnswer, times: 1, how: refuse(404, 10062, 'Unknown interaction') })
    makePerson(discord).runs('practice', { words: 'x' })
    await until(() => logged.join('').includes('Discord did not take an answer'))
    expect(logged.join('')).toMatch(/"code":"10062".*three seconds/)
    expect(discord.requests.filter(isAnswer)).toHaveLength(1)
  })

  test('that another process gave already (40060) is left alone', async () => {
    const { discord, logged } = await open()
    discord.fault({ on: isAnswer, times: 5, how: refuse(400, 40060, 'Interaction has already been acknowledged.') })
    makePerson(discord).runs('practice', { words: 'x' })
    await until(() => logged.join('').includes('another Plenary'))
    expect(discord.requests.filter(isFollowUp)).toEqual([])
  })

  test('that Discord finds badly formed (50035) becomes a plain sentence with a reference', async () => {
    const { discord, logged } = await openDiscord({ conversation: await stubConversation({ text: 'x', buttons: [BUTTON] }) })
    const ana = makePerson(discord)
    const shown = await seen(ana.runs('practice', { words: 'x' }))
    for (const on of [isEdit, isAnswer]) {
      discord.fault({ on, times: 1, how: refuse(400, 50035, 'Invalid Form Body') })
      const { message } = await seen(on === isEdit ? ana.runs('practice', { words: 'x' }) : ana.presses(shown, 'Press'))
      const reference = /reference.*`(\w+)`/.exec(wordsOf(message))?.[1] ?? 'none'
      expect(logged.join('')).toContain(reference)
    }
  })

  test('in several messages: one that may have arrived is not posted twice', async () => {
    const { discord, logged } = await openDiscord({ conversation: await stubConversation({ text: 'word '.repeat(1500) }) })
    discord.fault({ on: isFollowUp, times: 1, how: 'do it, then 500' })
    const asked = makePerson(discord).runs('practice', { words: 'x' })
    await until(() => logged.join('').includes('http_500'))
    expect(asked.shown.filter(({ message }) => wordsOf(message).includes('word'))).toHaveLength(2)
  })

  test('is given once, though the event was delivered twice', async () => {
    const conversation = await stubConversation({ text: 'Once' })
    const { discord } = await openDiscord({ conversation })
    const dispatch = discord.gateway.dispatch
    discord.gateway.dispatch = (type, data) => {
      dispatch(type, data)
      dispatch(type, data)
    }
    await seen(makePerson(discord).runs('practice', { words: 'x' }))
    expect(conversation.heard).toHaveLength(1)
    expect(discord.refused).toEqual([])
  })
})

describe('the gateway', () => {
  test('answers before the servers are loaded: discord.js would hold the interaction back', async () => {
    const discord = await startFakeDiscord()
    onTestFinished(() => discord.stop())
    discord.gateway.slowServers = true
    const { platform } = await open({ discord, wait: false })
    await until(() => discord.commands.puts > 0)
    const asked = makePerson(discord).runs('practice', { words: 'x' })
    await seen(asked)
    expect(asked.answeredAfter).toBeLessThan(500)
    expect(platform.health()).toBe('up')
  })

  test('that asks us to come back, or drops the line, or forgets the session, is joined again', async () => {
    const { discord, platform } = await open()
    const works = async () => seen(makePerson(discord).runs('practice', { words: 'x' }))
    for (const how of ['reconnect', 'cut'] as const) {
      const before = discord.gateway.resumes
      discord.gateway.drop(how)
      await until(() => discord.gateway.resumes > before, `resume after ${how}`, 10_000)
      await until(() => platform.health() === 'up')
      await works()
    }
    discord.gateway.drop('invalid session')
    await until(() => discord.gateway.identities.length > 1, 'a new identity', 10_000)
    await until(() => platform.health() === 'up')
    await works()
    expect(discord.gateway.identities[0]?.intents).toBe(1 + 512 + 4096)
  })

  test('that closes for good is noticed, named once, and the rest lives on', async () => {
    for (const [code, advice] of [
      [4004, /DISCORD_TOKEN was refused/],
      [4014, /“Privileged Gateway Intents”/],
      [4012, /Update Plenary/],
    ] as const) {
      const { discord, platform, logged } = await open()
      discord.gateway.close(code)
      await until(() => platform.health() === 'down', `down after ${code}`)
      await until(() => logged.some(line => line.includes('"level":"error"')))
      expect(logged.filter(line => line.includes('"level":"error"'))).toHaveLength(1)
      expect(logged.join('')).toMatch(advice)
      expect(discord.gateway.identities).toHaveLength(1)
    }
  })

  test('that wants shards gets as many as it asks for, also later (4011)', async () => {
    const { discord, platform } = await open({ shards: 2 })
    expect(discord.gateway.identities.map(({ shard }) => shard).sort()).toEqual([
      [0, 2],
      [1, 2],
    ])
    discord.gateway.close(4011)
    await until(() => platform.health() === 'down')
    await until(() => platform.health() === 'up' && discord.gateway.identities.length === 4, 'two new connections', 10_000)
  })

  test('sends nonsense: it is logged, and the next command works', async () => {
    const { discord, logged } = await open()
    for (const nonsense of [{}, { id: '1', type: 3 }, null, [], { id: 5 }]) discord.gateway.dispatch('INTERACTION_CREATE', nonsense)
    discord.gateway.dispatch('MESSAGE_CREATE', { content: 5 })
    const ana = makePerson(discord)
    ana.start(3, { component_type: 99 })
    ana.start(2, {})
    await seen(ana.runs('practice', { words: 'x' }))
    expect(logged.join('')).toContain('can’t read')
  })
})

describe('at the start', () => {
  test('a wrong token names itself, and nothing else stops', async () => {
    const { platform, logged } = await open({ token: 'wrong.token.here', wait: false })
    await until(() => platform.health() === 'down')
    expect(logged.join('')).toMatch(/"level":"error".*DISCORD_TOKEN was refused/)
    expect(logged.join('')).not.toContain('wrong.token')
  })

  test('an intent that is refused right away (4014) is named', async () => {
    const { platform, logged } = await open({ closeAtIdentify: 4014, wait: false })
    await until(() => platform.health() === 'down')
    expect(logged.join('')).toContain('Privileged Gateway Intents')
  })

  test('a Discord that is away is tried until it is there', async () => {
    const discord = await startFakeDiscord()
    onTestFinished(() => discord.stop())
    discord.fault({ on: ({ path }) => path === '/gateway/bot', times: 1, how: 'cut' })
    const { platform, logged } = await open({ discord, wait: false, token: TOKEN })
    await until(() => logged.join('').includes('trying again'))
    expect(platform.health()).toBe('down')
    await until(() => platform.health() === 'up')
  })
})

test('a stop finishes what is being answered', async () => {
  const { discord, platform } = await openDiscord({
    conversation: await stubConversation(() => new Promise(resolve => setTimeout(resolve, 200, { text: 'Done' }))),
  })
  const asked = makePerson(discord).runs('practice', { words: 'x' })
  await until(() => discord.requests.length > 0)
  await new Promise(resolve => setTimeout(resolve, 50))
  await platform.stop()
  expect(asked.shown).toHaveLength(1)
})

test('what is remembered is bounded', () => {
  const remembered = makeSeen(2)
  expect(['a', 'b', 'a', 'c', 'a'].map(remembered.first)).toEqual([true, true, false, true, true])
  expect(makeKnown().of(undefined, { id: '1', channel_id: '1', type: 0, content: '', author: { id: '1' }, mentions: [] })).toEqual({})
})
