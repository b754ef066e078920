/** Purpose: nobody is named who did not agree: quotes, mentions, and who wrote what. */
import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/engines.ts'
import { lettersTo, pressed } from '../support/letters.ts'
import { makePlenary } from '../support/make-plenary.ts'

const opened = async (url?: string) => {
  const plenary = await makePlenary(url)
  const [ana, ben] = [plenary.member('ana', { role: 'rapporteur' }), plenary.member('ben', { locale: 'fr' })]
  await ben.says('/my language fr')
  await ana.says('/session open Voices template:gfmd-2016')
  return { plenary, ana, ben }
}
const published = async (ana: Awaited<ReturnType<typeof opened>>['ana']) => {
  const done = await ana.presses((await ana.says('/session publish')).button(/^Publish version/))
  return (await ana.presses(done.button('As Markdown'))).files?.map(({ bytes }) => new TextDecoder().decode(bytes)).join('') ?? ''
}

describe.each(ENGINES)('$name', engine => {
  test('a speaker who agrees is named as they wish; the link to them is gone afterwards', async () => {
    const { plenary, ana, ben } = await opened(await engine.newUrl())
    ;(await ana.says('/note quote "We give back to our town" from:@ben')).hears('I ask the speaker; until then it is anonymous')
    const [letter] = await lettersTo(plenary, 'ben')
    expect(letter?.text).toContain('We give back to our town')
    expect(letter?.text).toContain('restent anonymes')
    const button = pressed(letter ?? { key: '', text: '', buttons: [] }, 'Nommer seulement mon organisation')
    ;(await ben.does({ command: button.command, options: { ...button.options, name: 'Migrant Forum' } })).hears('Migrant Forum')
    expect(await published(ana)).toContain('Said by: Migrant Forum')
    expect(await plenary.db.selectFrom('quote_consents').select('speaker').execute()).toEqual([{ speaker: '' }])
    expect(await plenary.db.selectFrom('session_rapporteurs').selectAll().execute()).toEqual([])
  })

  test('no answer, a refusal, a withdrawal and changed words all mean anonymous', async () => {
    const { plenary, ana, ben } = await opened(await engine.newUrl())
    await ana.says('/note qt First words from:@ben\nqt Second words from:@ben')
    const give = (request: number) =>
      ben.does({ command: 'session attribution', options: { request: String(request), as: 'named', name: 'Ben of Somewhere' } })
    const given = await give(1)
    await give(2)
    await ben.presses(given.button(/^Revenir/))
    await ana.says('/note fix 2 s/Second/Other/')
    expect(await lettersTo(plenary, 'ben')).toHaveLength(3)
    const report = await published(ana)
    expect(report).not.toContain('Ben of Somewhere')
    expect(report.match(/Anonymous/g)).toHaveLength(2)
  })
})

test('nobody can answer for somebody else', async () => {
  const { plenary, ana } = await opened()
  await ana.says('/note qt Words from:@ben')
  ;(await plenary.member('cleo').does({ command: 'session attribution', options: { request: '1', as: 'named', name: 'Cleo' } })).hears(
    'no open request',
  )
})

test('what looks like an identity is decided on line by line: kept, replaced or removed', async () => {
  const { ana } = await opened()
  await ana.says(
    '/note p Call Mrs Doe at +49 30 1234567 or doe@example.org\nr Cities should listen to @ben and the Secret Helpers Network\np Sanctuary cities in Sweden',
  )
  const check = await ana.says('/session publish')
  for (const words of ['Mrs Doe', '+49 30 1234567', 'doe@example.org', '@ben', 'Secret Helpers Network']) check.hears(words)
  expect(check.words).not.toContain('Sweden')
  await ana.does({ command: 'session replace', options: { number: '1', words: 'Mrs Doe', instead: 'the office', session: 'S-001' } })
  for (const words of ['+49 30 1234567', 'doe@example.org'])
    await ana.does({ command: 'session blank', options: { number: '1', words, session: 'S-001' } })
  await ana.does({ command: 'session blank', options: { number: '2', words: '@ben', session: 'S-001' } })
  const last = await ana.does({ command: 'session keep', options: { number: '2', words: 'Secret Helpers Network', session: 'S-001' } })
  last.button('Publish version 1')
  ;(await ana.says('/note list')).hears('Call the office at or')
})

test('reviewers read the draft, approve or comment; others see nothing of it', async () => {
  const { plenary, ana, ben } = await opened()
  await ana.says('/note p A welcome evening')
  ;(await ben.says('/session report S-001')).hears('n’est pas encore publié')
  ;(await ana.says('/session review @ben')).hears('1 person is asked to review')
  const [letter] = await lettersTo(plenary, 'ben')
  ;(await ben.presses(pressed(letter ?? { key: '', text: '', buttons: [] }, 'Le lire'))).hears('A welcome evening')
  await ben.does({ command: 'session comment', options: { session: 'S-001', comment: 'Say where' } })
  ;(await ana.says('/session publish')).hears('Approved by 0 of 1').hears('Say where')
})
