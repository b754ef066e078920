/** Purpose: what the library's review keeps about somebody, for them to see and to erase; and what moves when spaces are linked. */
import { formatAddress } from '../address.ts'
import type { Mover } from '../people/people.ts'
import type { PersonalData } from '../people/personal-data.ts'
import { forgetPersonInReview, heldInReview, moveReviewRows } from './review-store.ts'

export const reviewData: PersonalData = {
  topic: 'library',
  async held(db, { addresses }) {
    const { proposals, flags, approvals } = await heldInReview(db, addresses.map(formatAddress))
    return proposals + flags + approvals === 0
      ? []
      : [{ key: 'held.review', values: { proposals, flags, approvals }, facts: { proposals, flags, approvals } }]
  },
  async erase(trx, { addresses }) {
    for (const address of addresses) await forgetPersonInReview(trx, address)
  },
}

export const moveReview: Mover = moveReviewRows
