/** Purpose: homes, the plan that is shown before anything is done, and announcements that say whom they reach. */
import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/engines.ts'
import { makeFakeHomes } from '../support/fake-homes.ts'
import { makePlenary } from '../support/make-plenary.ts'
import { spokenTo } from '../support/spoken.ts'

async function makeGroup(url = ':memory:') {
  const plenary = await makePlenary(url)
  const homes = makeFakeHomes()
  plenary.homes.offer('web', homes)
  const ana = plenary.member('ana', { role: 'admin' })
  await ana.says('/group propose name:Ports')
  await ana.says('/group offer ports')
  await ana.says('/group launch ports')
  return { plenary, homes, ana }
}
const at = (id: string) => ({ platform: 'web', space: 'test', id }) as const
const channel = at('ports')

describe.each(ENGINES)('$name', engine => {
  test('a channel is made with its members in it; one of fifty cannot be invited, and nothing is lost', async () => {
    const { plenary, homes, ana } = await makeGroup(await engine.newUrl())
    for (let number = 0; number < 49; number++) await plenary.member(`m${number}`).says('/group join ports')
    homes.unknownPeople.add('m7')
    ;(await ana.says('/group home ports make:private')).hears('1 person could not be brought there: the chat does not know them any more')
    expect(homes.channels.get('web:test:ports')?.size).toBe(49)
    ;(await ana.says('/group show ports')).hears('50 members')
    const plan = await ana.says('/group sync ports')
    plan.hears('invite 1')
    homes.unknownPeople.clear()
    ;(await ana.presses(plan.button('Invite 1'))).hears('1 invited, 0 taken out')
    ;(await ana.says('/group sync ports')).hears('Nothing to do')
  })

  test('two groups that take the same name at the same moment: one has it, the other is told', async () => {
    const { ana } = await makeGroup(await engine.newUrl())
    for (const name of ['Rivers', 'Hills']) await ana.says(`/group propose name:${name}`)
    const renamed = await Promise.all(
      ['rivers', 'hills'].map(group => ana.does({ command: 'group edit', options: { group, name: 'Lakes' } })),
    )
    expect(renamed.filter(({ mood }) => mood !== 'error')).toHaveLength(1)
    renamed.find(({ mood }) => mood === 'error')?.hears('Another group has this name')
  })

  test('an announcement goes to every home, once, and says where it arrived', async () => {
    const { plenary, ana } = await makeGroup(await engine.newUrl())
    await ana.says('/group home ports make:here')
    await plenary.member('ben').says('/group join ports')
    expect((await plenary.member('ben').says('/group announce ports Hello')).mood).toBe('error')
    const shown = await ana.says('/group announce ports We meet on Monday. @everyone')
    shown.hears('this reaches 2 people in 1 chat, through 1 channel').hears('We meet on Monday. @everyone')
    const send = shown.button('Send to 1 channel')
    await Promise.all([ana.presses(send), ana.presses(send)])
    expect(await spokenTo(plenary, 'general')).toEqual([expect.stringContaining('We meet on Monday')])
    ;(await ana.presses(send)).hears('On its way: 1')
    expect(await plenary.db.selectFrom('group_drafts').select('body').execute()).toEqual([{ body: '' }])
  })
})

test('others in the channel are left alone; more than five are taken out only after a second yes', async () => {
  const { homes, ana } = await makeGroup()
  await ana.says('/group home ports make:public')
  for (let number = 0; number < 6; number++) homes.put(channel, at(`stranger${number}`))
  const plan = await ana.says('/group sync ports')
  plan.hears('6 in the channels are not in the group; I leave them alone')
  const sure = await ana.presses(plan.button(/take out 6/))
  sure.hears('Are you sure?')
  expect(homes.channels.get('web:test:ports')?.size).toBe(7)
  homes.put(channel, at('stranger6'))
  ;(await ana.presses(sure.button('Yes, take out 6'))).hears('Nobody was taken out: more people have come in')
  const again = await ana.presses((await ana.says('/group sync ports')).button(/take out 7/))
  ;(await ana.presses(again.button('Yes, take out 7'))).hears('7 taken out')
  expect([...(homes.channels.get('web:test:ports') ?? [])]).toEqual(['web:test:ana'])
})

test.each([
  ['gone', 'was deleted', 'deleted'],
  ['archived', 'is archived', 'archived'],
  ['not-a-member', 'I am not in that channel', 'without Plenary in it'],
] as const)('a home that is %s: a clear sentence, and joining still works', async (condition, inPlan, inReach) => {
  const { plenary, homes, ana } = await makeGroup()
  await ana.says('/group home ports make:public')
  homes.condition = condition
  homes.trouble = condition
  ;(await plenary.member('ben').says('/group join ports')).hears('You are in Ports').hears('could not open its channel')
  ;(await ana.says('/group sync ports')).hears(inPlan)
  ;(await ana.says('/group announce ports Hello')).hears(inReach).hears('through 0 channels')
  ;(await ana.says('/group show ports')).hears('2 members').hears(inReach)
})

test('a home belongs to one group, and is not made in a conversation between two', async () => {
  const { homes, ana } = await makeGroup()
  await ana.says('/group propose name:Rivers')
  await ana.says('/group home ports make:here')
  ;(await ana.says('/group home ports make:here')).hears('already')
  ;(await ana.says('/group home rivers make:here')).hears('home of another group')
  ;(await ana.says('/group show')).hears('Ports')
  ;(await ana.says('/group home ports make:none')).hears('no home of the group any more')
  homes.trouble = 'not-allowed'
  ;(await ana.says('/group home ports make:private')).hears('does not let me do that')
})

test('a reminder for a group finds its homes while it is being made', async () => {
  const { ana } = await makeGroup()
  await ana.says('/group home ports make:here')
  const asked = await ana.says('/reminder add 21-march to:ports before:7')
  asked.hears('Ports: this reaches 1 person through 1 channel. I would remind them 7 days before, at 09:00 (UTC). Shall I?')
  ;(await ana.presses(asked.button('Yes, remind them'))).hears('I’ll remind')
})
