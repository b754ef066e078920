/** Purpose: the whole program: it starts, says where it is, stops cleanly, and says clearly why it can't. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { newDataDir, run } from './support/run-plenary.ts'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))

test('starts with nothing set, answers, and stops cleanly while a page is open', async () => {
  const { child, address } = await start({ DATA_DIR: newDataDir() })
  expect(await (await fetch(`${address}/readyz`)).json()).toMatchObject({ status: 'ready' })
  expect(await (await fetch(`${address}/metrics`)).text()).toContain('plenary_library_entries')
  const page = await fetch(`${address}/api/events`)
  const ended = new Promise(resolve => child.once('exit', (code, signal) => resolve([code, signal])))
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  await page.body?.cancel().catch(() => undefined)
})

test('says where else it is, also while that does not answer', async () => {
  const dead = { SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: 'secret', SLACK_API_URL: 'http://127.0.0.1:9/api/' }
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env['PATH'], WEB_PORT: '0', DATA_DIR: newDataDir(), ...dead } })
  onTestFinished(() => void child.kill('SIGKILL'))
  let out = ''
  child.stdout.on('data', chunk => (out += chunk))
  await expect.poll(() => out, { timeout: 40_000 }).toContain('Slack (not reached yet)')
}, 45_000)

test('a calendar address names the port that the system chose', async () => {
  const { address } = await start({ DATA_DIR: newDataDir() })
  const made = await fetch(`${address}/api/submit`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ channel: 'general', command: 'date feed', options: { for: 'mine', step: 'make' }, key: 'key-of-this-test' }),
  })
  expect(await made.text()).toContain(`${address}/feeds/`)
})

test('what was said before a kill -9 is there after it', async () => {
  const DATA_DIR = newDataDir()
  const first = await start({ DATA_DIR })
  const said = await fetch(`${first.address}/api/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ channel: 'general', line: 'kept', key: 'key-of-this-test' }),
  })
  expect(said.status).toBe(200)
  const killed = new Promise(resolve => first.child.once('exit', resolve))
  first.child.kill('SIGKILL')
  await killed
  const second = await start({ DATA_DIR })
  expect(await (await fetch(`${second.address}/api/messages?channel=general`)).text()).toContain('"kept"')
})

test('refuses wrong settings by name, in words and not as a stack', async () => {
  const { code, err } = await run('src/main.ts', [], { WEB_PORT: 'many', WEB_HOST: '0.0.0.0' })
  expect(code).toBe(1)
  expect(err).toContain('WEB_PORT: expected')
  expect(err).not.toContain('    at ')
})

test('says that its port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await new Promise(resolve => other.once('listening', resolve))
  const address = other.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const { code, err } = await run('src/main.ts', [], { DATA_DIR: newDataDir(), WEB_PORT: String(port) })
  expect([code, err]).toEqual([1, expect.stringContaining(`WEB_PORT`)])
})

async function start(settings: Record<string, string>): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env['PATH'], WEB_PORT: '0', ...settings } })
  onTestFinished(() => void child.kill('SIGKILL'))
  let out = ''
  for await (const chunk of child.stdout) {
    out += chunk
    const address = /http:\/\/\S+/.exec(out)?.[0]
    if (address) return { child, address }
  }
  throw new Error(`It did not start: ${out}`)
}
