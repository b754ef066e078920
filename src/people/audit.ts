/** Purpose: who changed what, for admins: ids and never content. */
import { type Address, formatAddress } from '../address.ts'
import type { Database, Trx } from '../database/open.ts'
import { addDeed, readDeeds } from './audit-store.ts'
import { readAddress } from './read-address.ts'

export const DEEDS = [
  'group.proposed',
  'group.launched',
  'group.edited',
  'group.rested',
  'group.announced',
  'group.admitted',
  'group.turned-down',
  'group.synced',
  'group.home-added',
  'group.home-dropped',
  'seat.taken',
  'seat.left',
  'seat.asked',
  'seat.vacated',
  'role.set',
  'space.linked',
] as const
export type Deed = (typeof DEEDS)[number]
export type Done = { readonly at: number; readonly actor: Address | undefined; readonly deed: Deed; readonly subject: string }

export type Audit = {
  /** In the transaction of the change itself. `subject` is an id such as `G-12`. */
  note(trx: Trx, by: { readonly coalition: number; readonly address: Address }, deed: Deed, subject: string): Promise<void>
  /** What nobody did: time ran out. */
  noteByClock(trx: Trx, coalition: number, deed: Deed, subject: string): Promise<void>
  read(coalition: number, from: number, size: number): Promise<{ readonly total: number; readonly rows: readonly Done[] }>
}

export const makeAudit = (db: Database, now: () => Temporal.Instant): Audit => ({
  note: (trx, { coalition, address }, deed, subject) =>
    addDeed(trx, { coalition, at: now().epochMilliseconds, actor: formatAddress(address), deed, subject }),
  noteByClock: (trx, coalition, deed, subject) => addDeed(trx, { coalition, at: now().epochMilliseconds, actor: null, deed, subject }),
  async read(coalition, from, size) {
    const { total, rows } = await readDeeds(db, coalition, from, size)
    return {
      total,
      rows: rows.flatMap(({ at, actor, deed, subject }) => {
        const known = DEEDS.find(name => name === deed)
        return known ? [{ at, actor: readAddress(actor), deed: known, subject }] : []
      }),
    }
  },
})
