/** Purpose: remember what was delivered, so that the same event delivered twice is answered once. Bounded; the oldest go first. */

export type Seen = {
  /** Whether this is the first time; from then on it is not. */
  first(id: string): boolean
}

export function makeSeen(most = 10_000): Seen {
  const ids = new Set<string>()
  return {
    first(id) {
      if (ids.has(id)) return false
      ids.add(id)
      const [oldest] = ids
      if (ids.size > most && oldest !== undefined) ids.delete(oldest)
      return true
    },
  }
}
