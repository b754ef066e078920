/** Purpose: a rapporteur's hour, as a conversation: open, one-liners, mending, progress, report, publication. */
import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/engines.ts'
import { makePlenary } from '../support/make-plenary.ts'

describe.each(ENGINES)('$name', engine => {
  test('from the first note to the published report', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const ana = plenary.member('ana', { role: 'rapporteur' })
    ;(await ana.says('/session open "Creating welcoming societies" template:gfmd-2016')).hears('S-001 Creating welcoming societies')
    ;(await ana.says('/note practice City ID card open to every resident, New York')).hears('#1 Practice · 1 of 4 · S-001')
    ;(await ana.says('/note r National and local authorities should support cities as first responders')).hears(
      '#2 Recommendation · 1 of 4 · for: States, Cities',
    )
    ;(await ana.says('/note a Provide funds and training to local authorities')).hears('#3 Action · belongs to #2')
    ;(await ana.says('/session status')).hears('Recommendations, with actions and indicators 1: no “Indicators of change” yet (#2)')
    ;(await ana.says('/note i Number of laws and budgets to this end')).hears('#4 Indicator · belongs to #2')
    ;(await ana.says('/note m Recognise cities as first responders')).hears('1 of 2')
    const fixed = await ana.says('/note fix 1 s/New York/the city of New York/')
    fixed.hears('open to every resident, the city of New York')
    ;(await ana.presses(fixed.button('Undo'))).hears('Taken back: Corrected')
    const draft = await ana.says('/session report')
    draft.hears('DRAFT').hears('City ID card open to every resident, New York')
    const check = await ana.says('/session publish')
    check.hears('City ID')
    const sure = await ana.presses(check.button('Keep'))
    const done = await ana.presses(sure.button('Publish version 1'))
    done.hears('Version 1 of S-001 Creating welcoming societies is published')
    const rows = await plenary.db.selectFrom('note_events').select('by').execute()
    expect(rows.every(({ by }) => by === null)).toBe(true)
    const word = await ana.presses(done.button('As Word document'))
    expect(word.files?.[0]?.name).toBe('s-001-v1.docx')
  })
})

test('a note where no session is open is not lost: it becomes the first note of the one that is opened', async () => {
  const ana = (await makePlenary()).member('ana', { role: 'rapporteur' })
  const offered = await ana.says('/note practice City ID card')
  const form = await ana.presses(offered.button('Open a session'))
  const opened = await ana.does({ command: 'session open', options: { ...form.form?.options, title: 'Cities' } })
  opened.hears('S-001 Cities').hears('#1 Practice')
})

test('pasting many lines makes many notes, with their quotes, colons and order kept', async () => {
  const ana = (await makePlenary()).member('ana', { role: 'rapporteur' })
  await ana.says('/session open Paste template:gfmd-2018')
  const taken = await ana.says(
    '/note practice "City ID": a card for all, region:any\n- q How will you work with cities?\nnote counter Lack of coordination\nA plain remark',
  )
  taken.hears('4 notes taken, #1 to #4').hears('I guessed the type of #4')
  ;(await ana.says('/note list')).hears('"City ID": a card for all, region:any')
})

test('words that look like an action are a note', async () => {
  const ana = (await makePlenary()).member('ana', { role: 'rapporteur' })
  await ana.says('/session open Roads template:minutes')
  ;(await ana.says('/note fix the roads before winter')).hears('#1')
  ;(await ana.says('/note list all the cities')).hears('#2')
})

test('members who are no rapporteurs can be added, and the session handed over', async () => {
  const plenary = await makePlenary()
  const ana = plenary.member('ana', { role: 'rapporteur' })
  const ben = plenary.member('ben')
  await ana.says('/session open Meeting template:minutes')
  ;(await ben.says('/note a thing')).hears('Notes in S-001 Meeting are for its rapporteurs')
  ;(await ana.says('/session handover @ben')).hears('S-001 Meeting is now with @ben')
  ;(await ben.says('/note o a thing')).hears('#1')
})
