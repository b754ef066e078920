/** Purpose: which coordinators are to be asked whether they are still with it, and what follows when nobody answers. Rules only. */
import type { SeatRow } from './seats-store.ts'

const DAY = 86_400_000
export const ASK_AFTER = 90 * DAY
export const ANSWER_WITHIN = 14 * DAY

type Seated = Pick<SeatRow, 'member' | 'person' | 'seat' | 'confirmedAt' | 'askedAt' | 'since'>

/** `free`: the seat is empty from now on. `tell`: who hears of it, and nobody else. */
export type Step =
  | { readonly do: 'ask'; readonly seat: Seated }
  | { readonly do: 'ask-deputy'; readonly seat: Seated; readonly deputy: Seated }
  | { readonly do: 'free'; readonly seat: Seated; readonly tell: 'other-coordinator' | 'group' }

/** The steps that are due for one group. Taking them and asking again at the same moment gives none. */
export function dueCheckIns(seats: readonly Seated[], now: number): Step[] {
  const coordinators = seats.filter(({ seat }) => seat === 'coordinator')
  const lapsed = coordinators.filter(({ askedAt }) => askedAt !== undefined && now - askedAt >= ANSWER_WITHIN)
  const asking = coordinators.filter(({ askedAt, confirmedAt }) => askedAt === undefined && now - confirmedAt >= ASK_AFTER)
  const present = coordinators.length - lapsed.length
  const ask = asking.map(seat => ({ do: 'ask' as const, seat }))
  if (present > 0) return [...ask, ...lapsed.map(seat => ({ do: 'free' as const, seat, tell: 'other-coordinator' as const }))]
  return [...ask, ...lapsed.flatMap(seat => afterLapse(seats, seat, now))]
}

/** Nobody else coordinates: the deputy has as long to answer as the coordinator had. */
function afterLapse(seats: readonly Seated[], seat: Seated, now: number): Step[] {
  const deputy = seats.find(row => row.seat === 'deputy')
  const asked = seats.find(row => row.seat === 'asked-coordinator')
  if (asked && now - asked.since < ANSWER_WITHIN) return []
  if (deputy && !asked) return [{ do: 'ask-deputy', seat, deputy }]
  return [{ do: 'free', seat, tell: 'group' }]
}
