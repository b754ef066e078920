/** Purpose: Slack's settings are refused by name, before anything starts, and a token is never repeated. */
import { expect, test } from 'vitest'
import { readConfig } from '../../../src/config.ts'

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1' }

test('none is no Slack; a bot token with either way in is one', () => {
  expect(readConfig({}).slack).toBeUndefined()
  expect(readConfig({ ...BOT, SLACK_APP_TOKEN: 'xapp-1' }).slack).toEqual({
    botToken: 'xoxb-1',
    appToken: 'xapp-1',
    signingSecret: undefined,
    apiUrl: undefined,
  })
  expect(readConfig({ ...BOT, SLACK_SIGNING_SECRET: 'abc', SLACK_API_URL: 'http://127.0.0.1:1/api/' }).slack).toMatchObject({
    signingSecret: 'abc',
    apiUrl: 'http://127.0.0.1:1/api/',
  })
})

test.each([
  [BOT, /SLACK_APP_TOKEN: expected .*xapp-.*SLACK_SIGNING_SECRET/],
  [{ SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_BOT_TOKEN: expected .*xoxb-/],
  [{ SLACK_BOT_TOKEN: 'xapp-swapped', SLACK_APP_TOKEN: 'xoxb-swapped' }, /SLACK_BOT_TOKEN: expected .*\n.*SLACK_APP_TOKEN: expected/],
  [{ ...BOT, SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'ftp://x' }, /SLACK_API_URL: expected/],
])('%j', (environment, complaint) => {
  expect(() => readConfig(environment)).toThrow(complaint)
  expect(() => readConfig(environment)).toThrow(expect.not.stringContaining('swapped'))
})
