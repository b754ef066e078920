/** Purpose: put a question together once for each database, and ask it again with other values. For what every command asks, building the question
 *  anew would cost several times more than its answer. */
import type { Compilable, CompiledQuery } from 'kysely'
import type { Database } from './open.ts'

type Values<Name extends string> = Readonly<Record<Name, string>>

/** @param build puts `mark('id')` wherever the value named `id` belongs */
export function preparedQuestion<Name extends string, Row>(build: (db: Database, mark: (name: Name) => string) => Compilable<Row>) {
  const known = new WeakMap<Database, CompiledQuery<Row>>()
  return async (db: Database, values: Values<Name>): Promise<readonly Row[]> => {
    const question = known.get(db) ?? build(db, name => MARK + name).compile()
    known.set(db, question)
    const named: Readonly<Record<string, string>> = values
    const parameters = question.parameters.map(value => (isMark(value) ? named[value.slice(MARK.length)] : value))
    return (await db.executeQuery<Row>({ ...question, parameters })).rows
  }
}

/** No text of ours starts like this. */
const MARK = '\u0000'
const isMark = (value: unknown): value is string => typeof value === 'string' && value.startsWith(MARK)
