/** Purpose: as much of Slack as a slash command over Socket Mode needs. */
import { type WebSocket, WebSocketServer } from 'ws'
import { type Command, closeAll, type FakeChat, type Guest, makeHall, serve } from './fake-chat.ts'
import { makeWaiting } from './waiting.ts'

const TEAM = 'T0BENCH'
/** So many people take turns. */
const PEOPLE = 50

export async function startFakeSlack(): Promise<FakeChat> {
  const hall = makeHall()
  const waiting = makeWaiting()
  const { server, host } = await serve((path, body, { headers }) => {
    if (path.startsWith('/respond/')) {
      waiting.answered(path.slice('/respond/'.length))
      return 'ok'
    }
    if (path.startsWith('/api/chat.')) waiting.answered(new URLSearchParams(body).get('thread_ts') ?? '')
    return JSON.stringify(callMethod(path, body, headers.authorization ?? '', host))
  })
  const hub = new WebSocketServer({ server })
  hub.on('connection', (socket: WebSocket, { url = '' }) => {
    socket.on('message', data => waiting.acknowledged(JSON.parse(String(data)).envelope_id))
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, debug_info: { approximate_connection_time: 18_060 } }))
    hall.enter(url.slice('/link/'.length), socket)
  })
  const guest = (who: string): Guest => ({
    settings: { SLACK_BOT_TOKEN: `xoxb-${who}`, SLACK_APP_TOKEN: `xapp-${who}`, SLACK_API_URL: `http://${host}/api/` },
    connected: () => hall.waitFor(who),
    ask: command => waiting.begin(id => hall.socketOf(who).send(JSON.stringify(envelope(id, command, host)))),
  })
  return { guest, close: () => closeAll(hub, server) }
}

function callMethod(path: string, body: string, authorization: string, host: string): object {
  const method = path.slice('/api/'.length)
  if (method === 'apps.connections.open') return { ok: true, url: `ws://${host}/link/${authorization.replace('Bearer xapp-', '')}` }
  if (method === 'users.info') return { ok: true, user: makeUser(new URLSearchParams(body).get('user') ?? '') }
  return { ok: true, user_id: 'U0BOT', bot_id: 'B0BOT', team_id: TEAM, team: 'Bench', channel: { id: 'D0BENCH' }, ts: '1.1' }
}

const makeUser = (id: string) => ({
  ...{ id, team_id: TEAM, tz: 'Europe/Lisbon', locale: 'en-GB', is_admin: false, is_owner: false, is_restricted: false },
  profile: { display_name: id.toLowerCase(), real_name: id },
})

let asked = 0
function envelope(id: string, command: Command, host: string): object {
  if (command.way) return { envelope_id: id, type: 'events_api', accepts_response_payload: false, payload: message(id, command) }
  const { name, words } = command
  const user_id = `U0BENCH${asked++ % PEOPLE}`
  const payload = {
    ...{ token: 'legacy', team_id: TEAM, team_domain: 'bench', channel_id: 'C0BENCH', channel_name: 'general' },
    ...{
      user_id,
      user_name: user_id.toLowerCase(),
      command: `/${name}`,
      text: words,
      api_app_id: 'A0BENCH',
      is_enterprise_install: 'false',
    },
    response_url: `http://${host}/respond/${id}`,
    trigger_id: `${id}.trigger`,
  }
  return { envelope_id: id, type: 'slash_commands', accepts_response_payload: true, payload }
}

/** In a thread, by which its answer is known. */
function message(id: string, { name, words, way }: Command): object {
  const user = `U0BENCH${asked++ % PEOPLE}`
  const [ts, line] = [`${1_700_000_000 + asked}.000100`, `${name} ${words}`]
  const event =
    way === 'direct'
      ? { type: 'message', channel_type: 'im', channel: `D${user}`, user, text: line, ts, thread_ts: id }
      : { type: 'app_mention', channel: 'C0BENCH', user, text: `<@U0BOT> ${line}`, ts, thread_ts: id }
  const known = { token: 'legacy', team_id: TEAM, api_app_id: 'A0BENCH', event_id: `Ev${id}`, event_time: 1_700_000_000 }
  return { ...known, type: 'event_callback', authorizations: [{ team_id: TEAM, user_id: 'U0BOT', is_bot: true }], event }
}
