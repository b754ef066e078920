/** Purpose: when two spaces become one coalition, its sessions, commitments and own entries come along, each under a number of its own. */
import { test } from 'vitest'
import { sessionRooms } from '../../src/assemble-sessions.ts'
import { ENGINES } from '../support/engines.ts'
import { makePlenary } from '../support/make-plenary.ts'

test.each(ENGINES)('$name', async engine => {
  const plenary = await makePlenary(await engine.newUrl())
  const ana = plenary.member('ana', { role: 'coordinator' })
  await ana.says('/session open Ours template:minutes')
  await ana.says('/commitment add Our promise')
  const by = { address: { platform: 'slack', space: 'T1', id: 'U1' }, vouched: 'coordinator' } as const
  const place = { address: { platform: 'slack', space: 'T1', id: 'C1' }, private: false } as const
  for (const line of ['/session open Theirs template:minutes', '/note d Theirs it is', '/commitment add Their promise'])
    await plenary.conversation.hear({ by, place, said: { line } })
  await plenary.db.transaction().execute(async trx => {
    for (const move of sessionRooms.movers) await move(trx, 2, 1)
    await trx.updateTable('spaces').set({ coalition_id: 1 }).execute()
    await trx.deleteFrom('coalitions').where('id', '=', 2).execute()
  })
  ;(await ana.says('/session list')).hears('S-001').hears('S-002').hears('Theirs')
  ;(await ana.says('/commitment list')).hears('CM-001').hears('CM-002')
})
