/** Purpose: tell whoever asked for a message, privately and once, that the platform refuses it for good. */
import { type Address, formatAddress, parseAddress } from '../address.ts'
import type { Trx } from '../database/open.ts'
import { type Language, sayIn } from '../locales/say.ts'
import type { RefusedWhy } from '../messenger.ts'
import type { Composer } from './compose.ts'
import type { DeliveryRow, Lane } from './delivery-store.ts'
import { putDeliveries } from './outbox-store.ts'

const TOPIC = 'refused'

/** Not told: that the own direct messages are closed, because that message would be refused as well. */
export async function tellOwner(trx: Trx, lane: Lane, row: DeliveryRow, why: RefusedWhy, now: number): Promise<void> {
  const owner = parseAddress(row.owner ?? '')
  if (!owner || (lane.privately && formatAddress(owner) === formatAddress(lane.to))) return
  await putDeliveries(trx, [
    {
      key: `refused:${lane.lane}:${formatAddress(owner)}`,
      to: owner,
      privately: true,
      dueAt: now,
      topic: TOPIC,
      facts: { why, place: lane.to.id, private: lane.privately ? 1 : 0, owner: formatAddress(owner) },
    },
  ])
}

/** @param languageOf the language of the one who is told */
export const composeRefused = (languageOf: (person: Address) => Promise<Language>): Composer => ({
  async compose({ facts }) {
    const owner = parseAddress(String(facts['owner']))
    const say = sayIn(owner ? await languageOf(owner) : 'en')
    const why = WHYS.find(known => known === facts['why']) ?? 'not-allowed'
    return { reply: { text: say(`delivery.refused.${why}`, { place: String(facts['place']) }) } }
  },
})

const WHYS = ['gone', 'not-a-member', 'blocked', 'not-allowed', 'too-large'] as const satisfies readonly RefusedWhy[]
