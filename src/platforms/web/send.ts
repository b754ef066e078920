/** Purpose: post to a channel of the web chat, and tell every open page, also when another process posted. */
import type { Address } from '../../address.ts'
import type { Database } from '../../database/open.ts'
import { Refused, type SendOptions } from '../../messenger.ts'
import type { Reply } from '../../reply.ts'
import { channelsMark } from './channels-store.ts'
import { renderReply } from './render.ts'
import { addMessage, channelExists, lastMessageId, type MessageRow, readChannels, readMessagesAfter } from './web-store.ts'

export const PLENARY = 'plenary'
const BATCH = 200
/** How often to look for what other processes posted, in milliseconds. */
const LOOK_EVERY = 2000

export type Listener = (message: MessageRow) => void
export type Post = {
  readonly channel: string
  readonly reply: Reply
  readonly by?: { readonly id: string; readonly name: string }
  readonly key?: string | undefined
  /** The only one who sees it. */
  readonly forId?: string | undefined
}
export type Board = {
  /** A person's words, or Plenary's (then `by` is who shared it). */
  post(post: Post & { readonly plenary: boolean }): Promise<number | undefined>
  listen(listener: Listener): () => void
  /** Hears when there may be other channels, for whomever. */
  listenToChannels(listener: () => void): () => void
  readonly closed: AbortSignal
  close(): void
}

export async function openBoard(db: Database, now: () => Temporal.Instant): Promise<Board> {
  const listeners = new Set<Listener>()
  const channelListeners = new Set<() => void>()
  const closing = new AbortController()
  let last = await lastMessageId(db)
  let mark = await channelsMark(db)
  let looking: Promise<void> | undefined
  const look = async () => {
    for (const message of await readMessagesAfter(db, last, BATCH)) {
      last = Math.max(last, message.id)
      for (const listener of listeners) listener(message)
    }
    const before = mark
    mark = await channelsMark(db)
    if (mark !== before) for (const listener of channelListeners) listener()
  }
  const lookOnce = () => {
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking
  }
  // A database that is away for a moment is asked again at the next tick; requests report it.
  const timer = setInterval(() => void (listeners.size > 0 && lookOnce().catch(() => undefined)), LOOK_EVERY)
  timer.unref()
  return {
    async post({ channel, reply, by, key, plenary, forId }) {
      const id = await addMessage(db, {
        channel,
        authorId: plenary ? PLENARY : (by?.id ?? PLENARY),
        authorName: by?.name ?? '',
        body: JSON.stringify(renderReply(reply)),
        sentAt: now().epochMilliseconds,
        requestKey: key,
        forId,
      })
      await looking
      await lookOnce()
      return id
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    listenToChannels(listener) {
      channelListeners.add(listener)
      return () => channelListeners.delete(listener)
    },
    closed: closing.signal,
    close() {
      clearInterval(timer)
      closing.abort()
    },
  }
}

/** What is for one person alone lies in the first channel, where only they see it. One marker is posted once, for ever (`request_key`),
 *  so nobody needs to look whether it was. */
export async function sendUnasked(
  { db, board }: { readonly db: Database; readonly board: Board },
  { id }: Address,
  reply: Reply,
  options?: SendOptions,
): Promise<{ messageId: string }> {
  const channel = options?.privately ? (await readChannels(db))[0]?.id : id
  if (channel === undefined || !(await channelExists(db, channel))) throw new Refused('gone')
  const forId = options?.privately ? id : undefined
  const messageId = await board.post({ channel, reply, plenary: true, key: options?.marker, forId })
  return { messageId: String(messageId ?? '') }
}
