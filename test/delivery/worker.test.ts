/** Purpose: what is promised is said once: through failures, unclear answers, refusals and long absences, on both databases. */
import { describe, expect, test } from 'vitest'
import { markerOf } from '../../src/delivery/attempt.ts'
import type { Composers } from '../../src/delivery/compose.ts'
import { beat, beginSending, claimLanes, readLane } from '../../src/delivery/delivery-store.ts'
import { makeOutbox } from '../../src/delivery/outbox.ts'
import { composeRefused } from '../../src/delivery/refused.ts'
import { TryLater, Unknown } from '../../src/messenger.ts'
import { deliveryOf, general, makeFastClock, NOON, nothingWaits, putAll, workUntil } from '../support/deliver.ts'
import { ENGINES, freshDatabase } from '../support/engines.ts'
import { makeFakeMessenger } from '../support/fake-messenger.ts'

const HOUR = 3_600_000
const ana = { ...general, id: 'ana' }
const spoken: Composers = {
  spoken: {
    compose: async ({ facts }) => (facts['stale'] ? { stale: true } : { reply: { text: String(facts['words']) } }),
    digest: async items => ({ reply: { text: items.map(({ facts }) => facts['words']).join(' + ') } }),
  },
}
const topic = (key: string, dueAt: number, more: object = {}) => ({
  key,
  to: general,
  dueAt,
  topic: 'spoken',
  facts: { words: key },
  ...more,
})

