/** Purpose: a zone as a calendar file carries it (VTIMEZONE of RFC 5545), from the time zone database that Plenary itself reckons with. */

const MOST = 120

/** Every change of the zone's clock from one year to another, both included. */
export function timeZoneLines(zone: string, fromYear: number, toYear: number): string[] {
  const start = new Temporal.PlainDate(fromYear, 1, 1).toZonedDateTime({ timeZone: zone })
  const changes = changesOf(start, toYear)
  const kinds = Map.groupBy(changes, ({ from, to }) => `${from} ${to}`)
  const usual = Math.min(start.offsetNanoseconds, ...changes.map(({ toNanoseconds }) => toNanoseconds))
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...part('STANDARD', start.offset, start.offset, [new Temporal.PlainDateTime(fromYear, 1, 1)]),
    ...[...kinds.values()].flatMap(same => {
      const [first] = same
      const name = first && first.toNanoseconds > usual ? 'DAYLIGHT' : 'STANDARD'
      return first
        ? part(
            name,
            first.from,
            first.to,
            same.map(({ wall }) => wall),
          )
        : []
    }),
    'END:VTIMEZONE',
  ]
}

type Change = { readonly wall: Temporal.PlainDateTime; readonly from: string; readonly to: string; readonly toNanoseconds: number }

function changesOf(start: Temporal.ZonedDateTime, toYear: number): Change[] {
  const changes: Change[] = []
  let next = start.getTimeZoneTransition('next')
  while (next && next.year <= toYear && changes.length < MOST) {
    const before = next.subtract({ nanoseconds: 1 })
    // Written as clocks showed it at that instant, before they were changed.
    const wall = before.toPlainDateTime().add({ nanoseconds: 1 })
    if (before.offset !== next.offset) changes.push({ wall, from: before.offset, to: next.offset, toNanoseconds: next.offsetNanoseconds })
    next = next.getTimeZoneTransition('next')
  }
  return changes
}

const part = (name: 'STANDARD' | 'DAYLIGHT', from: string, to: string, at: readonly Temporal.PlainDateTime[]): string[] => [
  `BEGIN:${name}`,
  `DTSTART:${stamp(at[0])}`,
  ...at.slice(1).map(wall => `RDATE:${stamp(wall)}`),
  `TZOFFSETFROM:${offset(from)}`,
  `TZOFFSETTO:${offset(to)}`,
  `END:${name}`,
]

const stamp = (wall: Temporal.PlainDateTime | undefined) => (wall?.toString({ smallestUnit: 'second' }) ?? '').replace(/[-:]/g, '')
const offset = (text: string) => text.replaceAll(':', '').slice(0, 7)
