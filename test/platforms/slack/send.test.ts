/** Purpose: speaking unasked: in order, at Slack's pace in each channel, channels beside each other, nothing twice. */
import { beforeEach, expect, test } from 'vitest'
import { type OnSlack, openSlack, until } from '../../support/fake-slack/plenary-on-slack.ts'
import { BOT, direct } from '../../support/fake-slack/state.ts'

let slack: OnSlack
beforeEach(async () => {
  slack = await openSlack()
  for (const id of ['C1', 'C2']) slack.fake.channels.set(id, { id, members: new Set([BOT]) })
  slack.person('U0ANA')
})
const to = (id: string) => ({ platform: 'slack', space: 'T0PLENARY', id }) as const
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

test('Slack’s Retry-After is kept for that channel alone', async () => {
  slack.fake.fail('chat.postMessage', { status: 429, retryAfter: 2 })
  const started = Date.now()
  const slow = slack.platform.send(to('C1'), { text: 'slow' })
  await until(() => slack.fake.calls.some(({ method }) => method === 'chat.postMessage'), 'the first try')
  await slack.platform.send(to('C2'), { text: 'quick' })
  expect(Date.now() - started).toBeLessThan(1_000)
  await slow
  expect(Date.now() - started).toBeGreaterThan(1_900)
  expect(postsIn('C1')).toHaveLength(1)
}, 10_000)

test('a failure says whether trying again could post twice', async () => {
  const send = () => slack.platform.send(to('C1'), { text: 'Hello' })
  slack.fake.fail('chat.postMessage', { error: 'is_archived' }, { status: 500 }, 'drop')
  await expect(send()).rejects.toMatchObject({ trouble: { code: 'is_archived', outcome: 'not done' } })
  await expect(send()).rejects.toMatchObject({ trouble: { code: 'http_500', outcome: 'unknown' } })
  await expect(send()).rejects.toMatchObject({ trouble: { outcome: 'unknown' } })
  await expect(send()).resolves.toMatchObject({ messageId: expect.stringMatching(/^\d+\.\d+$/) })
  expect(slack.fake.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(4)
}, 10_000)

test('a person gets it as a direct message, its file with it', async () => {
  await slack.platform.send(to('U0ANA'), {
    text: 'For you',
    files: [{ name: 'report.txt', type: 'text/plain', bytes: new TextEncoder().encode('All of it') }],
  })
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
  Object.assign(conversation, { hear: async () => ({ text: 'Much', cards }) })
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
