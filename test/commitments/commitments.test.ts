/** Purpose: commitments from the note to the report-back: nobody owns one who did not accept, and nobody is nagged in public. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pointsReached } from '../../src/commitments/commitment.ts'
import { readDue } from '../../src/commitments/read-due.ts'
import { ENGINES } from '../support/engines.ts'
import { lettersTo, pressed } from '../support/letters.ts'
import { makePlenary, type TestPlenary } from '../support/make-plenary.ts'

const runJobs = async (plenary: TestPlenary, at: string) => {
  for (const job of plenary.jobs.filter(({ name }) => name.startsWith('commitment'))) await job.run(Temporal.Instant.from(at))
}

describe.each(ENGINES)('$name', engine => {
  test('the owner is asked, accepts, and gets a date in the calendar', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const [ana, ben] = [plenary.member('ana', { role: 'rapporteur' }), plenary.member('ben')]
    ;(await ana.says('/commitment add Coordinate a Europe group who:@ben due:2027-06-30')).hears('nobody’s until somebody accepts')
    const [letter] = await lettersTo(plenary, 'ben')
    ;(await plenary.member('cleo').says('/commitment accept CM-001')).hears('Somebody else was asked')
    ;(await ben.presses(pressed(letter ?? { key: '', text: '', buttons: [] }, 'I take it on'))).hears('CM-001 is taken on')
    const dates = await plenary.db.selectFrom('dates').select(['title', 'starts_on']).execute()
    expect(dates).toEqual([{ title: 'CM-001 Coordinate a Europe group', starts_on: '2027-06-30' }])
    await ben.says('/commitment update CM-001 done')
    expect(await plenary.db.selectFrom('dates').select('id').where('state', '=', 'kept').execute()).toEqual([])
  })

  test('check-ins bundle a person’s commitments, and two ignored ones tell the coordinator alone', async () => {
    let clock = Temporal.Instant.from('2026-11-21T09:00:00Z')
    const plenary = await makePlenary(await engine.newUrl(), () => clock)
    const [ana, ben] = [plenary.member('ana', { role: 'coordinator' }), plenary.member('ben')]
    for (const what of ['First thing', 'Second thing']) await ana.says(`/commitment add ${what} who:@ben due:2027-03-01`)
    await ben.says('/commitment accept CM-001')
    await ben.says('/commitment accept CM-002')
    for (const day of ['2027-01-10T10:00:00Z', '2027-01-10T11:00:00Z', '2027-02-05T10:00:00Z', '2027-02-12T10:00:00Z']) {
      clock = Temporal.Instant.from(day)
      await runJobs(plenary, day)
      await runJobs(plenary, day)
    }
    const asked = (await lettersTo(plenary, 'ben')).filter(({ key }) => key.includes('check-in'))
    expect(asked).toHaveLength(2)
    expect(asked[0]?.text).toContain('2 commitments')
    const told = (await lettersTo(plenary, 'ana')).filter(({ key }) => key.includes('unanswered'))
    expect(told).toHaveLength(2)
    ;(await ben.presses(pressed(asked[1] ?? { key: '', text: '', buttons: [] }, 'On track'))).hears('CM-001 is updated')
  })

  test('published notes become commitments of nobody, and the next session tells what became of them', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const ana = plenary.member('ana', { role: 'coordinator' })
    await ana.says('/session open First template:gfmd-2016-special')
    await ana.says('/note c write down a guide by june 2027')
    await ana.presses((await ana.says('/session publish')).button('Publish version 1'))
    ;(await ana.says('/commitment list show:orphans')).hears('write down a guide')
    await ana.says('/commitment accept CM-001')
    await ana.says('/commitment update CM-001 done')
    await ana.says('/session open Second template:gfmd-2016-special')
    ;(await ana.says('/session report')).hears('Since last time (S-001 First)').hears('CM-001 write down a guide by june 2027 (Done)')
    ;(await ana.says('/commitment report')).hears('Of 1 commitment, 1 done and 0 open')
  })
})

test('dropping asks why; merging and carrying over leave a trace', async () => {
  const ana = (await makePlenary()).member('ana')
  await ana.says('/commitment add One thing due:2027-01-31')
  await ana.says('/commitment add Another thing')
  ;(await ana.says('/commitment update CM-001 dropped')).hears('Say in a line why')
  await ana.says('/commitment merge CM-002 CM-001')
  ;(await ana.says('/commitment carry CM-001 december 2027')).hears('CM-003 carries it on')
  ;(await ana.says('/commitment list show:all')).hears('Merged: CM-001').hears('Carried over')
})

test('lists never name people, and who was only asked is not told around', async () => {
  const plenary = await makePlenary()
  const ana = plenary.member('ana')
  await ana.says('/commitment add A thing who:@ben')
  const list = await ana.says('/commitment list')
  expect(JSON.stringify(list.cards)).not.toContain('ben')
  expect(JSON.stringify((await ana.says('/commitment show CM-001')).cards)).toContain('"id":"ben"')
  const shown = await plenary.member('cleo').says('/commitment show CM-001')
  shown.hears('Who: A member')
  expect(JSON.stringify(shown.cards)).not.toContain('"id":"ben"')
})

test.each([
  ['june 2017', '2017-06-30'],
  ['21 March', '2017-03-21'],
  ['March 21', '2017-03-21'],
  ['juin 2017', '2017-06-30'],
  ['31 de diciembre de 2017', '2017-12-31'],
  ['end of 2017', '2017-12-31'],
  ['six months', '2017-06-09'],
  ['the GFMD in Germany', null],
  ['30 february 2017', null],
])('“%s” as a deadline', (words, day) => expect(readDue(words, Temporal.PlainDate.from('2016-12-09'))).toBe(day))

test('points come in order, each before the deadline, and none is lost by looking later', () => {
  const start = Temporal.PlainDate.from('2026-01-01')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 800 }), fc.integer({ min: 0, max: 800 }), (length, passed) => {
      const due = start.add({ days: length })
      const reached = pointsReached(start, due, start.add({ days: passed }))
      const earlier = pointsReached(start, due, start.add({ days: Math.max(0, passed - 1) }))
      expect(passed > length ? reached : reached.slice(0, 0)).toEqual([])
      if (passed <= length) for (const point of earlier) expect(reached).toContain(point)
    }),
  )
})
