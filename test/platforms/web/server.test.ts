/** Purpose: the web chat's server: privacy, sharing, live events, and everything that it must refuse. */
import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import type { WireAnswer, WireMessage } from '../../../src/platforms/web/wire.ts'
import type { Choice } from '../../../src/reply.ts'
import { newKey, openWebChat, readJson, visit } from '../../support/web-visitor.ts'

describe('talking', () => {
  test('an answer is for the asker alone; a shared one is for the channel, and says who shared it', async () => {
    const { url } = await openWebChat()
    const ana = visit(url)
    const ben = visit(url, 'plenary_visitor=coordinator')
    const found = await ana.say('/practice xenophobia schools')
    expect(found.reply?.cards).toHaveLength(3)
    expect(await ben.messages()).toEqual([])
    const share = found.reply?.cards[0]?.buttons.find(({ id }) => id.startsWith('!'))
    expect(await (await ana.post('/api/press', { channel: 'general', id: share?.id, key: newKey() })).json()).toEqual({ language: 'en' })
    expect(await ben.messages()).toMatchObject([{ author: { name: 'Plenary', plenary: true, sharedBy: 'member' } }])
  })

  test('plain words are chat; the same request twice is posted once', async () => {
    const { url } = await openWebChat()
    const ana = visit(url)
    await Promise.all([ana.say('Hello @everyone <b>', 'same-key-1'), ana.say('Hello @everyone <b>', 'same-key-1')])
    await ana.say('Hello @everyone <b>', 'same-key-1')
    expect((await ana.messages()).map(({ reply, author }) => [reply.text, author.you])).toEqual([['Hello @everyone <b>', true]])
  })

  test('what begins with Plenary’s name is for it alone: a question, a greeting, the name by itself', async () => {
    const { url } = await openWebChat()
    const ana = visit(url)
    expect((await ana.say('@plenary what works against xenophobia in schools?')).reply?.cards).toHaveLength(3)
    expect((await ana.say('@Plenary, hello')).reply?.text).toMatch(/the memory and the clock/)
    expect((await ana.say('@plenary')).reply?.text).toMatch(/the memory and the clock/)
    await ana.say('@plenary-fans meet at noon')
    expect((await ana.messages()).map(({ reply }) => reply.text)).toEqual(['@plenary-fans meet at noon'])
  })

  test('control characters do not come in', async () => {
    const { url } = await openWebChat()
    const ana = visit(url)
    await ana.say('one\u0000 line')
    expect((await ana.messages()).map(({ reply }) => reply.text)).toEqual(['one line'])
    for (const line of ['\u0000\u0001', '\u200b \u2060', '\u202e'])
      expect((await ana.post('/api/say', { channel: 'general', line, key: newKey() })).status).toBe(400)
  })

  test('a command that a page repeats after a lost answer is carried out once', async () => {
    const { url, plenary } = await openWebChat()
    const ana = visit(url)
    await Promise.all([ana.say('/my language fr', 'repeated-key'), ana.say('/my language fr', 'repeated-key')])
    await ana.say('/my language es', 'another-key')
    expect((await ana.say('/my language fr', 'repeated-key')).reply?.text).toMatch(/Français/)
    expect(await plenary.db.selectFrom('members').select('language').execute()).toEqual([{ language: 'es' }])
  })

  test('an open page gets what is said, and after a gap what it missed, once', async () => {
    const { url } = await openWebChat()
    const ana = visit(url)
    await ana.say('one')
    const first = await readEvents(`${url}/api/events?after=0`, 2, () => ana.say('two'))
    expect(first).toEqual(['one', 'two'])
    await ana.say('three')
    expect(await readEvents(`${url}/api/events`, 2, () => ana.say('four'), { 'last-event-id': '2' })).toEqual(['three', 'four'])
  })

  test('messages come a page at a time', async () => {
    const { url } = await openWebChat()
    const ana = visit(url)
    for (let count = 1; count <= 55; count++) await ana.say(`message ${count}`)
    const page = async (query: string): Promise<{ messages: WireMessage[]; more: boolean }> =>
      readJson(await ana.get(`/api/messages?channel=general${query}`))
    const last = await page('')
    expect([last.messages.length, last.more, last.messages[0]?.reply.text]).toEqual([50, true, 'message 6'])
    const before = await page(`&before=${last.messages[0]?.id}`)
    expect([before.messages.length, before.more]).toEqual([5, false])
  })

  test('completes commands, filters and values', async () => {
    const ana = visit((await openWebChat()).url)
    const complete = (line: string) => ana.get(`/api/complete?channel=general&line=${encodeURIComponent(line)}`)
    const values = async (line: string) => (await readJson<Choice[]>(await complete(line))).map(({ value }) => value)
    expect(await values('/pra')).toEqual(['/practice '])
    expect(await values('/practice region:eur')).toContain('/practice region:europe ')
    expect(await values('/library get P-00')).toContain('/library get P-001 ')
    expect(await values('/my language ')).toContain('/my language fr ')
  })

  test('a form comes with its fields, and a wrong answer names the field', async () => {
    const ana = visit((await openWebChat()).url)
    expect((await ana.say('/my profile')).reply?.form?.fields.map(({ name }) => name)).toEqual(['language', 'timezone'])
    const options = { language: 'en', timezone: 'Nowhereville-on-Sea' }
    const submitted = await ana.post('/api/submit', { channel: 'general', command: 'my profile', options, key: newKey() })
    const wrong = await readJson<WireAnswer>(submitted)
    expect(wrong.reply).toMatchObject({ mood: 'error', field: 'timezone' })
  })
})

