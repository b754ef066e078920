/** Purpose: the promise that what must be said is said once: rows with a unique key, claimed, sent, confirmed. */
import type { Address } from '../address.ts'
import type { Trx } from '../database/open.ts'
import type { Reply } from '../reply.ts'

/** A reply as a row keeps it: everything but pictures and files, which are made at sending time. */
export type KeptReply = Omit<Reply, 'pictures' | 'files' | 'form'>

/** `key` is unique for ever: the same one is sent once, whoever asks and however often. Times are UTC epoch milliseconds;
 *  after `expiresAt` it is dropped and counted. */
export type NewDelivery = {
  readonly key: string
  readonly to: Address
  readonly dueAt: number
  readonly expiresAt?: number
  readonly reply: KeptReply
}

export type DeliveryCounts = { readonly waiting: number; readonly sent: number; readonly failed: number }

export type Outbox = {
  /** In the caller's transaction, so that a promise and its reason stand or fall together. @returns how many keys are new */
  put(trx: Trx, deliveries: readonly NewDelivery[]): Promise<number>
  /** Takes back what has not been sent, of all keys that start so. */
  cancel(trx: Trx, keyPrefix: string): Promise<number>
  /** What became of all keys that start so. */
  count(keyPrefix: string): Promise<DeliveryCounts>
}
