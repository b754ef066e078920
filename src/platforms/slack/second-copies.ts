/** Purpose: acknowledge a delivery that came twice, by both sockets or once more, with what its first copy was acknowledged with.
 *
 *  Such an answer can carry the mistakes of a form or a list of suggestions, and whoever sent the copies may take the first that arrives. */
import type { Delivery } from './accept.ts'
import { ACK_WITHIN } from './limits.ts'

type Answer = Parameters<Delivery['ack']>[0]

export type SecondCopies = {
  /** The first copy. Its acknowledgement is remembered for a moment, and waited for however long it takes to keep the delivery. */
  follow(key: string, delivery: Delivery): Delivery
  /** Acknowledges a second copy. Rejects when the first could not be kept. */
  acknowledge(key: string, delivery: Delivery): Promise<void>
  /** The first copy is not acknowledged, so no other is. */
  fail(key: string, error: unknown): void
}

export function makeSecondCopies(): SecondCopies {
  const answers = new Map<string, PromiseWithResolvers<Answer>>()
  return {
    follow(key, delivery) {
      const answer = Promise.withResolvers<Answer>()
      answers.set(key, answer)
      const forget = () => void (answers.get(key) === answer && answers.delete(key))
      const ack: Delivery['ack'] = response => {
        answer.resolve(response)
        setTimeout(forget, ACK_WITHIN).unref()
        return delivery.ack(response)
      }
      return { ...delivery, ack }
    },
    acknowledge: async (key, delivery) => delivery.ack(await answers.get(key)?.promise),
    fail(key, error) {
      const answer = answers.get(key)
      answers.delete(key)
      // Nobody may be waiting for it.
      answer?.promise.catch(() => undefined)
      answer?.reject(error)
    },
  }
}
