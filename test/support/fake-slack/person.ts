/** Purpose: a person in the made-up workspace, who types, presses and fills in as people do in Slack, and sees what Slack would show them. */
import { createHmac } from 'node:crypto'
import type { FakeSlack } from './start.ts'
import { BOT, direct, makeUser, type Shown, SIGNING_SECRET, TEAM } from './state.ts'

export type Acknowledged = { readonly payload: Readonly<Record<string, unknown>>; readonly ms: number }
type Payload = Readonly<Record<string, unknown>>
type Kind = 'slash_commands' | 'interactive' | 'events_api'

let counter = 0
const next = (prefix: string) => `${prefix}${++counter}`

/** How Slack reaches the app: over its sockets, or by a signed request. Rejects after three seconds without acknowledgement. */
export type Carrier = (kind: Kind, payload: Payload, envelope?: string) => Promise<Acknowledged>

export function overSockets(fake: FakeSlack): Carrier {
  const waiting = new Map<string, (payload: Payload) => void>()
  fake.onFrame = ({ envelope_id = '', payload }) => waiting.get(envelope_id)?.((payload ?? {}) as Payload)
  return (type, payload, envelope_id = next('envelope-')) => {
    const started = performance.now()
    const socket = fake.nextSocket()
    if (!socket) return Promise.reject(new Error('dispatch_failed: the app has no socket'))
    socket.send(JSON.stringify({ envelope_id, type, accepts_response_payload: type !== 'events_api', payload }))
    return within(3_000, done => waiting.set(envelope_id, answer => done({ payload: answer, ms: performance.now() - started })))
  }
}

export type SignOptions = { readonly at?: number; readonly secret?: string; readonly url: string }

export function signedRequest(kind: Kind, payload: Payload, { at = Date.now(), secret = SIGNING_SECRET, url }: SignOptions): Request {
  const body =
    kind === 'events_api'
      ? JSON.stringify(payload)
      : new URLSearchParams(kind === 'interactive' ? { payload: JSON.stringify(payload) } : flat(payload)).toString()
  const timestamp = String(Math.floor(at / 1000))
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
  const type = kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded'
  return new Request(`${url}/slack/events`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature },
  })
}

const flat = (payload: Payload) => Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]))

export const overHttp =
  (url: string): Carrier =>
  async (kind, payload) => {
    const started = performance.now()
    const response = await fetch(signedRequest(kind, payload, { url }), { signal: AbortSignal.timeout(3_000) })
    const text = await response.text()
    if (!response.ok) throw new Error(`http ${response.status} ${text}`)
    return { payload: text.startsWith('{') ? JSON.parse(text) : {}, ms: performance.now() - started }
  }

const within = <T>(ms: number, begin: (done: (value: T) => void) => void) =>
  new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('operation_timeout: not acknowledged within three seconds')), ms)
    begin(value => {
      clearTimeout(timer)
      resolve(value)
    })
  })

export type Person = ReturnType<typeof makePerson>

