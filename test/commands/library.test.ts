/** Purpose: the library as members meet it: search, read, look around, share; on both databases the same. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainText } from '../../src/reply.ts'
import { makePlenary, openPlenary, type TestPlenary } from '../support/make-plenary.ts'

describe('a member in a hurry', () => {
  test('types two words and gets practices, three at a time, with the reason for each', async () => {
    const ana = (await makePlenary()).member('ana')
    const found = await ana.says('/practice xenophobia schools')
    expect(found.cards).toHaveLength(3)
    for (const card of found.cards ?? []) {
      expect(card.id).toMatch(/^P-\d{3}$/)
      expect(plainText(card.note ?? '')).toMatch(/^Matched: /)
      expect(plainText(card.text ?? '').length).toBeLessThanOrEqual(181)
    }
    found.hears(/\d+ results for “xenophobia schools” · page 1 of \d+/)
    expect(found.audience ?? 'asker').toBe('asker')
  })

  test('turns the pages forth and back, also after a restart, because the button carries the search', async () => {
    const before = (await makePlenary()).member('ana')
    const first = await before.says('/practice xenophobia schools')
    const after = (await makePlenary()).member('ana')
    const second = await after.presses(first.button('More'))
    expect(second.instead).toBe(true)
    second.hears('page 2 of')
    expect(ids(second)).not.toEqual(ids(first))
    expect(ids(await after.presses(second.button('Back')))).toEqual(ids(first))
  })

  test('reads an entry in full, and finds more like it', async () => {
    const ana = (await makePlenary()).member('ana')
    const details = await ana.presses((await ana.says('/recommendation hate speech target:states')).button('Details'))
    details.hears('Kind: Recommendation').hears('Addresses: ').hears('Source: ')
    const alike = await ana.presses(details.button('More like this'))
    expect(alike.cards?.length).toBeGreaterThan(0)
    expect(ids(alike)).not.toContain(details.cards?.[0]?.id)
  })

  test('shares an entry with the channel; a guest may read but not share', async () => {
    const plenary = await makePlenary()
    const found = await plenary.member('ana').says('/practice schools')
    expect((await plenary.member('ana').presses(found.button('Share here'))).audience).toBe('channel')
    const guest = await plenary.member('visitor', { role: 'guest' }).presses(found.button('Share here'))
    guest.hears('This is for the role “member” and above')
    expect(guest.audience ?? 'asker').toBe('asker')
  })

  test('filters inline, by words that are nearly right', async () => {
    const ana = (await makePlenary()).member('ana')
    const inEurope = await ana.says('/practice region:europ target:city year:2016')
    expect(inEurope.mood).toBeUndefined()
    const sweden = await ana.says('/library place:suède')
    sweden.hears(/Swed/)
  })

  test('is told what the filters were read as, and what was not found', async () => {
    const ana = (await makePlenary()).member('ana')
    ;(await ana.says('/practice schools region:sweden year:2016')).hears('only Sweden · 2016')
    ;(await ana.says('/practice schools region:mars')).hears('I don’t know the place “mars”')
    ;(await ana.says('/practice schools about:minors')).hears('“minors” doesn’t fit about')
    ;(await ana.says('/practice what works for kids who get bullied')).hears('None of these speaks of: bullied.')
    ;(await ana.says('/practice how do towns stop bullying of refugee kids')).hears('None of these speaks of: bullying.')
    ;(await ana.says('/practice xenophobia schools place:japan')).hears('Looked in: Japan.')
  })

  test('gets a wider search where the filters leave nothing', async () => {
    const ana = (await makePlenary()).member('ana')
    const nothing = await ana.says('/practice xenophobia schools place:japan')
    nothing.hears('Nothing in the library fits “xenophobia schools”.')
    const wider = await ana.presses(nothing.button(/^Without filters \(\d+\)$/))
    expect(wider.cards?.length).toBeGreaterThan(0)
  })

  test('asks something off the field and gets no noise, but a way on', async () => {
    const ana = (await makePlenary()).member('ana')
    const nothing = await ana.says('/practice pizza recipe')
    expect(nothing.cards ?? []).toEqual([])
    nothing.hears('Nothing in the library fits “pizza recipe”.').button('See the themes')
  })
})

describe('mistakes say what to do next', () => {
  let plenary: TestPlenary
  beforeAll(async () => {
    plenary = await openPlenary()
  })
  afterAll(() => plenary.close())

  test.each([
    ['/practise schools', 'Did you mean /practice schools?'],
    ['/xyzzyq', 'There is no command “xyzzyq”. Type /plenary help'],
    ['/practice place:atlantis-under-sea x', 'I don’t know the place “atlantis-under-sea”.'],
    ['/practice theme:zzzzzz x', 'There is no theme “zzzzzz”. See them all with /library themes.'],
    ['/practice year:then x', '“then” is no year.'],
    ['/library get P-999', 'There is no entry “P-999”.'],
    ['/library get ""', 'Something is missing: id'],
    ['/practice target:martians x', '“martians” doesn’t fit target. Choose one of: States, Cities'],
    [`/practice ${'long '.repeat(100)}`, 'words takes 300 characters at most'],
    ['/my language klingon', '“klingon” doesn’t fit language.'],
    ['/my timezone Nowhereville-on-Sea', 'I don’t know the time zone “Nowhereville-on-Sea”.'],
  ])('%s', async (line, sentence) => {
    const reply = await plenary.member('ana').says(line)
    reply.hears(sentence)
    expect(reply.mood).toBe('error')
  })

  test('an id is completed by its beginning, and by what the entry is about', async () => {
    const address = { platform: 'web', space: 'test', id: 'ana' } as const
    const place = { address: { ...address, id: 'general' }, private: false }
    const offered = (typed: string) => plenary.conversation.completeOption({ address }, place, 'library get', 'id', typed)
    expect((await offered('p-01')).map(({ value }) => value)).toContain('P-014')
    const [first] = await offered('xenophobia schools')
    expect((await plenary.member('ana').says('/library xenophobia schools')).cards?.[0]?.id).toBe(first?.value)
    expect(await offered('qwertzuiop')).toEqual([])
  })

  test.each([
    ['/library get', [['id', undefined]]],
    [
      '/note move 3',
      [
        ['number', '3'],
        ['to', undefined],
      ],
    ],
    [
      '/session comment',
      [
        ['session', undefined],
        ['comment', undefined],
      ],
    ],
    [
      '/library flag why:outdated',
      [
        ['id', undefined],
        ['why', 'outdated'],
        ['words', undefined],
      ],
    ],
  ])('%s: what a command can’t do without is asked for, with what is known', async (line, fields) => {
    const { form } = await plenary.member('ana').says(line)
    expect(form?.fields.map(({ name, value }) => [name, value])).toEqual(fields)
  })

  test('a line that leaves out what is needed opens the form with what was typed', async () => {
    const { form } = await plenary.member('ana').says('/library add City ID card in New York')
    expect(form?.fields.map(({ name, value }) => [name, value])).toEqual([
      ['what', 'City ID card in New York'],
      ['where', undefined],
      ['whom', undefined],
      ['source', undefined],
    ])
  })

  test('in the member’s own language', async () => {
    const reply = await plenary.member('amina', { locale: 'fr-FR' }).says('/xyzzyq')
    expect(reply.words).not.toContain('There is no command')
  })
})

const ids = ({ cards = [] }: { cards?: readonly { id?: string }[] }) => cards.map(card => card.id)
