/** Purpose: the stream of one channel: rows in order, days between them, the latest in sight unless one reads further up. */
import type { WireMe } from '../wire.ts'
import { type ChannelLog, type Item, isMessage, itemsOf } from './channel-log.ts'
import { el } from './el.ts'
import { icon } from './icons.ts'
import { keepRows, type Row } from './rows.ts'
import { whileBusy } from './show-buttons.ts'
import { showEmpty, showLoading, showTrouble } from './show-empty.ts'
import { showMessage } from './show-message.ts'
import { showPrivate } from './show-private.ts'
import { say } from './strings.ts'
import type { Tools } from './tools.ts'

export type Stream = {
  readonly node: HTMLElement
  update(log: ChannelLog): void
  /** Something new from others: followed if one is at the end, else offered. */
  mention(): void
  /** Brings a row into sight, its beginning first. */
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

const AT_END = 60
const JOINS = 5 * 60_000

export function makeStream(options: StreamOptions): Stream {
  const list = el('ol', { class: 'rows' })
  const before = el('div', { class: 'before' })
  const earlier = el('button', { type: 'button', class: 'button plain earlier', hidden: true }, say('page.earlier'))
  const scroller = el(
    'div',
    { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': say('page.messages', { channel: options.channelName }) },
    el('h2', { class: 'unseen' }, say('page.messages', { channel: options.channelName })),
    earlier,
    before,
    list,
  )
  const jumpWords = el('span', {}, say('page.latest'))
  const jump = el('button', { type: 'button', class: 'jump', hidden: true }, icon('down'), jumpWords)
  const rows = keepRows(list)
  let following = true

  const toEnd = () => {
    following = true
    scroller.scrollTop = scroller.scrollHeight
  }
  const showJump = (fresh: boolean) => {
    if (following) jump.classList.remove('is-new')
    else if (fresh) jump.classList.add('is-new')
    jump.hidden = following
    jumpWords.textContent = say(jump.classList.contains('is-new') ? 'page.new-messages' : 'page.latest')
  }
  scroller.addEventListener('scroll', () => {
    following = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < AT_END
    showJump(false)
  })
  jump.addEventListener('click', toEnd)
  // Pictures arrive, keyboards open: whoever was at the end stays there.
  const watch = new ResizeObserver(() => following && toEnd())
  watch.observe(list)
  watch.observe(scroller)
  earlier.addEventListener('click', () =>
    whileBusy(earlier, async () => {
      const fromEnd = scroller.scrollHeight - scroller.scrollTop
      await options.onEarlier()
      scroller.scrollTop = scroller.scrollHeight - fromEnd
    }),
  )

  return {
    node: el('div', { class: 'stream' }, scroller, jump),
    update(log) {
      const items = itemsOf(log)
      before.replaceChildren(...placeholder(log, items, options))
      rows.show(toRows(items, options))
      earlier.hidden = !log.more
      list.hidden = items.length === 0
      if (following) toEnd()
    },
    mention: () => (following ? toEnd() : showJump(true)),
    reveal(key) {
      const row = key === undefined ? undefined : rows.find(key)
      if (!row || row.offsetHeight < scroller.clientHeight - 24) {
        if (!row || row === list.lastElementChild) return toEnd()
        return row.scrollIntoView({ block: 'nearest' })
      }
      following = false
      scroller.scrollTop += row.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 12
    },
  }
}

function placeholder({ state }: ChannelLog, items: readonly Item[], { me, channelName, onTry, onReload }: StreamOptions): HTMLElement[] {
  if (state === 'loading' || state === 'unread') return items.length === 0 ? [showLoading()] : []
  if (state !== 'loaded') return [showTrouble(state, onReload)]
  return items.length === 0 ? [showEmpty(channelName, me.examples, onTry)] : []
}

function toRows(items: readonly Item[], { me, tools }: StreamOptions): Row[] {
  let day = ''
  let last: Item | undefined
  return items.flatMap(item => {
    const at = isMessage(item) ? item.sentAt : item.at
    const words = tools.clock.day(at)
    const opens = words !== day
    const joined = !opens && joins(last, item)
    day = words
    last = item
    return [...(opens ? [dayRow(words, at)] : []), itemRow(item, joined, me, tools)]
  })
}

const dayRow = (words: string, at: number): Row => ({
  key: `day ${at}`,
  source: [words],
  make: () => el('li', { class: 'day' }, el('span', {}, words)),
})

const itemRow = (item: Item, joined: boolean, me: WireMe, tools: Tools): Row => ({
  key: isMessage(item) ? String(item.id) : item.key,
  source: [item, joined],
  make: () => (isMessage(item) ? showMessage(item, joined, tools) : showPrivate(item, me.name, tools)),
})

function joins(last: Item | undefined, item: Item): boolean {
  if (!last || !isMessage(last) || !isMessage(item) || item.author.plenary) return false
  return (
    last.author.name === item.author.name &&
    last.author.you === item.author.you &&
    !last.author.plenary &&
    item.sentAt - last.sentAt < JOINS
  )
}
