/** Purpose: a web chat that others can reach: nobody enters without an invitation, and each works once. */
import { expect, test } from 'vitest'
import { invite } from '../../../src/platforms/web/visitors.ts'
import { newKey, openWebChat, visit } from '../../support/web-visitor.ts'

const SECRET = 'a-secret-of-more-than-thirty-two-characters'
const open = () => openWebChat({ secret: SECRET, loopback: false })

test('without an invitation there is nothing to see', async () => {
  const { url } = await open()
  const stranger = visit(url)
  expect((await stranger.get('/api/me')).status).toBe(401)
  expect((await stranger.get('/api/messages?channel=general')).status).toBe(401)
  expect((await stranger.get('/api/events')).status).toBe(401)
  expect((await stranger.post('/api/say', { channel: 'general', line: '/help', key: newKey() })).status).toBe(401)
  expect((await visit(url, 'plenary_visitor=admin').get('/api/me')).status).toBe(401)
  expect((await stranger.get('/metrics')).status).toBe(404)
})

test('a link shows a button, signs in once, and gives the role it was made for', async () => {
  const { url, plenary } = await open()
  const token = await invite(plenary.db, SECRET, { name: 'ana', role: 'coordinator' }, Temporal.Now.instant())
  const page = await fetch(`${url}/enter/${token}`)
  expect(await page.text()).toContain('Enter the chat')
  const [first, second] = await Promise.all([post(`${url}/enter/${token}`), post(`${url}/enter/${token}`)])
  expect([first.status, second.status].sort()).toEqual([303, 410])
  const cookie = (first.status === 303 ? first : second).headers.get('set-cookie')?.split(';')[0]
  expect(await (await visit(url, cookie).get('/api/me')).json()).toMatchObject({ name: 'ana', role: 'coordinator', personas: [] })
  expect((await post(`${url}/enter/${token}`)).status).toBe(410)
})

test('an old invitation is void, and leaving signs out', async () => {
  const { url, plenary } = await open()
  const old = await invite(plenary.db, SECRET, { name: 'ben', role: 'member' }, Temporal.Now.instant().subtract({ hours: 24 * 8 }))
  expect((await post(`${url}/enter/${old}`)).status).toBe(410)
  const token = await invite(plenary.db, SECRET, { name: 'ben', role: 'member' }, Temporal.Now.instant())
  const ben = visit(url, (await post(`${url}/enter/${token}`)).headers.get('set-cookie')?.split(';')[0])
  await ben.post('/api/leave', {})
  expect((await ben.get('/api/me')).status).toBe(401)
})

test('tokens are kept only as hashes', async () => {
  const { plenary } = await open()
  const token = await invite(plenary.db, SECRET, { name: 'ana', role: 'member' }, Temporal.Now.instant())
  expect(JSON.stringify(await plenary.db.selectFrom('web_invites').selectAll().execute())).not.toContain(token)
})

const post = (address: string) => fetch(address, { method: 'POST', redirect: 'manual', headers: { origin: new URL(address).origin } })
