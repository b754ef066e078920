/** Purpose: the instant of a wall time in a zone. One that a clock change leaves out moves forward by as much as the clock does (02:30 becomes 03:30);
 *  one that exists twice is the first of the two. */

/** UTC epoch milliseconds. */
export const instantOf = (day: Temporal.PlainDate, at: Temporal.PlainTime, zone: string): number =>
  day.toZonedDateTime({ timeZone: zone, plainTime: at }).epochMilliseconds

export const wallTimeOf = (instant: number, zone: string): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime()

export const dayOf = (instant: number, zone: string): Temporal.PlainDate => wallTimeOf(instant, zone).toPlainDate()
