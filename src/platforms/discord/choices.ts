/** Purpose: which server somebody of several coalitions chose for their direct messages, for as long as the conversation lasts. */

export type Choices = {
  of(user: string): string | undefined
  choose(user: string, server: string): void
}

/** So long after the last word, in milliseconds. */
const LASTS = 30 * 60_000
/** In memory only; who was silent longest is forgotten first. */
const MOST = 10_000

export function makeChoices(now: () => number): Choices {
  const chosen = new Map<string, { readonly server: string; readonly until: number }>()

  function choose(user: string, server: string) {
    chosen.delete(user)
    chosen.set(user, { server, until: now() + LASTS })
    const [oldest] = chosen.keys()
    if (chosen.size > MOST && oldest !== undefined) chosen.delete(oldest)
  }

  return {
    choose,
    of(user) {
      const known = chosen.get(user)
      if (!known) return undefined
      if (known.until > now()) choose(user, known.server)
      else chosen.delete(user)
      return chosen.get(user)?.server
    },
  }
}
