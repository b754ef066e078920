/** Purpose: dates in Slack, which has no events of its own: what there is instead is offered, and arrives as a file. */
import { beforeEach, expect, test } from 'vitest'
import { buttonOn, type OnSlack, openSlack, until } from '../../support/fake-slack/plenary-on-slack.ts'

let slack: OnSlack
beforeEach(async () => {
  slack = await openSlack()
})
const last = (count: number) => until(() => slack.fake.shown[count - 1], 'an answer')

test('a date’s card has it for one’s own calendar, and no event to publish', async () => {
  const ana = slack.person('U0ANA', { is_admin: true })
  await ana.types('/date show 21-march')
  const card = await last(1)
  expect(() => buttonOn(card, /Publish/)).toThrow('No button')
  await ana.presses(buttonOn(card, 'Add to my calendar'), card)
  const upload = await until(
    () => slack.fake.uploads.find(({ name, channel }) => name === '21-march.ics' && channel === ana.direct),
    'the file',
  )
  expect(upload.bytes).toMatch(/BEGIN:VCALENDAR[\s\S]*RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=21[\s\S]*END:VCALENDAR/)
})

test('whoever asks for an event is told what there is instead', async () => {
  await slack.person('U0ANA', { is_admin: true }).types('/date publish 21-march')
  const told = await last(1)
  expect(told.text).toContain('Only Discord has scheduled events')
  expect(buttonOn(told, 'All dates, by an address').value).toContain('date feed')
})
