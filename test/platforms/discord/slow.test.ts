/** Purpose: Discord waits three seconds and not longer: what takes time is promised first, and the promise is kept. */
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Reply } from '../../../src/reply.ts'
import { makePerson, seen, until, wordsOf } from '../../support/fake-discord/person.ts'
import { openDiscord } from '../../support/fake-discord/start.ts'
import { stubConversation } from '../../support/fake-discord/stub-conversation.ts'

const button = (more: object = {}) => ({ label: 'Press', command: 'library get', options: { id: 'P-001' }, ...more })
const cards = [{ title: 'A card', buttons: [button()] }]

/** The first is answered at once; what is pressed after it takes its time. */
const slowly = (first: Reply, then: Reply, after = 700) => {
  let asked = 0
  return stubConversation(async () => (asked++ === 0 ? first : wait(after, then)))
}

describe('what takes longer', () => {
  test('than three seconds is promised in time and then answered', async () => {
    const { discord } = await openDiscord({ conversation: await stubConversation(() => wait(3300, { text: 'At last', cards })) })
    const asked = makePerson(discord).runs('practice', { words: 'x' })
    const late = await seen(asked)
    expect(asked).toMatchObject({ answerType: 5, deferredHidden: true })
    expect(asked.answeredAfter).toBeLessThan(1000)
    expect(late).toMatchObject({ how: 'edit', ephemeral: true })
    expect(discord.refused).toEqual([])
  })

  test('behind a button leaves its message alone until it is known what becomes of it', async () => {
    for (const [reply, how, hidden] of [
      [{ text: 'Instead', instead: true }, 'edit', true],
      [{ text: 'Beside', cards }, 'follow-up', true],
      [{ text: 'For all', audience: 'channel' }, 'follow-up', false],
    ] as const) {
      const { discord } = await openDiscord({ conversation: await slowly({ text: 'First', cards }, reply) })
      const ana = makePerson(discord)
      const pressed = ana.presses(await seen(ana.runs('practice', { words: 'x' })), 'Press')
      expect(await seen(pressed)).toMatchObject({ how, ephemeral: hidden })
      expect(pressed.answerType).toBe(6)
      expect(discord.refused).toEqual([])
    }
  })

  test('and is for the whole channel stands beside its promise', async () => {
    const { discord } = await openDiscord({ conversation: await stubConversation(() => wait(700, { text: 'News', audience: 'channel' })) })
    const asked = makePerson(discord).runs('practice', { words: 'x' })
    expect(wordsOf((await seen(asked)).message)).toBe('It is in the channel now.')
    expect(await seen(asked, 1)).toMatchObject({ how: 'follow-up', ephemeral: false })
    expect(discord.refused).toEqual([])
  })
})

describe('a dialog', () => {
  const form = {
    title: 'A form',
    submit: 'Go',
    command: 'my timezone',
    options: {},
    fields: [{ name: 'timezone', label: 'Where', kind: 'search' as const, required: true, maxLength: 60, value: 'Nairobi' }],
  }

  test('is never promised, however long it takes', async () => {
    const { discord } = await openDiscord({ conversation: await stubConversation(() => wait(700, { text: 'x', form })) })
    const asked = makePerson(discord).runs('my timezone')
    expect((await until(() => asked.modal)).title).toBe('A form')
  })

  test('that nobody expected comes as a button when it is too late for it', async () => {
    const { discord } = await openDiscord({ conversation: await stubConversation(() => wait(700, { text: 'x', form })) })
    const ana = makePerson(discord)
    const shown = await seen(ana.runs('practice', { words: 'x' }))
    expect(wordsOf(shown.message)).toContain('[Open the form]')
    expect(discord.refused).toEqual([])
  })

  test('after a dialog comes as a button too', async () => {
    const { discord } = await openDiscord({ conversation: await stubConversation({ text: 'x', form }) })
    const ana = makePerson(discord)
    const asked = ana.runs('my timezone')
    await until(() => asked.modal)
    expect(wordsOf((await seen(ana.fills(asked, {}))).message)).toContain('[Open the form]')
    expect(discord.refused).toEqual([])
  })
})

test('many messages come in their order, private to the last', async () => {
  const many = Array.from({ length: 20 }, (_, at) => ({ title: `Card ${at}`, text: 'words '.repeat(200) }))
  const { discord } = await openDiscord({ conversation: await stubConversation({ text: 'Many', cards: many }) })
  const asked = makePerson(discord).runs('practice', { words: 'x' })
  await seen(asked, 4)
  expect(asked.shown.map(({ how, ephemeral }) => [how, ephemeral])).toEqual([['edit', true], ...Array(4).fill(['follow-up', true])])
  const words = asked.shown.map(({ message, files }) => wordsOf(message) + files.map(({ text }) => text).join()).join('\n')
  const order = Array.from(words.matchAll(/Card (\d+)/g), ([, at]) => Number(at))
  expect(order).toEqual([...Array(20).keys()])
  expect(discord.refused).toEqual([])
})

test('pictures and files go with it', async () => {
  const png = new Uint8Array([137, 80, 78, 71])
  const reply: Reply = {
    text: 'See',
    pictures: [{ name: 'bars.png', png, alt: 'Three bars' }],
    files: [{ name: 'report.txt', type: 'text/plain', bytes: new TextEncoder().encode('The report') }],
  }
  const { discord } = await openDiscord({ conversation: await stubConversation(reply) })
  const { files, message } = await seen(makePerson(discord).runs('practice', { words: 'x' }))
  expect(files).toMatchObject([
    { name: 'bars.png', bytes: 4 },
    { name: 'report.txt', text: 'The report' },
  ])
  expect(message.components).toMatchObject([{ type: 10 }, { type: 12, items: [{ description: 'Three bars' }] }, { type: 13 }])
  expect(discord.refused).toEqual([])
})
