/** Purpose: every way to speak to Plenary in Slack is acknowledged at once and answered where it was said, to the one who said it. */
import { beforeEach, describe, expect, test } from 'vitest'
import { GLOBAL_SHORTCUT } from '../../../src/platforms/slack/register.ts'
import { buttonOn, buttonsOf, type OnSlack, openSlack, until } from '../../support/fake-slack/plenary-on-slack.ts'

let slack: OnSlack
beforeEach(async () => {
  slack = await openSlack()
})
const shown = (at = 0) => until(() => slack.fake.shown[at], 'an answer')
const view = (at = 0) => until(() => slack.fake.views[at], 'a dialog')

test('every command answers under the umbrella, too, and an unknown one says what was meant', async () => {
  const ana = slack.person('U0ANA')
  await ana.types('/plenary practice welcome')
  expect((await shown()).text).toMatch(/[PR]-\d{3}/)
  await ana.types('/plenary help')
  await until(() => buttonsOf(slack.fake.shown.flatMap(({ blocks }) => blocks)).find(({ label }) => label.startsWith('/practice')), 'help')
  const before = slack.fake.shown.length
  const { ms } = await ana.types('/practise welcome')
  expect(ms).toBeLessThan(500)
  expect(buttonOn(await shown(before), '/practice welcome').value).toBe('practice|words=welcome')
})

test('a mention in a thread is answered in that thread, to the writer alone', async () => {
  const ana = slack.person('U0ANA')
  await ana.mentions('practice xenophobia &amp; schools', '1700000000.000100')
  expect(await shown()).toMatchObject({ via: 'chat.postEphemeral', user: 'U0ANA', channel: 'C0GENERAL', thread: '1700000000.000100' })
  await ana.mentions('welcoming refugees in cities')
  expect((await shown(1)).text).toMatch(/[A-Z]-\d{3}/)
  await ana.mentions('')
  expect(buttonsOf((await shown(2)).blocks).length).toBeGreaterThan(2)
})

test('plain words in a direct message search the library; what bots write and what is edited does not', async () => {
  const ana = slack.person('U0ANA')
  await ana.writes('xenophobia in schools')
  expect(await shown()).toMatchObject({ via: 'chat.postMessage', channel: ana.direct })
  await ana.writes('echo', { bot_id: 'B0OTHER' })
  await ana.writes('changed', { subtype: 'message_changed' })
  await ana.types('/my', ana.direct)
  expect((await shown(1)).via).toBe('response_url')
  await new Promise(resolve => setTimeout(resolve, 100))
  expect(slack.fake.shown).toHaveLength(2)
})

test('in a direct conversation between two people, the asker alone sees the answer', async () => {
  const ana = slack.person('U0ANA')
  await ana.types('/practice welcome', 'D0ANAWITHBEN')
  const answer = await shown()
  expect(answer).toMatchObject({ via: 'response_url', user: 'U0ANA', channel: 'D0ANAWITHBEN' })
  await ana.presses(buttonOn(answer, 'Details'), answer)
  expect(await shown(1)).toMatchObject({ via: 'response_url', user: 'U0ANA' })
  slack.fake.fail('response_url', { status: 404 })
  await ana.types('/practice welcome', 'D0ANAWITHBEN')
  expect(await shown(2)).toMatchObject({ via: 'chat.postMessage', channel: ana.direct })
  expect(slack.fake.calls.filter(({ method }) => method === 'conversations.open')).toHaveLength(1)
})

test('while Slack does not say whose direct conversation it is, the asker alone sees the answer', async () => {
  const ana = slack.person('U0ANA')
  slack.fake.fail('conversations.open', { error: 'missing_scope' })
  await ana.types('/practice welcome', ana.direct)
  expect(await shown()).toMatchObject({ via: 'response_url', user: 'U0ANA' })
  await ana.types('/practice welcome', ana.direct)
  expect(await shown(1)).toMatchObject({ via: 'response_url', user: undefined })
})

test.each([{ id: '', name: '' }, {}])('a button on the Home page of a server that sends a channel all the same (%j)', async channel => {
  const ana = slack.person('U0ANA')
  const actions = [{ type: 'button', action_id: 'press-0', value: '?my profile' }]
  await slack.carry('interactive', { type: 'block_actions', ...ana.common(), channel, container: { type: 'message' }, actions })
  expect((await view()).method).toBe('views.open')
})

test('a mention that was only typed, and a message’s menu that says it is a shortcut, are understood', async () => {
  const ana = slack.person('U0ANA')
  await ana.event({ type: 'app_mention', user: ana.id, text: '@plenary, practice welcome', ts: '1.1', channel: ana.channel })
  expect((await shown()).text).toContain('“welcome”')
  const message = { text: 'hate speech in schools', ts: '1.2' }
  await slack.carry('interactive', { type: 'shortcut', ...ana.common(ana.channel), callback_id: 'message:library search', message })
  expect((await shown(1)).text).toContain('hate speech in schools')
})

test('the first direct message is answered and offers the form for newcomers, once; a greeting is no search; nothing is kept', async () => {
  const ana = slack.person('U0NEWCOMER')
  const offers = (at: number) =>
    buttonsOf(slack.fake.shown.slice(at).flatMap(({ blocks }) => blocks)).filter(({ value }) => value.includes('my welcome'))
  await ana.writes('xenophobia in schools')
  expect((await shown()).text).toMatch(/results/)
  expect(await until(() => offers(0)[0], 'an offer')).toMatchObject({ label: 'Introduce yourself' })
  const before = slack.fake.shown.length
  await ana.writes('welcome refugees')
  await shown(before)
  expect(offers(before)).toEqual([])
  const ben = slack.person('U0ANOTHER')
  const third = slack.fake.shown.length
  await ben.writes('مرحبا!')
  expect(await until(() => offers(third)[0], 'an offer')).toBeDefined()
  expect(await slack.plenary.db.selectFrom('members').select('user_id').execute()).toEqual([])
})

