/** Purpose: let one piece of work begin in each turn of the event loop: what arrives meanwhile is acknowledged between two pieces, not after all. */

export type Turn = () => Promise<void>

export function makeTurns(): Turn {
  let last = Promise.resolve()
  return () => {
    last = last.then(nextTurn)
    return last
  }
}

export const nextTurn = () => new Promise<void>(resolve => setImmediate(resolve))
