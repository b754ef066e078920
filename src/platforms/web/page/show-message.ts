/** Purpose: one message that all in the channel see, with who said it and when. */
import type { WireMessage } from '../wire.ts'
import { type Child, el } from './el.ts'
import { icon } from './icons.ts'
import { showReply } from './show-reply.ts'
import { say } from './strings.ts'
import type { Tools } from './tools.ts'

/** `joined` messages go on right below the same person's last one, without the name again. */
export function showMessage({ author, sentAt, reply, onlyYou }: WireMessage, joined: boolean, tools: Tools): HTMLElement {
  const time = showTime(sentAt, tools)
  return el(
    'li',
    { class: `row message${joined ? ' is-joined' : ''}` },
    el('div', { class: 'margin' }, joined ? time : showFace(author)),
    el(
      'div',
      { class: 'row-body' },
      el('div', { class: joined ? 'unseen' : 'by' }, showAuthor(author), onlyYou && showOnlyYou(), !joined && time),
      showReply(reply, undefined, tools),
    ),
  )
}

export const showTime = (at: number, { clock }: Tools) =>
  el('time', { class: 'time', datetime: new Date(at).toISOString(), title: clock.exact(at) }, clock.time(at))

/** Plenary's mark, or the first letter of a name. */
export const showFace = ({ name, plenary }: { readonly name: string; readonly plenary: boolean }): HTMLElement =>
  plenary
    ? el('img', { class: 'face', src: '/page/mark.svg', alt: '', width: 36, height: 36 })
    : el('span', { class: 'face', 'aria-hidden': 'true', 'data-tint': tintOf(name) }, initial(name))

const showAuthor = ({ name, sharedBy }: WireMessage['author']): Child => [
  el('span', { class: 'author', dir: 'auto' }, name),
  sharedBy !== undefined && el('span', { class: 'shared', dir: 'auto' }, say('page.shared-by', { name: sharedBy })),
]

const showOnlyYou = (): Child => el('span', { class: 'only-you' }, icon('private'), say('page.only-you'))

const initial = (name: string) => [...name.trim()][0]?.toLocaleUpperCase() ?? '?'

/** Always the same tint for the same name, one of six. */
const tintOf = (name: string) => [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997, 7) % 6
