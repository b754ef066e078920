/** Purpose: what the web chat keeps about people: shown to them, erased when they ask, forgotten in time. */
import type { PersonalData } from '../../people/personal-data.ts'
import type { Purge } from '../../people/retention.ts'
import { countMessagesBy, countSessionsOf, deleteOldWebRows, eraseVisitor } from './web-data-store.ts'

const DAY = 86_400_000
/** How long what was said in the web chat is kept, in days. */
export const KEEPS_MESSAGES = 365

export const webData: PersonalData = {
  topic: 'web',
  async held(db, { addresses }) {
    const visitors = addresses.filter(({ platform }) => platform === 'web')
    const counted = await Promise.all(
      visitors.map(async ({ id }) => ({ id, messages: await countMessagesBy(db, id), sessions: await countSessionsOf(db, id) })),
    )
    return counted
      .filter(({ messages, sessions }) => messages + sessions > 0)
      .map(facts => ({ key: 'held.web' as const, values: { messages: facts.messages, sessions: facts.sessions }, facts }))
  },
  async erase(trx, { addresses }) {
    for (const { platform, id } of addresses) if (platform === 'web') await eraseVisitor(trx, id)
  },
}

export const purgeWeb: Purge = (db, now) => deleteOldWebRows(db, now, now - KEEPS_MESSAGES * DAY)
