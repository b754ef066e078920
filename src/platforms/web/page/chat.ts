/** Purpose: put the parts of the chat on the page and keep them together: what happens in one shows in the others. */
import type { WireMessage } from '../wire.ts'
import { type Actions, makeActions, type Shower } from './act.ts'
import { makeClock } from './clock.ts'
import { el } from './el.ts'
import { openForm } from './form-dialog.ts'
import { makeHead } from './head.ts'
import { nameWindow } from './name-window.ts'
import { plainText } from './plain-text.ts'
import { makeRoom, type Room } from './room.ts'
import type { Session } from './session.ts'
import { showLine } from './show-line.ts'
import { showText } from './show-text.ts'
import { channelAddress, channelOfAddress, makeSide, type Side } from './side.ts'
import { say } from './strings.ts'
import type { Toasts } from './toasts.ts'
import type { Tools } from './tools.ts'

export type Changes = {
  /** The visitor's language has changed: the page is shown anew. */
  onLanguage(): void
  onPersona(id: string): void
  onSignOut(): void
  onSignedOut(): void
}
/** The chat as it stands on the page; `room` is another one after every change of channel. */
type Chat = {
  readonly session: Session
  readonly toasts: Toasts
  readonly changes: Changes
  readonly frame: HTMLElement
  readonly banner: HTMLElement
  readonly side: Side
  readonly actions: Actions
  readonly tools: Tools
  room: Room | undefined
}

/** Gives back how to take it away again. */
export function showChat(session: Session, toasts: Toasts, changes: Changes): () => void {
  const leaving = new AbortController()
  const chat = makeChat(session, toasts, changes, leaving.signal)
  session.watcher = {
    onLog: id => id === session.channel && chat.room?.stream.update(session.log(id)),
    onMessage: message => meet(chat, message),
    onChannels: () => meetChannels(chat),
    onLine: () => showLine(chat.banner, () => session.online),
    onSignedOut: changes.onSignedOut,
  }
  enterRoom(chat)
  document.querySelector('#app')?.replaceChildren(skipLink(chat), chat.frame)
  settle(chat)
  addEventListener('hashchange', () => followAddress(chat), leaving)
  document.addEventListener('visibilitychange', () => nameWindow(chat.room?.name ?? '', false), leaving)
  return () => leaving.abort()
}

function makeChat(session: Session, toasts: Toasts, changes: Changes, signal: AbortSignal): Chat {
  const clock = makeClock(session.me.language, session.me.zone)
  const shower: Shower = {
    reveal: key => chat.room?.stream.reveal(key),
    tell: text => toasts.tell(showText(text, tools)),
    complain: text => toasts.complain(showText(text, tools)),
    fail: (why, again) => toasts.complain(say(`page.failed-${why}`), again),
    announce: text => toasts.announce(plainText(text, clock)),
    openForm: (form, owner) => openForm({ form, clock, announce: toasts.announce, send: actions.submit(form, owner) }),
    relearn: changes.onLanguage,
  }
  const actions = makeActions(session, shower)
  const tools: Tools = {
    clock,
    press: actions.press,
    use: line => chat.room?.composer.fill(line),
    retry: actions.retry,
    edit(item) {
      actions.remove(item)
      chat.room?.composer.fill(item.line)
    },
    remove(item) {
      actions.remove(item)
      if (matchMedia('(pointer: fine)').matches) chat.room?.composer.focus()
    },
  }
  const frame = el('div', { class: 'chat' })
  const banner = el('div', { class: 'banner', role: 'status' })
  const chat: Chat = {
    session,
    toasts,
    changes,
    frame,
    banner,
    side: makeSide(session.me.channels, signal),
    actions,
    tools,
    room: undefined,
  }
  return chat
}

function enterRoom(chat: Chat): void {
  const { session, toasts, changes, frame, banner, side, actions, tools } = chat
  session.unread.delete(session.channel)
  const room = makeRoom(session, { tools, actions, announce: toasts.announce })
  const head = makeHead({
    me: session.me,
    channel: room.name,
    onSide: side.open,
    onLanguage: language => actions.say(`/my language ${language}`),
    onPersona: changes.onPersona,
    onSignOut: changes.onSignOut,
  })
  chat.room = room
  frame.replaceChildren(side.node, head, banner, room.node)
  side.update(session.channel, session.unread)
  nameWindow(room.name, false)
}

/** On a phone the cursor would bring up the keyboard, so it waits for a touch. */
function settle({ room }: Chat): void {
  room?.stream.reveal()
  if (matchMedia('(pointer: fine)').matches) room?.composer.focus()
}

function meet({ session, toasts, side, room, tools }: Chat, { author, channel, reply }: WireMessage): void {
  side.update(session.channel, session.unread)
  if (document.hidden && !author.you) nameWindow(room?.name ?? '', true)
  if (channel !== session.channel) return
  if (author.you) room?.stream.reveal()
  else {
    room?.stream.mention()
    toasts.announce(`${author.name}: ${plainText(reply.text, tools.clock)}`)
  }
}

/** Whose channel is gone stands in the first one. */
function meetChannels(chat: Chat): void {
  const { session, side } = chat
  const { channels } = session.me
  side.list(channels)
  const first = channels[0]
  side.update(session.channel, session.unread)
  if (!first || channels.some(({ id }) => id === session.channel)) return
  session.channel = first.id
  history.replaceState(null, '', channelAddress(first.id))
  enterRoom(chat)
  settle(chat)
}

function followAddress(chat: Chat): void {
  const { session } = chat
  const asked = session.me.channels.find(({ id }) => id === channelOfAddress())
  if (!asked || asked.id === session.channel) return
  session.channel = asked.id
  enterRoom(chat)
  settle(chat)
}

function skipLink(chat: Chat): HTMLElement {
  const link = el('a', { class: 'skip', href: '#composer' }, say('page.skip'))
  link.addEventListener('click', event => {
    event.preventDefault()
    chat.room?.composer.focus()
  })
  return link
}
