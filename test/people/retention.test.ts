/** Purpose: what is kept goes when its time is over, and not a day before; the log gets counts and nothing else. */
import { describe, expect, test } from 'vitest'
import { makeOutbox } from '../../src/delivery/outbox.ts'
import { KEEPS_DELIVERIES } from '../../src/delivery/purge-store.ts'
import { ENGINES } from '../support/engines.ts'
import { makePlenary } from '../support/make-plenary.ts'

const START = Temporal.Instant.from('2026-11-21T09:00:00Z')
const DAY = 86_400_000
const inDays = (days: number) => Temporal.Instant.fromEpochMilliseconds(START.epochMilliseconds + days * DAY)

async function open(url: string) {
  const plenary = await makePlenary(url)
  const retention = plenary.jobs.find(({ name }) => name === 'retention')
  const letters = () => plenary.db.selectFrom('deliveries').select('key').orderBy('key').execute()
  return { ...plenary, letters, forget: async (days: number) => retention?.run(inDays(days)) }
}

describe.each(ENGINES)('$name', engine => {
  test('deliveries: what is done goes after its time, what waits stays; lanes go with their last delivery', async () => {
    const { db, letters, forget, logged } = await open(await engine.newUrl())
    const letter = (id: string) => ({
      ...({ key: `@web:test:${id}:hello`, to: { platform: 'web', space: 'test', id }, privately: true, dueAt: 0 } as const),
      reply: { text: 'Hello' },
    })
    await db.transaction().execute(trx => makeOutbox(db).put(trx, [letter('ana'), letter('ben')]))
    const done = { state: 'sent', done_at: START.epochMilliseconds }
    await db.updateTable('deliveries').set(done).where('key', '=', letter('ana').key).execute()
    await db.updateTable('delivery_lanes').set({ next_at: null }).where('lane', '=', '@web:test:ana').execute()
    await forget(KEEPS_DELIVERIES)
    expect(await letters()).toHaveLength(2)
    await forget(KEEPS_DELIVERIES + 1)
    expect(await letters()).toEqual([{ key: letter('ben').key }])
    expect(await db.selectFrom('delivery_lanes').select('lane').execute()).toEqual([{ lane: '@web:test:ben' }])
    expect(logged.join('')).toContain('"deliveries":1,"lanes":1')
    expect(logged.join('')).not.toContain('ana')
  })

  test('sessions: a year after the last note nobody can tell who worked on it, and the notes are still there', async () => {
    const plenary = await open(await engine.newUrl())
    const ana = plenary.member('ana', { role: 'rapporteur' })
    await ana.says('/session open Cities of welcome')
    await ana.says('/note practice Neighbours meet newcomers')
    const { id, coalition_id } = await plenary.db.selectFrom('sessions').select(['id', 'coalition_id']).executeTakeFirstOrThrow()
    const asked = (note: number, state: string) => ({ coalition_id, session_id: id, note, speaker: '@web:test:ben', words: 'x', state })
    await plenary.db
      .insertInto('quote_consents')
      .values([asked(1, 'pending'), asked(2, 'named'), asked(3, 'withdrawn')])
      .execute()
    const who = () => plenary.db.selectFrom('note_events').select('by').execute()
    const before = await who()
    expect(before.some(({ by }) => by !== null)).toBe(true)
    await plenary.forget(364)
    expect(await who()).toEqual(before)
    await plenary.forget(367)
    expect((await who()).map(({ by }) => by)).toEqual(before.map(() => null))
    const left = await plenary.db.selectFrom('quote_consents').select('state').orderBy('note').execute()
    expect(left.map(({ state }) => state)).toEqual(['named', 'withdrawn'])
    expect(await plenary.db.selectFrom('session_rapporteurs').selectAll().execute()).toEqual([])
  })
})
