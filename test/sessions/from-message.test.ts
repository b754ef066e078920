/** Purpose: a message becomes a note, whatever is in it, in the two chats that have a menu for it. */
import { describe, expect, test } from 'vitest'
import { makePlenary } from '../support/make-plenary.ts'
import { openDiscordRoom } from '../support/seats/discord-room.ts'
import type { Room } from '../support/seats/seat.ts'
import { openSlackRoom } from '../support/seats/slack-room.ts'

const LONG = `The ${'long story of cities '.repeat(200).slice(0, 3990).trim()}`

async function noted<H>(open: (plenary: Awaited<ReturnType<typeof makePlenary>>) => Promise<Room<H>>) {
  const plenary = await makePlenary(':memory:', Temporal.Now.instant)
  const { ana } = await open(plenary)
  await ana.runs('session open', 'Menu template:minutes', { title: 'Menu', template: 'minutes' })
  const texts = async () => {
    const [session] = await plenary.sessions.find(1, {})
    return session ? (await plenary.sessions.notebook(session)).notes.map(({ text }) => text) : []
  }
  return { ana, texts }
}

describe('Slack', () => {
  test('markup, emoji and mentions', async () => {
    const { ana, texts } = await noted(openSlackRoom)
    const taken = await ana.notes('*City ID* for _all_ :tada: <@U0BEN> said: https://a.example & 10:30:45')
    expect(taken.words).toContain('#1')
    expect(taken.alone).toBe(true)
    expect(await texts()).toEqual(['City ID for all <@U0BEN> said: https://a.example & 10:30:45'])
  })

  test('several lines are several notes; a picture without words asks for them in a form', async () => {
    const { ana, texts } = await noted(openSlackRoom)
    expect((await ana.notes('Decision: meet in May\n• write a guide')).words).toContain('2 notes taken')
    const form = await ana.notes('')
    expect((await ana.fills(form, { text: 'The picture shows the plan' })).words).toContain('#3')
    expect(await texts()).toEqual(['meet in May', 'write a guide', 'The picture shows the plan'])
  })

  test('4,000 characters are one note, which no form cuts', async () => {
    const { ana, texts } = await noted(openSlackRoom)
    await ana.notes(LONG)
    expect(await texts()).toEqual([LONG])
    const form = await ana.presses(await ana.runs('note list', ''), /Correct$/)
    expect(form.form).toEqual({ number: '1', change: '' })
  })
})

describe('Discord', () => {
  test('markup, emoji and mentions', async () => {
    const { ana, texts } = await noted(openDiscordRoom)
    const taken = await ana.notes('**City ID** for __all__ <:tada:123456789012345678> <@555555555555555602> said: <https://a.example> & 🎉')
    expect(taken.alone).toBe(true)
    expect(await texts()).toEqual(['City ID for all tada @555555555555555602 said: https://a.example & 🎉'])
  })

  test('several lines are several notes; a picture without words says so', async () => {
    const { ana, texts } = await noted(openDiscordRoom)
    expect((await ana.notes('Decision: meet in May\n- write a guide')).words).toContain('2 notes taken')
    expect((await ana.notes('')).words).toContain('no words')
    expect(await texts()).toEqual(['meet in May', 'write a guide'])
  })

  test('4,000 characters are one note, which no form cuts', async () => {
    const { ana, texts } = await noted(openDiscordRoom)
    await ana.notes(LONG)
    expect(await texts()).toEqual([LONG])
    const form = await ana.presses(await ana.runs('note list', ''), /Correct$/)
    expect(form.form).toEqual({ number: '1', change: '' })
  })
})
