/** Purpose: which entries pass the filters. Each list means "any of these"; places include all that lies within them. */
import type { Filters, LibraryEntry } from '../question.ts'
import type { AtHand } from './knowledge.ts'

type Passes = (entry: LibraryEntry) => boolean

export const isFiltered = (filters: Filters) => Object.values(filters).some(list => list !== undefined && list.length > 0)

/** Undefined where nothing is filtered. */
export function makeFilter(filters: Filters, knowledge: AtHand): Passes | undefined {
  if (!isFiltered(filters)) return undefined
  const tests: Passes[] = []
  const ask = <T>(wanted: readonly T[] | undefined, heldBy: (entry: LibraryEntry) => readonly T[]) => {
    if (wanted && wanted.length > 0) tests.push(entry => heldBy(entry).some(value => wanted.includes(value)))
  }
  ask(filters.kinds, entry => [entry.kind])
  ask(filters.themes, entry => entry.themes)
  ask(filters.targets, entry => entry.targets)
  ask(filters.concerns, entry => entry.concerns)
  ask(filters.years, entry => [entry.year ?? entry.source.year])
  const places = withinAny(filters.places ?? [], knowledge)
  if (places) tests.push(entry => entry.places.some(place => places.has(place)))
  return entry => tests.every(test => test(entry))
}

function withinAny(wanted: readonly string[], { places }: AtHand): ReadonlySet<string> | undefined {
  if (wanted.length === 0) return undefined
  return new Set([...wanted, ...places.all.filter(({ within }) => within.some(outer => wanted.includes(outer))).map(({ id }) => id)])
}
