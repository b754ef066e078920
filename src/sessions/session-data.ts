/** Purpose: what sessions keep about somebody, for them to see and to erase; and what moves when spaces are linked. */
import { formatAddress } from '../address.ts'
import type { Mover } from '../people/people.ts'
import type { PersonalData } from '../people/personal-data.ts'
import type { Purge } from '../people/retention.ts'
import { heldInSessions, moveSessionRows } from './data-store.ts'
import { forgetPersonInSessions } from './note-store.ts'
import { forgetOldAuthors } from './purge-store.ts'

export const sessionData: PersonalData = {
  topic: 'sessions',
  async held(db, { addresses }) {
    const { notes, sessions, quotes } = await heldInSessions(db, addresses.map(formatAddress))
    return notes + sessions + quotes === 0
      ? []
      : [{ key: 'held.sessions', values: { notes, sessions, quotes }, facts: { notes, sessions, quotes } }]
  },
  async erase(trx, { addresses }) {
    for (const address of addresses) await forgetPersonInSessions(trx, address)
  },
}

export const moveSessions: Mover = moveSessionRows
export const purgeSessions: Purge = forgetOldAuthors
