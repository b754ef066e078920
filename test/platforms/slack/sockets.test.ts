/** Purpose: Socket Mode without its holes: refreshes, lost sockets, notices that used to kill the process, second deliveries. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSlack, until } from '../../support/fake-slack/plenary-on-slack.ts'
import { startFakeSlack } from '../../support/fake-slack/start.ts'

const unhandled: unknown[] = []
const note = (error: unknown) => void unhandled.push(error)
beforeAll(() => void process.on('unhandledRejection', note))
afterAll(() => {
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})

test('commands sent while Slack refreshes both sockets are all answered', async () => {
  const slack = await openSlack()
  const { fake } = slack
  await until(() => fake.sockets.size === 2, 'two sockets')
  const ana = slack.person('U0ANA')
  const old = [...fake.sockets]
  const sent: Promise<{ ms: number }>[] = []
  for (let at = 0; at < 60; at++) {
    if (at === 10) fake.refresh()
    sent.push(ana.types(`/practice welcome ${at}`))
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  const acknowledged = await Promise.all(sent)
  expect(Math.max(...acknowledged.map(({ ms }) => ms))).toBeLessThan(1_000)
  await until(() => fake.shown.length === 60, 'sixty answers', 5_000)
  await until(() => old.every(socket => socket.readyState === 3), 'the old sockets are closed', 5_000)
  expect(fake.sockets.size).toBe(2)
}, 20_000)

test('a socket that drops is replaced at once, while the other one serves', async () => {
  const slack = await openSlack()
  const { fake } = slack
  await until(() => fake.sockets.size === 2, 'two sockets')
  const ana = slack.person('U0ANA')
  const [first] = fake.sockets
  first?.terminate()
  await until(() => !fake.sockets.has(first as never), 'the loss')
  const { ms } = await ana.types('/my')
  expect(ms).toBeLessThan(1_000)
  await until(() => fake.sockets.size === 2, 'two sockets again')
})

test('a notice without an event neither kills the process nor stays unacknowledged', async () => {
  const slack = await openSlack()
  const { ms } = await slack.carry('events_api', { type: 'app_rate_limited', team_id: 'T0PLENARY', minute_rate_limited: 1 })
  expect(ms).toBeLessThan(500)
  expect(slack.logged.join()).toContain('holds events back')
  expect((await slack.person('U0ANA').types('/my')).ms).toBeLessThan(500)
})

test('Slack away at a reconnection is no crash: it is asked until it answers', async () => {
  const slack = await openSlack()
  const { fake } = slack
  await until(() => fake.sockets.size === 2, 'two sockets')
  fake.fail('apps.connections.open', { status: 503 }, { status: 500 }, 'drop', { status: 429, retryAfter: 1 })
  for (const socket of fake.sockets) socket.terminate()
  await until(() => slack.platform.health() === 'down', 'down')
  await until(() => slack.platform.health() === 'up', 'up again', 8_000)
  expect((await slack.person('U0ANA').types('/my')).ms).toBeLessThan(500)
}, 15_000)

test('a socket that cannot be opened is tried at a slowing pace, and not by ever more', async () => {
  const fake = await startFakeSlack()
  const nowhere = { page: JSON.stringify({ ok: true, url: 'ws://127.0.0.1:9/link' }) }
  fake.fail('apps.connections.open', ...Array.from({ length: 200 }, () => nowhere))
  const slack = await openSlack({ fake })
  await new Promise(resolve => setTimeout(resolve, 1_000))
  expect(slack.platform.health()).toBe('down')
  expect(fake.calls.filter(({ method }) => method === 'apps.connections.open').length).toBeLessThan(12)
}, 15_000)

test('sockets that are closed as soon as they open are not opened without a pause', async () => {
  const slack = await openSlack()
  const { fake } = slack
  const closing = setInterval(() => fake.sockets.forEach(socket => void socket.close(1000)), 10)
  await new Promise(resolve => setTimeout(resolve, 4_000))
  expect(fake.calls.filter(({ method }) => method === 'apps.connections.open').length).toBeLessThan(16)
  expect(slack.logged.join()).toContain('closed soon after they open')
  clearInterval(closing)
  await until(() => fake.sockets.size === 2, 'two sockets again', 12_000)
}, 25_000)

test('a server that is no Slack leaves no page in the log, but a hint at the setting', async () => {
  const fake = await startFakeSlack()
  for (const method of ['auth.test', 'apps.connections.open']) fake.fail(method, { page: '<html>a page</html>' }, { status: 404 })
  const slack = await openSlack({ fake })
  await until(() => slack.platform.health() === 'up', 'up', 8_000)
  expect(slack.logged.join()).not.toContain('<html>')
  const warned = slack.logged.filter(line => line.includes('"level":"warn"'))
  expect(warned.length).toBeGreaterThan(2)
  for (const line of warned) expect(line).toContain('SLACK_API_URL')
}, 15_000)

test('a bad app token names itself once, and the process lives', async () => {
  const fake = await startFakeSlack()
  fake.validAppToken = false
  const slack = await openSlack({ fake })
  expect(slack.platform.health()).toBe('down')
  const lines = slack.logged.filter(line => line.includes('"level":"error"'))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('SLACK_APP_TOKEN')
  expect(lines[0]).not.toContain('xapp-')
})

test('the same delivery twice is answered once and acknowledged twice', async () => {
  const slack = await openSlack()
  const ana = slack.person('U0ANA')
  await ana.mentions('practice welcome', '1700000000.000100', 'Ev-twice')
  await ana.mentions('practice welcome', '1700000000.000100', 'Ev-twice')
  const body = { command: '/my', text: '', team_id: 'T0PLENARY', user_id: 'U0ANA', channel_id: 'C0GENERAL' }
  await slack.carry('slash_commands', body, 'envelope-same')
  await slack.carry('slash_commands', body, 'envelope-same')
  await until(() => slack.fake.shown.length === 2, 'two answers')
  await new Promise(resolve => setTimeout(resolve, 200))
  expect(slack.fake.shown).toHaveLength(2)
})

test('copies of one delivery on both sockets get one work and the same answer', async () => {
  const slack = await openSlack()
  const { fake } = slack
  await until(() => fake.sockets.size === 2, 'two sockets')
  const ana = slack.person('U0ANA')
  await ana.types('/my profile')
  const { view } = await until(() => fake.views[0], 'a dialog')
  const frames: unknown[] = []
  fake.onFrame = frame => void frames.push(frame)
  const chosen = (value: string) => ({ answered: { type: 'external_select', selected_option: { value } } })
  const state = { values: { language: chosen('es'), timezone: chosen('Atlantis') } }
  const payload = { type: 'view_submission', ...ana.common(), view: { ...view, id: 'V1', state } }
  const copy = JSON.stringify({ envelope_id: 'envelope-copied', type: 'interactive', accepts_response_payload: true, payload })
  for (const socket of fake.sockets) socket.send(copy)
  await until(() => frames.length === 2, 'two acknowledgements')
  const mistake = { response_action: 'errors', errors: { timezone: expect.stringContaining('Atlantis') } }
  expect(frames).toEqual([1, 2].map(() => ({ envelope_id: 'envelope-copied', payload: mistake })))
})

test('a stop finishes what is being answered', async () => {
  const slack = await openSlack()
  const ana = slack.person('U0ANA')
  await ana.types('/practice welcome')
  await slack.stop()
  expect(slack.fake.shown).toHaveLength(1)
  await until(() => slack.fake.sockets.size === 0, 'closed sockets')
})

test('a socket that was just being opened at a stop does not stay open', async () => {
  const slack = await openSlack()
  const { fake } = slack
  await until(() => fake.sockets.size === 2, 'two sockets')
  for (const socket of fake.sockets) socket.terminate()
  await until(() => fake.calls.filter(({ method }) => method === 'apps.connections.open').length > 2, 'a third call')
  await slack.stop()
  await new Promise(resolve => setTimeout(resolve, 500))
  expect(fake.sockets.size).toBe(0)
})
