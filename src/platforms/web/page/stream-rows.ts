/** Purpose: a channel's items as rows: days between them, and one name for what a person said in one go. */
import type { WireMe } from '../wire.ts'
import { type Item, isMessage } from './channel-log.ts'
import { el } from './el.ts'
import type { Row } from './rows.ts'
import { showMessage } from './show-message.ts'
import { showPrivate } from './show-private.ts'
import type { Tools } from './tools.ts'

const JOINS = 5 * 60_000

export function toRows(items: readonly Item[], me: WireMe, tools: Tools): Row[] {
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
  if (!last || !isMessage(last) || !isMessage(item) || item.author.plenary || last.author.plenary) return false
  return last.author.name === item.author.name && last.author.you === item.author.you && item.sentAt - last.sentAt < JOINS
}
