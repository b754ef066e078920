/** Purpose: send as fast as a platform allows and no faster: in each channel, each space, and over all. */
import type { Platform } from '../address.ts'
import type { Lane } from './delivery-store.ts'

/** `every` milliseconds one message; after a pause, `burst` at once. */
export type Rate = { readonly every: number; readonly burst: number }
export type Rates = { readonly channel?: Rate; readonly space?: Rate; readonly platform?: Rate }

/** Slack: one a second in a channel, several hundred a minute in a workspace. Discord: five in five seconds in a channel, fifty a second for
 *  the whole bot. What they really take at the moment they say with 429, and that is obeyed on top of this. */
export const RATES: Readonly<Record<Platform, Rates>> = {
  slack: { channel: { every: 1000, burst: 1 }, space: { every: 200, burst: 5 } },
  discord: { channel: { every: 1000, burst: 5 }, platform: { every: 20, burst: 5 } },
  web: {},
}

export type Scope = keyof Rates
export type Pace = {
  /** Takes the next place in the row, if it is within `patience` milliseconds. @returns how long to wait for it */
  reserve(lane: Lane, now: number, patience: number): { readonly taken: boolean; readonly wait: number }
  /** The platform asked for silence. */
  pause(lane: Lane, scope: Scope, until: number): void
  /** Where the row is so long already that nobody else should be sent there to stand in it: spaces, or the whole platform. */
  full(now: number, patience: number): { readonly spaces: readonly string[]; readonly platform: boolean }
  /** Rates of a space and of the platform are divided among so many processes; a channel is only ever one process's. */
  share(processes: number): void
}

const SCOPES: readonly Scope[] = ['channel', 'space', 'platform']
const SPACE = 'space '
const PLATFORM = 'platform'
const FORGET_ABOVE = 20_000

export function makePace(rates: Rates): Pace {
  // When the place after the last taken one would be, were there no bursts.
  const nextFree = new Map<string, number>()
  let shares = 1
  const every = (scope: Scope) => (rates[scope]?.every ?? 0) * (scope === 'channel' ? 1 : shares)
  const waitFor = (lane: Lane, scope: Scope, now: number) => {
    const slack = every(scope) * ((rates[scope]?.burst ?? 1) - 1)
    return Math.max(0, (nextFree.get(keyOf(lane, scope)) ?? 0) - slack - now)
  }
  return {
    reserve(lane, now, patience) {
      const wait = Math.max(...SCOPES.map(scope => waitFor(lane, scope, now)))
      if (wait > patience) return { taken: false, wait }
      for (const scope of SCOPES.filter(scope => rates[scope])) {
        const key = keyOf(lane, scope)
        nextFree.set(key, Math.max(nextFree.get(key) ?? 0, now + wait) + every(scope))
      }
      if (nextFree.size > FORGET_ABOVE) forgetPast(nextFree, now)
      return { taken: true, wait }
    },
    pause(lane, scope, until) {
      const key = keyOf(lane, scope)
      const slack = every(scope) * ((rates[scope]?.burst ?? 1) - 1)
      nextFree.set(key, Math.max(nextFree.get(key) ?? 0, until + slack))
    },
    full(now, patience) {
      const isFull = (at: number | undefined, scope: Scope) =>
        at !== undefined && at - every(scope) * ((rates[scope]?.burst ?? 1) - 1) - now > patience / 2
      const spaces = rates.space ? [...nextFree].filter(([key, at]) => key.startsWith(SPACE) && isFull(at, 'space')) : []
      return { spaces: spaces.map(([key]) => key.slice(SPACE.length)), platform: isFull(nextFree.get(PLATFORM), 'platform') }
    },
    share(processes) {
      shares = Math.max(1, processes)
    },
  }
}

const keyOf = ({ lane, to }: Lane, scope: Scope) => (scope === 'channel' ? lane : scope === 'space' ? SPACE + to.space : PLATFORM)

function forgetPast(places: Map<string, number>, now: number): void {
  for (const [key, at] of places) if (at < now) places.delete(key)
}
