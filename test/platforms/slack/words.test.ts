/** Purpose: what Slack encodes is read as it was meant. */
import { expect, test } from 'vitest'
import { escapeWords, readWords, withoutCall } from '../../../src/platforms/slack/words.ts'

test.each([
  ['<@U0SELF> practice schools', 'practice schools'],
  ['note <@U0BEN|ben> said &lt;b&gt; &amp; more', 'note @U0BEN said <b> & more'],
  ['see <https://a.example/x?a=1&amp;b=2|the page>', 'see https://a.example/x?a=1&b=2'],
  ['write to <mailto:ana@a.example|ana@a.example>', 'write to ana@a.example'],
  ['in <#C1|general> and <#C2|>', 'in #general and #C2'],
  ['<!here> <!subteam^S1|@team> <!date^1^{date}|yesterday>', '@here @team yesterday'],
  ['a &amp;lt; b', 'a &lt; b'],
  ['zero\u0000 byte,\r\nhalf \ud83d a character, \u202eturned', 'zero byte,\nhalf \ufffd a character, turned'],
])('%s', (sent, meant) => {
  expect(readWords(sent, 'U0SELF')).toBe(meant)
})

test('escaped once, `&` first', () => {
  expect(escapeWords('<!channel> & &amp;\u0007')).toBe('&lt;!channel&gt; &amp; &amp;amp;')
})

test('a call by name is no part of what is said', () => {
  expect(withoutCall('@Plenary, practice schools')).toBe('practice schools')
  expect(withoutCall('@Our.Bot practice', 'our.bot')).toBe('practice')
  expect(withoutCall('@plenary-friends meet')).toBe('@plenary-friends meet')
  expect(withoutCall('ask @plenary')).toBe('ask @plenary')
})
