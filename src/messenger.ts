/** Purpose: the one way to speak unasked, and what a platform says when a message could not be sent. */
import type { Address } from './address.ts'
import type { Reply } from './reply.ts'

export type SendOptions = {
  /** At most 25 letters, digits and `-`, the same at every attempt to send this message. A platform that can, posts one marker once
   *  (a unique column, Discord's `nonce` with `enforce_nonce`); each leaves it where `wasSent` finds it (Slack: message metadata). */
  readonly marker: string
  /** `to` is a person: a direct message. Without it `to` is a channel. */
  readonly privately: boolean
}

/** `send` either resolves (it is there), or throws one of the three classes below. Anything else that it throws counts as `Unknown`.
 *  It never retries by itself, and gives up within `SEND_WITHIN`, because the one who sends has a lease that ends. */
export type Messenger = {
  /** Posts to a channel, or privately to a person; resolves with the platform's id of the message. */
  send(to: Address, reply: Reply, options?: SendOptions): Promise<{ messageId: string }>
  /** Whether a message with this marker is among the recent ones there; asked before a message of unknown fate is sent again.
   *  Left out where `send` itself posts one marker once, for ever. @throws the same classes as `send` */
  wasSent?(to: Address, options: SendOptions): Promise<boolean>
}

/** In milliseconds: after this an answer is not waited for any more. */
export const SEND_WITHIN = 10_000

export type RefusedWhy = 'gone' | 'not-a-member' | 'blocked' | 'not-allowed' | 'too-large'

/** Permanent: trying again would fail again (the channel is gone, Plenary is not in it, the person takes no direct messages). */
export class Refused extends Error {
  readonly why: RefusedWhy

  constructor(why: RefusedWhy, options?: ErrorOptions) {
    super(why, options)
    this.why = why
  }
}

/** Surely not sent, and may be sent later: the platform asks to slow down (429), or was not reached at all. */
export class TryLater extends Error {
  readonly retryAfterMs: number | undefined
  /** What the platform asks to spare: this channel, the whole space (workspace, server), or everything. */
  readonly scope: 'channel' | 'space' | 'platform'

  constructor(retryAfterMs?: number, scope: 'channel' | 'space' | 'platform' = 'channel', options?: ErrorOptions) {
    super('try later', options)
    this.retryAfterMs = retryAfterMs
    this.scope = scope
  }
}

/** Nobody knows whether it was sent: no answer in time, a broken connection after the request had left, a 5xx. */
export class Unknown extends Error {}
