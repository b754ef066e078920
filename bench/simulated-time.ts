/** Purpose: time that goes on only when everybody waits: a day of sending takes as long as its work does. */
import type { Clock } from '../src/delivery/clock.ts'

type Timer = { readonly at: number; wake(): void }
export type SimulatedTime = Clock & {
  /** Lets time go on until `done`. */
  run(done: () => boolean): Promise<void>
}

/** Turns of the event loop after which everybody waits: SQLite answers within the turn, and group commits take one more. */
const STILL = 6

export function makeSimulatedTime(start: number): SimulatedTime {
  let at = start
  let seed = 1
  const timers = new Set<Timer>()
  const sleep: Clock['sleep'] = (ms, signal) =>
    new Promise(resolve => {
      if (signal?.aborted) return resolve()
      const end = () => {
        timers.delete(timer)
        signal?.removeEventListener('abort', end)
        resolve()
      }
      const timer: Timer = { at: at + Math.max(0, ms), wake: end }
      timers.add(timer)
      signal?.addEventListener('abort', end, { once: true })
    })
  const settled = async () => {
    for (let turn = 0; turn < STILL; turn++) await new Promise(resolve => setImmediate(resolve))
  }
  return {
    now: () => at,
    random() {
      seed = (seed * 16_807) % 2_147_483_647
      return seed / 2_147_483_647
    },
    sleep,
    async run(done) {
      for (;;) {
        await settled()
        if (done()) return
        let next = Number.POSITIVE_INFINITY
        for (const timer of timers) if (timer.at < next) next = timer.at
        if (next === Number.POSITIVE_INFINITY) throw new Error('Everybody waits for ever')
        at = Math.max(at, next)
        for (const timer of [...timers]) if (timer.at <= at) timer.wake()
      }
    },
  }
}
