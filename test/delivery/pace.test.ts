/** Purpose: the pace of sending: as fast as allowed, not faster; retries that wait longer each time; keys that make the same marker. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markerOf } from '../../src/delivery/attempt.ts'
import { makePace } from '../../src/delivery/pace.ts'
import { PATIENCE, waitBefore } from '../../src/delivery/retry.ts'

const lane = (id: string, space = 'T1') => ({ lane: id, to: { platform: 'slack' as const, space, id }, privately: false })
const EVER = Number.POSITIVE_INFINITY

test('one a second in a channel, five a second in a space, and spaces do not wait for each other', () => {
  const pace = makePace({ channel: { every: 1000, burst: 1 }, space: { every: 200, burst: 1 } })
  expect([1, 2, 3].map(() => pace.reserve(lane('a'), 0, EVER).wait)).toEqual([0, 1000, 2000])
  expect(pace.reserve(lane('b', 'T2'), 0, EVER).wait).toBe(0)
  expect(pace.reserve(lane('c', 'T2'), 0, EVER).wait).toBe(200)
})

test('never more in any second than the rate and the burst allow, at full use of it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 20, max: 500 }),
      fc.integer({ min: 20, max: 200 }),
      (burst, every, count) => {
        const pace = makePace({ platform: { every, burst } })
        const times = Array.from({ length: count }, (_, n) => pace.reserve(lane(`c${n}`), 0, EVER).wait)
        for (const from of times)
          expect(times.filter(at => at >= from && at < from + 1000).length).toBeLessThanOrEqual(Math.ceil(1000 / every) + burst)
        expect(times.at(-1)).toBe(Math.max(0, (count - burst) * every))
      },
    ),
    { numRuns: 50 },
  )
})

test('whoever would wait too long takes no place; a full space is named; a share of the rate is slower', () => {
  const pace = makePace({ space: { every: 200, burst: 1 } })
  for (let n = 0; n < 10; n++) pace.reserve(lane(`c${n}`), 0, 1000)
  expect(pace.reserve(lane('late'), 0, 1000)).toEqual({ taken: false, wait: 1200 })
  expect(pace.full(0, 1000).spaces).toEqual(['T1'])
  expect(pace.full(10_000, 1000).spaces).toEqual([])
  pace.share(2)
  expect([pace.reserve(lane('x', 'T9'), 0, EVER).wait, pace.reserve(lane('y', 'T9'), 0, EVER).wait]).toEqual([0, 400])
})

test('a pause of the platform holds all, for as long as it was asked', () => {
  const pace = makePace({ platform: { every: 20, burst: 5 } })
  pace.pause(lane('a'), 'platform', 5000)
  expect(pace.reserve(lane('b'), 0, EVER).wait).toBe(5000)
})

test('waits grow, have a longest, and never fall short of what was asked', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 600_000 }),
      (attempts, random, asked) => {
        const wait = waitBefore(attempts, random, asked)
        expect(wait).toBeGreaterThanOrEqual(asked)
        expect(wait).toBeLessThanOrEqual(asked + PATIENCE.longest)
      },
    ),
  )
})

test('a marker is 22 letters and digits, the same for the same key', () => {
  fc.assert(fc.property(fc.string(), key => /^[A-Za-z0-9]{22}$/.test(markerOf(key))))
  expect(markerOf('a')).toBe(markerOf('a'))
})
