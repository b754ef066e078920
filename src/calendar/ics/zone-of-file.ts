/** Purpose: which IANA zone a calendar file means where it names zones in its own way ("W. Europe Standard Time"): the one whose clock goes as the file says. */
import ICAL from 'ical.js'
import { canonicalZone } from '../../zones.ts'

/** @returns the zone of a name in the file; nothing where no clock fits */
export function makeZoneReader(root: ICAL.Component, defaultZone: string, year: number): (tzid: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  const described = root.getAllSubcomponents('vtimezone')
  return tzid => {
    if (known.has(tzid)) return known.get(tzid)
    const component = described.find(zone => String(zone.getFirstPropertyValue('tzid')) === tzid)
    const zone = named(tzid) ?? (component && zoneLike(new ICAL.Timezone({ component, tzid }), defaultZone, year))
    known.set(tzid, zone)
    return zone
  }
}

/** Some programs put a path before the name: `/example.org/20260101/Europe/Paris`. */
const named = (tzid: string) => canonicalZone(tzid) ?? canonicalZone(/[A-Z]\w+\/[A-Z]\w+(?:\/[A-Z]\w+)?$/.exec(tzid)?.[0])

/** Each half month of this year and the next: two zones that agree on all of them differ for nobody who plans ahead. */
const samplesFrom = (year: number) =>
  Array.from({ length: 48 }, (_, n) => new Temporal.PlainDateTime(year, 1, 1 + (n % 2) * 14, 12).add({ months: Math.floor(n / 2) }))

function zoneLike(theirs: ICAL.Timezone, defaultZone: string, year: number): string | undefined {
  const clock = samplesFrom(year).map(sample => {
    const { year, month, day, hour } = sample
    return { sample, offset: theirs.utcOffset(new ICAL.Time({ year, month, day, hour, minute: 0, second: 0 }, theirs)) }
  })
  const fits = (zone: string) => clock.every(({ sample, offset }) => sample.toZonedDateTime(zone).offsetNanoseconds / 1e9 === offset)
  return [defaultZone, 'UTC', ...Intl.supportedValuesOf('timeZone')].find(fits)
}
