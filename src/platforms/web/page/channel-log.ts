/** Purpose: what is in one channel's stream: messages that all see, and between them what only this visitor sees. */
import type { WireMessage, WireReply } from '../wire.ts'
import type { Asked, Why } from './api.ts'

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
export type Item = WireMessage | PrivateItem

export type ChannelLog = {
  readonly messages: readonly WireMessage[]
  readonly privates: readonly PrivateItem[]
  /** Whether the server has earlier messages. */
  readonly more: boolean
  readonly state: 'unread' | 'loading' | 'loaded' | Why
}

export const isMessage = (item: Item): item is WireMessage => 'author' in item
export const isChat = ({ asked }: PrivateItem) => asked.path === 'say' && !asked.body.line.startsWith('/')
/** A confirmation: nothing to read twice, nothing to press. */
export const isSmall = ({ cards, buttons, pictures, files }: WireReply) =>
  cards.length + buttons.length + pictures.length + files.length === 0

/** With messages from a page or an event; each one once, in their order. */
export function withMessages(log: ChannelLog, messages: readonly WireMessage[]): ChannelLog {
  const byId = new Map([...log.messages, ...messages].map(message => [message.id, message]))
  const privates = messages.reduce(withoutArrived, log.privates)
  return { ...log, messages: [...byId.values()].sort((one, other) => one.id - other.id), privates }
}

export const lastId = ({ messages }: ChannelLog) => messages.at(-1)?.id ?? 0

/** Everything in reading order. What was asked before the earliest message that is loaded waits for its neighbours. */
export function itemsOf({ messages, privates, more }: ChannelLog): Item[] {
  const first = more ? (messages[0]?.id ?? 0) : 0
  const left = privates.filter(({ after }) => after >= first)
  const items: Item[] = left.filter(({ after }) => after < (messages[0]?.id ?? Number.POSITIVE_INFINITY))
  messages.forEach((message, at) => {
    const next = messages[at + 1]?.id ?? Number.POSITIVE_INFINITY
    items.push(message, ...left.filter(({ after }) => after >= message.id && after < next))
  })
  return items
}

/** The visitor's own words have come back as a message: the copy that waited for it goes. */
function withoutArrived(privates: readonly PrivateItem[], { author, reply }: WireMessage): readonly PrivateItem[] {
  if (!author.you) return privates
  const at = privates.findIndex(item => isChat(item) && item.state !== 'done' && item.line.trim() === reply.text)
  return at < 0 ? privates : privates.toSpliced(at, 1)
}
