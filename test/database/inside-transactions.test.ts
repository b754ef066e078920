/** Purpose: what is asked beside the transaction that waits for it fails at once, instead of keeping everybody waiting for ever. */
import { expect, onTestFinished, test } from 'vitest'
import type { Database } from '../../src/database/open.ts'
import { openDatabase } from '../../src/database/open.ts'
import { ENGINES } from '../support/engines.ts'

const names = async (db: Pick<Database, 'selectFrom'>) =>
  (await db.selectFrom('coalitions').select('name').orderBy('name').execute()).map(({ name }) => name)
const add = (db: Pick<Database, 'insertInto'>, name: string) => db.insertInto('coalitions').values({ name, created_at: 1 }).execute()

test.each(ENGINES)('$name: refused, undone, and all goes on', async engine => {
  const db = await openDatabase(await engine.newUrl())
  onTestFinished(() => db.destroy())
  const beside = (work: () => Promise<unknown>) =>
    db.transaction().execute(async trx => {
      await add(trx, 'lost')
      await work()
    })
  await expect(beside(() => names(db))).rejects.toThrow('outside of the transaction')
  await expect(beside(() => db.transaction().execute(trx => names(trx)))).rejects.toThrow('outside of the transaction')
  expect(await names(db)).toEqual([])
})

test.each(ENGINES)('$name: others ask meanwhile, and so does what a transaction began when it is over', async engine => {
  const db = await openDatabase(await engine.newUrl())
  onTestFinished(() => db.destroy())
  const over = Promise.withResolvers<void>()
  let later: Promise<string[]> | undefined
  const one = db.transaction().execute(async trx => {
    await add(trx, 'ana')
    later = over.promise.then(() => names(db))
  })
  await Promise.all([one, add(db, 'ben'), names(db)])
  over.resolve()
  expect(await later).toEqual(['ana', 'ben'])
})
