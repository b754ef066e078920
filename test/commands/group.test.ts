/** Purpose: the life of a group as people live it: proposed, interest, offer, launch, join, leave, on both databases. */
import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/engines.ts'
import { makePlenary } from '../support/make-plenary.ts'
import { spokenTo } from '../support/spoken.ts'

describe.each(ENGINES)('$name', engine => {
  test('from a first idea to a working group', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const people = ['ana', 'ben', 'cem', 'dia', 'eli'].map(name => plenary.member(name))
    const [ana, ben, cem, dia, eli] = people as [
      (typeof people)[0],
      (typeof people)[0],
      (typeof people)[0],
      (typeof people)[0],
      (typeof people)[0],
    ]
    ;(await ana.says('/group propose Europe')).hears('“Europe” is proposed').hears('4 more people are needed')
    ;(await ben.says('/group offer europe when:interest')).hears('if there is interest')
    ;(await ben.says('/group launch europe')).hears('4 more interested people are needed')
    ;(await ben.says('/group interest europe')).hears('3 more people are needed')
    ;(await cem.says('/group interest europe')).hears('2 more people')
    ;(await cem.says('/group interest europe')).hears('already said so').hears('2 more people')
    ;(await dia.says('/group interest Europa')).hears('1 more person is needed')
    ;(await eli.says('/group interest europe')).hears('enough to start')
    expect(await spokenTo(plenary, 'ben')).toEqual([expect.stringMatching(/one click and it starts/)])
    expect(await spokenTo(plenary, 'ana')).toEqual([expect.stringMatching(/You’ll hear from me when it starts/)])
    ;(await ben.says('/group launch europe')).hears('Europe has started').hears('coordinator')
    ;(await ben.says('/group launch europe')).hears('active already')
    expect(await spokenTo(plenary, 'eli')).toHaveLength(2)
    ;(await eli.says('/group join europe')).hears('Who sees this').hears('You are in Europe.')
    ;(await eli.says('/group join europe')).hears('already')
    ;(await ana.says('/group show europe')).hears('2 members').hears('1 coordinator')
    ;(await eli.says('/group leave europe')).hears('you have left Europe')
    ;(await eli.says('/group leave europe')).hears('You were not in Europe')
    expect((await plenary.db.selectFrom('members').select('user_id').execute()).map(row => row.user_id)).not.toContain('eli')
  })

  test('who offers to coordinate a group that nobody coordinates is told to those who decide, and Plenary goes on', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const ana = plenary.member('ana', { role: 'admin' })
    await ana.says('/settings role @ben coordinator')
    await ana.says('/group propose Europe')
    await ana.says('/group launch europe')
    ;(await plenary.member('cem').says('/group offer europe')).hears('offer')
    ;(await ana.says('/group show europe')).hears('1 offer to coordinate')
    expect(await spokenTo(plenary, 'ben')).toHaveLength(1)
  })

  test('a group with a name of its own is found by its region where there is no other', async () => {
    const ana = (await makePlenary(await engine.newUrl())).member('ana')
    await ana.says('/group propose Welcoming cities region:europe')
    ;(await ana.says('/group interest europe')).hears('Welcoming cities interests you')
    await ana.says('/group propose Europe')
    ;(await ana.says('/group show europe')).hears('Europe: 1 person interested')
  })

  test('the same click twice, and two people at the same moment, change nothing twice', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const admin = plenary.member('ana', { role: 'admin' })
    await admin.says('/group propose threshold:3 "Cities of welcome"')
    const both = ['ben', 'cem'].flatMap(name => [1, 2].map(() => plenary.member(name).says('/group interest cities of welcome')))
    const replies = await Promise.all(both)
    expect(replies.filter(({ words }) => words.includes('enough to start')).length).toBeGreaterThan(0)
    expect(await spokenTo(plenary, 'ana')).toHaveLength(1)
    const again = await Promise.all([admin.says('/group launch cities of welcome'), admin.says('/group launch cities of welcome')])
    expect(again.filter(({ words }) => words.includes('has started'))).toHaveLength(1)
    const joins = await Promise.all(
      Array.from({ length: 6 }, (_, at) => plenary.member(`m${at % 3}`).says('/group join cities of welcome')),
    )
    expect(joins.every(({ mood }) => mood !== 'error')).toBe(true)
    ;(await admin.says('/group show cities of welcome')).hears('3 members')
  })

  test('a sensitive group: waiting, answered, and names only for those who lead', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const ana = plenary.member('ana', { role: 'admin' })
    const ben = plenary.member('ben')
    await ana.says('/group propose rules:asked name:Shelters')
    await ana.says('/group offer shelters')
    await ana.says('/group launch shelters')
    ;(await ben.says('/group join shelters')).hears('with its coordinators')
    ;(await ben.says('/group join shelters')).hears('with its coordinators')
    expect(await spokenTo(plenary, 'ana')).toHaveLength(1)
    expect((await ben.says('/group requests shelters')).mood).toBe('error')
    const waiting = await ana.says('/group requests shelters')
    waiting.hears('1 person waits').hears('@ben')
    ;(await ana.presses(waiting.button('Let in'))).hears('they are in the group')
    ;(await ana.presses(waiting.button('Turn down'))).hears('answered or taken back')
    expect(await spokenTo(plenary, 'ben')).toEqual([expect.stringMatching(/You are in Shelters now/)])
    ;(await ana.says('/group people shelters')).hears('@ben')
    expect((await ben.says('/group people shelters')).mood).toBe('error')
    ;(await plenary.member('cem', { role: 'admin' }).says('/group people shelters')).hears('Only those who coordinate')
    expect(plenary.logged.join('')).not.toContain('ben')
  })

  test('coordination is handed over with the other’s yes', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const [ana, ben] = [plenary.member('ana', { role: 'admin' }), plenary.member('ben')]
    await ana.says('/group propose name:Harbours')
    await ana.says('/group offer harbours')
    await ana.says('/group launch harbours')
    await ben.says('/group join harbours')
    const seats = await ana.says('/group seats harbours')
    await ana.presses(seats.button('Hand over to them'))
    await ana.presses(seats.button('Hand over to them'))
    expect(await spokenTo(plenary, 'ben')).toHaveLength(1)
    ;(await ben.says('/group accept harbours')).hears('you coordinate Harbours now')
    ;(await ben.says('/group accept harbours')).hears('Nobody is asking you')
    expect(await plenary.db.selectFrom('group_seats').select('seat').execute()).toEqual([{ seat: 'coordinator' }])
    expect((await ana.says('/group people harbours')).mood).toBe('error')
    ;(await ben.says('/group resign harbours')).hears('thank you')
  })
})

