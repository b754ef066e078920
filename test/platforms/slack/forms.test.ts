/** Purpose: forms are Slack's dialogs: opened in time, with type-ahead, mistakes at their fields, answers where the form was asked for. */
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { buttonOn, type OnSlack, openSlack, until } from '../../support/fake-slack/plenary-on-slack.ts'

let slack: OnSlack
beforeEach(async () => {
  slack = await openSlack()
})
const shown = (at = 0) => until(() => slack.fake.shown[at], 'an answer')
const view = (at = 0) => until(() => slack.fake.views[at], 'a dialog')
const typed = (value: string) => ({ type: 'plain_text_input', value })
const chosen = (value: string) => ({ type: 'external_select', selected_option: { value } })

test('a command that asks opens its form, and the answer comes where it was typed', async () => {
  const ana = slack.person('U0ANA')
  await ana.types('/my profile')
  const { method, view: form } = await view()
  expect(method).toBe('views.open')
  const { payload } = await ana.submits(form, {
    language: { type: 'static_select', selected_option: { value: 'es' } },
    timezone: chosen('Africa/Nairobi'),
  })
  expect(payload).toEqual({})
  expect(await shown()).toMatchObject({ via: 'response_url', user: 'U0ANA', channel: 'C0GENERAL' })
})

test('a mistake stands at its field and the dialog stays open', async () => {
  const ana = slack.person('U0ANA')
  await ana.types('/my profile')
  const { view: form } = await view()
  const { payload } = await ana.submits(form, {
    language: { type: 'static_select', selected_option: { value: 'es' } },
    timezone: chosen('Atlantis'),
  })
  expect(payload).toMatchObject({ response_action: 'errors', errors: { timezone: expect.stringContaining('Atlantis') } })
  expect(slack.fake.shown).toEqual([])
})

test('a title that Slack has no room for is cut between words and stands in full above the fields', async () => {
  const ana = slack.person('U0ANA')
  await ana.types('/my profile')
  const { view: form } = await view()
  expect(form).toMatchObject({
    title: { text: 'Choose language and…' },
    blocks: [{ type: 'context', elements: [{ text: 'Choose language and time zone in a form' }] }, { type: 'input' }, { type: 'input' }],
  })
})

test('type-ahead gives what fits, and what was typed itself', async () => {
  const ana = slack.person('U0ANA')
  await ana.types('/library find')
  const { view: form } = await view()
  const { payload, ms } = await ana.searches(form, 'region', 'euro')
  const { options } = z.object({ options: z.array(z.object({ value: z.string() })) }).parse(payload)
  expect(options.map(({ value }) => value)).toContain('europe')
  expect(options.at(-1)?.value).toBe('euro')
  expect(ms).toBeLessThan(500)
  const all = await ana.searches(form, 'theme', '')
  expect(z.object({ options: z.array(z.unknown()).min(5) }).safeParse(all.payload).success).toBe(true)
})

test('a form that Slack would not open any more is offered as a button', async () => {
  const ana = slack.person('U0ANA')
  slack.fake.fail('views.open', { error: 'expired_trigger_id' })
  await ana.types('/my profile')
  const offer = await shown()
  await ana.presses(buttonOn(offer, 'Open the form'), offer)
  expect((await view()).method).toBe('views.open')
})

test('a mention has no trigger for a dialog: it gets the button', async () => {
  const ana = slack.person('U0ANA')
  await ana.mentions('my profile', '1700000000.000100')
  const offer = await shown()
  expect(offer.thread).toBe('1700000000.000100')
  await ana.presses(buttonOn(offer, 'Open the form'), offer)
  const { view: form } = await view()
  await ana.submits(form, { language: { type: 'static_select', selected_option: { value: 'en' } }, timezone: chosen('Europe/Paris') })
  expect(await shown(1)).toMatchObject({ user: 'U0ANA', channel: 'C0GENERAL', thread: '1700000000.000100' })
})

test('work that takes long does not hold the acknowledgement; its mistake comes with the form filled again', async () => {
  const ana = slack.person('U0ANA')
  await ana.types('/my profile')
  const { view: form } = await view()
  // Slack is slow to say who ana is when she is asked for anew.
  const slow = slack.person('U0BEN')
  slack.fake.fail('users.info', 'hang')
  const { payload, ms } = await slow.submits(form, {
    language: { type: 'static_select', selected_option: { value: 'es' } },
    timezone: chosen('Atlantis'),
  })
  expect(payload).toEqual({})
  expect(ms).toBeLessThan(2_000)
  const late = await shown()
  expect(late.text).toContain('Atlantis')
  await slow.presses(buttonOn(late, 'Correct it in the form'), late)
  expect(JSON.stringify((await view(1)).view)).toContain('Atlantis')
}, 15_000)

test('what a form carries may be longer than Slack’s private_metadata', async () => {
  const ana = slack.person('U0ANA')
  const id = `?library find|page=${'9'.repeat(3_500)}`
  const key = await (await import('../../../src/platforms/kept-buttons-store.ts')).keepButton(slack.plenary.db, id)
  await ana.presses({ value: key, action_id: 'press-0' }, { ...(await given(ana)), user: 'U0ANA' })
  const { view: form } = await view()
  expect(String(form['private_metadata']).length).toBeLessThan(3_000)
  const { payload } = await ana.submits(form, { words: typed('welcome') })
  expect(payload).toMatchObject({ response_action: 'errors' })
})

async function given(person: ReturnType<OnSlack['person']>) {
  await person.types('/my')
  return shown()
}
