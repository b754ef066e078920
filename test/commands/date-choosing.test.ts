/** Purpose: a date is found by its id, its day or its name, in the reader's language; what fits several is asked about, and so is nothing at all. */
import { expect, test } from 'vitest'
import { makePlenary } from '../support/make-plenary.ts'

test.each([
  ['en', '/date show 20 june', 'World Refugee Day'],
  ['en', '/date show trafficking', 'World Day against Trafficking in Persons'],
  ['fr', '/date show 20 juin', 'Journée mondiale des réfugiés'],
  ['fr', '/date show droits de l’homme', 'Journée des droits de l’homme'],
  ['es', '/date show 20 de junio', 'Día Mundial de los Refugiados'],
  ['ar', '/date show التسامح', 'اليوم الدولي للتسامح'],
])('%s: %s', async (locale, line, title) => {
  const ana = (await makePlenary()).member('ana', { locale })
  expect((await ana.says(line)).cards?.map(card => card.title)).toEqual([title])
})

test('what fits several is asked about', async () => {
  const ana = (await makePlenary()).member('ana')
  const asked = await ana.says('/date show 21 march')
  expect(asked.allButtons.map(({ label }) => label)).toEqual([
    'International Day for the Elimination of Racial Discrimination',
    'Week of Solidarity with the Peoples Struggling against Racism and Racial D…',
    'See the calendar',
  ])
  ;(await ana.presses(asked.button(/Week/))).hears('A/RES/34/24')
  ;(await ana.says('/date show migrants day')).hears('Several dates fit')
  ;(await ana.says('/date show of the day')).hears('There is no date')
})

test('who names none chooses among the next; what else was said is kept', async () => {
  const ana = (await makePlenary()).member('ana', { role: 'coordinator' })
  const asked = await ana.says('/date skip')
  asked.hears('Which date? These come next:')
  ;(await ana.presses(asked.button('Human Rights Day'))).hears(/Human Rights Day is skipped on Thursday,? 10 December 2026/)
  ;(await ana.says('/date skip 20 june')).hears(/World Refugee Day is skipped on Sunday,? 20 June 2027/)
  ;(await ana.says('/date skip 8-march 2028-03-08')).hears(/skipped on Wednesday,? 8 March 2028/)
  const edit = await ana.says('/date edit title:"Our day"')
  ;(await ana.presses(edit.button('International Migrants Day'))).hears('I understood this for “Our day”')
  ;(await ana.presses((await ana.says('/reminder add before:7')).button('International Migrants Day'))).hears('7 days before')
})

test('a starter date says who proclaimed it, in the reader’s language', async () => {
  const plenary = await makePlenary()
  ;(await plenary.member('ana').says('/date show 20-june')).hears('Proclaimed by: the General Assembly of the United Nations, A/RES/55/76')
  ;(await plenary.member('ben', { locale: 'fr' }).says('/date show migrants-sunday')).hears('L’Église catholique')
  ;(await plenary.member('ben', { locale: 'fr' }).says('/date show interfaith-week')).hears('lundi 1er février 2027')
})
