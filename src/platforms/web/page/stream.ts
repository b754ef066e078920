/** Purpose: the stream of one channel: rows in order, the latest in sight unless one reads further up, earlier ones on demand. */
import type { WireMe } from '../wire.ts'
import { type ChannelLog, itemsOf } from './channel-log.ts'
import { el } from './el.ts'
import { followEnd } from './follow-end.ts'
import { keepRows } from './rows.ts'
import { whileBusy } from './show-buttons.ts'
import { showEmpty, showLoading, showTrouble } from './show-empty.ts'
import { toRows } from './stream-rows.ts'
import { say } from './strings.ts'
import type { Tools } from './tools.ts'

export type Stream = {
  readonly node: HTMLElement
  update(log: ChannelLog): void
  /** Something new from others. */
  mention(): void
  /** Brings a row into sight, or with no key the end. */
  reveal(key?: string): void
}
export type StreamOptions = {
  readonly me: WireMe
  readonly channelName: string
  readonly tools: Tools
  onTry(line: string): void
  onEarlier(): Promise<void>
  onReload(): void
}

export function makeStream(options: StreamOptions): Stream {
  const list = el('ol', { class: 'rows' })
  const before = el('div', { class: 'before' })
  const earlier = el('button', { type: 'button', class: 'button plain earlier', hidden: true }, say('page.earlier'))
  const scroller = makeScroller(options.channelName, [earlier, before, list])
  const rows = keepRows(list)
  const end = followEnd(scroller, list)
  earlier.addEventListener('click', () => whileBusy(earlier, () => keepingPlace(scroller, options.onEarlier)))
  return {
    node: el('div', { class: 'stream' }, scroller, end.jump),
    mention: end.mention,
    update(log) {
      const made = toRows(itemsOf(log), options.me, options.tools)
      before.replaceChildren(...placeholder(log, made.length === 0, options))
      rows.show(made)
      earlier.hidden = !log.more
      list.hidden = made.length === 0
      if (end.isFollowing()) end.toEnd()
    },
    reveal(key) {
      const row = key === undefined ? undefined : rows.find(key)
      if (row) end.reveal(row)
      else end.toEnd()
    },
  }
}

function makeScroller(channel: string, children: readonly HTMLElement[]): HTMLElement {
  const name = say('page.messages', { channel })
  const heading = el('h2', { class: 'unseen' }, name)
  return el('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': name }, heading, children)
}

/** What grows above must not move what one reads. */
async function keepingPlace(scroller: HTMLElement, grow: () => Promise<void>): Promise<void> {
  const fromEnd = scroller.scrollHeight - scroller.scrollTop
  await grow()
  scroller.scrollTop = scroller.scrollHeight - fromEnd
}

function placeholder({ state }: ChannelLog, isEmpty: boolean, { me, channelName, onTry, onReload }: StreamOptions): HTMLElement[] {
  if (state === 'loading' || state === 'unread') return isEmpty ? [showLoading()] : []
  if (state !== 'loaded') return [showTrouble(state, onReload)]
  return isEmpty ? [showEmpty(channelName, me.examples, onTry)] : []
}
