/** Purpose: the calendar as a conversation: understood, said back, asked about, saved, skipped, taken away and brought back; and followed from elsewhere. */
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/engines.ts'
import { makePlenary } from '../support/make-plenary.ts'

describe.each(ENGINES)('$name', engine => {
  test('a date in words is said back, then saved, changed, and seen by all', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const [ana, ben] = [
      plenary.member('ana', { role: 'coordinator', zone: 'Africa/Nairobi' }),
      plenary.member('ben', { zone: 'Europe/Paris' }),
    ]
    const asked = await ana.says('/date add "Members’ meeting" second Tuesday of the month at 18:00')
    asked
      .hears(/When: Tuesday,? 8 December 2026 at 18:00 \(Africa\/Nairobi\) \(in 17 days\)/)
      .hears('every month on the second Tuesday')
      .hears('Tue')
    ;(await ben.says('/date show D-1')).hears('There is no date')
    const saved = await ana.presses(asked.button('Yes, save'))
    saved.hears('Saved: Members’ meeting. Its id is D-1')
    ;(await ben.says('/date show D-1')).hears(/For you: Tuesday,? 8 December 2026 at 16:00 \(Europe\/Paris\)/)
    const changed = await ana.says('/date edit D-1 when:"last Friday of the month at 17:30"')
    ;(await ana.presses(changed.button('Yes, save'))).hears('every month on the last Friday').hears('Members’ meeting')
  })

  test('03/04 is asked about, never guessed', async () => {
    const ana = (await makePlenary(await engine.newUrl())).member('ana', { role: 'coordinator' })
    const asked = await ana.says('/date add "Deadline" 03/04 every year')
    expect(asked.allButtons.map(({ label }) => label)).toEqual([
      expect.stringMatching(/3 April 2027/),
      expect.stringMatching(/4 March 2027/),
    ])
    const read = await ana.presses(asked.button(/4 March/))
    ;(await ana.presses(read.button('Yes, save'))).hears('every year on 4 March')
  })

  test('a new coalition has a full calendar, with a picture that is told in words', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const list = await plenary.member('ana').says('/date list')
    list.hears(/21 days in the next twelve months/).hears('International Migrants Day')
    expect(list.pictures?.[0]?.alt).toContain('21 Mar 2027: International Day for the Elimination of Racial Discrimination')
    const arabic = await plenary.member('ben', { locale: 'ar' }).says('/date list')
    expect(arabic.pictures?.[0]?.alt).toContain('اليوم الدولي للقضاء على التمييز العنصري')
    const page = await plenary.member('ana').presses(list.button('More'))
    expect([page.instead, page.pictures, page.cards?.length]).toEqual([true, undefined, 6])
  })

  test('a day is skipped and taken in again; a starter date is hidden and brought back', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const ana = plenary.member('ana', { role: 'coordinator' })
    const skipped = await ana.says('/date skip 21-march')
    skipped.hears(/is skipped on Sunday,? 21 March 2027/).hears(/Then it is on Tuesday,? 21 March 2028/)
    ;(await ana.presses(skipped.button('Undo'))).hears(/takes place on Sunday,? 21 March 2027 again/)
    const asked = await ana.says('/date remove 21-march')
    const gone = await ana.presses(asked.button('Yes, take it away'))
    expect((await ana.says('/date list')).words).toContain('20 days')
    ;(await ana.says('/date restore')).hears('1 date is hidden')
    await ana.presses(gone.button('Undo'))
    ;(await ana.says('/date list')).hears('21 days')
  })

  test('a calendar address is secret, shown once, read by other programs, and stops when it is told to', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const ana = plenary.member('ana', { role: 'coordinator', locale: 'fr' })
    const made = await ana.presses((await ana.says('/date feed for:coalition')).button('Créer une adresse'))
    const token = /feeds\/([\w-]+)\.ics/.exec(made.words)?.[1] ?? ''
    const text = await plenary.calendar.feeds.read(token)
    const events = new ICAL.Component(ICAL.parse(text ?? '')).getAllSubcomponents('vevent')
    expect(events).toHaveLength(21)
    expect(events.map(event => event.getFirstPropertyValue('summary'))).toContain('Journée internationale des migrants')
    expect((await ana.says('/date feed for:coalition')).words).not.toContain(token)
    await ana.presses(made.button('Désactiver l’adresse'))
    expect(await plenary.calendar.feeds.read(token)).toBeUndefined()
  })
})

test('members can’t change dates; what is not understood says what would be', async () => {
  const plenary = await makePlenary()
  ;(await plenary.member('ben').says('/date add "x" tomorrow')).hears('coordinator')
  ;(await plenary.member('ana', { role: 'coordinator' }).says('/date add "x" whenever')).hears('I don’t understand “whenever”')
})

test.each([
  ['21 March every year Day against racism', 'Day against racism', 'every year on 21 March'],
  ['Day against racism 21 March every year', 'Day against racism', 'every year on 21 March'],
  ['Members meeting second Tuesday of the month at 18:00', 'Members meeting', 'every month on the second Tuesday'],
  ['Second forum in 3 weeks at 9', 'Second forum', '12 December 2026 at 09:00'],
  ['six weeks before 21 March: send the letters', 'send the letters', '7 February 2027'],
  ['May Day 1 May every year', 'May Day', 'every year on 1 May'],
  ['Forum tomorrow', 'Forum', '22 November 2026'],
  ['21 mars tous les ans La journée contre le racisme', 'La journée contre le racisme', 'every year on 21 March'],
  ['Día contra el racismo el 21 de marzo de cada año', 'Día contra el racismo', 'every year on 21 March'],
  ['21 de março todo ano Dia contra o racismo', 'Dia contra o racismo', 'every year on 21 March'],
])('/date add %s, without quotes', async (line, title, when) => {
  const ana = (await makePlenary()).member('ana', { role: 'coordinator' })
  const asked = await ana.says(`/date add ${line}`)
  asked.hears(`“${title}”`).hears(when)
  ;(await ana.presses(asked.button('Yes, save'))).hears(`Saved: ${title}.`).hears(when)
})

test('a date without a name asks for one', async () => {
  const ana = (await makePlenary()).member('ana', { role: 'coordinator' })
  ;(await ana.says('/date add every Monday')).hears('I understood “every Monday” as the date. What is it called?')
})

test('what an edit leaves out is gone: a recurring date at an hour becomes one whole day', async () => {
  const ana = (await makePlenary()).member('ana', { role: 'coordinator' })
  await ana.presses((await ana.says('/date add Meeting every Monday at 18:00')).button('Yes, save'))
  const changed = await ana.presses((await ana.says('/date edit D-1 when:"21 March 2027"')).button('Yes, save'))
  expect(changed.words).not.toMatch(/18:00|every week/)
})
