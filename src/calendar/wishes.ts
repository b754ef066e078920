/** Purpose: when a person wants to hear of things: not in quiet hours, and, if they like, all of a day together. */
import { dayOf, instantOf, wallTimeOf } from './wall-time.ts'

export type Wishes = {
  readonly quiet?: { readonly from: Temporal.PlainTime; readonly to: Temporal.PlainTime }
  readonly digestAt?: Temporal.PlainTime
}

/** Quiet hours put a reminder off to their end; where the date would have begun by then, it comes just before they begin.
 *  @param begins when the date begins, or what it must not come after */
export function outOfQuiet(due: number, zone: string, { quiet }: Wishes, begins: number): number {
  if (!quiet) return due
  const wall = wallTimeOf(due, zone)
  const time = wall.toPlainTime()
  const [fromStart, toEnd] = [Temporal.PlainTime.compare(time, quiet.from) >= 0, Temporal.PlainTime.compare(time, quiet.to) < 0]
  const overnight = Temporal.PlainTime.compare(quiet.from, quiet.to) > 0
  if (!(overnight ? fromStart || toEnd : fromStart && toEnd)) return due
  const day = wall.toPlainDate()
  const ends = instantOf(overnight && fromStart ? day.add({ days: 1 }) : day, quiet.to, zone)
  if (ends < begins) return ends
  return instantOf(overnight && !fromStart ? day.subtract({ days: 1 }) : day, quiet.from, zone) - 60_000
}

/** The digest before it, at most a day early: never later than it was due. */
export function digestBefore(due: number, zone: string, digestAt: Temporal.PlainTime): number {
  const day = dayOf(due, zone)
  const sameDay = instantOf(day, digestAt, zone)
  return sameDay <= due ? sameDay : instantOf(day.subtract({ days: 1 }), digestAt, zone)
}
