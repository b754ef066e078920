/** Purpose: a calendar of others comes in after it was shown, and again without doubles; what stays out says why. */
import { describe, expect, test } from 'vitest'
import { ENGINES } from '../support/engines.ts'
import { makePlenary } from '../support/make-plenary.ts'

const event = (uid: string, ...lines: string[]) => ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT']
const calendar = (...events: string[][]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR'].join('\n')
const forum = event('one@elsewhere', 'SUMMARY:Forum', 'DTSTART;VALUE=DATE:20270610', 'DTEND;VALUE=DATE:20270613')

describe.each(ENGINES)('$name', engine => {
  test('a calendar file is shown, comes in, and again changes nothing', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const ana = plenary.member('ana', { role: 'coordinator' })
    const bring = (file: string) => ana.does({ command: 'date import', options: { file } })
    const shown = await bring(calendar(forum))
    shown.hears('1 new date would come in. Shall I save this?').hears(/Thursday,? 10 June 2027 to Saturday,? 12 June 2027/)
    ;(await ana.says('/date list')).hears('21 days')
    ;(await ana.presses(shown.button('Yes, bring them in'))).hears('1 new date came in.')
    ;(await ana.says('/date list')).hears('22 days')
    ;(await bring(calendar(forum))).hears('There is nothing to bring in: its one date is in the calendar already.')
    const moved = await bring(calendar(event('one@elsewhere', 'SUMMARY:Forum', 'DTSTART:20270611T090000Z')))
    moved.hears('No new date would come in, 1 would be changed').hears('changes D-1')
    ;(await ana.presses(moved.button('Yes, bring them in'))).hears('No new date came in, 1 was brought up to date.')
    ;(await ana.says('/date show D-1')).hears(/Friday,? 11 June 2027 at 09:00 \(UTC\)/)
    ;(await bring('hello')).hears('no calendar file')
  })

  test('what was taken away comes back when it is brought in again', async () => {
    const plenary = await makePlenary(await engine.newUrl())
    const ana = plenary.member('ana', { role: 'coordinator' })
    const bring = async () => {
      const shown = await ana.does({ command: 'date import', options: { file: calendar(forum) } })
      return ana.presses(shown.button('Yes, bring them in'))
    }
    await bring()
    await ana.presses((await ana.says('/date remove D-1')).button('Yes, take it away'))
    ;(await ana.says('/date list')).hears('21 days')
    ;(await bring()).hears('1 new date came in')
    ;(await ana.says('/date list')).hears('22 days')
  })
})

test('what stays out says why, and is not saved', async () => {
  const ana = (await makePlenary()).member('ana', { role: 'coordinator' })
  const file = calendar(
    forum,
    event('2', 'SUMMARY:Every hour', 'DTSTART:20270101T090000Z', 'RRULE:FREQ=HOURLY'),
    event('3', 'SUMMARY:Long ago', 'DTSTART;VALUE=DATE:20160610'),
    event('4', 'SUMMARY:Called off', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20270611'),
    event('5', 'SUMMARY:Somewhere', 'DTSTART;TZID=Nowhere Time:20270611T090000'),
  )
  const shown = await ana.does({ command: 'date import', options: { file } })
  shown.hears('4 entries stay out').hears('Every hour: it recurs in a way that I don’t know').hears('Long ago: it is over')
  shown.hears('Called off: it was cancelled').hears('Somewhere: its time zone is not known')
  const other = { ...shown.button('Yes, bring them in').options, mark: 'something-else' }
  ;(await ana.does({ command: 'date import', options: other })).hears('The calendar has changed since you looked. 1 new date would come in')
  expect((await ana.says('/date show D-1')).words).toContain('There is no date')
})

test('an address that is not on the public internet is not read', async () => {
  const ana = (await makePlenary()).member('ana', { role: 'coordinator' })
  ;(await ana.says('/date import https://127.0.0.1/a.ics')).hears('only read calendars on the public internet')
  ;(await ana.says('/date import webcal://localhost/a.ics')).hears('only read calendars on the public internet')
  ;(await ana.says('/date import http://example.org/a.ics')).hears('begins with https:// or webcal://')
})
