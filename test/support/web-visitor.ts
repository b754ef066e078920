/** Purpose: a started web chat on a free port, and a browser's side of its HTTP. */
import { onTestFinished } from 'vitest'
import type { Config } from '../../src/config.ts'
import { makeOpsRoutes } from '../../src/ops/health.ts'
import { makeLog } from '../../src/ops/log.ts'
import type { Platform } from '../../src/platforms/platform.ts'
import { startWeb } from '../../src/platforms/web/connect.ts'
import type { WireAnswer, WireMessage } from '../../src/platforms/web/wire.ts'
import { makePlenary, type TestPlenary } from './make-plenary.ts'

const LOCAL: Config['web'] = { host: '127.0.0.1', port: 0, secret: undefined, url: undefined, loopback: true, metricsToken: undefined }

export type WebChat = { readonly plenary: TestPlenary; readonly url: string; readonly platform: Platform; stop(): Promise<void> }

export async function openWebChat(settings: Partial<Config['web']> = {}, plenary?: TestPlenary): Promise<WebChat> {
  const whole = plenary ?? (await makePlenary())
  const config = { ...LOCAL, ...settings }
  const ops = makeOpsRoutes({ database: async () => undefined }, whole.metrics, {
    metricsToken: config.metricsToken,
    open: config.loopback,
  })
  const web = await startWeb(whole.conversation, { config, db: whole.db, log: makeLog('error'), ops, now: Temporal.Now.instant })
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= web.stop())
  onTestFinished(stop)
  return { plenary: whole, url: web.greeting, platform: web, stop }
}

let keys = 0
export const newKey = () => `test-key-${++keys}`

export type Visitor = {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  say(line: string, key?: string): Promise<WireAnswer>
  messages(channel?: string): Promise<WireMessage[]>
}

/** @param cookie what the browser keeps, such as `plenary_visitor=coordinator` */
export function visit(url: string, cookie = ''): Visitor {
  const get: Visitor['get'] = (path, headers = {}) => fetch(url + path, { headers: { cookie, ...headers }, redirect: 'manual' })
  const post: Visitor['post'] = (path, body, headers = {}) =>
    fetch(url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  return {
    get,
    post,
    say: async (line, key = newKey()) => readJson(await post('/api/say', { channel: 'general', line, key })),
    messages: async (channel = 'general') =>
      (await readJson<{ messages: WireMessage[] }>(await get(`/api/messages?channel=${channel}`))).messages,
  }
}

/** What a server sent, believed to be of the shape that the test then looks at. */
export const readJson = async <T>(response: Response): Promise<T> => JSON.parse(await response.text())
