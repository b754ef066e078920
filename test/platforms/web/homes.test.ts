/** Purpose: a group's home in the web chat: a channel of its own; a private one is unknown to everybody else, in lists, messages and events. */
import { expect, test } from 'vitest'
import { openWebChat, readJson, visit } from '../../support/web-visitor.ts'

test('a private home is seen by its members, and by nobody else', async () => {
  const { url } = await openWebChat()
  const [admin, member] = [visit(url, 'plenary_visitor=admin'), visit(url, 'plenary_visitor=member')]
  const channels = async (visitor: typeof admin) =>
    (await readJson<{ channels: { id: string }[] }>(await visitor.get('/api/me'))).channels.map(({ id }) => id)
  await admin.say('/group propose name:"Ports & Harbours"')
  await admin.say('/group offer ports & harbours')
  await admin.say('/group launch ports & harbours')
  await admin.say('/group home ports & harbours make:private')
  expect(await channels(admin)).toEqual(['general', 'campaigns', 'sessions', 'ports-harbours'])
  expect(await channels(member)).toEqual(['general', 'campaigns', 'sessions'])
  expect((await member.get('/api/messages?channel=ports-harbours')).status).toBe(404)
  expect((await member.post('/api/say', { channel: 'ports-harbours', line: 'hello', key: 'a-key-of-mine' })).status).toBe(404)
  await member.say('/group join ports & harbours')
  expect(await channels(member)).toContain('ports-harbours')
  expect((await member.post('/api/say', { channel: 'ports-harbours', line: 'hello', key: 'another-key' })).status).toBe(200)
  await member.say('/group leave ports & harbours')
  expect(await channels(member)).not.toContain('ports-harbours')
  expect((await member.get('/api/messages?channel=ports-harbours')).status).toBe(404)
  expect(await admin.messages('ports-harbours')).toHaveLength(1)
})
