/** Purpose: remember which messages of one delivery have arrived, so that a further attempt goes on where an earlier one stopped. */

export type Parts = {
  /** @param of how many there are in all */
  note(marker: string, part: number, of: number, id: string): void
  idOf(marker: string, part: number): string | undefined
  isWhole(marker: string): boolean
}

/** In memory only, the oldest forgotten first; after a restart the platform itself is asked. */
const MOST = 10_000

export function makeParts(most = MOST): Parts {
  const arrived = new Map<string, { of: number; ids: Map<number, string> }>()
  return {
    note(marker, part, of, id) {
      const known = arrived.get(marker) ?? { of, ids: new Map<number, string>() }
      known.of = of
      known.ids.set(part, id)
      arrived.set(marker, known)
      const [oldest] = arrived.keys()
      if (arrived.size > most && oldest !== undefined) arrived.delete(oldest)
    },
    idOf: (marker, part) => arrived.get(marker)?.ids.get(part),
    isWhole(marker) {
      const known = arrived.get(marker)
      return known !== undefined && Array.from({ length: known.of }, (_, part) => part).every(part => known.ids.has(part))
    },
  }
}
