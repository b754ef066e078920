/** Purpose: the one way to speak unasked. */
import type { Address } from './address.ts'
import type { Reply } from './reply.ts'

export type Messenger = {
  /** Posts to a channel, or privately to a person; resolves with the platform's id of the message. */
  send(to: Address, reply: Reply): Promise<{ messageId: string }>
}
