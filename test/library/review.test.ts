/** Purpose: the way back into the library: proposed, looked at by two others, published, flagged, mended; nothing without a look or a mark. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeProposal } from '../../src/library/proposal.ts'
import { ENGINES } from '../support/engines.ts'
import { makePlenary } from '../support/make-plenary.ts'

const add = {
  command: 'library add',
  options: {
    what: 'Neighbours teach each other to repair bicycles, in a workshop run by refugees',
    where: 'Sweden',
    source: 'Visit of our network',
  },
}

test('every kind that can be brought in, and words of any length, can be proposed', async () => {
  const ana = (await makePlenary()).member('ana')
  const long = 'Neighbours of very different backgrounds established multilingual neighbourhood committees. '.repeat(10)
  for (const kind of ['practice', 'recommendation', 'lesson', 'counter-practice', 'resource'])
    for (const what of ['Bicycle repairs', long, 'a'.repeat(1000), '\u{1F600}'.repeat(500)])
      (await ana.does({ command: 'library add', options: { what, kind, source: 'Me' } })).hears('waits for review')
})

test('no emoji is cut in half', async () => {
  const { library } = await makePlenary()
  const what = `a${'\u{1F600}'.repeat(499)}`
  const wording = {
    kind: 'practice',
    what,
    where: '',
    forWhom: '',
    source: 'Me',
    targets: [],
    actions: [what],
    indicators: [],
    year: 2026,
  } as const
  const { title, summary, actions } = makeProposal(library, 1, wording)
  expect([title, summary, ...actions].filter(text => !text.isWellFormed())).toEqual([])
})

describe.each(ENGINES)('$name', engine => {
  test('two approvals of different people publish it, and it is found at once', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const [ana, ben, cleo] = [plenary.member('ana'), plenary.member('ben', { role: 'coordinator' }), plenary.member('cleo')]
    ;(await ana.does(add)).hears('N-001 waits for review')
    ;(await ana.says('/library approve N-001 organisation:Ours')).hears('N-001 is yours')
    ;(await ben.says('/library approve N-001 organisation:Theirs')).hears('1 of 2')
    ;(await ben.says('/library approve N-001 organisation:Theirs')).hears('1 of 2')
    ;(await cleo.says('/library approve N-001 organisation:"Migrant Forum"')).hears('is in the library as P-5001')
    ;(await ana.says('/practice repair bicycles workshop')).hears('P-5001')
    ;(await ana.says('/library get P-5001')).hears('Reviewed · last checked').hears('Sweden')
  })

  test('after two weeks it is published in any case, and marked', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const ana = plenary.member('ana')
    await ana.does(add)
    for (const job of plenary.jobs.filter(({ name }) => name === 'library-review')) {
      await job.run(Temporal.Instant.from('2026-12-04T00:00:00Z'))
      expect(await plenary.db.selectFrom('entry_standings').selectAll().execute()).toEqual([])
      await job.run(Temporal.Instant.from('2026-12-06T00:00:00Z'))
    }
    ;(await ana.says('/library get P-5001')).hears('Not reviewed yet')
  })

  test('practices of a published session wait for review, once', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const ana = plenary.member('ana', { role: 'coordinator' })
    await ana.says('/session open Bikes template:gfmd-2016')
    await ana.says('/note p repair bicycles together\nr cities should lend workshops\no nothing')
    await ana.presses((await ana.says('/session publish')).button('Publish version 1'))
    await ana.presses((await ana.says('/session publish S-001')).button('Publish version 2'))
    ;(await ana.says('/library queue')).hears('2 proposals wait').hears('repair bicycles together')
  })
})

test('flags come to the coordinators; an edit keeps what was before, and other coalitions see nothing of it', async () => {
  const plenary = await makePlenary()
  const [ana, ben] = [plenary.member('ana'), plenary.member('ben', { role: 'coordinator' })]
  ;(await ana.says('/library flag P-014 outdated "It ended in 2019"')).hears('P-014 is flagged: Outdated')
  ;(await ben.says('/library queue')).hears('It ended in 2019')
  ;(await ben.does({ command: 'library edit', options: { id: 'P-014', title: 'A new title' } })).hears('P-014 is changed')
  ;(await ben.says('/library get P-014')).hears('A new title')
  ;(await ben.says('/library edit P-014')).hears('changed 1 time')
  ;(await ben.does({ command: 'library edit', options: { id: 'P-014', summary: 'Too short' } })).hears('25 to 100 words')
  expect(plenary.library.get(4711, 'P-014')?.title).not.toBe('A new title')
  await ben.says('/library checked P-014')
  expect(await plenary.db.selectFrom('entry_flags').selectAll().execute()).toEqual([])
})

test('nearly the same is shown when something is brought in', async () => {
  const plenary = await makePlenary()
  const known = plenary.library.get(0, 'P-014')
  const reply = await plenary
    .member('ana')
    .does({ command: 'library add', options: { what: `${known?.title}. ${known?.summary}`, source: 'Me' } })
  reply.hears('Nearly the same').hears('P-014')
})

test('a search that finds nothing offers to ask for it', async () => {
  const ana = (await makePlenary()).member('ana')
  const nothing = await ana.says('/practice underwater basket weaving')
  ;(await ana.presses(nothing.button('Ask for such a practice'))).hears('Asked for: “underwater basket weaving”')
})

test('whatever people write becomes an entry that the library’s rules accept', async () => {
  const plenary = await makePlenary()
  const ana = plenary.member('ana')
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 900 }), async what => {
      const reply = await ana.does({ command: 'library add', options: { what, source: 'Somewhere' } })
      if (what.trim() !== '') expect(reply.words).toMatch(/waits for review|characters at most/)
    }),
    { numRuns: 60 },
  )
})
