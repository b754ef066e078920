/** Purpose: put the parts of the chat on the page and keep them together: what happens in one shows in the others. */
import type { Text } from '../../../reply.ts'
import type { WireMessage } from '../wire.ts'
import { makeActions, type Shower } from './act.ts'
import { makeClock } from './clock.ts'
import { el } from './el.ts'
import { openForm } from './form-dialog.ts'
import { makeHead } from './head.ts'
import { plainText } from './plain-text.ts'
import { makeRoom, type Room } from './room.ts'
import type { Session } from './session.ts'
import { showText } from './show-text.ts'
import { channelOfAddress, makeSide } from './side.ts'
import { say } from './strings.ts'
import type { Toasts } from './toasts.ts'
import type { Tools } from './tools.ts'

export type Changes = {
  /** The visitor's language has changed: the page is shown anew. */
  onLanguage(): void
  onPersona(id: string): void
  onSignedOut(): void
}

/** Gives back how to take it away again. */
export function showChat(session: Session, toasts: Toasts, changes: Changes): () => void {
  const leaving = new AbortController()
  const { me } = session
  const clock = makeClock(me.language, me.zone)
  const words = (text: Text) => plainText(text, clock)
  const banner = el('div', { class: 'banner', role: 'status' })
  const side = makeSide(me.channels, leaving.signal)
  const frame = el('div', { class: 'chat' })
  let room: Room

  const shower: Shower = {
    reveal: key => room.stream.reveal(key),
    tell: text => toasts.tell(showText(text, tools)),
    complain: text => toasts.complain(showText(text, tools)),
    fail: (why, again) => toasts.complain(say(`page.failed-${why}`), again),
    announce: text => toasts.announce(words(text)),
    openForm: (form, owner) => openForm({ form, clock, announce: toasts.announce, send: actions.submit(form, owner) }),
    speak: changes.onLanguage,
  }
  const actions = makeActions(session, shower)
  const tools: Tools = {
    clock,
    press: actions.press,
    use: line => room.composer.fill(line),
    retry: actions.retry,
    edit(item) {
      actions.remove(item)
      room.composer.fill(item.line)
    },
    remove(item) {
      actions.remove(item)
      room.composer.focus()
    },
  }
  const enterRoom = () => {
    session.unread.delete(session.channel)
    room = makeRoom(session, { tools, actions, announce: toasts.announce })
    const head = makeHead({
      me,
      channel: room.name,
      onSide: side.open,
      onLanguage: language => actions.say(`/my language ${language}`),
      onPersona: changes.onPersona,
    })
    frame.replaceChildren(side.node, head, banner, room.node)
    side.update(session.channel, session.unread)
    nameWindow(room.name, false)
    room.stream.reveal()
    if (matchMedia('(pointer: fine)').matches) room.composer.focus()
  }
  const meet = (message: WireMessage) => {
    side.update(session.channel, session.unread)
    if (document.hidden && !message.author.you) nameWindow(room.name, true)
    if (message.channel !== session.channel) return
    if (message.author.you) return room.stream.reveal()
    room.stream.mention()
    toasts.announce(`${message.author.name}: ${words(message.reply.text)}`)
  }

  session.watcher = {
    onLog: channel => channel === session.channel && room.stream.update(session.log(channel)),
    onMessage: meet,
    onLine: () => showLine(banner, () => session.online),
    onSignedOut: changes.onSignedOut,
  }
  const follow = () => {
    const asked = channelOfAddress()
    if (asked === session.channel || !me.channels.some(({ id }) => id === asked)) return
    session.channel = asked ?? session.channel
    enterRoom()
  }
  addEventListener('hashchange', follow, leaving)
  document.addEventListener('visibilitychange', () => nameWindow(room.name, false), leaving)
  enterRoom()
  document.querySelector('#app')?.replaceChildren(
    skipLink(() => room.composer.focus()),
    frame,
  )
  room.stream.reveal()
  return () => leaving.abort()
}

function skipLink(onSkip: () => void): HTMLElement {
  const link = el('a', { class: 'skip', href: '#composer' }, say('page.skip'))
  link.addEventListener('click', event => {
    event.preventDefault()
    onSkip()
  })
  return link
}

function nameWindow(channel: string, news: boolean): void {
  document.title = `${news ? '• ' : ''}${channel} · Plenary`
}

/** A short break is nobody's business; a longer one is said. */
function showLine(banner: HTMLElement, online: () => boolean): void {
  if (online()) return banner.replaceChildren()
  setTimeout(() => {
    if (!online() && banner.childElementCount === 0) banner.append(el('p', {}, el('span', { class: 'pulse' }), say('page.reconnecting')))
  }, 1200)
}
