/** Purpose: post to a channel of the web chat, and tell every open page, also when another process posted. */
import type { Database } from '../../database/open.ts'
import type { Reply } from '../../reply.ts'
import { renderReply } from './render.ts'
import { addMessage, lastMessageId, type MessageRow, readMessagesAfter } from './web-store.ts'

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
}
export type Board = {
  /** A person's words, or Plenary's (then `by` is who shared it). */
  post(post: Post & { readonly plenary: boolean }): Promise<number | undefined>
  listen(listener: Listener): () => void
  readonly closed: AbortSignal
  close(): void
}

export async function openBoard(db: Database, now: () => Temporal.Instant): Promise<Board> {
  const listeners = new Set<Listener>()
  const closing = new AbortController()
  let last = await lastMessageId(db)
  let looking: Promise<void> | undefined
  const look = async () => {
    for (const message of await readMessagesAfter(db, last, BATCH)) {
      last = Math.max(last, message.id)
      for (const listener of listeners) listener(message)
    }
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
    async post({ channel, reply, by, key, plenary }) {
      const id = await addMessage(db, {
        channel,
        authorId: plenary ? PLENARY : (by?.id ?? PLENARY),
        authorName: by?.name ?? '',
        body: JSON.stringify(renderReply(reply)),
        sentAt: now().epochMilliseconds,
        requestKey: key,
      })
      await looking
      await lookOnce()
      return id
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    closed: closing.signal,
    close() {
      clearInterval(timer)
      closing.abort()
    },
  }
}
