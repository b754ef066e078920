/** Purpose: what commitments keep about somebody, for them to see and to erase; and what moves when spaces are linked. */
import { formatAddress } from '../address.ts'
import type { Mover } from '../people/people.ts'
import type { PersonalData } from '../people/personal-data.ts'
import { forgetPersonInCommitments, heldInCommitments, moveCommitmentRows } from './commitment-store.ts'

export const commitmentData: PersonalData = {
  topic: 'commitments',
  async held(db, { addresses }) {
    const { total, own } = await heldInCommitments(db, addresses.map(formatAddress))
    return total === 0 ? [] : [{ key: 'held.commitments', values: { total, own }, facts: { total, own } }]
  },
  async erase(trx, { addresses }) {
    for (const address of addresses) await forgetPersonInCommitments(trx, address)
  },
}

export const moveCommitments: Mover = moveCommitmentRows