test('fuzzy names: regions, issues, other languages, typing mistakes; and what to do when there is none', async () => {
  const plenary = await makePlenary()
  const ana = plenary.member('ana', { role: 'admin' })
  await ana.says('/group propose region:"latin america"')
  await ana.says('/group propose issue:"hate speech"')
  ;(await ana.says('/group show lat am')).hears('Latin America')
  ;(await ana.says('/group show América Latina')).hears('Latin America')
  ;(await ana.says('/group show peru')).hears('Latin America')
  ;(await ana.says('/group show hate speach')).hears('Hate speech')
  const none = await ana.says('/group show afrique de l’ouest')
  none.hears('no group for “West Africa” yet')
  const form = await ana.presses(none.button('Propose one for West Africa'))
  expect(form.form?.fields.find(({ name }) => name === 'region')?.value).toBe('west-africa')
  ;(await plenary.member('ben', { locale: 'fr' }).says('/group list')).hears('Amérique latine')
  ;(await ana.says('/group show qqqqq')).hears('There is no group “qqqqq”')
})

test('whether members see each other is chosen in the form; once a group has started, names can only be closed', async () => {
  const plenary = await makePlenary()
  const [ana, ben] = [plenary.member('ana', { role: 'admin' }), plenary.member('ben')]
  const form = (await ana.says('/group propose')).form ?? (await ana.does({ command: 'group propose', options: {}, form: true })).form
  expect(form?.fields.find(({ name }) => name === 'rules')?.choices?.map(({ label }) => label.length <= 75)).toEqual(Array(4).fill(true))
  await ana.does({ command: 'group propose', options: { name: 'Rivers' } })
  ;(await ana.does({ command: 'group edit', options: { group: 'rivers', rules: 'visible' } })).hears('members see each other')
  await ana.says('/group launch rivers')
  await ana.says('/group join rivers')
  ;(await ben.says('/group join rivers')).hears('Its coordinators and its members see who')
  ;(await ben.says('/group people rivers')).hears('@ana')
  ;(await ana.does({ command: 'group edit', options: { group: 'rivers', rules: 'asked' } })).hears('A coordinator says yes')
  expect((await ben.says('/group people rivers')).mood).toBe('error')
  const again = await ana.does({ command: 'group edit', options: { group: 'rivers', rules: 'visible' } })
  expect(again.hears('on the promise that their names stay hidden').field).toBe('rules')
})