export function makePerson(fake: FakeSlack, carry: Carrier, id: string, more: Payload = {}, channel = 'C0GENERAL') {
  if (!fake.users.has(id)) fake.users.set(id, makeUser(id, more))
  const room = fake.channels.get(channel) ?? { id: channel, members: new Set([BOT]) }
  room.members.add(id)
  fake.channels.set(channel, room)
  const nameOf = (where: string) => (where.startsWith('D') ? 'directmessage' : 'general')
  const trigger = () => {
    const trigger_id = next('trigger.')
    fake.triggers.set(trigger_id, { at: Date.now(), used: false })
    return trigger_id
  }
  const responseUrl = (where: string, thread?: string) => {
    const path = `/respond/${next('r')}`
    fake.replies.set(path, { channel: where, user: id, thread, used: 0 })
    return `${fake.base}${path}`
  }
  const user = { id, name: id.toLowerCase(), team_id: TEAM }
  const common = (where?: string, thread?: string) => ({
    team: { id: TEAM, domain: 'test' },
    user,
    api_app_id: 'A0PLENARY',
    token: 'legacy',
    trigger_id: trigger(),
    ...(where && { channel: { id: where, name: nameOf(where) }, response_url: responseUrl(where, thread) }),
  })
  const event = (inner: Payload, event_id = next('Ev')) =>
    carry('events_api', {
      type: 'event_callback',
      team_id: TEAM,
      api_app_id: 'A0PLENARY',
      event_id,
      event_time: 1,
      authorizations: [{ team_id: TEAM, is_bot: true }],
      event: inner,
    })
  const ts = () => `${1_700_000_000 + ++counter}.000200`
  return {
    id,
    channel,
    direct: direct(id),
    trigger,
    common,
    event,
    types(line: string, where = channel) {
      const [command = '', ...words] = line.split(' ')
      const escaped = words
        .join(' ')
        .split(/(<@U\w+(?:\|[^>]*)?>)/)
        .map((part, at) => (at % 2 === 1 ? part : part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')))
        .join('')
      const names = { team_id: TEAM, user_id: id, user_name: id.toLowerCase(), channel_id: where, channel_name: nameOf(where) }
      return carry('slash_commands', {
        command,
        text: escaped,
        ...names,
        trigger_id: trigger(),
        response_url: responseUrl(where),
        api_app_id: 'A0PLENARY',
      })
    },
    presses(
      button: { value: string; action_id: string },
      on: Shown | { viewId: string; metadata?: string; type?: string; root?: string; previous?: string },
    ) {
      const action = { type: 'button', block_id: 'b', action_ts: ts(), ...button }
      if ('viewId' in on) {
        const { viewId, metadata = '', type = 'modal', root = viewId, previous = null } = on
        const view = { id: viewId, type, private_metadata: metadata, root_view_id: root, previous_view_id: previous }
        return carry('interactive', {
          type: 'block_actions',
          ...common(),
          container: { type: 'view', view_id: viewId },
          view,
          actions: [action],
        })
      }
      const container = {
        type: 'message',
        message_ts: ts(),
        channel_id: on.channel,
        is_ephemeral: on.user !== undefined,
        ...(on.thread && { thread_ts: on.thread }),
      }
      return carry('interactive', { type: 'block_actions', ...common(on.channel, on.thread), container, actions: [action] })
    },
    submits(view: Record<string, unknown>, values: Readonly<Record<string, Payload>>) {
      const state = { values: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { answered: value }])) }
      const sent = {
        id: next('V'),
        type: 'modal',
        callback_id: view['callback_id'],
        private_metadata: view['private_metadata'],
        root_view_id: 'V',
        previous_view_id: null,
        state,
      }
      return carry('interactive', { type: 'view_submission', ...common(), view: sent, response_urls: [] })
    },
    searches(view: Record<string, unknown>, field: string, value: string) {
      const sent = { id: next('V'), type: 'modal', callback_id: view['callback_id'], private_metadata: view['private_metadata'] }
      return carry('interactive', {
        type: 'block_suggestion',
        ...common(),
        action_id: 'answered',
        block_id: field,
        value,
        view: sent,
        container: { type: 'view' },
      })
    },
    mentions(text: string, thread?: string, event_id?: string) {
      return event(
        {
          type: 'app_mention',
          user: id,
          text: `<@${BOT}> ${text}`,
          ts: ts(),
          channel,
          event_ts: ts(),
          ...(thread && { thread_ts: thread }),
        },
        event_id,
      )
    },
    writes(text: string, more: Payload = {}) {
      return event({ type: 'message', channel_type: 'im', user: id, text, ts: ts(), channel: direct(id), event_ts: ts(), ...more })
    },
    opensHome: () => event({ type: 'app_home_opened', user: id, channel: direct(id), tab: 'home', event_ts: ts() }),
    usesShortcut: (callback_id: string) => carry('interactive', { type: 'shortcut', ...common(), callback_id, action_ts: ts() }),
    usesMessageShortcut: (callback_id: string, text: string, thread?: string) =>
      carry('interactive', {
        type: 'message_action',
        ...common(channel),
        callback_id,
        action_ts: ts(),
        message_ts: ts(),
        message: { type: 'message', text, ts: ts(), ...(thread && { thread_ts: thread }) },
      }),
    /** What this person alone, or everybody, has been shown since the last look. */
    sees: () => fake.shown.filter(message => message.user === id || message.user === undefined),
  }
}
