/** Purpose: a stored message as one visitor's page receives it. */
import { PLENARY } from './send.ts'
import type { WebVisitor } from './visitors.ts'
import type { MessageRow } from './web-store.ts'
import type { WireMessage, WireReply } from './wire.ts'

export function toWire({ id, channel, authorId, authorName, body, sentAt, forId }: MessageRow, visitor: WebVisitor): WireMessage {
  const plenary = authorId === PLENARY
  // Written by `renderReply` in this very folder; the page checks nothing in it but shows it as text.
  const reply: WireReply = JSON.parse(body)
  return {
    id,
    channel,
    sentAt,
    reply,
    ...(forId !== null && { onlyYou: true }),
    author: {
      name: plenary ? 'Plenary' : authorName,
      plenary,
      you: authorId === visitor.id,
      ...(plenary && authorName !== '' && { sharedBy: authorName }),
    },
  }
}
