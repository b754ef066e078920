/** Purpose: many small writes that come at the same moment are made durable together: one transaction, one wait for the disk. */
import type { Database, Trx } from '../database/open.ts'

export type GroupCommit = <T>(order: string, work: (trx: Trx) => Promise<T>) => Promise<T>

type Waiting = { readonly order: string; run(trx: Trx): Promise<void>; settle(): void; fail(error: unknown): void }
const AT_ONCE = 500
const TRIES = 5

/** Writes are done in the order of `order`, so that processes that write the same rows wait for each other and never in a circle. */
export function makeGroupCommit(db: Database): GroupCommit {
  let queue: Waiting[] = []
  let busy = false
  const flush = async () => {
    busy = true
    while (queue.length > 0) {
      const batch = queue.slice(0, AT_ONCE)
      queue = queue.slice(AT_ONCE)
      await commit(db, batch)
    }
    busy = false
  }
  return (order, work) =>
    new Promise((resolve, reject) => {
      let result: { value: Awaited<ReturnType<typeof work>> } | undefined
      queue.push({
        order,
        async run(trx) {
          result = { value: await work(trx) }
        },
        settle: () => (result ? resolve(result.value) : reject(new Error('A write was committed without having run'))),
        fail: reject,
      })
      if (!busy) {
        busy = true
        // What comes in this turn of the loop goes together.
        setImmediate(() => void flush())
      }
    })
}

/** Where one of them fails, each is tried alone, so that it takes no other with it. */
async function commit(db: Database, batch: readonly Waiting[]): Promise<void> {
  const sorted = batch.toSorted((one, other) => (one.order < other.order ? -1 : 1))
  try {
    await inOneTransaction(db, sorted)
    for (const waiting of sorted) waiting.settle()
  } catch (error) {
    if (sorted.length === 1) return sorted[0]?.fail(error)
    for (const waiting of sorted) await commit(db, [waiting])
  }
}

async function inOneTransaction(db: Database, batch: readonly Waiting[], tries = TRIES): Promise<void> {
  try {
    await db.transaction().execute(async trx => {
      for (const { run } of batch) await run(trx)
    })
  } catch (error) {
    if (tries <= 1 || !isCollision(error)) throw error
    await inOneTransaction(db, batch, tries - 1)
  }
}

/** PostgreSQL: a deadlock, or a transaction that could not be put in an order with others. */
const isCollision = (error: unknown) => error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001')
