/** Purpose: Slack over HTTP on the web chat's port: the same conversation, and nothing that Slack did not just sign. */
import { expect, onTestFinished, test } from 'vitest'
import { makeOpsRoutes } from '../../../src/ops/health.ts'
import { makeLog } from '../../../src/ops/log.ts'
import { makeHttpDoor } from '../../../src/platforms/slack/http-door.ts'
import { startWeb } from '../../../src/platforms/web/connect.ts'
import { makePerson, overHttp, signedRequest } from '../../support/fake-slack/person.ts'
import { buttonOn, openSlack, until } from '../../support/fake-slack/plenary-on-slack.ts'
import { SIGNING_SECRET } from '../../support/fake-slack/state.ts'

async function openOverHttp() {
  const httpDoor = makeHttpDoor(SIGNING_SECRET, Temporal.Now.instant)
  const slack = await openSlack({ config: { appToken: undefined, signingSecret: SIGNING_SECRET }, httpDoor })
  const { plenary } = slack
  const ops = makeOpsRoutes({}, plenary.metrics, { metricsToken: undefined, open: true })
  const config = { host: '127.0.0.1', port: 0, secret: undefined, url: undefined, loopback: true, metricsToken: undefined }
  const web = await startWeb(plenary.conversation, {
    config,
    db: plenary.db,
    log: makeLog('error'),
    ops,
    now: Temporal.Now.instant,
    extraRoutes: httpDoor.routes,
  })
  onTestFinished(() => web.stop())
  const url = web.greeting
  return { slack, url, ana: makePerson(slack.fake, overHttp(url), 'U0ANA') }
}

const command = (trigger_id: string) => ({
  command: '/my',
  text: '',
  team_id: 'T0PLENARY',
  user_id: 'U0ANA',
  channel_id: 'C0GENERAL',
  trigger_id,
})

test('commands, buttons, forms, suggestions and events go the same way', async () => {
  const { slack, ana } = await openOverHttp()
  await ana.types('/practice welcome')
  const answer = await until(() => slack.fake.shown[0], 'an answer')
  await ana.presses(buttonOn(answer, 'Details'), answer)
  await until(() => slack.fake.shown[1], 'the details')
  await ana.types('/my profile')
  const { view } = await until(() => slack.fake.views[0], 'the form')
  const mistaken = {
    language: { type: 'static_select', selected_option: { value: 'en' } },
    timezone: { type: 'external_select', selected_option: { value: 'Atlantis' } },
  }
  expect((await ana.submits(view, mistaken)).payload).toMatchObject({ response_action: 'errors' })
  expect((await ana.searches(view, 'timezone', 'nairobi')).payload).toMatchObject({ options: [{ value: 'Africa/Nairobi' }, {}] })
  await ana.mentions('practice welcome', '1700000000.000100')
  await until(() => slack.fake.shown[2], 'the mention’s answer')
  expect(slack.platform.health()).toBe('up')
})

test('Slack’s own questions are answered: the address, and the certificate', async () => {
  const { url } = await openOverHttp()
  const asked = await fetch(signedRequest('events_api', { type: 'url_verification', challenge: 'abc' }, { url }))
  expect(await asked.json()).toEqual({ challenge: 'abc' })
  expect((await fetch(signedRequest('slash_commands', { ssl_check: 1 }, { url }))).status).toBe(200)
  expect((await fetch(signedRequest('events_api', { type: 'app_rate_limited' }, { url }))).status).toBe(200)
})

test('what is unsigned, old, from the future, or replayed is refused and not worked on', async () => {
  const { slack, url } = await openOverHttp()
  const send = (options: { at?: number; secret?: string }, trigger: string) =>
    fetch(signedRequest('slash_commands', command(trigger), { url, ...options }))
  const minutes = (count: number) => Date.now() + count * 60_000
  expect((await send({ secret: 'wrong' }, 'a')).status).toBe(401)
  expect((await send({ at: minutes(-6) }, 'b')).status).toBe(401)
  expect((await send({ at: minutes(6) }, 'c')).status).toBe(401)
  expect((await fetch(`${url}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(401)
  const once = signedRequest('slash_commands', command('d'), { url })
  const again = once.clone()
  expect((await fetch(once)).status).toBe(200)
  expect((await fetch(again)).status).toBe(401)
  await until(() => slack.fake.shown[0], 'the one answer')
  expect(slack.fake.shown).toHaveLength(1)
})

test('a delivery that lacks what Slack sends is acknowledged, named in one line, and left aside', async () => {
  const { slack, url } = await openOverHttp()
  const view = { id: 'V1', type: 'modal', callback_id: 'form', private_metadata: '' }
  expect((await fetch(signedRequest('slash_commands', { command: '/my', text: '' }, { url }))).status).toBe(200)
  expect((await fetch(signedRequest('interactive', { type: 'view_submission', user: { id: 'U0ANA' }, view }, { url }))).status).toBe(200)
  await until(() => slack.logged.length >= 2, 'two lines')
  expect(slack.logged.map(line => JSON.parse(line))).toMatchObject([
    { level: 'warn', fields: ['user_id', 'channel_id'] },
    { level: 'warn', fields: ['view.state'] },
  ])
  expect(slack.fake.shown).toEqual([])
})

test('a retry of an event is acknowledged and not answered again', async () => {
  const { slack, url } = await openOverHttp()
  const event = { type: 'app_mention', user: 'U0ANA', text: '<@U0PLENARY> my', ts: '1.1', channel: 'C0GENERAL' }
  const payload = { type: 'event_callback', event_id: 'Ev-retried', team_id: 'T0PLENARY', event }
  for (const second of [0, 1_000])
    expect((await fetch(signedRequest('events_api', payload, { url, at: Date.now() - second }))).status).toBe(200)
  await until(() => slack.fake.calls.some(({ method }) => method === 'chat.postEphemeral'), 'an answer')
  await new Promise(resolve => setTimeout(resolve, 100))
  expect(slack.fake.calls.filter(({ method }) => method === 'chat.postEphemeral')).toHaveLength(1)
})
