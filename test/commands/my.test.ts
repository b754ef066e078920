/** Purpose: language and zone: taken from the platform, chosen by the member, forgotten on request. */
import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/engines.ts'
import { makePlenary } from '../support/make-plenary.ts'

describe.each(ENGINES)('$name', engine => {
  test('a member chooses a language and a zone, and both are kept', async () => {
    const ana = (await makePlenary(await engine.newUrl())).member('ana')
    await ana.says('/my language fr')
    const set = await ana.says('/my timezone nairobi')
    expect(set.words).toContain('Africa/Nairobi')
    const shown = await ana.says('/my')
    shown.hears('Français').hears('Africa/Nairobi')
  })

  test('forgetting takes the language from the chat again, and keeps nothing', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const ana = plenary.member('ana', { locale: 'es-419' })
    await ana.says('/my language en')
    await ana.says('/my forget')
    ;(await ana.says('/my')).hears('Español')
    expect(await plenary.db.selectFrom('members').selectAll().execute()).toEqual([])
  })

  test('searching leaves no trace of the one who searches', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    await plenary.member('ana').says('/practice xenophobia')
    expect(await plenary.db.selectFrom('members').selectAll().execute()).toEqual([])
  })
})

test('the form asks for both, starting from what is known', async () => {
  const ana = (await makePlenary()).member('ana', { locale: 'fr', zone: 'Europe/Paris' })
  const shown = await ana.says('/my')
  const asked = await ana.presses(shown.allButtons.find(button => button.form) ?? shown.button('missing'))
  expect(asked.form?.fields.map(({ name, value }) => [name, value])).toEqual([
    ['language', 'fr'],
    ['timezone', 'Europe/Paris'],
  ])
})

test('a wrong answer in the form points at its field', async () => {
  const ana = (await makePlenary()).member('ana')
  const answered = await ana.does({ command: 'my profile', options: { language: 'en', timezone: 'Nowhereville-on-Sea' } })
  expect(answered).toMatchObject({ mood: 'error', field: 'timezone' })
})
