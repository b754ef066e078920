/** Purpose: share the process fairly: work is done in short turns, and between two of them what arrives is acknowledged, however long the queue is. */

/** Resolves when it is one’s turn: after everything that was written before, such as an acknowledgement, is on its way. */
export type TakeTurn = () => Promise<void>

/** Small pieces of work share a turn, as each turn of the event loop has a price of its own. In milliseconds. */
const LONGEST = 1

export function makeTurns(longest = LONGEST): TakeTurn {
  const waiting: (() => void)[] = []
  let end = 0
  const begin = () => {
    end = performance.now() + longest
    step()
  }
  const step = () => {
    if (performance.now() >= end) return beginSoon()
    waiting.shift()?.()
    // All that this piece does before it next waits for the network is a microtask; the next piece comes after these.
    if (waiting.length > 0) queueMicrotask(() => process.nextTick(step))
  }
  // HTTP clients look at an idle connection for one turn of the event loop before they write: what has just come is acknowledged in that one.
  const beginSoon = () => void setImmediate(() => setImmediate(begin))
  return () =>
    new Promise(resolve => {
      waiting.push(resolve)
      if (waiting.length === 1) beginSoon()
    })
}
