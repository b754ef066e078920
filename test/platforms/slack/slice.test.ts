/** Purpose: the way of one question through Slack: asked, answered privately, opened, shared. */
import { expect, test } from 'vitest'
import { buttonOn, openSlack, until } from '../../support/fake-slack/plenary-on-slack.ts'

test('a slash command is answered privately, its details open, and are shared to the channel', async () => {
  const slack = await openSlack()
  const ana = slack.person('U0ANA')
  const { ms } = await ana.types('/practice xenophobia schools')
  expect(ms).toBeLessThan(500)
  const answer = await until(() => slack.fake.shown[0], 'an answer')
  expect(answer).toMatchObject({ via: 'response_url', user: 'U0ANA', channel: 'C0GENERAL' })
  expect(answer.text).toContain('P-')
  await ana.presses(buttonOn(answer, 'Details'), answer)
  const details = await until(() => slack.fake.shown[1], 'the details')
  expect(details.user).toBe('U0ANA')
  await ana.presses(buttonOn(details, /Share/), details)
  const shared = await until(() => slack.fake.shown[2], 'the shared entry')
  expect(shared).toMatchObject({ via: 'chat.postMessage', user: undefined, channel: 'C0GENERAL' })
  expect(shared.text).toContain('Shared by u0ana')
})
