/** Purpose: time and chance for those who wait, so that a test or a bench can hold the clock in its hand. */
import { setTimeout } from 'node:timers/promises'

export type Clock = {
  /** UTC epoch milliseconds. */
  now(): number
  /** Ends early, without an error, when the signal says so. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** From 0 to 1. */
  random(): number
}

export const REAL_CLOCK: Clock = {
  now: () => Temporal.Now.instant().epochMilliseconds,
  sleep: (ms, signal) => setTimeout(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
  random: Math.random,
}
