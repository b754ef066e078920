/** Purpose: `/settings role` in Discord: the person is named by a mention as Discord hands it over, or chosen in the form. */
import { beforeEach, expect, test } from 'vitest'
import { type FakeDiscord, GUILD } from '../../support/fake-discord/fake-discord.ts'
import { makePerson, seen, until, wordsOf } from '../../support/fake-discord/person.ts'
import { openDiscord } from '../../support/fake-discord/start.ts'
import { makePlenary, type TestPlenary } from '../../support/make-plenary.ts'

const BEN = '555555555555555556'
let plenary: TestPlenary
let discord: FakeDiscord
beforeEach(async () => {
  plenary = await makePlenary()
  discord = (await openDiscord({ plenary })).discord
})
const ana = () => makePerson(discord, { permissions: '32' })
const roleOf = async (id: string) =>
  (await plenary.people.recognise({ address: { platform: 'discord', space: GUILD, id }, vouched: 'guest' })).role

test.each([`<@${BEN}>`, `<@!${BEN}>`])('%s', async mention => {
  const shown = await seen(ana().runs('settings role', { person: mention, role: 'coordinator' }))
  expect(wordsOf(shown.message)).toContain(`<@${BEN}> now has the role: coordinator`)
  expect(await roleOf(BEN)).toBe('coordinator')
})

test('in a line, and in a message that mentions Plenary', async () => {
  await seen(ana().types(`/settings role <@${BEN}> coordinator`))
  expect(await roleOf(BEN)).toBe('coordinator')
  ana().says(`<@111111111111111111> settings role person:<@${BEN}> role:rapporteur`, {
    mentions: [{ id: '111111111111111111' }, { id: BEN }],
    member: { roles: ['444444444444444444'] },
  })
  await until(() => discord.posts.length > 0, 'an answer')
  expect(await roleOf(BEN)).toBe('rapporteur')
})

test('a name that is no mention is nobody', async () => {
  const shown = await seen(ana().runs('settings role', { person: '@ben', role: 'coordinator' }))
  expect(wordsOf(shown.message)).toContain('I don’t know who “\\@ben” is')
})

test('in the form one chooses among the people there', async () => {
  const asked = ana().runs('settings role')
  await until(() => asked.modal, 'the form')
  expect(asked.modal?.components[0]?.component.type).toBe(5)
  const shown = await seen(ana().fills(asked, { person: BEN, role: 'rapporteur' }))
  expect(wordsOf(shown.message)).toContain('now has the role: rapporteur')
  expect(await roleOf(BEN)).toBe('rapporteur')
})
