/** Purpose: turn what the page sends into invocations, and give back what Plenary says. */
import { Hono } from 'hono'
import { z } from 'zod'
import { readButtonId } from '../../command-kit/button-id.ts'
import type { Conversation, Invocation, Said } from '../../command-kit/run-command.ts'
import { languageOf } from '../../locales/say.ts'
import { withoutControls } from '../without-controls.ts'
import { describeMe } from './describe-me.ts'
import { followEvents } from './events.ts'
import { namePeople } from './name-people.ts'
import type { Once } from './once.ts'
import { isForPlenary, withoutName } from './page/for-plenary.ts'
import { renderReply } from './render.ts'
import type { Board } from './send.ts'
import { toWire } from './to-wire.ts'
import type { Visitors, WebVisitor } from './visitors.ts'
import type { ChannelRow, MessageRow } from './web-store.ts'
import type { WireAnswer } from './wire.ts'

/** The one space that a web chat is. */
export const SPACE = 'home'
const PAGE_OF_MESSAGES = 50
const MAX_LINE = 10_000

export type WebParts = {
  readonly conversation: Conversation
  readonly visitors: Visitors
  readonly board: Board
  readonly once: Once<WireAnswer>
  /** Those that a visitor may see. */
  readonly channels: (visitor: string) => Promise<readonly ChannelRow[]>
  readonly mayRead: (channel: string, visitor: string) => Promise<boolean>
  readonly readAfter: (after: number) => Promise<MessageRow[]>
  readonly readMessages: (channel: string, before: number, limit: number, visitor: string) => Promise<MessageRow[]>
}
export type Signed = { Variables: { visitor: WebVisitor } }

const request = { channel: z.string().max(100), key: z.string().min(8).max(100) }
/** PostgreSQL would not take a NUL, and nobody the words after a mark that turns the direction of writing. */
const typed = z.string().max(MAX_LINE).transform(withoutControls)
/** A line of nothing but spaces and invisible marks says nothing. */
const sayBody = z.object({
  ...request,
  line: typed.pipe(
    z
      .string()
      .trim()
      .regex(/[^\s\p{Cf}]/u),
  ),
})
const pressBody = z.object({ ...request, id: typed })
const submitBody = z.object({ ...request, command: z.string().max(100), options: z.record(z.string().max(100), typed) })

/** All routes under `/api`; each needs a visitor. */
export function receive(parts: WebParts): Hono<Signed> {
  const { conversation, visitors } = parts
  const api = new Hono<Signed>()
  api.use(async (context, next) => {
    const visitor = await visitors.who(context)
    if (!visitor) return context.json({ error: 'not signed in' }, 401)
    context.set('visitor', visitor)
    return next()
  })
  api.get('/me', async context =>
    context.json(await describeMe(parts, context.var.visitor, invoke(context.var.visitor, '', context.req.header('accept-language')))),
  )
  api.post('/persona', async context => {
    const { id } = z.object({ id: z.string() }).parse(await context.req.json())
    if (!visitors.choose(context, id)) return context.json({ error: 'unknown persona' }, 400)
    return context.json({ chosen: id })
  })
  api.post('/leave', async context => {
    await visitors.leave(context)
    return context.json({ left: true })
  })
  api.get('/messages', async context => {
    const { channel, before } = z
      .object({ channel: z.string(), before: z.coerce.number().int().default(Number.MAX_SAFE_INTEGER) })
      .parse(context.req.query())
    const rows = await parts.readMessages(
      await known(parts, channel, context.var.visitor),
      before,
      PAGE_OF_MESSAGES + 1,
      context.var.visitor.id,
    )
    return context.json({
      messages: rows.slice(-PAGE_OF_MESSAGES).map(row => toWire(row, context.var.visitor)),
      more: rows.length > PAGE_OF_MESSAGES,
    })
  })
  api.get('/events', context => followEvents(parts, context))
  api.post('/say', async context => {
    const { channel, line, key } = sayBody.parse(await context.req.json())
    const visitor = context.var.visitor
    if (isForPlenary(line))
      return context.json(await answer(parts, visitor, { channel, key, locale: context.req.header('accept-language') }, saidIn(line)))
    await parts.board.post({ channel: await known(parts, channel, visitor), reply: { text: line }, by: visitor, key, plenary: false })
    return context.json({ language: '' })
  })
  api.post('/press', async context => {
    const { channel, id, key } = pressBody.parse(await context.req.json())
    return context.json(
      await answer(parts, context.var.visitor, { channel, key, locale: context.req.header('accept-language') }, readButtonId(id)),
    )
  })
  api.post('/submit', async context => {
    const { channel, command, options, key } = submitBody.parse(await context.req.json())
    return context.json(
      await answer(parts, context.var.visitor, { channel, key, locale: context.req.header('accept-language') }, { command, options }),
    )
  })
  api.get('/complete', async context => {
    const { channel = '', line = '' } = context.req.query()
    const { by, place } = invoke(context.var.visitor, channel, context.req.header('accept-language'))
    return context.json(await conversation.complete(by, place, line.slice(0, MAX_LINE)))
  })
  api.get('/complete-option', async context => {
    const { command = '', option = '', typed = '' } = context.req.query()
    const { by, place } = invoke(context.var.visitor, '', context.req.header('accept-language'))
    return context.json(await conversation.completeOption(by, place, command, option, typed.slice(0, 200)))
  })
  return api
}

/** Plenary called by its name alone shows what it has. */
function saidIn(line: string): Said {
  if (line.startsWith('/')) return { line }
  const words = withoutName(line)
  return words === '' ? { command: 'home', options: {} } : { line: words, loose: true }
}

type Asked = { readonly channel: string; readonly key: string; readonly locale: string | undefined }

const answer = (parts: WebParts, visitor: WebVisitor, asked: Asked, said: Said): Promise<WireAnswer> =>
  parts.once(`${visitor.id} ${asked.key}`, () => answerNow(parts, visitor, asked, said))

async function answerNow(parts: WebParts, visitor: WebVisitor, { channel, key, locale }: Asked, said: Said): Promise<WireAnswer> {
  const { by, place } = invoke(visitor, await known(parts, channel, visitor), locale)
  const heard = await parts.conversation.hear({ by, place, said })
  const reply = await namePeople(heard.reply, parts.visitors.nameOf)
  const { language } = await parts.conversation.recognise(by)
  if (reply.audience !== 'channel') return { reply: renderReply(reply), language }
  await parts.board.post({ channel, reply, by: visitor, key, plenary: true })
  return { language }
}

/** A channel that this visitor may not see is not known to them either. */
async function known({ mayRead }: WebParts, channel: string, { id }: WebVisitor): Promise<string> {
  if (!(await mayRead(channel, id))) throw new UnknownChannel()
  return channel
}
export class UnknownChannel extends Error {}

function invoke({ id, role }: WebVisitor, channel: string, acceptLanguage: string | undefined): Pick<Invocation, 'by' | 'place'> {
  const address = { platform: 'web', space: SPACE, id } as const
  const locale = acceptLanguage
    ?.split(',')
    .map(part => part.split(';')[0]?.trim())
    .find(languageOf)
  return {
    by: { address, vouched: role, ...(locale && { locale }) },
    place: { address: { platform: 'web', space: SPACE, id: channel }, private: false },
  }
}
