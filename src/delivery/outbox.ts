/** Purpose: the promise that what must be said is said once: rows with a unique key, claimed, sent, confirmed. */
import type { Address } from '../address.ts'
import type { Database, Trx } from '../database/open.ts'
import type { Language } from '../locales/say.ts'
import type { Reply } from '../reply.ts'
import { cancelDeliveries, countDeliveries, putDeliveries } from './outbox-store.ts'

/** A reply as a row keeps it: everything but pictures and files, which are made at sending time. */
export type KeptReply = Omit<Reply, 'pictures' | 'files' | 'form'>

type Promised = {
  readonly key: string
  readonly to: Address
  /** `to` is a person and gets a direct message; else it is a channel. */
  readonly privately?: true
  readonly dueAt: number
  readonly expiresAt?: number
  /** Is told privately, once, when the platform refuses for good. */
  readonly owner?: Address
  /** Those of one bundle that wait for the same place become one message, where their topic can do that. */
  readonly bundle?: string
}

/** `key` is unique for ever: the same one is sent once, whoever asks and however often. Times are UTC epoch milliseconds;
 *  after `expiresAt` it is dropped and counted. `saysLate`: the language of what speaks of a moment (an announcement, a nudge): arriving more than an hour late,
 *  it says when it was due. */
export type NewDelivery = Promised & { readonly reply: KeptReply; readonly saysLate?: Language }

/** What is put into words only when it is sent, by the composer of its topic (days left, practices that fit). */
export type TopicDelivery = Promised & { readonly topic: string; readonly facts: Facts }
export type Facts = Readonly<Record<string, string | number>>

/** `cancelled` ones are gone; `dropped` ones came too late to be of use. */
export type DeliveryCounts = { readonly waiting: number; readonly sent: number; readonly failed: number; readonly dropped?: number }

export type Outbox = {
  /** In the caller's transaction, so that a promise and its reason stand or fall together. @returns how many keys are new */
  put(trx: Trx, deliveries: readonly (NewDelivery | TopicDelivery)[]): Promise<number>
  /** Takes back what has not been sent, of all keys that start so. */
  cancel(trx: Trx, keyPrefix: string): Promise<number>
  /** What became of all keys that start so. */
  count(keyPrefix: string): Promise<DeliveryCounts>
}

export const makeOutbox = (db: Database): Outbox => ({
  put: putDeliveries,
  cancel: cancelDeliveries,
  count: prefix => countDeliveries(db, prefix),
})
