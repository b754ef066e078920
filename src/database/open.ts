/** Purpose: open the database that `DATABASE_URL` names, bring it up to date, and explain in words when that cannot be. */
import type { Dialect, Kysely, Transaction } from 'kysely'
import { DatabaseTrouble, explainTrouble } from './database-trouble.ts'
import { GuardedKysely } from './inside-transactions.ts'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'
import { sqliteEngine } from './sqlite.ts'

export type Database = Kysely<Schema>
export type Trx = Transaction<Schema>

/** A dialect, and how to do something while no other program changes the tables. */
export type Engine = { readonly dialect: Dialect; alone(work: () => Promise<void>): Promise<void> }

/** @param url `postgres://…`, or the path of a SQLite file, or `:memory:`
 *  @throws DatabaseTrouble saying what is wrong and what to do */
export async function openDatabase(url: string): Promise<Database> {
  try {
    const { dialect, alone } = await engineOf(url)
    const db = new GuardedKysely<Schema>({ dialect })
    await alone(() => migrate(db)).catch(error => db.destroy().then(() => Promise.reject(error)))
    return db
  } catch (error) {
    if (error instanceof DatabaseTrouble) throw error
    throw new DatabaseTrouble(explainTrouble(error, withoutPassword(url)), { cause: error })
  }
}

/** The driver of PostgreSQL is loaded only where it is wanted. */
const engineOf = async (url: string): Promise<Engine> =>
  /^postgres(ql)?:\/\//.test(url) ? (await import('./postgres.ts')).postgresEngine(url) : sqliteEngine(url)

const withoutPassword = (url: string) => url.replace(/:\/\/([^:@/]*):[^@]*@/, '://$1:…@')
