/** Purpose: what people write to Plenary is kept before Slack hears that it arrived, and answered even if the process ends in between. */
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '../../../src/database/open.ts'
import { makeLog } from '../../../src/ops/log.ts'
import { type Delivery, makeDoor } from '../../../src/platforms/slack/accept.ts'

const mention = (event_id: string) => ({ type: 'event_callback', event_id, event: { type: 'app_mention', user: 'U0ANA', text: 'hello' } })
const START = Temporal.Instant.from('2026-11-21T09:00:00Z')

async function open(work: (body: unknown) => Promise<void> = async () => undefined) {
  const db = await openDatabase(':memory:')
  onTestFinished(() => db.destroy())
  const order: string[] = []
  let now = START
  const app = {
    async processEvent({ body, ack }: Delivery) {
      await ack()
      order.push('worked')
      await work(body)
    },
  }
  const makeOne = () => makeDoor({ app, db, log: makeLog('error', { write: () => undefined }), now: () => now })
  const rows = () => db.selectFrom('slack_events').selectAll().execute()
  const ack = async () => void order.push(`acknowledged with ${(await rows()).length} kept`)
  return { db, order, makeOne, rows, ack, pass: (seconds: number) => (now = now.add({ seconds })) }
}

test('a mention is kept, then acknowledged, then worked on, then its words are forgotten', async () => {
  const { makeOne, order, rows, ack } = await open()
  await makeOne().accept({ body: mention('Ev1'), ack })
  expect(order).toEqual(['acknowledged with 1 kept', 'worked'])
  expect(await rows()).toMatchObject([{ event_id: 'Ev1', body: '' }])
})

test('what a crash interrupted is answered by the next process, once, and not when it is long past', async () => {
  let crash = true
  const answered: unknown[] = []
  const { makeOne, ack, pass, order } = await open(body =>
    crash ? new Promise(() => undefined) : Promise.resolve(void answered.push(body)),
  )
  void makeOne().accept({ body: mention('Ev1'), ack })
  await expect.poll(() => order).toContain('worked')
  crash = false
  pass(5)
  await makeOne().resume()
  expect(answered).toEqual([])
  pass(15)
  await makeOne().resume()
  await makeOne().resume()
  expect(answered).toEqual([mention('Ev1')])
})

test('after a day even the id is forgotten', async () => {
  const { makeOne, ack, pass, rows } = await open()
  const door = makeOne()
  await door.accept({ body: mention('Ev1'), ack })
  await door.tidy()
  expect(await rows()).toHaveLength(1)
  pass(86_401)
  await door.tidy()
  expect(await rows()).toEqual([])
})

test('a second process knows what the first one kept', async () => {
  const { makeOne, order, ack } = await open()
  await makeOne().accept({ body: mention('Ev1'), ack })
  await makeOne().accept({ body: mention('Ev1'), ack })
  expect(order.filter(step => step === 'worked')).toHaveLength(1)
  expect(order).toHaveLength(3)
})

test('what cannot be kept is not acknowledged, so that Slack delivers it again', async () => {
  const { makeOne, order, ack, db } = await open()
  const door = makeOne()
  await db.schema.alterTable('slack_events').renameTo('away').execute()
  await expect(door.accept({ body: mention('Ev1'), ack })).rejects.toThrow()
  expect(order).toEqual([])
  await db.schema.alterTable('away').renameTo('slack_events').execute()
  await door.accept({ body: mention('Ev1'), ack })
  expect(order).toEqual(['acknowledged with 1 kept', 'worked'])
})

test('while the database keeps it waiting, a second copy is not acknowledged either, however long that takes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const { makeOne, db } = await open()
  const door = makeOne()
  let acknowledged = 0
  const ack = async () => void acknowledged++
  const busy = Promise.withResolvers<void>()
  const others = db.transaction().execute(() => busy.promise)
  const first = door.accept({ body: mention('Ev1'), ack })
  await vi.advanceTimersByTimeAsync(10_000)
  const again = door.accept({ body: mention('Ev1'), ack })
  await vi.advanceTimersByTimeAsync(10)
  expect(acknowledged).toBe(0)
  busy.resolve()
  await Promise.all([others, first, again])
  expect(acknowledged).toBe(2)
})
