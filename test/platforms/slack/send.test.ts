/** Purpose: speaking unasked: in order, at Slack's pace in each channel, channels beside each other, nothing twice. */
import { beforeEach, expect, test } from 'vitest'
import { Refused, TryLater, Unknown } from '../../../src/messenger.ts'
import { type OnSlack, openSlack, until } from '../../support/fake-slack/plenary-on-slack.ts'
import { BOT, direct, type Fault } from '../../support/fake-slack/state.ts'

let slack: OnSlack
beforeEach(async () => {
  slack = await openSlack()
  for (const id of ['C1', 'C2']) slack.fake.channels.set(id, { id, members: new Set([BOT]) })
  slack.person('U0ANA')
})
const to = (id: string) => ({ platform: 'slack', space: 'T0PLENARY', id }) as const
const MARKED = { marker: 'a-marker-of-25-characters', privately: false }
const postsIn = (channel: string) => slack.fake.shown.filter(message => message.channel === channel)

test('one message a second in a channel, in order; another channel does not wait', async () => {
  slack.fake.strictPace = true
  const started = Date.now()
  await Promise.all([
    ...['one', 'two', 'three'].map(text => slack.platform.send(to('C1'), { text })),
    slack.platform.send(to('C2'), { text: 'other' }),
  ])
  expect(postsIn('C1').map(({ text }) => text)).toEqual(['one', 'two', 'three'])
  expect((postsIn('C2')[0]?.at ?? Number.NaN) - started).toBeLessThan(800)
  expect((postsIn('C1')[2]?.at ?? 0) - started).toBeGreaterThan(1_900)
  expect(slack.fake.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(4)
}, 10_000)

test('Slack’s Retry-After is told at once, nothing is repeated, and another channel goes on', async () => {
  slack.fake.fail('chat.postMessage', { status: 429, retryAfter: 2 })
  await expect(slack.platform.send(to('C1'), { text: 'slow' }, MARKED)).rejects.toMatchObject({ retryAfterMs: 2_000, scope: 'space' })
  await slack.platform.send(to('C2'), { text: 'quick' })
  expect(postsIn('C1')).toHaveLength(0)
  expect(slack.fake.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(2)
}, 10_000)

test.each([
  [{ error: 'is_archived' }, new Refused('gone')],
  [{ error: 'not_in_channel' }, new Refused('not-a-member')],
  [{ error: 'restricted_action' }, new Refused('not-allowed')],
  [{ error: 'msg_too_long' }, new Refused('too-large')],
  [{ error: 'a_word_that_is_new' }, new Refused('not-allowed')],
  [{ error: 'token_revoked' }, new TryLater(undefined, 'platform')],
  [{ error: 'ratelimited' }, new TryLater(undefined, 'platform')],
  [{ error: 'fatal_error' }, new Unknown('Slack: fatal_error')],
  [{ status: 500 }, new Unknown('Slack: http_500')],
] satisfies [Fault, Error][])('a failure says what it means: %j', async (fault, failure) => {
  slack.fake.fail('chat.postMessage', fault)
  const error = await slack.platform.send(to('C1'), { text: 'Hello' }, MARKED).catch(error => error)
  expect(error).toBeInstanceOf(failure.constructor)
  expect(error).toMatchObject({ ...failure })
  expect(slack.fake.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1)
})

test.each([
  ['hang', false],
  ['hang after', true],
] as const)('no answer in time (%s): nobody knows, until one looks', async (fault, arrived) => {
  const { fake, platform } = await openSlack({ fake: slack.fake, giveUpAfter: 300 })
  fake.fail('chat.postMessage', fault)
  await expect(platform.send(to('C1'), { text: 'Hello' }, MARKED)).rejects.toBeInstanceOf(Unknown)
  expect(await platform.wasSent?.(to('C1'), MARKED)).toBe(arrived)
  expect(postsIn('C1')).toHaveLength(arrived ? 1 : 0)
})

test('a Slack that is away was surely not reached', async () => {
  await slack.fake.close()
  // A request on a connection that was kept open may have left.
  await slack.platform.send(to('C1'), { text: 'Hello' }).catch(() => undefined)
  await expect(slack.platform.send(to('C1'), { text: 'Hello' }, MARKED)).rejects.toBeInstanceOf(TryLater)
})

test('what was given up before its turn came is not posted afterwards', async () => {
  const { fake, platform } = await openSlack({ fake: slack.fake, giveUpAfter: 300 })
  await platform.send(to('C1'), { text: 'first' })
  await expect(platform.send(to('C1'), { text: 'second' }, MARKED)).rejects.toBeInstanceOf(TryLater)
  await new Promise(resolve => setTimeout(resolve, 1_100))
  expect(fake.shown.map(({ text }) => text)).toEqual(['first'])
}, 10_000)

test('after a restart a long message goes on where it stopped, and its file is sent once', async () => {
  const long = { text: 'word '.repeat(1_500), files: [{ name: 'a.txt', type: 'text/plain', bytes: new Uint8Array([65]) }] }
  slack.fake.fail('chat.postMessage', { error: 'ratelimited' })
  await expect(slack.platform.send(to('C1'), long, MARKED)).rejects.toBeInstanceOf(TryLater)
  slack.fake.fail('files.completeUploadExternal', { error: 'fatal_error' })
  await slack.platform.send(to('C1'), long, MARKED)
  const whole = postsIn('C1').length
  expect(whole).toBeGreaterThan(1)
  expect(await slack.platform.wasSent?.(to('C1'), MARKED)).toBe(true)
  await slack.stop()
  slack.fake.shown.pop()
  const { platform } = await openSlack({ fake: slack.fake })
  expect(await platform.wasSent?.(to('C1'), MARKED)).toBe(false)
  await platform.send(to('C1'), long, MARKED)
  expect(postsIn('C1')).toHaveLength(whole)
  expect(await platform.wasSent?.(to('C1'), MARKED)).toBe(true)
}, 20_000)

test('an installation without the scopes to look says so in the log, and sends again', async () => {
  slack.fake.noHistory = true
  expect(await slack.platform.wasSent?.(to('C1'), MARKED)).toBe(false)
  expect(slack.logged.join('')).toContain('reinstall the app')
})

test('a person gets it as a direct message, its file with it', async () => {
  await slack.platform.send(
    to('U0ANA'),
    {
      text: 'For you',
      files: [{ name: 'report.txt', type: 'text/plain', bytes: new TextEncoder().encode('All of it') }],
    },
    { marker: 'm', privately: true },
  )
  expect(postsIn(direct('U0ANA'))).toHaveLength(1)
  expect(slack.fake.uploads).toMatchObject([{ name: 'report.txt', channel: direct('U0ANA'), bytes: 'All of it' }])
}, 10_000)

test('a person in a text is named, never pinged', async () => {
  await slack.platform.send(to('C1'), { text: ['Coordinator: ', { person: to('U0ANA') }] })
  const post = JSON.stringify(postsIn('C1')[0])
  expect(post).toContain('@u0ana')
  expect(post).not.toContain('U0ANA')
})

test('an answer too long for messages: the rest is a file in the direct conversation, not in the channel', async () => {
  const ana = slack.person('U0ANA')
  const cards = Array.from({ length: 60 }, (_, at) => ({ title: `Card ${at}`, text: 'word '.repeat(100) }))
  const { conversation } = slack.plenary
  const hear = conversation.hear
  Object.assign(conversation, { hear: async () => ({ reply: { text: 'Much', cards }, language: 'en' }) })
  try {
    await ana.types('/my')
    const upload = await until(() => slack.fake.uploads.find(({ channel }) => !channel.startsWith('F')), 'a file')
    expect(upload).toMatchObject({ name: 'plenary.txt', channel: direct('U0ANA') })
    expect(upload.bytes).toContain('Card 59')
    await until(() => slack.fake.shown.some(({ text }) => text.includes('direct messages')), 'the hint')
    expect(slack.fake.shown.every(({ user }) => user === 'U0ANA')).toBe(true)
  } finally {
    Object.assign(conversation, { hear })
  }
})
