/** Purpose: letters to a person, sent or waiting: shown to them as counts, and erased when they ask. */
import type { PersonalData } from '../people/personal-data.ts'
import { countLetters, eraseLetters } from './delivery-data-store.ts'
import { laneOf } from './outbox-store.ts'

export const deliveryData: PersonalData = {
  topic: 'letters',
  async held(db, { addresses }) {
    const letters = await countLetters(
      db,
      addresses.map(to => laneOf({ to, privately: true })),
    )
    return letters.waiting + letters.done === 0 ? [] : [{ key: 'held.letters', values: letters, facts: letters }]
  },
  erase: (trx, { addresses }) =>
    eraseLetters(
      trx,
      addresses.map(to => laneOf({ to, privately: true })),
      addresses.map(address => JSON.stringify(address)),
    ),
}
