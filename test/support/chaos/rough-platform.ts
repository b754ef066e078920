/** Purpose: a platform's server on a bad day: it fails before and after posting, hangs, answers late, says 429, breaks connections. What is in its channels is the truth. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'

export type RoughPlatform = {
  readonly url: string
  /** How often each marker was posted, by channel. */
  readonly posted: ReadonlyMap<string, number>
  readonly mishaps: ReadonlyMap<string, number>
  /** From now on everything works. */
  calm(): void
  close(): Promise<void>
}

const message = z.object({ channel: z.string(), marker: z.string() })
/** In milliseconds; longer than any answer is waited for, shorter than a message of unknown fate is left alone. */
const [LATE, HANGS] = [250, 3_000]

export async function startRoughPlatform(random: () => number): Promise<RoughPlatform> {
  const posted = new Map<string, number>()
  const mishaps = new Map<string, number>()
  let rough = true
  const post = (key: string) => posted.set(key, (posted.get(key) ?? 0) + 1)
  const send = async (key: string, response: ServerResponse) => {
    const mishap = rough ? drawMishap(random()) : undefined
    if (mishap) mishaps.set(mishap.name, (mishaps.get(mishap.name) ?? 0) + 1)
    const { before = 0, posts = true, after = 0, status = 200 } = mishap ?? {}
    if (before > 0) await setTimeout(before * random())
    if (posts) post(key)
    if (after > 0) await setTimeout(after * random())
    if (status === 0) response.destroy()
    else answer(response, status, status === 429 ? { retryAfterMs: 50 + Math.round(random() * 200) } : {})
  }
  const server = createServer(async (request, response) => {
    const { channel, marker } = message.parse(JSON.parse(await bodyOf(request)))
    const key = `${channel} ${marker}`
    if (request.url === '/was-sent') return answer(response, 200, { found: posted.has(key) })
    await send(key, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
    posted,
    mishaps,
    calm() {
      rough = false
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** `before` and `after` the post, at most so many milliseconds pass; status 0 breaks the connection. */
type Mishap = {
  readonly name: string
  readonly share: number
  readonly before?: number
  readonly posts?: boolean
  readonly after?: number
  readonly status?: number
}
const MISHAPS: readonly Mishap[] = [
  { name: '429', share: 0.08, posts: false, status: 429 },
  { name: '500 before', share: 0.06, posts: false, status: 500 },
  { name: '500 after', share: 0.06, status: 500 },
  { name: 'broken after', share: 0.06, status: 0 },
  { name: 'hangs after', share: 0.06, after: HANGS },
  { name: 'hangs, never posted', share: 0.04, posts: false, after: HANGS, status: 0 },
  { name: 'posts late', share: 0.08, before: LATE },
  { name: 'answers late', share: 0.08, after: LATE },
]

function drawMishap(luck: number): Mishap | undefined {
  let sum = 0
  return MISHAPS.find(({ share }) => {
    sum += share
    return luck < sum
  })
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += chunk
  return body
}

function answer(response: ServerResponse, status: number, body: object): void {
  if (!response.destroyed) response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
