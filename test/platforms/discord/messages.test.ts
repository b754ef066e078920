/** Purpose: direct messages and mentions, which need no privileged intent. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHANNEL, type FakeDiscord } from '../../support/fake-discord/fake-discord.ts'
import { ANA, makePerson, until, wordsOf } from '../../support/fake-discord/person.ts'
import { refuse } from '../../support/fake-discord/refusals.ts'
import { directChannel } from '../../support/fake-discord/routes.ts'
import { openDiscord } from '../../support/fake-discord/start.ts'
import { openPlenary, type TestPlenary } from '../../support/make-plenary.ts'

const US = '<@111111111111111111>'
let plenary: TestPlenary
beforeAll(async () => {
  plenary = await openPlenary()
})
afterAll(() => plenary.close())

const post = async (discord: FakeDiscord, at = 0) => {
  const found = await until(() => discord.posts[at], `post ${at}`)
  return { channel: found.channel, words: wordsOf(found.message), message: found.message }
}

describe('a direct message', () => {
  test('with a command runs it; with plain words searches; with nothing shows the first page', async () => {
    const { discord } = await openDiscord({ plenary })
    const ana = makePerson(discord, { direct: true })
    ana.says('/library get P-001')
    expect((await post(discord)).words).toContain('P-001')
    ana.says('What works against xenophobia in schools?')
    const found = await post(discord, 1)
    expect(found.channel).toBe(directChannel(ANA))
    expect(found.words).toContain('[Details]')
    ana.says('  ')
    expect((await post(discord, 2)).words).toContain('memory and the clock')
    expect(discord.refused).toEqual([])
  })

  test('the first one also offers the form for newcomers, once; a greeting is no search', async () => {
    const { discord } = await openDiscord({ plenary })
    const cem = makePerson(discord, { direct: true, id: '777777777777777777' })
    cem.says('xenophobia in schools')
    const first = await post(discord)
    expect(first.words).toContain('[Details]')
    expect(first.words).toContain('[Introduce yourself]')
    cem.says('welcome refugees')
    expect((await post(discord, 1)).words).not.toContain('[Introduce yourself]')
    cem.says('Hola!')
    expect((await post(discord, 2)).words).toContain('memory and the clock')
    expect(discord.refused).toEqual([])
  })

  test('that needs a dialog gets a button that opens it', async () => {
    const { discord } = await openDiscord({ plenary })
    const ana = makePerson(discord, { direct: true })
    ana.says('my profile')
    const { message } = await post(discord)
    const opened = ana.presses({ message, ephemeral: false, files: [], how: 'answer' }, 'Open the form')
    expect((await until(() => opened.modal)).components).toHaveLength(2)
  })
})

describe('a mention in a server', () => {
  test('is answered there where the answer may be shared, saying who asked', async () => {
    const { discord } = await openDiscord({ plenary })
    makePerson(discord).says(`${US} practice xenophobia schools`, { mentions: [{ id: '111111111111111111' }] })
    const { channel, words } = await post(discord)
    expect(channel).toBe(CHANNEL)
    expect(words).toContain('[Details]')
    expect(words).toContain(`Asked by <@${ANA}>`)
    expect(discord.refused).toEqual([])
  })

  test('is answered by direct message where the answer is for the asker alone', async () => {
    const { discord } = await openDiscord({ plenary })
    makePerson(discord).says(`hello ${US}`.replace('hello ', ''))
    expect(await post(discord)).toMatchObject({ channel: directChannel(ANA) })
    makePerson(discord).says(`${US} my show`)
    expect(await post(discord, 1)).toMatchObject({ channel: directChannel(ANA), words: expect.stringContaining('known here as member') })
  })

  test('with a mistake in it is explained to its author alone', async () => {
    const { discord } = await openDiscord({ plenary })
    makePerson(discord).says(`${US} practice thema:education`)
    expect(await post(discord)).toMatchObject({ channel: directChannel(ANA), words: expect.stringContaining('thema:') })
  })

  test('knows who may manage the server from its roles', async () => {
    const { discord } = await openDiscord({ plenary })
    makePerson(discord).says(`${US} my show`, { member: { roles: ['444444444444444444'] } })
    expect((await post(discord)).words).toContain('known here as admin')
  })

  test('speaks the language that the person’s commands came in', async () => {
    const { discord } = await openDiscord({ plenary })
    const ana = makePerson(discord, { locale: 'fr' })
    await until(() => ana.runs('my show').answeredAfter !== undefined || discord.interactions.size > 0)
    await until(() => [...discord.interactions.values()].some(({ shown }) => shown.length > 0))
    ana.says(`${US} my show`)
    expect((await post(discord)).words).toContain('Français')
  })

  test('where we may not write is answered by direct message, with what mends it', async () => {
    for (const refusal of [refuse(403, 50001, 'Missing Access'), refuse(403, 50013, 'Missing Permissions')]) {
      const { discord, logged } = await openDiscord({ plenary })
      discord.closed.set(CHANNEL, refusal)
      makePerson(discord).says(`${US} practice schools`)
      expect(await post(discord)).toMatchObject({ channel: directChannel(ANA), words: expect.stringContaining('“Send Messages”') })
      expect(logged.join('')).toMatch(/"channel":"333333333333333333".*"code":"5001?[0-9]+".*Plenary may not write there/)
    }
  })

  test('whose private answer is not taken (50007) says so in the channel, without the answer', async () => {
    const { discord } = await openDiscord({ plenary })
    discord.closed.set(directChannel(ANA), refuse(403, 50007, 'Cannot send messages to this user'))
    makePerson(discord).says(`${US} my show`)
    const { channel, words } = await post(discord)
    expect(channel).toBe(CHANNEL)
    expect(words).toContain('for you alone')
    expect(words).not.toContain('known here')
  })
})

test('not for us: bots, webhooks, notices, answers to our messages, other people’s talk; twice the same is once', async () => {
  const { discord } = await openDiscord({ plenary })
  const ana = makePerson(discord)
  ana.says('practice schools')
  ana.says('thanks!', { type: 19, mentions: [{ id: '111111111111111111' }] })
  ana.says(`${US} practice`, { webhook_id: '123456789012345678' })
  ana.says(`${US} practice`, { type: 7 })
  ana.says(`${US} practice`, { author: { id: '555555555555555558', username: 'bot', bot: true } })
  const mine = ana.says(`${US} practice schools`)
  discord.gateway.dispatch('MESSAGE_CREATE', mine)
  await post(discord)
  makePerson(discord, { direct: true }).says('library get P-002')
  await post(discord, 1)
  expect(discord.posts).toHaveLength(2)
})
