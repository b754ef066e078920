/** Purpose: what a process remembers of a session's notes is what another process reads of them anew, and holds no author. */
import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/engines.ts'
import { makePlenary } from '../support/make-plenary.ts'

describe.each(ENGINES.filter(({ name }) => name === 'PostgreSQL'))('$name', engine => {
  test('two processes write in turn and see the same', async () => {
    const url = await engine.newUrl()
    const [one, other] = [await makePlenary(url), await makePlenary(url)]
    const [ana, ben] = [one.member('ana', { role: 'rapporteur' }), other.member('ben', { role: 'rapporteur' })]
    await ana.says('/session open Two template:gfmd-2016')
    await ben.says('/session rapporteur @ben session:S-001')
    await Promise.all([ana.says('/note p first'), ben.says('/note p second'), ana.says('/note p third'), ben.says('/note r fourth')])
    await ben.says('/note fix 1 changed')
    await ana.says('/note up 3')
    await ben.says('/note undo')
    await ana.says('/note o fifth')
    const read = async (plenary: typeof one) => {
      const [session] = await plenary.sessions.find(1, {})
      return session && plenary.sessions.notebook(session)
    }
    const [mine, theirs, fresh] = [await read(one), await read(other), await read(await makePlenary(url))]
    expect(mine?.notes).toHaveLength(5)
    expect(mine).toEqual(fresh)
    expect(theirs).toEqual(fresh)
  })
})

test('a change that was taken back with its transaction is not remembered', async () => {
  const plenary = await makePlenary()
  const ana = plenary.member('ana', { role: 'rapporteur' })
  await ana.says('/session open Once template:minutes')
  await ana.says('/note d first')
  const [session] = await plenary.sessions.find(1, {})
  if (!session) throw new Error('no session')
  const by = { platform: 'web', space: 'test', id: 'ana' } as const
  const broken = { kind: 'added', number: 2, text: 'x', type: 'quote', section: null, parent: null } as const
  await plenary.db.schema.dropTable('quote_consents').execute()
  const speaker = { ...by, id: 'ben' }
  await expect(plenary.sessions.addNotes(session, by, [{ type: broken.type, text: 'x', proposed: false, speaker }])).rejects.toThrow()
  expect((await plenary.sessions.notebook(session)).notes).toHaveLength(1)
})

test('after publication nobody can take back what they did, and nothing in memory says who it was', async () => {
  const plenary = await makePlenary()
  const ana = plenary.member('ana', { role: 'rapporteur' })
  await ana.says('/session open Forget template:minutes')
  await ana.says('/note d first')
  await ana.presses((await ana.says('/session publish')).button('Publish version 1'))
  const undo = { command: 'note undo', options: { session: 'S-001' } }
  expect((await ana.does(undo)).words).not.toContain('first')
  const [session] = await plenary.sessions.find(1, {})
  expect(JSON.stringify(session && (await plenary.sessions.notebook(session)))).not.toContain('ana')
})
