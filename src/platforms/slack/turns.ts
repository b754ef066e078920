/** Purpose: one piece of work in each turn of the event loop, so that acknowledgements never wait behind a queue of searches. */

/** Resolves when it is one's turn: at the earliest after what has just been written to Slack is on its way. */
export type TakeTurn = () => Promise<void>

export function makeTurns(): TakeTurn {
  const waiting: (() => void)[] = []
  const next = () => {
    waiting.shift()?.()
    if (waiting.length > 0) setImmediate(next)
  }
  return () =>
    new Promise(resolve => {
      waiting.push(resolve)
      if (waiting.length === 1) setImmediate(next)
    })
}
