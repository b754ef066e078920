/** Purpose: find the IANA time zone that somebody means: by its name, or by a large city in it. */
import { fold, ranked } from './nearest.ts'

export type NamedZone = { readonly zone: string; readonly name: string }

const ZONES: readonly NamedZone[] = ['UTC', ...Intl.supportedValuesOf('timeZone')].map(zone => ({
  zone,
  name: (zone.split('/').at(-1) ?? zone).replaceAll('_', ' '),
}))

/** The zone as the time zone database spells it, or nothing when there is none of that name. Fixed offsets are not zones: they miss clock changes. */
export function canonicalZone(name: string | undefined): string | undefined {
  if (!name || /^[+-]/.test(name)) return undefined
  const known = canonical.get(name)
  if (known !== undefined) return known
  const zone = askForZone(name)
  if (zone !== undefined && canonical.size < MOST_REMEMBERED) canonical.set(name, zone)
  return zone
}

/** Asking takes longer than all else that recognising somebody needs, and every command recognises its speaker. */
const canonical = new Map<string, string>()
/** There are some six hundred zones; letters large and small could make endlessly many. */
const MOST_REMEMBERED = 2_000

function askForZone(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Zones for what was typed (`nairobi`, `new york`, `Europe/Par`), best first; all of them for nothing. */
export function zonesNamed(typed: string): readonly NamedZone[] {
  const exact = canonicalZone(typed.trim().replaceAll(' ', '_'))
  const found = typed.includes('/')
    ? ZONES.filter(({ zone }) => fold(zone).startsWith(fold(typed).replaceAll(' ', '_')))
    : ranked(ZONES, ({ name }) => name, typed, 0.3)
  return exact ? [{ zone: exact, name: exact }, ...found.filter(({ zone }) => zone !== exact)] : found
}
