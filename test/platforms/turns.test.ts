/** Purpose: work is done in the order in which it came, and what arrives meanwhile never waits for all of it. */
import { expect, test } from 'vitest'
import { makeTurns } from '../../src/platforms/turns.ts'

const busy = (ms: number) => {
  for (const end = performance.now() + ms; performance.now() < end; );
}

test('in order, each piece whole before the next begins', async () => {
  const takeTurn = makeTurns()
  const log: string[] = []
  const piece = async (name: string) => {
    await takeTurn()
    log.push(`${name} begins`)
    await Promise.resolve()
    await Promise.resolve()
    log.push(`${name} ends`)
  }
  await Promise.all(['a', 'b', 'c'].map(piece))
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

test('long pieces let the event loop turn in between; small ones share a turn', async () => {
  const turnsOf = async (ms: number) => {
    const takeTurn = makeTurns(4)
    let turns = 0
    let over = false
    const count = () => {
      turns++
      if (!over) setImmediate(count)
    }
    setImmediate(count)
    await Promise.all(Array.from({ length: 10 }, () => takeTurn().then(() => busy(ms))))
    over = true
    return turns
  }
  expect(await turnsOf(5)).toBeGreaterThanOrEqual(10)
  expect(await turnsOf(0)).toBeLessThan(6)
})

test('what comes while a turn is under way has its turn, too', async () => {
  const takeTurn = makeTurns()
  await takeTurn()
  await Promise.all([takeTurn().then(() => takeTurn()), takeTurn()])
})
