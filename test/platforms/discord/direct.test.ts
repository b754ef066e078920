/** Purpose: a direct message counts as said in the server that the person shares with Plenary, and never in one shared with strangers. */
import { beforeEach, expect, test } from 'vitest'
import { type FakeDiscord, GUILD } from '../../support/fake-discord/fake-discord.ts'
import { ANA, makePerson, seen, until, wordsOf } from '../../support/fake-discord/person.ts'
import { refuse, slowDown } from '../../support/fake-discord/refusals.ts'
import { openDiscord } from '../../support/fake-discord/start.ts'
import { makePlenary, type TestPlenary } from '../../support/make-plenary.ts'

const OTHER = '222222222222222223'
const [BEN, CEM] = ['555555555555555556', '555555555555555557']
const MANAGERS = '444444444444444444'
const DATE = '/date add "Our own day" 2026-12-01'
let plenary: TestPlenary
let discord: FakeDiscord
let now = Temporal.Now.instant()
beforeEach(async () => {
  now = Temporal.Now.instant()
  plenary = await makePlenary()
  discord = (await openDiscord({ plenary, others: { [OTHER]: 'Solidarity City' }, now: () => now })).discord
})

const direct = (id = ANA, stranger = false) => makePerson(discord, { id, direct: true, stranger })
const joins = (server: string, id: string, roles: string[] = []) =>
  (server === OTHER ? discord.others.get(OTHER) : discord.guild)?.members.set(id, new Set(roles))
const answer = async (interaction: ReturnType<ReturnType<typeof direct>['types']>) => wordsOf((await seen(interaction)).message)
const members = () =>
  plenary.db.selectFrom('members').innerJoin('spaces', 'spaces.id', 'space_id').select(['external_id', 'user_id']).execute()
const lookups = () => discord.requests.filter(({ path }) => /^\/guilds\/\d+\/members\/\d+$/.test(path))
const inServer = (space: string, id: string) => plenary.people.recognise({ address: { platform: 'discord', space, id } })

test('of one server: its member, with what they may do there and no more', async () => {
  expect(await answer(direct().types('/my language fr'))).toContain('Français')
  expect(await members()).toEqual([{ external_id: GUILD, user_id: ANA }])
  joins(GUILD, BEN, [MANAGERS])
  expect(await answer(direct(BEN).types('/my show'))).toContain('known here as admin')
  expect(await answer(direct(CEM).types('/my show'))).toContain('known here as member')
  expect(discord.refused.map(({ refusal }) => refusal.body.code)).toEqual(discord.refused.map(() => 10007))
})

test('people of different coalitions share nothing by way of the bot', async () => {
  direct(BEN)
  joins(OTHER, CEM)
  await plenary.people.setRole(await inServer(GUILD, BEN), { platform: 'discord', space: GUILD, id: BEN }, 'coordinator')
  await plenary.people.setRole(await inServer(OTHER, CEM), { platform: 'discord', space: OTHER, id: CEM }, 'coordinator')
  const asked = await seen(direct(BEN).types(DATE))
  await seen(direct(BEN).presses(asked, 'Yes, save'))
  expect(await answer(direct(BEN).types('/date list'))).toContain('Our own day')
  expect(await answer(makePerson(discord, { id: CEM, direct: true, stranger: true }).types('/date list'))).not.toContain('Our own day')
})

test('of no server: the library and the help are read; all else says where to go; nothing is kept', async () => {
  const stranger = direct(CEM, true)
  expect(await answer(stranger.types('/practice xenophobia schools'))).toContain('[Details]')
  expect(await answer(stranger.types('/help'))).not.toContain('Write to me in a server')
  for (const line of ['/my language fr', '/date list', '/group list', '/home', DATE])
    expect(await answer(stranger.types(line))).toContain('Write to me in a server that has me')
  const form = stranger.runs('my timezone')
  expect(await answer(form)).toContain('Write to me in a server that has me')
  stranger.says('What works against xenophobia in schools?')
  const post = await until(() => discord.posts[0], 'a post')
  expect(wordsOf(post.message)).toContain('[Details]')
  expect(wordsOf(post.message)).not.toContain('Introduce yourself')
  expect(await members()).toEqual([])
})

test('of several servers of different coalitions: asks, runs the very same there, and remembers it for half an hour', async () => {
  const ana = direct()
  joins(OTHER, ANA)
  const asked = await seen(ana.types('/my language fr'))
  expect(wordsOf(asked.message)).toMatch(/servers of different coalitions[\s\S]*\[A coalition\][\s\S]*\[Solidarity City\]/)
  expect(await members()).toEqual([])
  expect(await answer(ana.presses(asked, 'Solidarity City'))).toContain('Français')
  expect(await members()).toEqual([{ external_id: OTHER, user_id: ANA }])
  expect(await answer(ana.types('/my language en'))).toContain('English')
  now = now.add({ minutes: 31 })
  ana.says('my show')
  const post = await until(() => discord.posts[0], 'a post')
  expect(wordsOf(post.message)).toContain('[Solidarity City]')
  const pressed = ana.presses({ message: post.message, ephemeral: false, files: [], how: 'answer' }, 'A coalition')
  expect(await answer(pressed)).toContain('known here as member')
})

