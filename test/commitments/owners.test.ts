/** Purpose: a commitment may be a person's, an organisation's, a group's or nobody's yet; whoever is named is asked, and nobody else answers for them. */
import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/engines.ts'
import { lettersTo, pressed } from '../support/letters.ts'
import { makePlenary, type TestPlenary } from '../support/make-plenary.ts'

const hourly = async (plenary: TestPlenary) => {
  for (const job of plenary.jobs.filter(({ name }) => name === 'commitment-groups'))
    await job.run(Temporal.Instant.from('2026-11-21T10:00:00Z'))
}
const withGroup = async (url?: string) => {
  const plenary = await makePlenary(url)
  const [ana, ben] = [plenary.member('ana', { role: 'rapporteur' }), plenary.member('ben', { role: 'admin' })]
  for (const line of ['/group propose Europe', '/group offer europe', '/group launch europe']) await ben.says(line)
  return { plenary, ana, ben }
}

describe.each(ENGINES)('$name', engine => {
  test('a group’s: those who lead it are asked, one accepts, others can’t', async () => {
    const { plenary, ana, ben } = await withGroup(await engine.newUrl())
    ;(await ana.says('/commitment add Write a guide who: group:Europe due:2027-06-30')).hears('Group Europe').hears('Offered')
    const [letter, ...more] = (await lettersTo(plenary, 'ben')).filter(({ key }) => key.includes('commitment'))
    expect(more).toEqual([])
    expect(letter?.text).toContain('names the group you lead')
    ;(await plenary.member('cleo').says('/commitment accept CM-001')).hears('Somebody else was asked')
    ;(await ben.presses(pressed(letter ?? { key: '', text: '', buttons: [] }, 'I take it on'))).hears('CM-001 is taken on')
    ;(await ana.says('/commitment list group:europe')).hears('Write a guide').hears('Group Europe').hears('Accepted')
    expect(await plenary.db.selectFrom('dates').select('starts_on').execute()).toEqual([{ starts_on: '2027-06-30' }])
    await hourly(plenary)
    expect((await lettersTo(plenary, 'ben')).filter(({ key }) => key.includes('commitment/'))).toHaveLength(1)
  })

  test('a group’s, from a published note: asked within the hour, and once', async () => {
    const { plenary, ana } = await withGroup(await engine.newUrl())
    await ana.says('/session open First template:gfmd-2016-special')
    await ana.says('/note c write down a guide who: group:Europe due: june 2027')
    await ana.presses((await ana.says('/session publish')).button('Publish version 1'))
    await hourly(plenary)
    await hourly(plenary)
    expect((await lettersTo(plenary, 'ben')).filter(({ key }) => key.includes('offer-group'))).toHaveLength(1)
  })
})

test('a group declines, and is still the one that was named; it can be handed to another', async () => {
  const { plenary, ana, ben } = await withGroup()
  await ana.says('/commitment add Write a guide who: group:Europe')
  ;(await ben.says('/commitment decline CM-001')).hears('You declined')
  ;(await ana.says('/commitment show CM-001')).hears('Group Europe').hears('Declined')
  ;(await plenary.member('cleo').says('/commitment offer CM-001 @dia')).hears('Only who has taken on CM-001')
  ;(await ben.says('/commitment offer CM-001 @dia')).hears('I ask @dia about CM-001')
  ;(await ben.says('/commitment offer CM-001 group:Europe')).hears('I ask those who lead Europe')
})

test('a group that does not exist (yet), an organisation and nobody: whoever takes it on answers for it', async () => {
  const plenary = await makePlenary()
  const [ana, ben] = [plenary.member('ana'), plenary.member('ben')]
  ;(await ana.says('/commitment add One thing who: group:Atlantis')).hears('Group Atlantis')
  ;(await ana.says('/commitment add Immigrant Council will do another thing by june 2027')).hears('Who: Immigrant Council')
  ;(await ana.says('/commitment add A third thing')).hears('Who: Not yet known')
  for (const ref of ['CM-001', 'CM-002', 'CM-003']) (await ben.says(`/commitment accept ${ref}`)).hears(`${ref} is taken on`)
  ;(await ana.says('/commitment show CM-003')).hears('Who: @ben')
  ;(await ana.says('/commitment accept CM-002')).hears('Somebody else has taken on')
})
