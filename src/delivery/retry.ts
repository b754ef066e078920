/** Purpose: how long to wait before another attempt. */

export type Patience = { readonly first: number; readonly longest: number }
export const PATIENCE: Patience = { first: 2_000, longest: 15 * 60_000 }

/** Doubles with each attempt up to a longest; between half and all of it, so that many who failed together do not come back together.
 *  Never before what the platform asked for. */
export function waitBefore(attempts: number, random: number, asked = 0, { first, longest }: Patience = PATIENCE): number {
  const wait = Math.min(longest, first * 2 ** Math.min(attempts - 1, 20))
  return asked > 0 ? asked + Math.round(wait * 0.1 * random) : Math.round(wait * (0.5 + random / 2))
}
