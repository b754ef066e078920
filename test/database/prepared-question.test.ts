/** Purpose: a question that was put together once gives each asker their own answer, on both databases. */
import { describe, expect, test } from 'vitest'
import { findOrCreateSpace, findSpeaker, saveMember } from '../../src/people/people-store.ts'
import { ENGINES, freshDatabase } from '../support/engines.ts'

const person = (space: string, id: string) => ({ platform: 'web', space, id }) as const

describe.each(ENGINES)('$name', engine => {
  test('who speaks: their own coalition, and what is kept of them', async () => {
    const [db, other] = [await freshDatabase(engine), await freshDatabase(engine)]
    const home = await findOrCreateSpace(db, { platform: 'web', space: 'home' }, 1)
    const away = await findOrCreateSpace(db, { platform: 'web', space: 'away' }, 1)
    await saveMember(db, person('home', 'ana'), { role: 'rapporteur', language: 'fr' }, 1)
    expect(await findSpeaker(db, person('home', 'ana'))).toEqual({
      coalition: home.coalitionId,
      member: expect.objectContaining({ role: 'rapporteur', language: 'fr', zone: null }),
    })
    expect(await findSpeaker(db, person('away', 'ana'))).toMatchObject({ coalition: away.coalitionId, member: { language: null } })
    expect((await findSpeaker(db, person('home', 'ben')))?.member.role).toBeUndefined()
    expect(await findSpeaker(db, person('nowhere', 'ana'))).toBeUndefined()
    expect(await findSpeaker(other, person('home', 'ana'))).toBeUndefined()
  })

  test('a value that looks like a mark is a value', async () => {
    const db = await freshDatabase(engine)
    await findOrCreateSpace(db, { platform: 'web', space: 'platform' }, 1)
    expect(await findSpeaker(db, person('platform', 'id'))).toBeDefined()
  })
})