test('a message’s menu takes its words, shortened to what the command takes', async () => {
  const ana = slack.person('U0ANA')
  await ana.usesMessageShortcut(
    'message:library search',
    `How do we answer <https://a.example|hate speech> in schools, <@U0BEN>? ${'x '.repeat(2_000)}`,
  )
  const answer = await shown()
  expect(answer.user).toBe('U0ANA')
  expect(answer.text).not.toContain('300 characters')
})

test('the global shortcut opens a dialog, whose buttons answer in the dialog', async () => {
  const ana = slack.person('U0ANA')
  await ana.usesShortcut(GLOBAL_SHORTCUT)
  const first = await view()
  expect(first.method).toBe('views.open')
  const blocks = first.view['blocks']
  const themes = buttonsOf(blocks).find(({ value }) => value === 'library themes')
  if (!themes) throw new Error('no themes')
  await ana.presses(themes, { viewId: first.id, metadata: String(first.view['private_metadata']) })
  const second = await view(1)
  expect(second.method).toBe('views.push')
  const theme = buttonsOf(second.view['blocks'])[0]
  if (!theme) throw new Error('no theme')
  await ana.presses(theme, { viewId: 'V3', metadata: '', root: 'V1', previous: 'V2' })
  expect((await view(2)).method).toBe('views.update')
  expect(slack.fake.shown).toEqual([])
})

test('sharing where there is no channel says so', async () => {
  const ana = slack.person('U0ANA')
  await ana.presses({ value: '!library get|id=P-001', action_id: 'press-0' }, { viewId: 'V1', type: 'home' })
  expect(JSON.stringify((await view()).view)).toContain('no channel here')
})

test('the Home page shows what /plenary home says, and its forms and answers are dialogs', async () => {
  const ana = slack.person('U0ANA')
  await ana.opensHome()
  const home = await view()
  expect(home).toMatchObject({ method: 'views.publish', user: 'U0ANA' })
  const change = buttonsOf(home.view['blocks']).find(({ value }) => value.startsWith('?my profile'))
  if (!change) throw new Error('no form on the Home page')
  await ana.presses(change, { viewId: 'H1', type: 'home' })
  const form = await view(1)
  expect(form).toMatchObject({ method: 'views.open' })
  const { payload } = await ana.submits(form.view, {
    language: { type: 'static_select', selected_option: { value: 'fr' } },
    timezone: { type: 'external_select', selected_option: { value: 'Africa/Nairobi' } },
  })
  expect(payload).toMatchObject({ response_action: 'update' })
  expect(JSON.stringify(payload)).toContain('Africa/Nairobi')
  const again = await until(() => slack.fake.views.filter(({ method }) => method === 'views.publish')[1], 'the Home page drawn anew')
  expect(JSON.stringify(again.view)).toContain('Africa/Nairobi')
})

describe('nothing is left unacknowledged', () => {
  test.each([
    ['an action without value', 'interactive', { type: 'block_actions', actions: [{ type: 'overflow', action_id: 'x' }] }],
    ['a dialog that was closed', 'interactive', { type: 'view_closed', view: { id: 'V', type: 'modal', callback_id: 'form' } }],
    ['an old message’s menu', 'interactive', { type: 'interactive_message', callback_id: 'x', actions: [{ name: 'a', type: 'button' }] }],
    ['an unknown shortcut', 'interactive', { type: 'shortcut', callback_id: 'unknown' }],
    ['suggestions for nothing', 'interactive', { type: 'block_suggestion', action_id: 'x', block_id: 'x', value: '' }],
    ['something of the future', 'interactive', { type: 'hologram' }],
    [
      'an event nobody asked for',
      'events_api',
      { type: 'event_callback', event_id: 'Ev-x', team_id: 'T0PLENARY', event: { type: 'reaction_added' } },
    ],
    ['a notice without an event', 'events_api', { type: 'app_rate_limited', minute_rate_limited: 1 }],
  ] as const)('%s', async (_, kind, payload) => {
    const ana = slack.person('U0ANA')
    const { ms } = await slack.carry(kind, kind === 'interactive' ? { ...ana.common(), ...payload } : payload)
    expect(ms).toBeLessThan(500)
  })
})

test('the next page takes the place of one’s own answer, never of what was shared to all', async () => {
  const ana = slack.person('U0ANA')
  await ana.types('/library kind:practice welcome refugees')
  const answer = await shown()
  const next = buttonOn(answer, 'More')
  await ana.presses(next, answer)
  expect(await shown(1)).toMatchObject({ replaced: true, user: 'U0ANA' })
  await ana.presses(next, { ...answer, user: undefined })
  expect(await shown(2)).toMatchObject({ replaced: false, user: 'U0ANA' })
})

test('a button whose long content was forgotten says so', async () => {
  const ana = slack.person('U0ANA')
  await ana.types('/my')
  await ana.presses({ value: '~gone', action_id: 'press-0' }, await shown())
  expect((await shown(1)).text).toContain('too old')
})

test('a database that is away: the person reads a reference, and commands are still acknowledged', async () => {
  const ana = slack.person('U0ANA')
  const { conversation } = slack.plenary
  const { hear, recognise } = conversation
  Object.assign(conversation, {
    hear: async () => ({ reply: { text: 'reference 1234', mood: 'error' }, language: 'en' }),
    recognise: () => Promise.reject(new Error('away')),
  })
  try {
    await ana.types('/my')
    expect((await shown()).text).toBe('reference 1234')
  } finally {
    Object.assign(conversation, { hear, recognise })
  }
})
