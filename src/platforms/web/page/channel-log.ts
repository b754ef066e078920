/** Purpose: what is in one channel's stream: messages that all see, and between them what only this visitor sees. */

import type { WireMessage, WireReply } from '../wire.ts'
import type { Asked, Messages, Why } from './api.ts'
import { isForPlenary } from './for-plenary.ts'

/** Something that the visitor asked, and Plenary's private answer. `after` is the last message there was when it was asked. */
export type PrivateItem = {
  readonly key: string
  readonly after: number
  readonly at: number
  readonly line: string
  readonly asked: Asked
  readonly state: 'waiting' | 'sent' | 'failed' | 'done'
  readonly why?: Why
  readonly reply?: WireReply
}
/** Asked before the stream was there; it gets its place when the stream comes. */
const NOT_YET = -1
/** How far the clocks of the browser and the server may be apart, in milliseconds. */
const SKEW = 60_000

export type Item = WireMessage | PrivateItem

export type ChannelLog = {
  readonly messages: readonly WireMessage[]
  readonly privates: readonly PrivateItem[]
  /** Whether the server has earlier messages. */
  readonly more: boolean
  readonly state: 'unread' | 'loading' | 'loaded' | Why
}

export const isMessage = (item: Item): item is WireMessage => 'author' in item
export const isChat = ({ asked }: PrivateItem) => asked.path === 'say' && !isForPlenary(asked.body.line)
/** A confirmation: nothing to read twice, nothing to press. */
export const isSmall = ({ cards, buttons, pictures, files }: WireReply) =>
  cards.length + buttons.length + pictures.length + files.length === 0

/** With messages from a page or an event; each one once, in their order. */
export function withMessages(log: ChannelLog, messages: readonly WireMessage[]): ChannelLog {
  const byId = new Map([...log.messages, ...messages].map(message => [message.id, message]))
  const privates = messages.reduce(withoutArrived, log.privates)
  return { ...log, messages: [...byId.values()].sort((one, other) => one.id - other.id), privates }
}

/** With the latest page: joined to what is known where they touch; else what lies before a hole is left out. */
export function withLatest(log: ChannelLog, { messages, more }: Messages): ChannelLog {
  const [first, last] = [messages[0]?.id ?? 0, messages.at(-1)?.id ?? 0]
  const joins = log.state === 'loaded' && (!more || log.messages.some(({ id }) => id >= first))
  const start = joins ? log : { ...log, more, messages: log.messages.filter(({ id }) => id > last) }
  const loaded = withMessages(start, messages)
  const anchored = loaded.privates.map(item => (item.after === NOT_YET ? { ...item, after: lastId(loaded) } : item))
  return { ...loaded, privates: anchored, state: 'loaded' }
}

/** Where something belongs that is asked now. */
export const nowIn = (log: ChannelLog) => (log.state === 'loaded' ? lastId(log) : NOT_YET)

export const lastId = ({ messages }: ChannelLog) => messages.at(-1)?.id ?? 0

/** Everything in reading order. What was asked before the earliest message that is loaded waits for its neighbours. */
export function itemsOf({ messages, privates, more }: ChannelLog): Item[] {
  const first = more ? (messages[0]?.id ?? 0) : NOT_YET
  const left = privates.filter(({ after }) => after >= first)
  const items: Item[] = left.filter(({ after }) => after < (messages[0]?.id ?? Number.POSITIVE_INFINITY))
  messages.forEach((message, at) => {
    const next = messages[at + 1]?.id ?? Number.POSITIVE_INFINITY
    items.push(message, ...left.filter(({ after }) => after >= message.id && after < next))
  })
  return items
}

/** The visitor's own words have come back as a message: the copy that waited for it goes. Older equal words are others. */
function withoutArrived(privates: readonly PrivateItem[], { id, sentAt, author, reply }: WireMessage): readonly PrivateItem[] {
  if (!author.you) return privates
  const same = privates.filter(
    item => isChat(item) && item.line === reply.text && (item.after === NOT_YET ? sentAt > item.at - SKEW : id > item.after),
  )
  const arrived = same.find(({ state }) => state !== 'failed') ?? same[0]
  return arrived ? privates.filter(item => item !== arrived) : privates
}

export const withItem = (log: ChannelLog, item: PrivateItem): ChannelLog => {
  const known = log.privates.some(({ key }) => key === item.key)
  return { ...log, privates: known ? log.privates.map(other => (other.key === item.key ? item : other)) : [...log.privates, item] }
}

export const withoutItem = (log: ChannelLog, item: PrivateItem): ChannelLog => ({
  ...log,
  privates: log.privates.filter(({ key }) => key !== item.key),
})

/** The message itself may have come back before; then there is nothing left to mark. */
export const markSent = (log: ChannelLog, item: PrivateItem): ChannelLog => ({
  ...log,
  privates: log.privates.map(other => (other.key === item.key ? { ...other, state: 'sent' } : other)),
})