describe.each(ENGINES)('$name', engine => {
  test('a key is sent once, whoever puts it and however often; in each channel in order', async () => {
    const db = await freshDatabase(engine)
    const messenger = makeFakeMessenger()
    expect(await putAll(db, [deliveryOf('b', { dueAt: NOON - 10 }), deliveryOf('a', { dueAt: NOON - 20 }), deliveryOf('c')])).toBe(3)
    expect(await putAll(db, [deliveryOf('a'), deliveryOf('d', { to: ana, privately: true })])).toBe(1)
    await workUntil(db, messenger, nothingWaits(db))
    expect(messenger.texts('general')).toEqual(['c', 'a', 'b'])
    expect(messenger.posted.at(-1)?.options?.privately ?? messenger.posted[0]?.options?.privately).toBeDefined()
    expect(await putAll(db, [deliveryOf('a')])).toBe(0)
    expect(await makeOutbox(db).count('')).toEqual({ waiting: 0, sent: 4, failed: 0, dropped: 0 })
  })

  test('nothing is sent before it is due', async () => {
    const db = await freshDatabase(engine)
    const messenger = makeFakeMessenger()
    const clock = makeFastClock()
    await putAll(db, [deliveryOf('later', { dueAt: NOON + 60_000 })])
    await workUntil(db, messenger, nothingWaits(db), { clock })
    expect(clock.now()).toBeGreaterThanOrEqual(NOON + 60_000)
    expect(messenger.texts()).toEqual(['later'])
  })

  test('what is taken back is not sent; what was sent stays', async () => {
    const db = await freshDatabase(engine)
    const messenger = makeFakeMessenger()
    await putAll(db, [
      deliveryOf('date:1:a'),
      deliveryOf('date:1:b', { dueAt: NOON + HOUR }),
      deliveryOf('date:10:c', { dueAt: NOON + HOUR }),
    ])
    await workUntil(db, messenger, async () => messenger.posted.length === 1, { clock: { ...makeFastClock(), now: () => NOON } })
    expect(await db.transaction().execute(trx => makeOutbox(db).cancel(trx, 'date:1:'))).toBe(1)
    expect(await makeOutbox(db).count('date:')).toMatchObject({ waiting: 1, sent: 1 })
  })

  test('an unclear answer is settled before anything is sent again', async () => {
    const db = await freshDatabase(engine)
    const messenger = makeFakeMessenger()
    messenger.fail({ arrive: true, error: new Unknown('lost answer') }, { arrive: false, error: new Unknown('lost request') })
    await putAll(db, [deliveryOf('one', { dueAt: NOON - 20 }), deliveryOf('two', { dueAt: NOON - 10 })])
    await workUntil(db, messenger, nothingWaits(db))
    expect(messenger.texts()).toEqual(['one', 'two'])
    expect(messenger.posted[0]?.options?.marker).toBe(markerOf('one'))
  })

  test('what a dead process left half done is settled by the next', async () => {
    const db = await freshDatabase(engine)
    const messenger = makeFakeMessenger()
    await putAll(db, [deliveryOf('half'), deliveryOf('other')])
    await messenger.send(general, { text: 'half' }, { marker: markerOf('half'), privately: false })
    await db.updateTable('deliveries').set({ state: 'sending', attempts: 1 }).where('key', '=', 'half').execute()
    await db
      .updateTable('delivery_lanes')
      .set({ holder: 'dead', lease_until: NOON + 5000 })
      .execute()
    const clock = makeFastClock()
    await workUntil(db, messenger, nothingWaits(db), { clock })
    expect(messenger.texts()).toEqual(['half', 'other'])
    expect(clock.now()).toBeGreaterThanOrEqual(NOON + 5000)
  })

  test('asked to wait, it waits as long as it was asked to', async () => {
    const db = await freshDatabase(engine)
    const messenger = makeFakeMessenger()
    messenger.fail({ arrive: false, error: new TryLater(90_000) })
    const clock = makeFastClock()
    await putAll(db, [deliveryOf('one')])
    await workUntil(db, messenger, nothingWaits(db), { clock })
    expect(messenger.texts()).toEqual(['one'])
    expect(clock.now()).toBeGreaterThanOrEqual(NOON + 90_000)
  })

  test('a refusal ends it at once, and its owner is told privately, once', async () => {
    const db = await freshDatabase(engine)
    const messenger = makeFakeMessenger({ gone: 'general' })
    await putAll(db, [deliveryOf('one', { owner: ana, dueAt: NOON - 20 }), deliveryOf('two', { owner: ana, dueAt: NOON - 10 })])
    await workUntil(db, messenger, nothingWaits(db), { composers: { refused: composeRefused(async () => 'en') } })
    expect(await makeOutbox(db).count('')).toMatchObject({ failed: 2, sent: 1 })
    expect(messenger.posted.map(({ to, options }) => [to.id, options?.privately])).toEqual([['ana', true]])
    expect(messenger.texts()[0]).toContain('deleted or archived')
  })

  test('after a day of absence one digest; what is over is dropped and counted', async () => {
    const db = await freshDatabase(engine)
    const messenger = makeFakeMessenger()
    await putAll(db, [
      topic('long ago', NOON - 50 * HOUR),
      topic('yesterday', NOON - 20 * HOUR),
      topic('over', NOON - 40 * HOUR, { expiresAt: NOON - HOUR }),
      topic('just now', NOON - 60_000),
      topic('stale', NOON - 60_000, { facts: { stale: 1 } }),
      deliveryOf('announcement', { dueAt: NOON - 30 * HOUR }),
    ])
    await workUntil(db, messenger, nothingWaits(db), { composers: spoken })
    expect(messenger.texts()).toEqual(['long ago + yesterday', 'announcement', 'just now'])
    expect(await makeOutbox(db).count('over')).toMatchObject({ dropped: 1 })
  })

  test('what is over and whose fate nobody can tell is dropped, and what waits behind it goes out', async () => {
    const db = await freshDatabase(engine)
    const messenger = makeFakeMessenger({ busy: true })
    await putAll(db, [deliveryOf('over', { dueAt: NOON - 20, expiresAt: NOON - 10 }), deliveryOf('next', { dueAt: NOON - 10 })])
    await db.updateTable('deliveries').set({ unsure: 1, attempts: 1 }).where('key', '=', 'over').execute()
    await workUntil(db, messenger, nothingWaits(db))
    expect(messenger.texts()).toEqual(['next'])
    expect(await makeOutbox(db).count('over')).toMatchObject({ dropped: 1 })
  })

  test('an announcement that comes hours late says when it was due; a question does not', async () => {
    const db = await freshDatabase(engine)
    const messenger = makeFakeMessenger()
    await putAll(db, [
      deliveryOf('announcement', { dueAt: NOON - 3 * HOUR, saysLate: 'fr' }),
      deliveryOf('question', { dueAt: NOON - 3 * HOUR }),
      deliveryOf('just now', { dueAt: NOON - 60_000, saysLate: 'en' }),
    ])
    await workUntil(db, messenger, nothingWaits(db))
    expect(messenger.texts().sort()).toEqual([
      expect.stringMatching(/^announcement\nEn retard\u202f: c’était prévu 2026-11-21T09:00/),
      'just now',
      'question',
    ])
  })

  test('those of one bundle become one message', async () => {
    const db = await freshDatabase(engine)
    const messenger = makeFakeMessenger()
    await putAll(db, [topic('one', NOON, { bundle: 'today' }), topic('two', NOON, { bundle: 'today' }), topic('three', NOON)])
    await workUntil(db, messenger, nothingWaits(db), { composers: spoken })
    expect(messenger.texts().sort()).toEqual(['one + two', 'three'])
  })

  test('a message that was tried since it was read is not begun again, nor one that was taken back', async () => {
    const db = await freshDatabase(engine)
    await putAll(db, [deliveryOf('one')])
    const [lane] = await claimLanes(db, { platform: 'web', holder: 'me', now: NOON, leaseUntil: NOON + 1, limit: 9, without: [] })
    const [row] = await readLane(db, lane?.lane ?? '', NOON, 9)
    if (!lane || !row) throw new Error('nothing to claim')
    const begin = (holder: string) =>
      db.transaction().execute(trx => beginSending(trx, row, { lane: lane.lane, holder, leaseUntil: NOON + 9 }))
    expect(await begin('somebody else')).toBe('lost')
    expect(await begin('me')).toBe('begun')
    expect(await begin('me')).toBe('lost')
    await db.updateTable('deliveries').set({ state: 'sent' }).execute()
    expect(await begin('me')).toBe('gone')
  })

  test('only those who work on the same platform share its pace', async () => {
    const db = await freshDatabase(engine)
    expect(await beat(db, 'slack', 'slack-1', NOON, NOON - 1000)).toBe(1)
    expect(await beat(db, 'discord', 'discord-1', NOON, NOON - 1000)).toBe(1)
    expect(await beat(db, 'slack', 'slack-2', NOON, NOON - 1000)).toBe(2)
    expect(await beat(db, 'slack', 'slack-2', NOON + 5000, NOON + 1000)).toBe(1)
  })

  test('the words of what is done are not kept', async () => {
    const db = await freshDatabase(engine)
    await putAll(db, [deliveryOf('secret words')])
    await workUntil(db, makeFakeMessenger(), nothingWaits(db))
    expect(await db.selectFrom('deliveries').select('body').execute()).toEqual([{ body: '' }])
  })
})
