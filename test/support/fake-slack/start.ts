/** Purpose: a Slack of one's own on this machine: web API, response addresses, uploads and sockets, over real connections. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { refuseMessage } from './check-blocks.ts'
import { type Fault, makeState, type State } from './state.ts'
import { METHODS, refuseToken, show } from './web-api.ts'

export type FakeSlack = State & {
  readonly base: string
  readonly api: string
  readonly sockets: Set<WebSocket>
  fail(method: string, ...faults: Fault[]): void
  /** Which socket gets the next envelope; Slack takes any. */
  nextSocket(): WebSocket | undefined
  /** As Slack does every few hours: says so, goes on for a moment, then closes. */
  refresh(): void
  onFrame: (frame: { envelope_id?: string; payload?: unknown }) => void
  close(): Promise<void>
}

export async function startFakeSlack(): Promise<FakeSlack> {
  const state = makeState()
  const sockets = new Set<WebSocket>()
  const server = createServer((request, response) => void handle(fake, request, response))
  const hub = new WebSocketServer({ server, path: '/link' })
  hub.on('connection', socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('message', data => fake.onFrame(JSON.parse(String(data))))
    socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.size, debug_info: { approximate_connection_time: 18060 } }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const base = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
  const leaving = new WeakSet<WebSocket>()
  let turn = 0
  let closed: Promise<void> | undefined
  const fake: FakeSlack = Object.assign(state, {
    base,
    api: `${base}/api/`,
    sockets,
    fail: (method: string, ...faults: Fault[]) => void state.faults.set(method, [...(state.faults.get(method) ?? []), ...faults]),
    nextSocket() {
      const open = [...sockets].filter(socket => socket.readyState === 1 && !leaving.has(socket))
      return open[turn++ % Math.max(1, open.length)]
    },
    refresh() {
      for (const socket of sockets) {
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} }))
        setTimeout(() => leaving.add(socket), 300)
        setTimeout(() => socket.close(1000), 600)
      }
    },
    onFrame: () => undefined,
    close: () =>
      (closed ??= new Promise<void>(resolve => {
        for (const socket of sockets) socket.terminate()
        hub.close()
        server.closeAllConnections()
        server.close(() => resolve())
      })),
  })
  onTestFinished(() => fake.close())
  return fake
}

async function handle(fake: FakeSlack, request: IncomingMessage, response: ServerResponse) {
  const body = await readAll(request)
  const path = request.url ?? '/'
  if (path.startsWith('/api/')) return handleMethod(fake, path.slice('/api/'.length), request, body, response)
  if (path.startsWith('/respond/')) return handleRespond(fake, path, body, response)
  if (path.startsWith('/upload/')) {
    const [, , id = '', name = ''] = path.split('/')
    const data = partOf(request, body)
    fake.uploads.push({ id: `F${id}`, name: decodeURIComponent(name), bytes: String(data), data, channel: `F${id}` })
    return void response.end(`OK - ${data.byteLength}`)
  }
  response.writeHead(404).end()
}

async function handleMethod(fake: FakeSlack, method: string, request: IncomingMessage, body: Buffer, response: ServerResponse) {
  const args = readArgs(request, body)
  const token = (request.headers.authorization ?? '').replace('Bearer ', '')
  fake.calls.push({ method, args, at: Date.now(), token })
  const fault = fake.faults.get(method)?.shift()
  if (fault === 'hang') return
  if (fault === 'drop') return void request.socket.destroy()
  if (typeof fault === 'object' && 'status' in fault) {
    return void response.writeHead(fault.status, fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }).end('')
  }
  if (typeof fault === 'object' && 'page' in fault) return void response.end(fault.page)
  if (typeof fault === 'object' && 'error' in fault) return sendJson(response, { ok: false, error: fault.error })
  const run = METHODS[method]
  const refused = refuseToken(fake, method, token)
  if (refused || !run) return sendJson(response, { ok: false, error: refused ?? 'unknown_method' })
  const answer = run(fake, args, fake.base)
  if ('retryAfter' in answer) return void response.writeHead(429, { 'retry-after': String(answer.retryAfter) }).end('')
  if (fault === 'hang after') return
  if (fault && 'afterwards' in fault) return void response.writeHead(fault.afterwards).end('')
  sendJson(response, answer)
}

/** Five times within half an hour, then never again. */
function handleRespond(fake: FakeSlack, path: string, body: Buffer, response: ServerResponse) {
  const target = fake.replies.get(path)
  const fault = fake.faults.get('response_url')?.shift()
  if (fault === 'hang') return
  if (fault && typeof fault === 'object' && 'status' in fault) return void response.writeHead(fault.status).end('')
  if (!target || target.used >= 5) return void response.writeHead(404).end('{"ok":false,"error":"used_url"}')
  target.used += 1
  const message: Record<string, unknown> = JSON.parse(String(body))
  const refused = refuseMessage(message['text'], message['blocks'])
  if (refused) return sendJson(response, { ok: false, error: refused })
  // What replaces a message stands where that one stood.
  if (message['replace_original'] === true && target.thread) message['thread_ts'] = target.thread
  show(fake, 'response_url', target.channel, message['response_type'] === 'in_channel' ? undefined : target.user, message)
  response.end('ok')
}

function sendJson(response: ServerResponse, answer: unknown) {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
}

/** Forms whose values are JSON where they are not plain. */
function readArgs(request: IncomingMessage, body: Buffer): Record<string, unknown> {
  if (!(request.headers['content-type'] ?? '').includes('urlencoded')) return {}
  return Object.fromEntries(Array.from(new URLSearchParams(String(body)), ([name, value]) => [name, readValue(value)]))
}

function readValue(value: string): unknown {
  if (!/^[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

/** The one part of a multipart body. */
function partOf(request: IncomingMessage, body: Buffer): Buffer {
  const boundary = /boundary=(.+)$/.exec(request.headers['content-type'] ?? '')?.[1] ?? ''
  return boundary === '' ? body : body.subarray(body.indexOf('\r\n\r\n') + 4, body.lastIndexOf(`\r\n--${boundary}`))
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
