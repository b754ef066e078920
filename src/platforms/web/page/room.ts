/** Purpose: one channel on the page: its stream and the place to write. */
import type { Actions } from './act.ts'
import { type Composer, makeComposer } from './composer.ts'
import { el } from './el.ts'
import { keepDraft, keptDraft } from './kept.ts'
import type { Session } from './session.ts'
import { makeStream, type Stream } from './stream.ts'
import type { Tools } from './tools.ts'

export type Room = { readonly node: HTMLElement; readonly name: string; readonly stream: Stream; readonly composer: Composer }
export type RoomParts = { readonly tools: Tools; readonly actions: Actions; readonly announce: (words: string) => void }

export function makeRoom(session: Session, { tools, actions, announce }: RoomParts): Room {
  const { me, channel, who } = session
  const name = me.channels.find(({ id }) => id === channel)?.name ?? channel
  const speak = (line: string) => {
    session.said.push(line)
    actions.say(line)
  }
  const stream = makeStream({
    me,
    channelName: name,
    tools,
    onTry: speak,
    onEarlier: () => session.loadEarlier(channel),
    onReload: () => void session.load(channel),
  })
  const composer = makeComposer({
    channel,
    name,
    draft: keptDraft(who, channel),
    said: () => saidIn(session, channel),
    onSend: speak,
    onReplaced: text => void session.said.push(text),
    onDraft: text => keepDraft(who, channel, text),
    announce,
  })
  stream.update(session.log(channel))
  if (session.log(channel).state !== 'loaded') void session.load(channel)
  return { node: el('main', { class: 'main' }, stream.node, composer.node), name, stream, composer }
}

/** Also what was said before a reload; the same line twice in a row once. */
function saidIn(session: Session, channel: string): string[] {
  const before = session.log(channel).privates.flatMap(({ asked, line }) => (asked.path === 'say' ? [line] : []))
  return [...before, ...session.said].filter((line, at, lines) => line !== lines[at + 1])
}
