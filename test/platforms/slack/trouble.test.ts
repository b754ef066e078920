/** Purpose: what goes wrong between Plenary and Slack: a sentence for whom it concerns, a line in the log, nothing twice, and life goes on. */
import { expect, test } from 'vitest'
import { buttonOn, type OnSlack, openSlack, until } from '../../support/fake-slack/plenary-on-slack.ts'
import { startFakeSlack } from '../../support/fake-slack/start.ts'
import type { Fault } from '../../support/fake-slack/state.ts'

const posts = ({ fake }: OnSlack) => fake.calls.filter(({ method }) => method === 'chat.postMessage').length
const errors = ({ logged }: OnSlack) => logged.filter(line => line.includes('"level":"error"'))

async function shareWith(faults: readonly Fault[], change: (slack: OnSlack) => void = () => undefined) {
  const slack = await openSlack()
  const ana = slack.person('U0ANA')
  await ana.types('/library get P-001')
  const details = await until(() => slack.fake.shown[0], 'the entry')
  change(slack)
  slack.fake.fail('chat.postMessage', ...faults)
  await ana.presses(buttonOn(details, /Share/), details)
  const answer = await until(() => slack.fake.shown[1], 'an answer', 5_000)
  return { slack, answer }
}

test.each([
  ['Plenary was not invited', [{ error: 'not_in_channel' }], '/invite @Plenary'],
  ['the channel is private, and Plenary does not know it', [{ error: 'channel_not_found' }], '/invite @Plenary'],
  ['the channel was archived', [{ error: 'is_archived' }], 'archived'],
  ['only some may post', [{ error: 'restricted_action' }], 'Not everybody may post'],
  ['Slack asks for patience', [{ status: 429, retryAfter: 60 }], '60 seconds'],
  ['Slack breaks', [{ status: 500 }], 'did not confirm'],
  ['Slack breaks in its own words', [{ error: 'fatal_error' }], 'did not confirm'],
  ['the connection drops', ['drop'], 'did not confirm'],
] satisfies [string, Fault[], string][])(
  '%s: the person reads what to do, and nothing is posted a second time',
  async (_, faults, words) => {
    const { slack, answer } = await shareWith(faults)
    expect(answer).toMatchObject({ user: 'U0ANA' })
    expect(answer.text).toContain(words)
    expect(posts(slack)).toBe(1)
  },
)

test('a real refusal of the channel reads the same', async () => {
  const { answer } = await shareWith([], ({ fake }) => void fake.channels.get('C0GENERAL')?.members.delete('U0PLENARY'))
  expect(answer.text).toContain('/invite @Plenary')
})

test('a post that Slack took although it answered with a failure is not posted again', async () => {
  const slack = await openSlack()
  const ana = slack.person('U0ANA')
  await ana.types('/library get P-001')
  const details = await until(() => slack.fake.shown[0], 'the entry')
  slack.fake.fail('chat.postMessage', { afterwards: 502 })
  await ana.presses(buttonOn(details, /Share/), details)
  await until(() => slack.fake.shown[2], 'the post and the sentence')
  expect(slack.fake.shown.map(({ via }) => via)).toEqual(['response_url', 'chat.postMessage', 'response_url'])
  expect(posts(slack)).toBe(1)
})

test('a moment’s patience is no trouble at all', async () => {
  const { slack, answer } = await shareWith([{ status: 429, retryAfter: 1 }])
  expect(answer.via).toBe('chat.postMessage')
  expect(posts(slack)).toBe(2)
})

test('an answer whose address expired comes as an ephemeral message, else as a direct one', async () => {
  const slack = await openSlack()
  const ana = slack.person('U0ANA')
  slack.fake.fail('response_url', { status: 404 }, { status: 500 })
  await ana.types('/my')
  expect(await until(() => slack.fake.shown[0], 'an answer')).toMatchObject({ via: 'chat.postEphemeral', user: 'U0ANA' })
  slack.fake.channels.get('C0GENERAL')?.members.delete('U0PLENARY')
  await ana.types('/my')
  expect(await until(() => slack.fake.shown[1], 'an answer')).toMatchObject({ via: 'chat.postMessage', channel: ana.direct })
})

test('an answer that may have arrived, as nobody said otherwise in time, does not come a second time another way', async () => {
  const slack = await openSlack()
  const ana = slack.person('U0ANA')
  slack.fake.fail('response_url', 'hang')
  await ana.types('/my')
  await until(() => slack.logged.some(line => line.includes('"code":"timeout"')), 'a line', 8_000)
  await new Promise(resolve => setTimeout(resolve, 100))
  expect(slack.fake.shown).toEqual([])
  expect(slack.fake.calls.filter(({ method }) => method.startsWith('chat.'))).toEqual([])
}, 12_000)

test('too many answers at one address (429): the next way is taken', async () => {
  const slack = await openSlack()
  slack.fake.fail('response_url', { status: 429, retryAfter: 30 })
  await slack.person('U0ANA').types('/my')
  expect(await until(() => slack.fake.shown[0], 'an answer')).toMatchObject({ via: 'chat.postEphemeral', user: 'U0ANA' })
})

test('an answer that can come no way is in the log, without its words', async () => {
  const slack = await openSlack()
  const ana = slack.person('U0ANA')
  slack.fake.fail('response_url', { status: 404 })
  slack.fake.fail('chat.postEphemeral', { error: 'channel_not_found' })
  slack.fake.fail('chat.postMessage', { error: 'messages_tab_disabled' })
  await ana.types('/practice secretword')
  await until(() => errors(slack)[0], 'a line')
  expect(errors(slack)[0]).toContain('U0ANA')
  expect(slack.logged.join()).not.toMatch(/secretword|u0ana|xoxb|xapp/)
})

test('a bad bot token names itself once; the start goes on', async () => {
  const fake = await startFakeSlack()
  fake.validBotToken = false
  const slack = await openSlack({ fake })
  expect(slack.platform.health()).toBe('down')
  expect(errors(slack)).toHaveLength(1)
  expect(errors(slack)[0]).toContain('SLACK_BOT_TOKEN')
})

test('a token that is taken back while Plenary runs is noticed, by the notice or by the first refusal', async () => {
  const one = await openSlack()
  await one.person('U0ANA').event({ type: 'tokens_revoked', tokens: { bot: ['U0PLENARY'] } })
  await until(() => one.platform.health() === 'down', 'down')
  expect(errors(one)[0]).toContain('SLACK_BOT_TOKEN')

  const other = await openSlack()
  other.fake.validBotToken = false
  const sent = other.platform.send({ platform: 'slack', space: 'T0PLENARY', id: 'C0GENERAL' }, { text: 'Hello' })
  await expect(sent).rejects.toMatchObject({ scope: 'platform' })
  expect(other.platform.health()).toBe('down')
})

test('Slack away at the start: Plenary starts, and finds Slack when it is there', async () => {
  const fake = await startFakeSlack()
  fake.fail('auth.test', { status: 503 })
  fake.fail('apps.connections.open', 'drop', 'drop', { status: 500 })
  const slack = await openSlack({ fake })
  await until(() => slack.platform.health() === 'up', 'up', 8_000)
  await slack.person('U0ANA').types('/my')
  await until(() => fake.shown[0], 'an answer')
}, 20_000)
