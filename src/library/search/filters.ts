/** Purpose: which entries pass the filters. Each list means "any of these"; places include all that lies within them. */
import type { Filters, LibraryEntry } from '../question.ts'
import type { Knowledge } from './knowledge.ts'

export type Passes = (entry: LibraryEntry) => boolean

export const isFiltered = (filters: Filters) => Object.values(filters).some(list => list !== undefined && list.length > 0)

export function makeFilter(filters: Filters, knowledge: Knowledge): Passes {
  const { kinds = [], themes = [], targets = [], concerns = [], years = [] } = filters
  const places = withinAny(filters.places ?? [], knowledge)
  return entry =>
    allows(kinds, [entry.kind]) &&
    allows(themes, entry.themes) &&
    (places === undefined || entry.places.some(place => places.has(place))) &&
    allows(targets, entry.targets) &&
    allows(concerns, entry.concerns) &&
    allows(years, [entry.year ?? entry.source.year])
}

const allows = <T>(wanted: readonly T[], held: readonly T[]) => wanted.length === 0 || held.some(value => wanted.includes(value))

function withinAny(wanted: readonly string[], { places }: Knowledge): ReadonlySet<string> | undefined {
  if (wanted.length === 0) return undefined
  return new Set([...wanted, ...places.all.filter(({ within }) => within.some(outer => wanted.includes(outer))).map(({ id }) => id)])
}
