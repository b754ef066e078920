/** Purpose: two chats become one coalition, one person in two chats counts once, and both only by a code that works once. */
import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/engines.ts'
import { type Heard, makePlenary } from '../support/make-plenary.ts'

const codeIn = ({ words }: Heard) => /code:([\w-]+)/.exec(words)?.[1] ?? ''

async function twoChats(url?: string, now?: () => Temporal.Instant) {
  const plenary = await makePlenary(url, now)
  const here = plenary.member('ana', { role: 'admin' })
  const there = plenary.member('ben', { role: 'admin', space: 'other' })
  const link = async () => {
    const asked = await here.says('/settings link')
    return there.says(`/settings link code:${codeIn(await here.presses(asked.button('Give me a code')))}`)
  }
  return { plenary, here, there, link }
}

describe.each(ENGINES)('$name', engine => {
  test('two chats become one coalition; groups of the same name become one group', async () => {
    const { plenary, here, there, link } = await twoChats(await engine.newUrl())
    await here.says('/group propose Europe')
    await there.says('/group propose Europe')
    await there.says('/group propose issue:health')
    ;(await here.says('/group show health')).hears('no group')
    ;(await link()).hears('lives in 2 chats now')
    ;(await here.says('/group show europe')).hears('2 people interested')
    ;(await here.says('/group show health')).hears('Health')
    ;(await there.says('/group list')).hears('2 groups')
    ;(await here.says('/settings audit')).hears('Chat linked')
    expect(plenary.logged.join('')).not.toMatch(/ana|ben/)
  })

  test('dates, reminders and the calendar address of a group go with it into the one that stays', async () => {
    const { plenary, here, there, link } = await twoChats(await engine.newUrl())
    await here.says('/group propose Europe')
    await there.says('/group propose Europe')
    const asked = await there.says('/date add title:Forum when:"10 June 2027" group:europe')
    await there.presses(asked.button('Yes, save'))
    for (const who of [here, there]) {
      await who.presses((await who.says('/reminder add 21-march to:europe')).button('Yes, remind them'))
      await who.presses((await who.says('/reminder add 18-december to:europe before:7')).button('Yes, remind them'))
    }
    await there.presses((await there.says('/reminder add 20-june to:europe')).button('Yes, remind them'))
    const made = await there.presses((await there.says('/date feed for:group group:europe')).button('Make an address'))
    await link()
    ;(await here.says('/date list group:europe')).hears('1 day').hears('Forum')
    ;(await here.says('/reminder list')).hears('3 reminders').hears('World Refugee Day').hears('Goes to: Europe')
    const file = await plenary.calendar.feeds.read(/feeds\/([\w-]+)\.ics/.exec(made.words)?.[1] ?? '')
    expect(file).toContain('SUMMARY:Forum')
  })

  test('a person who is in both chats counts once, and two again when the link is ended', async () => {
    const { plenary, here, link } = await twoChats(await engine.newUrl())
    await link()
    const [one, other] = [plenary.member('cem'), plenary.member('cem-too', { space: 'other' })]
    await here.says('/group propose name:Ports')
    await here.says('/group launch ports')
    await one.says('/group join ports')
    await other.says('/group join ports')
    ;(await here.says('/group show ports')).hears('2 members')
    const code = codeIn(await one.presses((await one.says('/my link')).button('Give me a code')))
    ;(await other.says(`/my link code:${code.toLowerCase().replace('-', ' ')}`.replace(/code:(\w+) (\w+)/, 'code:"$1 $2"'))).hears('Linked')
    ;(await here.says('/group show ports')).hears('1 member')
    ;(await one.says('/group join ports')).hears('already')
    ;(await other.says(`/my link code:${code}`)).hears('does not work')
    ;(await one.says('/my unlink')).hears('ended')
    ;(await here.says('/group show ports')).hears('2 members')
    ;(await one.says('/group leave ports')).hears('left')
    ;(await here.says('/group show ports')).hears('1 member')
  })
})

test('a code works for 15 minutes, for the one purpose, and not for what is linked already', async () => {
  let now = Temporal.Instant.from('2026-11-21T09:00:00Z')
  const { plenary, here, there } = await twoChats(undefined, () => now)
  const ask = async () => codeIn(await here.does({ command: 'settings link', options: { make: 'yes' } }))
  const late = await ask()
  now = now.add({ minutes: 16 })
  ;(await there.says(`/settings link code:${late}`)).hears('does not work')
  const code = await ask()
  ;(await plenary.member('cem', { space: 'other' }).says(`/my link code:${code}`)).hears('does not work')
  ;(await here.says(`/settings link code:${code}`)).hears('part of that coalition already')
  ;(await there.says(`/settings link code:${code}`)).hears('2 chats')
  ;(await there.says(`/settings link code:${code}`)).hears('does not work')
  expect((await plenary.member('dia').says('/settings link')).words).toContain('This is for the role')
})

test('people are linked only within one coalition', async () => {
  const { plenary } = await twoChats()
  const code = codeIn(await plenary.member('cem').does({ command: 'my link', options: { make: 'yes' } }))
  ;(await plenary.member('cem', { space: 'other' }).says(`/my link code:${code}`)).hears('not linked yet')
})
