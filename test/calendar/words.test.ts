/** Purpose: dates in words, in four languages: understood, asked about, or not understood; never guessed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findWhen, readWhen } from '../../src/calendar/words/read-words.ts'

const NOW = Temporal.PlainDateTime.from('2026-11-21T10:00')
const said = (text: string, language: string) =>
  readWhen(text, NOW, language)?.whens.map(({ startsOn, at, days, rule }) =>
    [startsOn.toString(), at?.toString({ smallestUnit: 'minute' }), days > 1 ? `${days} days` : undefined, rule]
      .filter(part => part !== undefined)
      .join(' '),
  )

describe.each([
  ['en', '21 March every year', '2027-03-21 FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=21'],
  ['en', 'every 21 March', '2027-03-21 FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=21'],
  ['en', 'six weeks before 21 March', '2027-02-07'],
  ['en', 'six weeks before 21 March every year', '2027-02-07 FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=7'],
  ['en', 'in 3 days at 9', '2026-11-24 09:00'],
  ['en', 'second Sunday of November', '2027-11-14 FREQ=YEARLY;BYMONTH=11;BYDAY=2SU'],
  ['en', 'second Sunday of November 2028', '2028-11-12'],
  ['en', 'last Friday of the month', '2026-11-27 FREQ=MONTHLY;BYDAY=-1FR'],
  ['en', 'every 6 months from 1 June', '2027-06-01 FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1'],
  ['en', 'every 2 weeks on Friday at 5pm', '2026-11-27 17:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
  ['en', 'every Monday and Thursday', '2026-11-23 FREQ=WEEKLY;BYDAY=MO,TH'],
  ['en', '29 February every year', '2028-02-29 FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'],
  ['en', 'the 31st of every month', '2026-11-30 FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['en', 'the 30th of every month', '2026-11-30 FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1'],
  ['en', '16-22 November', '2027-11-16 7 days'],
  ['en', 'in 2 hours', '2026-11-21 12:00'],
  ['en', 'tomorrow at 3 in the afternoon', '2026-11-22 15:00'],
  ['en', '13/04', '2027-04-13'],
  ['en', '2027-03-21 at 18:00', '2027-03-21 18:00'],
  ['fr', 'le deuxième mardi du mois', '2026-12-08 FREQ=MONTHLY;BYDAY=2TU'],
  ['fr', 'tous les 6 mois à partir du 1er juin', '2027-06-01 FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1'],
  ['fr', 'six semaines avant le 21 mars', '2027-02-07'],
  ['fr', 'aujourd’hui à 18h', '2026-11-21 18:00'],
  ['fr', 'mar. à 15h30', '2026-11-24 15:30'],
  ['es', 'el último viernes de cada mes', '2026-11-27 FREQ=MONTHLY;BYDAY=-1FR'],
  ['es', '21 de marzo cada año', '2027-03-21 FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=21'],
  ['es', 'mañana por la mañana', '2026-11-22 09:00'],
  ['es', 'en 3 días a las 9', '2026-11-24 09:00'],
  ['pt', 'próxima terça às 15h', '2026-11-24 15:00'],
  ['pt', 'em duas semanas', '2026-12-05'],
  ['pt', 'segunda terça-feira do mês', '2026-12-08 FREQ=MONTHLY;BYDAY=2TU'],
  ['pt', 'a cada 6 meses a partir de 1 de junho', '2027-06-01 FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1'],
  ['ar', '21 March', '2027-03-21'],
])('%s: %s', (language, text, expected) => {
  test(expected, () => expect(said(text, language)).toEqual([expected]))
})

test('03/04 has two readings, also as a recurrence; 13/04 and 04/04 have one', () => {
  expect(said('03/04', 'en')).toEqual(['2027-04-03', '2027-03-04'])
  expect(said('03/04/2027 at 9:00', 'fr')).toEqual(['2027-04-03 09:00', '2027-03-04 09:00'])
  expect(said('03/04 every year', 'en')).toHaveLength(2)
  expect(said('04/04', 'en')).toEqual(['2027-04-04'])
})

test.each(['31 April', '30 February', '32 March', 'xenophobia', 'sixth Monday of May', '0 March', 'every', '', 'every 0 days'])(
  '“%s” is not understood',
  text => {
    expect(said(text, 'en')).toBeUndefined()
  },
)

test.each([
  ['en', 'in 3 weeks to send the report', 'to send the report'],
  ['en', 'send the report tomorrow at 9', 'send the report'],
  ['fr', 'dans 3 semaines d’envoyer le rapport', 'd’envoyer le rapport'],
  ['pt', 'em 3 semanas de enviar o relatório', 'de enviar o relatório'],
])('%s: parts the time from what it is about in “%s”', (language, text, rest) => {
  const found = findWhen(text, NOW, language)
  expect(found?.whens).toHaveLength(1)
  expect((text.slice(0, found?.from) + text.slice(found?.to)).trim()).toBe(rest)
})

test('any text is read without an error, and a day that was named is that day', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), text => void readWhen(text, NOW, 'en')),
    { numRuns: 300 },
  )
  const days = fc.date({ min: new Date('2026-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, fc.constantFrom('en', 'fr', 'es', 'pt'), (date, language) => {
      const day = Temporal.PlainDate.from(date.toISOString().slice(0, 10))
      const words = day.toLocaleString(language === 'en' ? 'en-GB' : language, { day: 'numeric', month: 'long', year: 'numeric' })
      expect(said(words, language)).toEqual([day.toString()])
    }),
    { numRuns: 300 },
  )
})
