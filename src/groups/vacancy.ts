/** Purpose: what happens when a coordinator's seat is free: another coordinator is enough, else the deputy is asked, else the group hears of it. */
import type { Trx } from '../database/open.ts'
import { type Group, groupRef } from './group.ts'
import { homesOfGroup } from './homes-store.ts'
import { aloneLetter, askedLetter, seatOpenNotice } from './letters.ts'
import type { GroupParts } from './parts.ts'
import { addSeat, seatsOf } from './seats-store.ts'
import { makePen, tell } from './tell.ts'

const WEEK = 7 * 86_400_000

export async function fillOpenSeat(parts: GroupParts, trx: Trx, group: Group, at: number): Promise<void> {
  if (group.state !== 'active') return
  const seats = await seatsOf(trx, group.id)
  const others = seats.filter(({ seat }) => seat === 'coordinator').map(({ member }) => member)
  const deputy = seats.find(({ seat }) => seat === 'deputy')
  if (others.length > 0) await tell(parts, trx, group, others, `alone:${at}`, aloneLetter)
  else if (deputy) await askDeputy(parts, trx, group, deputy, at)
  else await sayOpen(parts, trx, group, at)
}

export async function askDeputy(
  parts: GroupParts,
  trx: Trx,
  group: Group,
  deputy: { member: number; person: number },
  at: number,
  replaces?: number,
): Promise<void> {
  await addSeat(trx, group.id, deputy, 'asked-coordinator', at, replaces === undefined ? {} : { replaces })
  await tell(parts, trx, group, [deputy.member], `deputy:${at}`, askedLetter('coordinator'))
}

/** In every home, once, and without saying whose seat it was. */
export async function sayOpen(parts: GroupParts, trx: Trx, group: Group, at: number): Promise<void> {
  const homes = await homesOfGroup(trx, group.coalition, group.id)
  await parts.outbox.put(
    trx,
    homes.map(({ id, address }) => ({
      key: `${groupRef(group.id)}:open:${at}:${id}`,
      to: address,
      dueAt: at,
      expiresAt: at + WEEK,
      reply: seatOpenNotice(makePen(parts, group, parts.defaultLanguage)),
      saysLate: parts.defaultLanguage,
    })),
  )
}
