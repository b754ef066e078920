/** Purpose: `/settings role` in Slack: the person is named by a mention as Slack hands it over, or chosen in the form. */
import { beforeEach, expect, test } from 'vitest'
import { type OnSlack, openSlack, until } from '../../support/fake-slack/plenary-on-slack.ts'
import { TEAM } from '../../support/fake-slack/state.ts'

let slack: OnSlack
beforeEach(async () => {
  slack = await openSlack()
})
const last = (count: number) => until(() => slack.fake.shown[count - 1], 'an answer')
const admin = () => slack.person('U0ANA', { is_admin: true })
const roleOf = async (id: string) =>
  (await slack.plenary.people.recognise({ address: { platform: 'slack', space: TEAM, id }, vouched: 'guest' })).role

test.each(['/settings role <@U0BEN|ben> coordinator', '/settings role person:<@U0BEN> role:coordinator'])('%s', async line => {
  await admin().types(line)
  expect((await last(1)).text).toContain('now has the role: coordinator')
  expect(JSON.stringify((await last(1)).blocks)).toContain('U0BEN')
  expect(await roleOf('U0BEN')).toBe('coordinator')
})

test('a mention in a message to Plenary names them too', async () => {
  await admin().mentions('<@U0PLENARY> settings role <@U0BEN> rapporteur')
  await last(1)
  expect(await roleOf('U0BEN')).toBe('rapporteur')
})

test('a name that is no mention is nobody', async () => {
  await admin().types('/settings role @ben coordinator')
  expect((await last(1)).text).toContain('I don’t know who “@ben” is')
})

test('in the form one chooses among the people there', async () => {
  const ana = admin()
  await ana.types('/settings role')
  const { view } = await until(() => slack.fake.views[0], 'the form')
  expect(JSON.stringify(view)).toContain('users_select')
  await ana.submits(view, {
    person: { type: 'users_select', selected_user: 'U0BEN' },
    role: { type: 'static_select', selected_option: { value: 'admin' } },
  })
  await until(async () => (await roleOf('U0BEN')) === 'admin', 'the role')
  expect(await roleOf('U0BEN')).toBe('admin')
})