describe('on this machine one chooses who one is', () => {
  test('each role', async () => {
    const { url } = await openWebChat()
    const chosen = await visit(url).post('/api/persona', { id: 'coordinator' })
    const cookie = chosen.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/)
    expect(await (await visit(url, cookie.split(';')[0]).get('/api/me')).json()).toMatchObject({ role: 'coordinator' })
    expect((await visit(url).post('/api/persona', { id: 'emperor' })).status).toBe(400)
  })
})

describe('refuses', () => {
  test('a page of another site, a foreign host, a body that is not JSON, too much, and an unknown channel', async () => {
    const { url } = await openWebChat()
    const ana = visit(url)
    const body = { channel: 'general', line: 'hello', key: newKey() }
    expect((await ana.post('/api/say', body, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await ana.post('/api/say', body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await fetch(`${url}/api/say`, { method: 'POST', body: 'line=hello' })).status).toBe(400)
    expect((await ana.post('/api/say', { ...body, line: 'x'.repeat(10_001) })).status).toBe(400)
    expect(await statusOfUnfinished(`${url}/api/say`, 300_000)).toBe(413)
    expect((await ana.post('/api/say', { ...body, channel: '../etc' })).status).toBe(404)
    expect((await ana.post('/api/say', { ...body, line: '   ' })).status).toBe(400)
    expect(await ana.messages()).toEqual([])
  })

  test('a visitor who repeats too fast', async () => {
    const ana = visit((await openWebChat()).url)
    const statuses = await Promise.all(Array.from({ length: 120 }, async () => (await ana.get('/api/complete?line=/p')).status))
    expect(statuses).toContain(429)
  })

  test('files outside the page', async () => {
    const { url } = await openWebChat()
    for (const path of ['/page/..%2f..%2fconnect.ts', '/page/%2e%2e/connect.ts', '/page/tsconfig.json', '/page/index.html'])
      expect((await fetch(url + path)).status).toBe(404)
  })

  test('scripts from anywhere but its own files', async () => {
    const policy = (await fetch((await openWebChat()).url)).headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
  })
})

test('stops while pages are open, within moments', async () => {
  const { url, stop } = await openWebChat()
  const open = await fetch(`${url}/api/events`)
  const started = performance.now()
  await stop()
  expect(performance.now() - started).toBeLessThan(5000)
  await open.body?.cancel()
})

/** Announces a body of so many bytes, and looks at the answer before sending it. */
const statusOfUnfinished = (address: string, bytes: number) =>
  new Promise<number | undefined>((resolve, reject) => {
    const sent = request(
      address,
      { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': bytes } },
      response => {
        resolve(response.statusCode)
        sent.destroy()
      },
    )
    sent.on('error', reject)
    sent.flushHeaders()
  })

async function readEvents(
  address: string,
  count: number,
  meanwhile: () => Promise<unknown>,
  headers: Record<string, string> = {},
): Promise<string[]> {
  const response = await fetch(address, { headers })
  await meanwhile()
  const seen: string[] = []
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += new TextDecoder().decode(chunk)
    seen.splice(
      0,
      seen.length,
      ...Array.from(text.matchAll(/^event: message\n(?:id: .*\n)?data: (.+)$/gm), ([, data = '']) => JSON.parse(data).reply.text),
    )
    if (seen.length >= count) break
  }
  return seen
}

test('every script of the page is announced in it, so that none is loaded late', async () => {
  const page = await (await fetch((await openWebChat()).url)).text()
  const announced = Array.from(page.matchAll(/"\/page\/([\w-]+\.ts)"/g), ([, name]) => name)
  const scripts = readdirSync(PAGE).filter(name => name.endsWith('.ts') && holdsCode(name))
  expect([...new Set(announced)].sort()).toEqual(scripts.sort())
})

const PAGE = new URL('../../../src/platforms/web/page/', import.meta.url)
/** A file of types alone is nothing to the browser. */
const holdsCode = (name: string) =>
  /^(export )?(async )?(const|function|class) |^await |^try /m.test(readFileSync(new URL(name, PAGE), 'utf8'))
