/** Purpose: a date of the calendar as people said it: wall time, zone and rule. Instants are computed late, when they are needed. */

/** When something happens. `at` is left out where it lasts whole days; `rule` is an RRULE of RFC 5545; `skips` are days left out (`2027-03-21`). */
export type When = {
  readonly startsOn: Temporal.PlainDate
  readonly at?: Temporal.PlainTime
  readonly days: number
  readonly rule?: string
}
export type Timing = When & { readonly zone: string; readonly skips: readonly string[] }

/** What people can say about a date, besides when it is. */
export type About = {
  readonly title: string
  readonly about: string
  readonly link: string
  readonly region?: string
  readonly theme?: string
  readonly groupId?: string
}

/** `ref` is what people call it: `D-12`, or the id of a starter date that nobody has changed. `id` is missing until it has a row of its own.
 *  `onlyFor` is the one person whose own it is. */
export type CalendarDate = Timing &
  About & {
    readonly ref: string
    readonly id?: number
    readonly coalition: number
    readonly state: 'kept' | 'hidden'
    readonly seedId?: string
    readonly uid?: string
    readonly onlyFor?: string
    readonly revision: number
    readonly updatedAt: number
  }

/** A date on one of its days. */
export type Occurrence = { readonly date: CalendarDate; readonly on: Temporal.PlainDate }

export const refOf = (id: number) => `D-${id}`
