/** Purpose: groups' homes in Slack: made, filled, looked at, and what happens when people or channels are not as expected. */
import { beforeEach, expect, test } from 'vitest'
import { type Home, type Homes, HomeTrouble } from '../../../src/groups/homes-port.ts'
import { channelNames } from '../../../src/platforms/slack/homes-names.ts'
import { type OnSlack, openSlack } from '../../support/fake-slack/plenary-on-slack.ts'
import { BOT, type Fault, makeUser, TEAM } from '../../support/fake-slack/state.ts'

let slack: OnSlack
let homes: Homes
beforeEach(async () => {
  slack = await openSlack()
  if (!slack.platform.homes) throw new Error('Slack gives no homes')
  homes = slack.platform.homes
})

const space = { platform: 'slack', space: TEAM } as const
const at = (id: string) => ({ ...space, id })
const crowd = (count: number, prefix = 'U0MEMBER') => {
  const ids = Array.from({ length: count }, (_, number) => `${prefix}${number}`)
  for (const id of ids) slack.fake.users.set(id, makeUser(id))
  return ids.map(at)
}
const callsOf = (method: string) => slack.fake.calls.filter(call => call.method === method)
const make = (wish: { name?: string; about?: string; private?: boolean } = {}) =>
  homes.create(space, { name: 'Ports & Harbours', about: '', private: false, ...wish })
const channelOf = ({ address }: Home) => {
  const channel = slack.fake.channels.get(address.id)
  if (!channel) throw new Error('no such channel')
  return channel
}
const why = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    error => (error instanceof HomeTrouble ? error.why : error),
  )

test('a channel of the group’s name, public or private, with what it is for; Plenary is in it and no member of it', async () => {
  const home = await make({ about: 'For <!channel> & ports', private: true })
  expect(home).toMatchObject({ private: true, role: undefined, address: space })
  expect(channelOf(home)).toMatchObject({ name: 'ports-harbours', private: true, purpose: 'For &lt;!channel&gt; &amp; ports' })
  expect(await homes.membersOf(home)).toEqual([])
  expect(await homes.describe(home)).toBe('fine')
  expect(channelOf(await make({ name: 'Open' }))).toMatchObject({ private: false })
})

test('a taken name gets a number, until that helps nobody', async () => {
  for (let number = 0; number < 10; number++) await make()
  expect([...slack.fake.channels.values()].map(({ name }) => name).slice(-2)).toEqual(['ports-harbours-9', 'ports-harbours-10'])
  expect(await why(make())).toBe('name-taken')
})

test('any name makes one that Slack takes', async () => {
  expect(channelOf(await make({ name: 'Écologie — Île-de-France' })).name).toBe('ecologie-ile-de-france')
  expect(channelOf(await make({ name: 'أوروبا 🌍' })).name).toBe('group')
  expect(channelOf(await make({ name: 'x'.repeat(10_000) })).name).toHaveLength(76)
  expect(channelNames('أوروبا')[0]).toEqual({ wish: 'أوروبا', plain: false })
  expect(callsOf('conversations.create').length).toBeLessThan(8)
})

test('who may make channels is the workspace’s to say; a missing scope tells the operator what to do', async () => {
  slack.fake.fail('conversations.create', { error: 'restricted_action' }, { error: 'missing_scope' })
  expect(await why(make())).toBe('not-allowed')
  expect(await why(make())).toBe('not-allowed')
  expect(slack.logged.join('')).toContain('install the app anew')
})

test('250 people come in three calls; whoever is there already counts as done', async () => {
  const [home, people] = [await make(), crowd(250)]
  expect(await homes.invite(home, people)).toEqual([])
  expect(callsOf('conversations.invite')).toHaveLength(3)
  expect((await homes.membersOf(home)).map(({ id }) => id)).toEqual(people.map(({ id }) => id))
  expect(callsOf('conversations.members')).toHaveLength(2)
  expect(await homes.invite(home, [...people.slice(0, 3), ...crowd(1, 'U0NEW'), at(BOT)])).toEqual([])
  expect(channelOf(home).members.size).toBe(252)
})

test('one of fifty is refused: the other forty-nine are in, and who failed is named with the reason', async () => {
  const [home, people] = [await make(), crowd(50)]
  slack.fake.users.delete('U0MEMBER17')
  slack.fake.users.set('U0MEMBER18', makeUser('U0MEMBER18', { is_ultra_restricted: true }))
  expect(await homes.invite(home, people)).toEqual([
    { person: at('U0MEMBER17'), why: 'unknown-person' },
    { person: at('U0MEMBER18'), why: 'not-allowed' },
  ])
  expect(channelOf(home).members.size).toBe(1 + 48)
})

