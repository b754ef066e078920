/** Purpose: time what was sent until it is acknowledged and until it is answered, by one clock: that of the fake server, which sends and receives. */

/** In milliseconds from the event. */
export type Times = { readonly ack: number; readonly answer: number }
export type Waiting = {
  /** Sends under a new id, and settles when both the acknowledgement and the answer are there. */
  begin(send: (id: string) => void): Promise<Times>
  acknowledged(id: string): void
  answered(id: string): void
}

const PATIENCE = 10_000
let counter = 0

export function makeWaiting(): Waiting {
  type Open = { readonly since: number; ack?: number; answer?: number; readonly settle: (times: Times) => void }
  const waiting = new Map<string, Open>()
  const note = (id: string, what: 'ack' | 'answer') => {
    const open = waiting.get(id)
    if (!open) return
    open[what] ??= performance.now() - open.since
    if (open.ack === undefined || open.answer === undefined) return
    waiting.delete(id)
    open.settle({ ack: open.ack, answer: open.answer })
  }
  return {
    begin: send =>
      new Promise((resolve, reject) => {
        const id = `bench-${++counter}`
        const timer = setTimeout(() => reject(new Error('A command stayed without acknowledgement or answer')), PATIENCE)
        const settle = (times: Times) => {
          clearTimeout(timer)
          resolve(times)
        }
        waiting.set(id, { since: performance.now(), settle })
        send(id)
      }),
    acknowledged: id => note(id, 'ack'),
    answered: id => note(id, 'answer'),
  }
}
