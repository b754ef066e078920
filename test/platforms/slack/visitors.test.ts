/** Purpose: language, zone and role come from Slack, are asked once, and forgotten with the process. */
import { beforeEach, expect, test } from 'vitest'
import { makeLog } from '../../../src/ops/log.ts'
import { makeVisitors } from '../../../src/platforms/slack/visitors.ts'
import { makePerson, overSockets } from '../../support/fake-slack/person.ts'
import { type OnSlack, openSlack, until } from '../../support/fake-slack/plenary-on-slack.ts'

let slack: OnSlack
beforeEach(async () => {
  slack = await openSlack()
})
const last = (count: number) => until(() => slack.fake.shown[count - 1], 'an answer')
const asked = () => slack.fake.calls.filter(({ method }) => method === 'users.info')

test('a person is answered in their language and zone', async () => {
  const ana = slack.person('U0ANA', { locale: 'fr-FR', tz: 'Africa/Dakar' })
  await ana.types('/my')
  const answer = await last(1)
  expect(answer.text).toContain('Français')
  expect(answer.text).toContain('Africa/Dakar')
  await ana.types('/my')
  await last(2)
  expect(asked()).toHaveLength(1)
  expect(asked()[0]?.args).toMatchObject({ include_locale: 'true' })
})

test.each([
  ['an owner', { is_owner: true }, 'admin'],
  ['an admin', { is_admin: true }, 'admin'],
  ['a member', {}, 'member'],
  ['a guest', { is_restricted: true }, 'guest'],
  ['a guest of one channel', { is_ultra_restricted: true }, 'guest'],
  ['somebody of another organisation', { team_id: 'T0OTHER' }, 'guest'],
])('%s', async (_, more, role) => {
  await slack.person('U0BEN', more).types('/my')
  expect((await last(1)).text).toContain(`as ${role}`)
})

test('on a server that tells nobody from anybody, all are members', async () => {
  slack.fake.fail('users.info', { error: 'unknown_method' })
  await slack.person('U0BEN').types('/my')
  expect((await last(1)).text).toContain('as member')
  expect(slack.logged.join()).toContain('not Slack')
})

test('a guest cannot share to a channel', async () => {
  const ben = slack.person('U0BEN', { is_restricted: true })
  await ben.presses({ value: '!library get|id=P-001', action_id: 'press-0' }, { channel: 'C0GENERAL', user: 'U0BEN' } as never)
  expect((await last(1)).user).toBe('U0BEN')
})

test('whom Slack does not tell about is a guest, until it does; a role that it told counts for a day', async () => {
  let time = 0
  let answers: (() => object)[] = []
  const admin = () => ({ ok: true, user: { is_admin: true, tz: 'Africa/Dakar' } })
  const silent = () => {
    throw new Error('ratelimited')
  }
  const client = { users: { info: async () => (answers.shift() ?? silent)() } }
  const visitors = makeVisitors(client as never, makeLog('error', { write: () => undefined }), () => time)
  const role = async () => (await visitors.find('T1', 'U0ANA')).vouched
  expect(await role()).toBe('guest')
  answers = [admin]
  expect(await role()).toBe('guest')
  time += 31_000
  expect(await role()).toBe('admin')
  time += 3_600_001
  expect(await role()).toBe('admin')
  time += 23 * 3_600_000
  expect(await visitors.find('T1', 'U0ANA')).toMatchObject({ vouched: 'guest', zone: 'Africa/Dakar' })
  answers = [admin]
  time += 31_000
  expect(await role()).toBe('admin')
})

test('Slack that does not say who somebody is still gets an answer through', async () => {
  const carry = overSockets(slack.fake)
  slack.fake.fail('users.info', { error: 'missing_scope' }, { status: 429, retryAfter: 30 })
  await makePerson(slack.fake, carry, 'U0ANA').types('/my')
  await last(1)
  await makePerson(slack.fake, carry, 'U0BEN').types('/my')
  await last(2)
  expect(slack.logged.join()).toContain('users.info')
})
