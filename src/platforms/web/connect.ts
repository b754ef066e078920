/** Purpose: start the web chat: one small server with the page, its API, and the health of the whole. */
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Address } from '../../address.ts'
import type { Conversation } from '../../command-kit/run-command.ts'
import type { Config } from '../../config.ts'
import type { Database } from '../../database/open.ts'
import { isRightToLeft, languageOf } from '../../locales/say.ts'
import type { OpsRoutes } from '../../ops/health.ts'
import type { Log } from '../../ops/log.ts'
import type { Reply } from '../../reply.ts'
import type { Platform } from '../platform.ts'
import { enterRoutes } from './enter.ts'
import { limitBody, limitPace, refuseForeignHosts, refuseForeignPages, setHeaders } from './guard.ts'
import { receive, type Signed, UnknownChannel } from './receive.ts'
import { openBoard } from './send.ts'
import { readPage } from './serve-page.ts'
import { makeVisitors } from './visitors.ts'
import { readChannels, readMessages, readMessagesAfter } from './web-store.ts'

const BATCH = 200

export type WebSettings = {
  readonly config: Config['web']
  readonly db: Database
  readonly log: Log
  readonly ops: OpsRoutes
  readonly now: () => Temporal.Instant
  /** Routes of other platforms on the same port (Slack over HTTP). They guard themselves: nothing here stands before them. */
  readonly extraRoutes?: Hono
}

export async function startWeb(conversation: Conversation, { config, db, log, ops, now, extraRoutes }: WebSettings): Promise<Platform> {
  const board = await openBoard(db, now)
  const visitors = makeVisitors({
    db,
    secret: config.loopback ? undefined : config.secret,
    secure: config.url?.startsWith('https:') ?? false,
    now,
  })
  const parts = {
    conversation,
    visitors,
    board,
    channels: await readChannels(db),
    readMessages: (channel: string, before: number, limit: number) => readMessages(db, channel, before, limit),
    readAfter: (after: number) => readMessagesAfter(db, after, BATCH),
  }
  const app = new Hono<Signed>()
  if (extraRoutes) app.route('/', extraRoutes)
  app.use(setHeaders, limitBody)
  app.route('/', ops.routes)
  if (config.loopback) app.use(refuseForeignHosts)
  app.use(refuseForeignPages(config.url && new URL(config.url).origin))
  app.use(
    '/api/*',
    limitPace(context => context.req.header('cookie') ?? 'anybody'),
  )
  app.route('/api', receive(parts))
  app.route('/', await pageRoutes())
  app.route('/', enterRoutes(visitors))
  app.onError((error, context) => {
    if (error instanceof z.ZodError || error instanceof SyntaxError) return context.json({ error: 'not understood' }, 400)
    if (error instanceof UnknownChannel) return context.json({ error: 'unknown channel' }, 404)
    log.error({ err: error, path: context.req.path }, 'a request failed')
    return context.json({ error: 'failed' }, 500)
  })
  const server = await listen(app, config)
  const shown = config.url ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${portOf(server)}`
  return {
    name: 'web',
    greeting: shown,
    health: () => 'up',
    async send({ id }: Address, reply: Reply) {
      const messageId = await board.post({ channel: id, reply, plenary: true })
      return { messageId: String(messageId) }
    },
    async stop() {
      board.close()
      await close(server)
    },
  }
}

async function pageRoutes(): Promise<Hono> {
  const files = await readPage()
  const routes = new Hono()
  routes.get('/', context => {
    const language = languageOf(context.req.header('accept-language')) ?? 'en'
    const page =
      files
        .get('index.html')
        ?.body.replaceAll('{{lang}}', language)
        .replaceAll('{{dir}}', isRightToLeft(language) ? 'rtl' : 'ltr') ?? ''
    return context.html(page, 200, { 'cache-control': 'no-cache' })
  })
  routes.get('/page/:file', context => {
    const file = files.get(context.req.param('file'))
    if (!file || file.type.startsWith('text/html')) return context.notFound()
    const headers = { 'content-type': file.type, etag: file.etag, 'cache-control': 'no-cache' }
    return context.req.header('if-none-match') === file.etag ? context.body(null, 304, headers) : context.body(file.body, 200, headers)
  })
  return routes
}

const listen = (app: Hono<Signed>, { host, port }: Config['web']) =>
  new Promise<ServerType>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(server))
    server.once('error', reject)
  })

function portOf(server: ServerType): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The web chat listens on no port')
  return address.port
}

const close = (server: ServerType) =>
  new Promise<void>(resolve => {
    server.close(() => resolve())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