test('of many servers five are offered, and the rest told how', async () => {
  const many = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`22222222222222223${at}`, `City ${at}`]))
  const { discord: wide } = await openDiscord({ plenary, others: many })
  for (const { members } of wide.others.values()) members.set(ANA, new Set())
  const words = await answer(makePerson(wide, { direct: true }).types('/my show'))
  expect(words.match(/^\[.*\]$/gm)).toHaveLength(5)
  expect(words).toContain('write to me from that server')
})

test('what was asked in a server and answered directly belongs to that server', async () => {
  const ana = direct()
  joins(OTHER, ANA)
  makePerson(discord).says('<@111111111111111111> my show', { mentions: [{ id: '111111111111111111' }] })
  const { message } = await until(() => discord.posts[0], 'a post')
  const pressed = ana.presses({ message, ephemeral: false, files: [], how: 'answer' }, 'All that is held on me')
  expect(await answer(pressed)).not.toContain('different coalitions')
})

test('options are completed as in the server, and for a stranger from the library alone', async () => {
  for (const person of [direct(), direct(CEM, true)]) {
    const typed = person.completes('library get', 'id', 'P-00')
    expect((await until(() => typed.choices, 'choices')).length).toBeGreaterThan(0)
  }
})

test('a choice opens the dialog there', async () => {
  const ana = direct()
  joins(OTHER, ANA)
  const form = ana.presses(await seen(ana.runs('my timezone')), 'Solidarity City')
  await until(() => form.modal, 'the dialog')
  expect(await answer(ana.fills(form, { timezone: 'Nairobi' }))).toContain('Africa/Nairobi')
  expect(await members()).toEqual([{ external_id: OTHER, user_id: ANA }])
})

test('of several servers of one coalition: no question, and what they may do in the better one', async () => {
  const ana = direct()
  joins(OTHER, ANA)
  const { coalition } = await inServer(GUILD, ANA)
  await inServer(OTHER, ANA)
  await plenary.db.updateTable('spaces').set({ coalition_id: coalition }).where('external_id', '=', OTHER).execute()
  await plenary.people.setRole(await inServer(GUILD, ANA), { platform: 'discord', space: OTHER, id: ANA }, 'coordinator')
  expect(await answer(ana.types('/my show'))).toContain('known here as coordinator')
})

test.each([slowDown(30), refuse(500, 0, 'Internal Server Error'), 'hang', 'cut'] as const)(
  'where Discord does not say (%j): to try again, and nothing is run',
  { timeout: 15_000 },
  async how => {
    discord.fault({ on: ({ path }) => path.includes(`/guilds/${OTHER}/members/`), times: 1, how })
    expect(await answer(direct().runs('my timezone'))).toContain('Please try again')
    expect(await members()).toEqual([])
    // What only failed once is asked anew; what still waits is not asked twice.
    if (how === 'cut') expect(await answer(direct().types('/my language fr'))).toContain('Français')
  },
)

test('what Discord said is kept for minutes; a server that is gone, or was left, is not spoken for', async () => {
  const ana = direct()
  const shown = await seen(ana.types('/my show'))
  await seen(ana.types('/my show'))
  expect(lookups()).toHaveLength(2)
  now = now.add({ minutes: 6 })
  discord.guild.members.delete(ANA)
  expect(await answer(ana.presses(shown, 'Forget this'))).toContain('no longer share the server')
  expect(await answer(ana.types('/my show'))).toContain('Write to me in a server')
  joins(OTHER, ANA)
  now = now.add({ minutes: 6 })
  expect(await answer(ana.types('/my show'))).toContain('known here as')
  discord.gateway.dispatch('GUILD_DELETE', { id: OTHER })
  expect(await answer(ana.types('/my show'))).toContain('Write to me in a server')
})

test('what was once kept of direct messages is shown and erased with the rest, also for who is in no server any more', async () => {
  const once = (id: string) => plenary.people.setLanguage({ platform: 'discord', space: 'direct', id }, 'fr')
  await once(ANA)
  await once(CEM)
  await answer(direct().types('/my language en'))
  expect(await answer(direct().types('/my data'))).toContain('fr')
  await seen(direct().presses(await seen(direct().types('/my erase')), /^Yes/))
  expect(await members()).toEqual([{ external_id: 'direct', user_id: CEM }])
  await seen(direct(CEM, true).presses(await seen(direct(CEM, true).types('/my erase')), /^Yes/))
  expect(await members()).toEqual([])
})