test('names are refused or made harmless', async () => {
  const ana = (await makePlenary()).member('ana', { role: 'admin' })
  const propose = (name: string) => ana.does({ command: 'group propose', options: { name } })
  expect((await propose('x'.repeat(10_000))).mood).toBe('error')
  expect((await propose('x'.repeat(61))).field).toBe('name')
  expect((await propose('😀😀')).mood).toBe('error')
  ;(await propose('Care 👩‍👩‍👧 work')).hears('Care 👩‍👩‍👧 work')
  ;(await propose('<b>@everyone</b> *x*')).hears('<b>@everyone</b> *x*')
  ;(await propose('ali\u202eneve')).hears('alineve')
  ;(await propose('مجموعة المتوسط')).hears('\u2068مجموعة المتوسط\u2069')
})

test('a name of 10,000 characters, markup or another direction is an answer too, wherever a group is meant', async () => {
  const plenary = await makePlenary()
  const ana = plenary.member('ana', { role: 'admin' })
  await ana.says('/group propose name:Rivers')
  const purpose = await ana.does({ command: 'group edit', options: { group: 'rivers', purpose: 'x'.repeat(10_000) } })
  expect([purpose.mood, purpose.field]).toEqual(['error', 'purpose'])
  ;(await ana.does({ command: 'group edit', options: { group: 'rivers', purpose: '[x](javascript:alert(1)) @here \u202ecod' } })).hears(
    '[x](javascript:alert(1)) @here cod',
  )
  for (const name of ['x'.repeat(10_000), '<@U1> *b*', '\u202e\u0000', '👩‍👩‍👧']) {
    for (const command of ['group show', 'group join', 'group interest', 'group leave']) {
      const reply = await ana.does({ command, options: { group: name } })
      expect(reply.words, `${command} ${name.slice(0, 20)}`).not.toContain('reference')
    }
  }
  expect(plenary.logged.join('')).not.toContain('"level":50')
})

test('a group is renamed while a form is open: the form still means the same group', async () => {
  const ana = (await makePlenary()).member('ana', { role: 'admin' })
  const shown = await ana.says('/group propose name:Rivers')
  const leave = shown.button('No longer interested')
  await ana.does({ command: 'group edit', options: { group: 'rivers', name: 'Lakes' } })
  ;(await ana.presses(leave)).hears('left Lakes')
  ;(await ana.says('/group propose name:Rivers')).hears('is proposed')
  ;(await ana.does({ command: 'group edit', options: { group: 'rivers', name: 'LAKES' } })).hears('Another group has this name')
})

test('pictures: a map that counts each person once by region, and a bar for each group, in the reader’s language', async () => {
  const plenary = await makePlenary()
  const ana = plenary.member('ana', { role: 'admin' })
  await ana.says('/group propose issue:"hate speech"')
  expect((await ana.says('/group map')).pictures).toHaveLength(1)
  for (const line of ['region:europe', 'region:europe issue:"hate speech"']) {
    const shown = await ana.says(`/group propose ${line}`)
    const group = shown.allButtons[0]?.options?.['group'] ?? ''
    await ana.does({ command: 'group launch', options: { group } })
    for (const name of ['ana', 'ben']) await plenary.member(name).does({ command: 'group join', options: { group } })
  }
  await ana.says('/group propose region:kenya')
  const { pictures = [] } = await ana.says('/group map')
  expect(pictures.map(({ name }) => name)).toEqual(['map.png', 'groups.png'])
  expect(pictures[0]?.alt).toBe('People by region: Europe: 2 members; East Africa: 1 person interested so far')
  const arabic = await plenary.member('ben', { locale: 'ar' }).says('/group map')
  expect(arabic.pictures?.[0]?.alt).toContain('أوروبا')
  for (const { png } of [...pictures, ...(arabic.pictures ?? [])]) expect(Buffer.from(png).subarray(1, 4).toString()).toBe('PNG')
})
