/** Purpose: a thread can have a session of its own, beside that of the channel around it. */
import { expect, test } from 'vitest'
import { makePlenary } from '../support/make-plenary.ts'
import { openDiscordRoom } from '../support/seats/discord-room.ts'
import { openSlackRoom } from '../support/seats/slack-room.ts'

const [THREAD, OTHER] = ['1700000000.000100', '1700000000.000900']

test('Slack: opened in a thread by mention, it takes the notes of that thread and no others', async () => {
  const plenary = await makePlenary(':memory:', Temporal.Now.instant)
  const { ana } = await openSlackRoom(plenary)
  await ana.runs('session open', 'Plenary hall template:minutes')
  expect((await ana.mentions('session open “Working group” template:minutes', THREAD)).words).toContain('S-002 Working group')
  expect((await ana.runs('note', 'd Meet in May')).words).toContain('S-001')
  const inThread = await ana.mentions('note d Write a guide', THREAD)
  expect(inThread.words).toContain('S-002')
  expect(inThread.handle.messages).toMatchObject([{ thread: THREAD, user: 'U0ANA' }])
  expect((await ana.mentions('note d In another thread', OTHER)).words).toContain('S-001')
  expect((await ana.notes('d From a message there', THREAD)).words).toContain('S-002')
  const report = await ana.presses(await ana.mentions('session status', THREAD), 'See the report')
  expect(report.words).toContain('Working group')
  expect(report.words).toContain('Write a guide')
})

test('Slack: what is shared of a session in a thread stands in the thread; closing it frees the thread alone', async () => {
  const plenary = await makePlenary(':memory:', Temporal.Now.instant)
  const { ana } = await openSlackRoom(plenary)
  await ana.runs('session open', 'Hall template:minutes')
  await ana.mentions('session open Table template:minutes', THREAD)
  await ana.mentions('note d Write a guide', THREAD)
  const sure = await ana.mentions('session publish', THREAD)
  const done = await ana.presses(sure, 'Publish version 1')
  expect(done.words).toContain('Version 1 of S-002 Table')
  const shared = await ana.presses(done, /Share/)
  expect(shared.handle.messages).toMatchObject([{ via: 'chat.postMessage', thread: THREAD, user: undefined }])
  expect((await ana.mentions('note d Afterwards', THREAD)).words).toContain('S-001')
})

test('Discord: a thread is a channel of its own', async () => {
  const plenary = await makePlenary(':memory:', Temporal.Now.instant)
  const [hall, thread] = [await openDiscordRoom(plenary), await openDiscordRoom(plenary, { channel: '333333333333333399' })]
  await hall.ana.runs('session open', 'Hall template:minutes')
  await thread.ana.runs('session open', 'Table template:minutes')
  expect((await hall.ana.runs('note', 'd Meet in May')).words).toContain('S-001')
  expect((await thread.ana.runs('note', 'd Write a guide')).words).toContain('S-002')
  expect((await hall.ana.mentions('note d By mention', '333333333333333399')).words).toContain('S-002')
})

test('Slack: a form that was opened from a thread opens the session for that thread', async () => {
  const plenary = await makePlenary(':memory:', Temporal.Now.instant)
  const { ana } = await openSlackRoom(plenary)
  const form = await ana.presses(await ana.mentions('session open', THREAD), 'Open the form')
  expect((await ana.fills(form, { title: 'Table', template: 'minutes' })).words).toContain('S-001 Table')
  const [session] = await plenary.sessions.find(1, {})
  expect(session?.places).toEqual([{ platform: 'slack', space: 'T0PLENARY', id: `C0GENERAL:${THREAD}` }])
})

test('Discord: whoever is mentioned in a message to Plenary is understood', async () => {
  const plenary = await makePlenary(':memory:', Temporal.Now.instant)
  const { ana, ben } = await openDiscordRoom(plenary)
  await ana.runs('session open', 'Hall template:minutes')
  expect((await ana.mentions(`note quote "We give back" from:${ben.mention}`)).words).toContain('I ask the speaker')
  expect((await ben.letter('We give back')).alone).toBe(true)
  expect((await ana.mentions(`session rapporteur ${ben.mention}`)).words).toContain('can now take notes')
  expect((await ben.runs('note', 'd Mine')).words).toContain('#2')
})
