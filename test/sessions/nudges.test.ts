/** Purpose: a session that goes quiet, or ends soon, tells its rapporteurs once; what it keeps about people can be erased. */
import { expect, test } from 'vitest'
import { lettersTo } from '../support/letters.ts'
import { makePlenary } from '../support/make-plenary.ts'

test('quiet after twenty minutes, the end a quarter of an hour before; each once, with what is missing', async () => {
  const plenary = await makePlenary()
  const ana = plenary.member('ana', { role: 'rapporteur', zone: 'UTC' })
  await ana.says('/session open Quiet template:gfmd-2016 ends:10:30')
  const tick = async (time: string) => {
    for (const job of plenary.jobs.filter(({ name }) => name === 'session-nudges'))
      await job.run(Temporal.Instant.from(`2026-11-21T${time}:00Z`))
    return (await lettersTo(plenary, 'ana')).map(({ text }) => text)
  }
  expect(await tick('09:10')).toEqual([])
  expect((await tick('09:21'))[0]).toContain('has been quiet for a while')
  expect(await tick('09:30')).toHaveLength(1)
  const letters = await tick('10:16')
  expect(letters[1]).toContain('ends soon')
  expect(letters[1]).toContain('Priority messages to governments: nothing yet')
  expect(await tick('10:20')).toHaveLength(2)
})

test('a session crosses midnight and is still the one here', async () => {
  let now = Temporal.Instant.from('2026-11-21T23:50:00Z')
  const plenary = await makePlenary(':memory:', () => now)
  const ana = plenary.member('ana', { role: 'rapporteur' })
  await ana.says('/session open Late template:minutes')
  await ana.says('/note o before')
  now = Temporal.Instant.from('2026-11-22T00:10:00Z')
  ;(await ana.says('/note o after')).hears('#2')
})

test('who asks to be forgotten leaves no trace in sessions, commitments and the review', async () => {
  const plenary = await makePlenary()
  const [ana, ben] = [plenary.member('ana', { role: 'rapporteur' }), plenary.member('ben')]
  await ana.says('/session open Trace template:gfmd-2016')
  await ana.says('/session rapporteur @ben')
  await ben.says('/note p a thing\nqt words from:@ben')
  await ben.says('/commitment add A promise who:@ben')
  await ben.says('/commitment accept CM-001')
  await ben.says('/library flag P-014 wrong')
  const { sessionRooms } = await import('../../src/assemble-sessions.ts')
  const holder = { coalition: 1, addresses: [{ platform: 'web', space: 'test', id: 'ben' } as const], members: [] }
  for (const room of sessionRooms.personalData) expect(await room.held(plenary.db, holder)).toHaveLength(1)
  await plenary.db.transaction().execute(async trx => {
    for (const room of sessionRooms.personalData) await room.erase(trx, holder)
  })
  for (const room of sessionRooms.personalData) expect(await room.held(plenary.db, holder)).toEqual([])
  ;(await ana.says('/note list')).hears('a thing')
  ;(await ana.says('/commitment show CM-001')).hears('Not yet known')
})
