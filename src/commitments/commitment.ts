/** Purpose: what a commitment is: who will do what by when, and where that was said. */
import type { Address } from '../address.ts'
import type { Language } from '../locales/say.ts'
import type { State } from './states.ts'

export type Owner =
  | { readonly kind: 'person'; readonly person: Address }
  | { readonly kind: 'organisation' | 'group'; readonly name: string }
  | { readonly kind: 'unknown' }

export type Commitment = {
  readonly id: number
  readonly coalition: number
  readonly number: number
  /** As people see it: `CM-003`. */
  readonly ref: string
  readonly what: string
  readonly owner: Owner
  /** A day, where the words are one; they may also be an event or a period. */
  readonly due: { readonly on: string | null; readonly words: string }
  readonly state: State
  readonly reason: string
  readonly session: number | null
  readonly note: number | null
  readonly recommendation: string
  /** Who wrote it down, and is told when nobody answers. */
  readonly coordinator: Address | undefined
  /** Who accepted, and is asked how it goes. */
  readonly contact: Address | undefined
  readonly language: Language
  readonly zone: string
  readonly madeAt: number
  readonly acceptedAt: number | null
  readonly mergedInto: number | null
  /** Its date in the calendar. */
  readonly dateId: number | null
}

export const commitmentRef = (number: number) => `CM-${String(number).padStart(3, '0')}`

/** When somebody is asked how it goes. */
export const POINTS = ['half', 'three-quarters', 'week'] as const
export type Point = (typeof POINTS)[number]

/** The points that have come, by day, between its acceptance and its deadline; none once the deadline is past. */
export function pointsReached(accepted: Temporal.PlainDate, due: Temporal.PlainDate, today: Temporal.PlainDate): Point[] {
  const length = accepted.until(due).days
  if (length < 2 || Temporal.PlainDate.compare(today, due) > 0) return []
  const days: Record<Point, Temporal.PlainDate> = {
    half: accepted.add({ days: Math.ceil(length / 2) }),
    'three-quarters': accepted.add({ days: Math.ceil((length * 3) / 4) }),
    week: due.subtract({ days: 7 }),
  }
  return POINTS.filter(
    point => Temporal.PlainDate.compare(days[point], accepted) > 0 && Temporal.PlainDate.compare(today, days[point]) >= 0,
  )
}
