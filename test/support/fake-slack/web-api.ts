/** Purpose: the methods of Slack's web API that Plenary uses, with their refusals. */
import { CHANNEL_METHODS } from './channels.ts'
import { refuseMessage, refuseView } from './check-blocks.ts'
import { APP_TOKEN, BOT, BOT_TOKEN, direct, type Shown, type State, TEAM } from './state.ts'

type Args = Readonly<Record<string, unknown>>
type Answer = Readonly<Record<string, unknown>>
export type Limited = { readonly retryAfter: number }
type Method = (state: State, args: Args, base: string) => Answer | Limited

const ok = (more: Answer = {}): Answer => ({ ok: true, ...more })
const no = (error: string): Answer => ({ ok: false, error })
const text = (value: unknown) => (typeof value === 'string' ? value : '')
let stamps = 1_800_000_000
const stamp = () => `${++stamps}.000100`

export const METHODS: Readonly<Record<string, Method>> = {
  ...CHANNEL_METHODS,
  'auth.test': () => ok({ user_id: BOT, bot_id: 'B0PLENARY', team_id: TEAM, team: 'Test' }),
  'apps.connections.open': (_, __, base) => ok({ url: `${base.replace('http', 'ws')}/link?ticket=${stamp()}` }),
  'users.info': ({ users }, { user }) => {
    const found = users.get(text(user))
    return found ? ok({ user: found }) : no('user_not_found')
  },
  // Metadata only on request; a channel without the bot is refused; newest first, in pages.
  'conversations.history': (state, { channel, cursor, limit, include_all_metadata }) => {
    const refused = state.noHistory ? 'missing_scope' : refuseReading(state, text(channel))
    if (refused) return no(refused)
    const all = state.shown.filter(message => message.via === 'chat.postMessage' && message.channel === channel).reverse()
    const from = Number(cursor ?? 0)
    const next = from + Number(limit)
    return ok({
      messages: all.slice(from, next).map(({ ts, text: words, body }) => ({
        ...{ type: 'message', ts, text: words, user: BOT, bot_id: 'B0PLENARY' },
        ...(include_all_metadata === 'true' && body['metadata'] !== undefined && { metadata: body['metadata'] }),
      })),
      response_metadata: { next_cursor: next < all.length ? String(next) : '' },
    })
  },
  'conversations.open': (_, { users }) => ok({ channel: { id: direct(text(users)) } }),
  'chat.postMessage': (state, args) => {
    const channel = state.users.has(text(args['channel'])) ? direct(text(args['channel'])) : text(args['channel'])
    const refused = refusePost(state, channel) ?? refuseMessage(args['text'], args['blocks'])
    if (refused) return no(refused)
    if (tooFast(state, channel)) return { retryAfter: 1 }
    return ok({ ts: show(state, 'chat.postMessage', channel, undefined, args), channel })
  },
  'chat.postEphemeral': (state, args) => {
    const [channel, user] = [text(args['channel']), text(args['user'])]
    const refused = refusePost(state, channel) ?? refuseMessage(args['text'], args['blocks'])
    if (refused) return no(refused)
    if (!state.channels.get(channel)?.members.has(user)) return no('user_not_in_channel')
    return ok({ message_ts: show(state, 'chat.postEphemeral', channel, user, args) })
  },
  'views.open': (state, args) => useTrigger(state, args) ?? takeView(state, 'views.open', args),
  'views.push': (state, args) => useTrigger(state, args) ?? takeView(state, 'views.push', args),
  'views.update': (state, args) => takeView(state, 'views.update', args),
  'views.publish': (state, args) => takeView(state, 'views.publish', args),
  'files.getUploadURLExternal': ({ announced }, { filename, length, alt_txt }, base) => {
    if (text(filename) === '' || !(Number(length) > 0)) return no('missing_argument')
    if (text(alt_txt).length > 1000) return no('alt_txt_too_large')
    const id = stamp()
    announced.set(`F${id}`, Number(length))
    return ok({ upload_url: `${base}/upload/${id}/${encodeURIComponent(text(filename))}`, file_id: `F${id}` })
  },
  'files.completeUploadExternal': (state, { files, channel_id, thread_ts }) => {
    const channel = text(channel_id)
    const refused = refusePost(state, channel)
    if (refused) return no(refused)
    // An id twice, or one whose bytes did not all come, is none.
    const wanted = files as { id: string; title?: string }[]
    const found = wanted.map(({ id }) =>
      state.uploads.findIndex(one => one.channel === id && one.data.byteLength === state.announced.get(id)),
    )
    if (found.includes(-1)) return no('file_not_found')
    for (const [which, at] of found.entries()) {
      const upload = state.uploads[at]
      if (upload) state.uploads[at] = { ...upload, channel, title: text(wanted[which]?.title), thread: text(thread_ts) || undefined }
    }
    return ok({ files })
  },
}

export function refuseToken(state: State, method: string, token: string): string | undefined {
  if (token === '') return 'not_authed'
  if (method === 'apps.connections.open') return token === APP_TOKEN && state.validAppToken ? undefined : 'invalid_auth'
  return token === BOT_TOKEN && state.validBotToken ? undefined : 'invalid_auth'
}

function refusePost(state: State, id: string): string | undefined {
  if (id.startsWith('D')) return undefined
  const channel = state.channels.get(id)
  if (!channel) return 'channel_not_found'
  if (channel.archived) return 'is_archived'
  if (channel.restricted) return 'restricted_action'
  return channel.members.has(BOT) ? undefined : 'not_in_channel'
}

const refuseReading = ({ channels }: State, id: string) =>
  id.startsWith('D') || channels.get(id)?.members.has(BOT) ? undefined : channels.has(id) ? 'not_in_channel' : 'channel_not_found'

const tooFast = ({ strictPace, shown }: State, channel: string) =>
  strictPace && shown.some(message => message.via === 'chat.postMessage' && message.channel === channel && Date.now() - message.at < 900)

export function show(state: State, via: Shown['via'], channel: string, user: string | undefined, body: Args): string {
  const thread = text(body['thread_ts']) || undefined
  const blocks = Array.isArray(body['blocks']) ? body['blocks'] : []
  const replaced = body['replace_original'] === true
  const ts = stamp()
  state.shown.push({ via, channel, user, thread, replaced, text: text(body['text']), blocks, at: Date.now(), ts, body })
  return ts
}

function useTrigger({ triggers }: State, args: Args): Answer | undefined {
  const trigger = triggers.get(text(args['trigger_id']))
  if (!trigger) return no('invalid_trigger_id')
  if (trigger.used) return no('exchanged_trigger_id')
  trigger.used = true
  return Date.now() - trigger.at > 3_000 ? no('expired_trigger_id') : undefined
}

function takeView(state: State, method: string, { view, view_id, user_id }: Args): Answer {
  const refused = refuseView(view)
  if (refused) return no(refused)
  const id = text(view_id) || `V${stamp()}`
  const user = text(user_id)
  state.views.push({ method, view: view as Record<string, unknown>, id, ...(user && { user }) })
  return ok({ view: { ...(view as object), id } })
}
