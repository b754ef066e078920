/** Purpose: a question asked beside the transaction that waits for it fails at once. SQLite has one connection, which the transaction holds: without this
 *  the question would wait for the transaction, the transaction for the question, and everybody else behind them, for ever. PostgreSQL would answer without
 *  what the transaction wrote. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, type KyselyConfig, type QueryExecutor, type Transaction } from 'kysely'

type Held = { open: boolean }
const inside = new AsyncLocalStorage<Held>()

/** As Kysely, but for that: in the course of a transaction, every query through the database itself and every second transaction is an error. */
export class GuardedKysely<Tables> extends Kysely<Tables> {
  constructor(config: KyselyConfig) {
    super(config)
    guard(this.getExecutor())
  }

  override transaction() {
    const builder = super.transaction()
    const execute = builder.execute.bind(builder)
    builder.execute = <T>(work: (trx: Transaction<Tables>) => Promise<T>) => {
      const held: Held = { open: true }
      const close = () => {
        held.open = false
      }
      return execute(trx => inside.run(held, () => work(trx)).finally(close))
    }
    return builder
  }
}

const BESIDE = 'A question outside of the transaction that asks it: pass the transaction on'

/** All that is not asked of a transaction asks this one for its connection. */
function guard(executor: QueryExecutor) {
  const provide = executor.provideConnection.bind(executor)
  executor.provideConnection = (consumer, options) =>
    inside.getStore()?.open ? Promise.reject(new Error(BESIDE)) : provide(consumer, options)
}
