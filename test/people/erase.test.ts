/** Purpose: everything that is held can be seen, taken away as a file, and erased with all that hangs on it; and time erases too. */
import { describe, expect, test } from 'vitest'
import { letterPrefix } from '../../src/groups/tell.ts'
import { ENGINES } from '../support/engines.ts'
import { makeFakeHomes } from '../support/fake-homes.ts'
import { makePlenary, type TestPlenary } from '../support/make-plenary.ts'

const START = Temporal.Instant.from('2026-11-21T09:00:00Z')

/** ana coordinates one group, is interested in another, has a role, a language, a letter that waits and a draft. */
async function busyAna(url?: string, now?: () => Temporal.Instant) {
  const plenary = await makePlenary(url, now)
  plenary.homes.offer('web', makeFakeHomes())
  const ana = plenary.member('ana', { role: 'admin' })
  await ana.says('/my language en')
  await ana.says('/group propose threshold:2 name:Ports')
  await ana.says('/group offer ports')
  await plenary.member('ben').says('/group interest ports')
  await ana.says('/group launch ports')
  await ana.says('/group propose name:Rivers')
  await ana.says('/group home ports make:here')
  await ana.says('/group announce ports A private draft')
  await ana.does({ command: 'settings role', options: { person: '@ana', role: 'rapporteur' } })
  return { plenary, ana }
}

/** Every text of every row of the tables that groups and people write. */
async function everything({ db }: TestPlenary): Promise<string> {
  const tables = ['members', 'group_people', 'group_seats', 'group_drafts', 'link_codes', 'audit', 'deliveries', 'delivery_lanes'] as const
  return JSON.stringify(await Promise.all(tables.map(table => db.selectFrom(table).selectAll().execute())))
}

describe.each(ENGINES)('$name', engine => {
  test('data shows everything, also as a file', async () => {
    const { ana } = await busyAna(await engine.newUrl())
    const shown = await ana.says('/my data')
    shown
      .hears('G-1: member')
      .hears('G-1: coordinator')
      .hears('G-2: interested')
      .hears('an announcement')
      .hears('audit trail')
      .hears('rapporteur')
    const file: Record<string, unknown[]> = JSON.parse(new TextDecoder().decode(shown.files?.[0]?.bytes))
    expect(Object.keys(file).sort()).toEqual(['audit', 'groups', 'letters', 'members'])
    expect(file['groups']).toContainEqual(expect.objectContaining({ text: 'A private draft' }))
  })

  test('erasing asks once, and leaves no trace', async () => {
    const { plenary, ana } = await busyAna(await engine.newUrl())
    expect(await everything(plenary)).toContain('ana')
    const asked = await ana.says('/my erase')
    asked.hears('can’t be undone')
    ;(await ana.presses(asked.button('Yes, erase everything'))).hears('does not know you any more')
    expect(await everything(plenary)).not.toMatch(/ana\b|private draft/)
    ;(await ana.says('/my data')).hears('holds nothing on you')
    ;(await plenary.member('ben').says('/group show ports')).hears('the seat is open')
    expect(plenary.logged.join('')).not.toContain('ana')
  })

  test('retention forgets in time, and logs counts only', async () => {
    let now = START
    const { plenary } = await busyAna(await engine.newUrl(), () => now)
    now = now.add({ hours: 24 * 400 })
    await plenary.jobs.find(({ name }) => name === 'retention')?.run(now)
    expect(await plenary.db.selectFrom('audit').selectAll().execute()).toEqual([])
    expect(await plenary.db.selectFrom('group_drafts').selectAll().execute()).toEqual([])
    expect(await plenary.db.selectFrom('group_people').select('part').execute()).toEqual([{ part: 'member' }])
    expect(plenary.logged.join('')).toMatch(/"audit":\d/)
  })

  test('coordinators are asked every 90 days, privately; silence opens the seat without a name', async () => {
    let now = START
    const { plenary, ana } = await busyAna(await engine.newUrl(), () => now)
    const checkIn = async () => plenary.jobs.find(({ name }) => name === 'group-check-ins')?.run(now)
    const letters = async () => (await plenary.db.selectFrom('deliveries').select('key').execute()).map(({ key }) => key)
    const asked = async () =>
      (await letters()).filter(key => key.startsWith(letterPrefix({ platform: 'web', space: 'test', id: 'ana' })) && key.includes('still'))
    now = now.add({ hours: 24 * 91 })
    await checkIn()
    await checkIn()
    expect(await asked()).toHaveLength(1)
    ;(await ana.says('/group still ports')).hears('stays with you')
    now = now.add({ hours: 24 * 20 })
    await checkIn()
    ;(await ana.says('/group show ports')).hears('1 coordinator')
    now = now.add({ hours: 24 * 91 })
    await checkIn()
    now = now.add({ hours: 24 * 15 })
    await checkIn()
    await checkIn()
    ;(await ana.says('/group show ports')).hears('the seat is open')
    expect((await letters()).filter(key => key.includes(':open:'))).toHaveLength(1)
  })
})

test('admins give roles by mention, and a role opens what it is for', async () => {
  const plenary = await makePlenary()
  const [ana, ben] = [plenary.member('ana', { role: 'admin' }), plenary.member('ben')]
  ;(await ben.says('/settings roles')).hears('This is for the role')
  ;(await ana.does({ command: 'settings role', options: { person: 'ben', role: 'admin' } })).hears('Mention them')
  ;(await ana.does({ command: 'settings role', options: { person: '<@ben>', role: 'admin' } })).hears('@ben now has the role: admin')
  ;(await ben.says('/settings roles')).hears('1 person was given a role')
  await ana.does({ command: 'settings role', options: { person: '@ben', role: 'member' } })
  ;(await ben.says('/settings roles')).hears('This is for the role')
  expect(await plenary.db.selectFrom('members').selectAll().execute()).toEqual([])
})

test('a newcomer picks regions, issues, language and zone in one form, and nothing of the picks is kept', async () => {
  const plenary = await makePlenary()
  await plenary.member('ana').says('/group propose Europe')
  const ben = plenary.member('ben', { locale: 'fr' })
  const home = await ben.says('/home')
  const form = (await ben.presses(home.button('Me présenter'))).form
  expect(form?.fields.map(({ name }) => name)).toEqual(['region', 'issue', 'language', 'timezone'])
  const options = { region: 'europe, west africa', issue: 'santé', language: 'es', timezone: 'Dakar' }
  const welcomed = await ben.does({ command: 'my welcome', options })
  welcomed.hears('Europa').hears('Africa/Dakar').button('Proponer uno: África Occidental')
  const rows = await plenary.db.selectFrom('members').select(['language', 'zone']).where('user_id', '=', 'ben').execute()
  expect(rows).toEqual([{ language: 'es', zone: 'Africa/Dakar' }])
})
