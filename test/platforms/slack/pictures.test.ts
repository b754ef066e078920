/** Purpose: a picture goes to Slack as Slack takes files: announced, uploaded whole, shared once; and what it shows is said in words. */
import { beforeEach, expect, test } from 'vitest'
import { drawBars } from '../../../src/pictures/bars.ts'
import { renderPng } from '../../../src/pictures/render-png.ts'
import type { Reply } from '../../../src/reply.ts'
import { type OnSlack, openSlack, until } from '../../support/fake-slack/plenary-on-slack.ts'
import { BOT, direct } from '../../support/fake-slack/state.ts'

const png = renderPng(drawBars('Commitments', [{ label: 'Done', count: 3 }], 'en'))
const ALT = 'Commitments by state: 3 done,\n2 at risk'
const picture = (more: object = {}) => ({ name: 'commitments.png', png, alt: ALT, ...more })

let slack: OnSlack
beforeEach(async () => {
  slack = await openSlack()
  slack.fake.channels.set('C1', { id: 'C1', members: new Set([BOT]) })
})
const C1 = { platform: 'slack', space: 'T0PLENARY', id: 'C1' } as const
const MARKED = { marker: 'a-marker-of-25-characters', privately: false }
const calls = (method: string) => slack.fake.calls.filter(call => call.method === method)

async function answering<T>(reply: Reply, work: () => Promise<T>): Promise<T> {
  const { conversation } = slack.plenary
  const { hear } = conversation
  Object.assign(conversation, { hear: async () => ({ reply, language: 'en' }) })
  return work().finally(() => Object.assign(conversation, { hear }))
}

test('in a channel: after its words, every byte of it, once, titled with what it shows', async () => {
  await slack.platform.send(C1, { text: 'How it stands', pictures: [picture()] }, MARKED)
  expect(slack.fake.shown).toMatchObject([{ channel: 'C1', text: 'How it stands' }])
  expect(slack.fake.uploads).toMatchObject([{ name: 'commitments.png', channel: 'C1', title: 'Commitments by state: 3 done, 2 at risk' }])
  expect(slack.fake.uploads[0]?.data.equals(png)).toBe(true)
  expect(calls('files.getUploadURLExternal')[0]?.args).toMatchObject({ filename: 'commitments.png', length: String(png.byteLength) })
  expect(calls('files.completeUploadExternal')).toHaveLength(1)
})

test('several, and a very long description, are within what Slack takes', async () => {
  await slack.platform.send(C1, { text: 'Both', pictures: [picture(), picture({ name: 'second.png', alt: 'word '.repeat(400) })] }, MARKED)
  expect(slack.fake.uploads.map(({ name, channel }) => `${name} ${channel}`)).toEqual(['commitments.png C1', 'second.png C1'])
  expect(slack.fake.uploads[1]?.title?.length).toBeLessThanOrEqual(255)
})

test('for the asker alone: in the direct conversation, and the answer says so', async () => {
  const ana = slack.person('U0ANA')
  await answering({ text: 'How it stands', pictures: [picture()] }, async () => {
    await ana.types('/my')
    await until(() => slack.fake.shown[1], 'the hint')
  })
  expect(slack.fake.uploads).toMatchObject([{ channel: direct('U0ANA') }])
  expect(slack.fake.uploads[0]?.data.equals(png)).toBe(true)
  expect(slack.fake.shown).toMatchObject([{ text: 'How it stands' }, { text: expect.stringContaining('direct messages') }])
  expect(slack.fake.shown.every(({ user }) => user === 'U0ANA')).toBe(true)
})

test('shared in a thread: beside its words', async () => {
  const ana = slack.person('U0ANA')
  await answering({ text: 'How it stands', pictures: [picture()], audience: 'channel' }, async () => {
    await ana.mentions('commitment list', '1700000000.000100')
    await until(() => slack.fake.uploads.find(({ channel }) => !channel.startsWith('F')), 'the picture', 8_000)
  })
  expect(slack.fake.uploads).toMatchObject([{ channel: 'C0GENERAL', thread: '1700000000.000100' }])
  expect(slack.fake.shown[0]).toMatchObject({ via: 'chat.postMessage', thread: '1700000000.000100' })
})

test.each([
  ['files.getUploadURLExternal', { error: 'file_uploads_disabled' }],
  ['files.getUploadURLExternal', { error: 'missing_scope' }],
  ['files.completeUploadExternal', { error: 'file_not_found' }],
] as const)('what Slack does not take (%s, %j) is said; the words are there', async (method, fault) => {
  const ana = slack.person('U0ANA')
  slack.fake.fail(method, fault)
  await answering({ text: 'How it stands', pictures: [picture()] }, async () => {
    await ana.types('/my')
    await until(() => slack.fake.shown[1], 'the sentence')
  })
  const instead = expect.stringMatching(/could not send the file commitments.png.*3 done,\n2 at risk/s)
  expect(slack.fake.shown).toMatchObject([{ text: 'How it stands' }, { text: instead }])
  expect(slack.logged.join('')).toContain(fault.error)
})

test('a file that Slack does not take is told in words, if it is for reading and short', async () => {
  const ana = slack.person('U0ANA')
  slack.fake.fail('files.getUploadURLExternal', { error: 'unknown_method' })
  const data = { name: 'data.json', type: 'application/json', bytes: new TextEncoder().encode('{"zone":"Africa/Nairobi"}') }
  const huge = { name: 'all.txt', type: 'text/plain', bytes: new Uint8Array(20_000).fill(120) }
  await answering({ text: 'Your data', files: [data, huge] }, async () => {
    await ana.types('/my')
    await until(() => slack.fake.shown[2], 'the words')
  })
  const said = slack.fake.shown.map(({ text }) => text)
  expect(said).toEqual(['Your data', expect.stringContaining('could not send the file'), expect.stringContaining('Africa/Nairobi')])
  expect(slack.fake.shown.every(({ user }) => user === 'U0ANA')).toBe(true)
})
