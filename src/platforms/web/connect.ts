/** Purpose: start the web chat: one small server with the page, its API, and the health of the whole. */
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { z } from 'zod'
import type { Address } from '../../address.ts'
import type { Conversation } from '../../command-kit/run-command.ts'
import type { Config } from '../../config.ts'
import type { Database } from '../../database/open.ts'
import type { SendOptions } from '../../messenger.ts'
import type { OpsRoutes } from '../../ops/health.ts'
import type { Log } from '../../ops/log.ts'
import type { Reply } from '../../reply.ts'
import type { Platform } from '../platform.ts'
import { channelsFor, mayRead } from './channels-store.ts'
import { enterRoutes } from './enter.ts'
import { feedRoutes, type ReadFeed } from './feeds.ts'
import { limitBody, limitPace, refuseForeignHosts, refuseForeignPages, setHeaders } from './guard.ts'
import { close, listen, portOf } from './http-server.ts'
import { makeOnce } from './once.ts'
import { receive, type Signed, UnknownChannel } from './receive.ts'
import { openBoard, sendUnasked } from './send.ts'
import { pageRoutes } from './serve-page.ts'
import { makeVisitors } from './visitors.ts'
import { readChannels, readMessages, readMessagesAfter } from './web-store.ts'
import type { WireAnswer } from './wire.ts'

const BATCH = 200

export type WebSettings = {
  readonly config: Config['web']
  readonly db: Database
  readonly log: Log
  readonly ops: OpsRoutes
  readonly now: () => Temporal.Instant
  /** Routes of other platforms on the same port (Slack over HTTP). They guard themselves: nothing here stands before them. */
  readonly extraRoutes?: Hono
  /** Gives the calendar file behind a secret address. */
  readonly readFeed?: ReadFeed
}

export async function startWeb(
  conversation: Conversation,
  { config, db, log, ops, now, extraRoutes, readFeed }: WebSettings,
): Promise<Platform> {
  await readChannels(db)
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
    once: makeOnce<WireAnswer>(),
    channels: (visitor: string) => channelsFor(db, visitor),
    mayRead: (channel: string, visitor: string) => mayRead(db, channel, visitor),
    readMessages: (channel: string, before: number, limit: number, visitor: string) => readMessages(db, channel, before, limit, visitor),
    readAfter: (after: number) => readMessagesAfter(db, after, BATCH),
  }
  const app = new Hono<Signed>()
  if (extraRoutes) app.route('/', extraRoutes)
  app.use(setHeaders, limitBody)
  app.route('/', ops.routes)
  if (config.loopback) app.use(refuseForeignHosts)
  if (readFeed) app.route('/', feedRoutes(readFeed))
  app.use(refuseForeignPages(config.url && new URL(config.url).origin))
  app.use(
    '/api/*',
    limitPace(context => context.req.header('cookie') ?? 'anybody'),
  )
  app.route('/api', receive(parts))
  app.use('/page/*', compress())
  app.route('/', await pageRoutes())
  app.route('/', enterRoutes(visitors))
  app.onError((error, context) => {
    if (error instanceof z.ZodError || error instanceof SyntaxError) return context.json({ error: 'not understood' }, 400)
    if (error instanceof UnknownChannel) return context.json({ error: 'unknown channel' }, 404)
    log.error({ err: error, path: context.req.path }, 'a request failed')
    return context.json({ error: 'failed' }, 500)
  })
  const server = await listen(app.fetch, config.host, config.port)
  const shown = config.url ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${portOf(server)}`
  return {
    name: 'web',
    greeting: shown,
    health: () => 'up',
    send: (to: Address, reply: Reply, options?: SendOptions) => sendUnasked({ db, board }, to, reply, options),
    async stop() {
      board.close()
      await close(server)
    },
  }
}
