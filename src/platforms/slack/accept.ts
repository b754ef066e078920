/** Purpose: the one door for everything that Slack delivers, over sockets or HTTP: once, kept before it is acknowledged, and never left unacknowledged.
 *
 *  The rule: what people write to Plenary (mentions, direct messages) is kept before the acknowledgement and answered at least once, also after a crash.
 *  Commands, buttons and forms are answered at most once: whoever sees no answer presses again. */
import type { App, types } from '@slack/bolt'
import { z } from 'zod'
import type { Database } from '../../database/open.ts'
import type { Log } from '../../ops/log.ts'
import { makeSeen } from '../seen.ts'
import { finishEvent, forgetEvents, keepEvent, unfinishedEvents } from './kept-events-store.ts'
import { ACK_WITHIN } from './limits.ts'
import { makeSecondCopies } from './second-copies.ts'

type Processed = Parameters<App['processEvent']>[0]
/** `envelope` is what Slack calls a delivery over a socket. */
export type Delivery = Pick<Processed, 'body' | 'ack' | 'retryNum' | 'retryReason'> & { readonly envelope?: string }
export type Door = {
  /** Rejects when the delivery could not be kept: then it must not be acknowledged, so that Slack delivers it again. */
  accept(delivery: Delivery): Promise<void>
  /** Answers what a process that ended too early left unanswered. */
  resume(): Promise<void>
  /** Forgets the ids of yesterday’s events. */
  tidy(): Promise<void>
  /** Waits for what is being answered. */
  idle(): Promise<void>
}
export type DoorParts = {
  readonly app: Pick<App, 'processEvent'>
  readonly db: Database
  readonly log: Log
  readonly now: () => Temporal.Instant
}

const MINUTE = 60_000
/** Slack delivers again for two hours at most; an answer later than this would only confuse. */
const ANSWER_WITHIN = 10 * MINUTE
const REMEMBER = 24 * 60 * MINUTE
/** Younger than this may still be in work in another process. */
const SETTLED = 15_000

const outline = z.object({
  type: z.string().optional(),
  event_id: z.string().optional(),
  event: z.object({ type: z.string() }).optional(),
})

export function makeDoor({ app, db, log, now }: DoorParts): Door {
  const working = new Set<Promise<void>>()
  const seen = makeSeen()
  const copies = makeSecondCopies()
  const process = async (delivery: Delivery, id?: string): Promise<void> => {
    const { ack, settled } = acknowledgeOnce(delivery, log)
    try {
      await app.processEvent({ ...delivery, ack })
    } catch (error) {
      log.error({ err: error }, 'a delivery of Slack could not be worked on')
    }
    await settled()
    if (id !== undefined) await finishEvent(db, id).catch(error => log.error({ err: error }, 'an answered event could not be marked'))
  }
  const work = (delivery: Delivery, id?: string): Promise<void> => {
    const done: Promise<void> = process(delivery, id).finally(() => working.delete(done))
    working.add(done)
    return done
  }
  return {
    async accept(delivery) {
      const { type, event_id, event } = outline.parse(delivery.body)
      if (type === 'app_rate_limited') {
        log.warn('Slack holds events back: more than 30,000 in an hour in this workspace')
        return acknowledge(delivery, log)
      }
      // Over HTTP Slack repeats only events, and a repeated request has a used signature.
      const key = event_id ?? delivery.envelope
      if (key === undefined) return work(delivery)
      if (!seen.first(key)) return copies.acknowledge(key, { ...delivery, ack: sureAck(delivery, log) })
      const first = copies.follow(key, delivery)
      if (event_id === undefined || !mustBeKept(event?.type)) return work(first)
      const kept = await keepEvent(db, event_id, JSON.stringify(delivery.body), now().epochMilliseconds).catch(error => {
        seen.forget(event_id)
        copies.fail(key, error)
        throw error
      })
      return kept ? work(first, event_id) : acknowledge(first, log)
    },
    async resume() {
      const at = now().epochMilliseconds
      for (const { id, body } of await unfinishedEvents(db, at - ANSWER_WITHIN, at - SETTLED)) {
        log.info({ event: id }, 'answering what a stop interrupted')
        await work({ body: z.record(z.string(), z.unknown()).parse(JSON.parse(body)), ack: async () => undefined }, id)
      }
    },
    tidy: () => forgetEvents(db, now().epochMilliseconds - REMEMBER),
    async idle() {
      while (working.size > 0) await Promise.allSettled(working)
    },
  }
}

/** Opening the Home page leaves nothing to lose: it is drawn anew at the next visit. */
const KEPT: readonly types.SlackEvent['type'][] = ['app_mention', 'message']
const mustBeKept = (type: string | undefined) => KEPT.some(kept => kept === type)

/** A socket that closed in between rejects the acknowledgement; the work goes on, and a second delivery is recognised. */
const sureAck =
  ({ ack }: Delivery, log: Log): Delivery['ack'] =>
  response =>
    ack(response).catch((error: unknown) => log.warn({ err: error }, 'an acknowledgement did not reach Slack; it may deliver again'))
const acknowledge = (delivery: Delivery, log: Log) => sureAck(delivery, log)()

/** Acknowledges whatever no listener did, shortly before Slack would tell the person that nothing answered. */
function acknowledgeOnce(delivery: Delivery, log: Log) {
  const send = sureAck(delivery, log)
  let acknowledged = false
  const ack: Delivery['ack'] = async response => {
    if (acknowledged) return
    acknowledged = true
    clearTimeout(timer)
    await send(response)
  }
  const timer = setTimeout(() => void ack(), ACK_WITHIN - 500)
  return { ack, settled: () => ack() }
}