test('an answer that does not say who is meant: they are found all the same', async () => {
  const [home, people] = [await make(), crowd(50)]
  slack.fake.users.delete('U0MEMBER17')
  slack.fake.fail('conversations.invite', { error: 'user_not_found' }, { error: 'cant_invite' })
  expect(await homes.invite(home, people)).toEqual([{ person: at('U0MEMBER17'), why: 'unknown-person' }])
  expect(channelOf(home).members.size).toBe(1 + 49)
})

test('trouble after the first hundred: those are in, the rest is told as failed', async () => {
  const [home, people] = [await make(), crowd(150)]
  const second: Fault[] = []
  second[1] = { status: 503 }
  slack.fake.faults.set('conversations.invite', second)
  const failed = await homes.invite(home, people)
  expect(channelOf(home).members.size).toBe(101)
  expect(failed).toHaveLength(50)
  expect(new Set(failed.map(one => one.why))).toEqual(new Set(['unreachable']))
  expect(await homes.invite(home, people)).toEqual([])
})

test('people are taken out one by one; who is gone counts as done; other apps stay', async () => {
  const [home, people] = [await make(), crowd(3)]
  slack.fake.users.set('U0APP', makeUser('U0APP', { is_bot: true }))
  await homes.invite(home, [...people, at('U0APP')])
  channelOf(home).members.delete('U0MEMBER0')
  expect(await homes.remove(home, [...people, at('U0APP'), at(BOT)])).toEqual([
    { person: at('U0APP'), why: 'not-allowed' },
    { person: at(BOT), why: 'not-allowed' },
  ])
  expect([...channelOf(home).members]).toEqual([BOT, 'U0APP'])
  slack.fake.fail('conversations.kick', { error: 'restricted_action' })
  await homes.invite(home, people)
  expect(await homes.remove(home, people.slice(0, 1))).toEqual([{ person: people[0], why: 'not-allowed' }])
})

test('an existing channel becomes a home where Plenary is in it', async () => {
  slack.fake.channels.set('C1', { id: 'C1', name: 'here', private: true, members: new Set([BOT]) })
  slack.fake.channels.set('C2', { id: 'C2', name: 'there', private: true, members: new Set(['U0ANA']) })
  slack.fake.channels.set('C3', { id: 'C3', name: 'open', members: new Set(['U0ANA']) })
  slack.fake.channels.set('C4', { id: 'C4', name: 'old', members: new Set([BOT]), archived: true })
  expect(await homes.adopt(at('C1'), { name: 'x', about: '' })).toEqual({ address: at('C1'), role: undefined, private: true })
  expect(await why(homes.adopt(at('C2'), { name: 'x', about: '' }))).toBe('not-a-member')
  expect(await why(homes.adopt(at('C3'), { name: 'x', about: '' }))).toBe('not-a-member')
  expect(await why(homes.adopt(at('C4'), { name: 'x', about: '' }))).toBe('archived')
})

test('a channel that was deleted, archived, or that Plenary was taken out of', async () => {
  const [home, closed, people] = [await make(), await make({ private: true }), crowd(1)]
  const all = async (one: Home) => [await homes.describe(one), await why(homes.invite(one, people)), await why(homes.remove(one, people))]
  channelOf(home).archived = true
  expect(await all(home)).toEqual(['archived', 'archived', 'archived'])
  channelOf(home).archived = false
  channelOf(home).members.delete(BOT)
  expect(await all(home)).toEqual(['not-a-member', 'not-a-member', 'not-a-member'])
  channelOf(closed).members.delete(BOT)
  expect(await all(closed)).toEqual(['not-a-member', 'not-a-member', 'not-a-member'])
  expect(await why(homes.membersOf(closed))).toBe('not-a-member')
  slack.fake.channels.delete(home.address.id)
  expect(await all(home)).toEqual(['gone', 'gone', 'gone'])
  expect(await why(homes.membersOf(home))).toBe('gone')
})

test('“too fast” is waited out; for one person who waits, not for long', async () => {
  const [home, people] = [await make(), crowd(2)]
  slack.fake.fail('conversations.invite', { status: 429, retryAfter: 1 })
  expect(await homes.invite(home, people.slice(0, 1))).toEqual([])
  slack.fake.fail('conversations.invite', { status: 429, retryAfter: 30 })
  expect(await why(homes.invite(home, people.slice(1)))).toBe('unreachable')
  expect(callsOf('conversations.invite')).toHaveLength(3)
}, 10_000)

test('Slack away: told as such; a dead token names itself', async () => {
  const home = await make()
  slack.fake.fail('conversations.info', { status: 500 }, 'drop', { error: 'token_revoked' })
  expect(await why(homes.describe(home))).toBe('unreachable')
  expect(await why(homes.describe(home))).toBe('unreachable')
  await why(homes.describe(home))
  expect(slack.platform.health()).toBe('down')
  expect(slack.logged.join('')).toContain('SLACK_BOT_TOKEN')
})
