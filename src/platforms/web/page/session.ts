/** Purpose: what one visitor's open page knows: channels, their streams, what is new, and whether the line to the server is up. */
import type { WireMe, WireMessage } from '../wire.ts'
import { askMessages, whyOf } from './api.ts'
import { type ChannelLog, lastId, withLatest, withMessages } from './channel-log.ts'
import { followEvents } from './follow-events.ts'
import { keepPrivates, keptPrivates } from './kept.ts'

/** What the shown page is told when something changes. */
export type Watcher = {
  onLog(channel: string): void
  onMessage(message: WireMessage): void
  onChannels(): void
  onLine(): void
  onSignedOut(): void
}
export type Session = {
  me: WireMe
  /** A name for this visitor that does not change with the language. */
  readonly who: string
  channel: string
  online: boolean
  readonly unread: Set<string>
  /** What was written here, the latest last, to be recalled. */
  readonly said: string[]
  watcher: Watcher | undefined
  log(channel: string): ChannelLog
  change(channel: string, how: (log: ChannelLog) => ChannelLog): void
  load(channel: string): Promise<void>
  loadEarlier(channel: string): Promise<void>
  stop(): void
}

export function startSession(me: WireMe, channel: string): Session {
  const stopping = new AbortController()
  const logs = new Map<string, ChannelLog>()
  let seen: number | undefined
  const who = me.personas.length > 0 ? me.role : me.name
  const session: Session = {
    me,
    who,
    channel,
    online: true,
    unread: new Set(),
    said: [],
    watcher: undefined,
    log: id => logs.get(id) ?? { messages: [], privates: keptPrivates(who, id), more: false, state: 'unread' },
    change(id, how) {
      const before = session.log(id)
      const after = how(before)
      logs.set(id, after)
      if (after.privates !== before.privates) keepPrivates(who, id, after.privates)
      session.watcher?.onLog(id)
    },
    load: id => load(session, id),
    loadEarlier: id => loadEarlier(session, id),
    stop: () => stopping.abort(),
  }
  void followEvents({
    signal: stopping.signal,
    after: () => seen,
    async onOpen() {
      setLine(session, true)
      if (seen !== undefined) return
      // Without a last id the server resumes nothing, so the streams that are shown are asked for again.
      await Promise.all([...logs.keys()].map(id => session.load(id)))
      const latest = Math.max(...[...logs.values()].map(lastId))
      if (latest > 0) seen ??= latest
    },
    onMessage(message) {
      seen = Math.max(seen ?? 0, message.id)
      receive(session, message)
    },
    onChannels: channels => learnChannels(session, channels),
    onBreak: () => setLine(session, false),
    onSignedOut: () => session.watcher?.onSignedOut(),
  })
  return session
}

function receive(session: Session, message: WireMessage): void {
  const { state } = session.log(message.channel)
  if (message.channel !== session.channel) session.unread.add(message.channel)
  if (state === 'loaded' || state === 'loading') session.change(message.channel, log => withMessages(log, [message]))
  session.watcher?.onMessage(message)
}

/** A channel that is new has a dot until it is looked at. */
function learnChannels(session: Session, channels: WireMe['channels']): void {
  const known = new Set(session.me.channels.map(({ id }) => id))
  if (known.size === channels.length && channels.every(({ id }) => known.has(id))) return
  for (const { id } of channels) if (!known.has(id)) session.unread.add(id)
  session.me = { ...session.me, channels }
  session.watcher?.onChannels()
}

function setLine(session: Session, online: boolean): void {
  session.online = online
  session.watcher?.onLine()
}

async function load(session: Session, channel: string): Promise<void> {
  const { state } = session.log(channel)
  if (state !== 'loaded') session.change(channel, log => ({ ...log, state: 'loading' }))
  try {
    const page = await askMessages(channel)
    session.change(channel, log => withLatest(log, page))
  } catch (failure) {
    if (whyOf(failure) === 'signed-out') session.watcher?.onSignedOut()
    else if (state !== 'loaded') session.change(channel, log => ({ ...log, state: whyOf(failure) }))
  }
}

async function loadEarlier(session: Session, channel: string): Promise<void> {
  const page = await askMessages(channel, session.log(channel).messages[0]?.id)
  session.change(channel, log => ({ ...withMessages(log, page.messages), more: page.more }))
}
