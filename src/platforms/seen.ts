/** Purpose: remember what was delivered, so that the same thing delivered twice is answered once. Bounded, in memory; the oldest go first. */

export type Seen = {
  /** Whether this is the first time; from then on it is not. */
  first(id: string): boolean
  forget(id: string): void
}

/** Two generations, the older of which goes as a whole: taking out single ones would make every look-up slow.
 *  @param most at least half as many are remembered */
export function makeSeen(most = 10_000): Seen {
  let young = new Set<string>()
  let old = new Set<string>()
  return {
    first(id) {
      if (young.has(id) || old.has(id)) return false
      if (young.size >= most / 2) {
        old = young
        young = new Set()
      }
      young.add(id)
      return true
    },
    forget(id) {
      young.delete(id)
      old.delete(id)
    },
  }
}
