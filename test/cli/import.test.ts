/** Purpose: what is brought in waits for people: practices for review, reports as draft notes with their damage marked; CSV is safe to open. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv, toCsv } from '../../src/cli/csv.ts'
import { bringIn } from '../../src/cli/import.ts'
import type { Person } from '../../src/command-kit/context.ts'
import { makePlenary } from '../support/make-plenary.ts'

const setUp = async () => {
  const plenary = await makePlenary()
  const ana = plenary.member('ana', { role: 'coordinator' })
  await ana.says('/session list')
  const by: Person = { address: { platform: 'web', space: 'test', id: 'import' }, role: 'admin', language: 'en', zone: 'UTC', coalition: 1 }
  const bring = (kind: string, text: string, template = 'gfmd-2016', yes = false) =>
    bringIn(plenary, by, kind, text, { template, title: 'Imported', yes })
  return { ana, bring }
}

test('CSV gives back what went in, and no cell is a formula', () => {
  const cells = fc.array(
    fc.array(
      fc.string({ unit: 'grapheme' }).filter(text => !text.startsWith("'") && !/\r/.test(text)),
      { minLength: 2, maxLength: 4 },
    ),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(cells, rows => {
      const filled = rows.filter(row => row.some(value => value !== ''))
      expect(readCsv(toCsv(filled))).toEqual(filled)
    }),
  )
  expect(toCsv([['=1+1', '@sum', '-2', 'plain']])).toBe(`"'=1+1","'@sum","'-2",plain\r\n`)
})

test('a table of practices waits for review', async () => {
  const { ana, bring } = await setUp()
  expect(await bring('.csv', 'what,where,source\n"A kitchen, shared by neighbours",Sweden,Our visit\n,,\n')).toBe(
    '1 practices wait for review.',
  )
  ;(await ana.says('/library queue')).hears('A kitchen, shared by neighbours')
})

test('JSON brings entries to review and commitments to nobody', async () => {
  const { ana, bring } = await setUp()
  const file = {
    entries: [{ kind: 'lesson', summary: 'Ask newcomers first', source: { title: 'Elsewhere' } }],
    commitments: [{ what: 'Write a guide', who: 'Migrant Forum', due: 'june 2027' }],
  }
  expect(await bring('.json', JSON.stringify(file))).toBe('1 entries wait for review, 1 commitments are written down.')
  ;(await ana.says('/commitment list')).hears('Write a guide').hears('Migrant Forum').hears('June 30, 2027')
  await expect(bring('.json', '{')).rejects.toThrow('no JSON')
})

test('a report in a template becomes draft notes, and what a scan has damaged is marked', async () => {
  const { ana, bring } = await setUp()
  const report = `Special session letter

1. Civil society commitments for the next 6 months (through the forum)

What 2 strategic steps or actions did the group suggest?

First strategic step or
action in the next 6
months

A campaign of solidarity, to be launched by March 21%, the international
day against racism.

Specifically who in civil
society will work on it?

Groups that met in New York

3. Priority messages to convey to governments

1) Look at inequality first
2) Own the effects of restrictive policies

4. Reflections

e Words should be clearer
`
  const said = await bring('.txt', report, 'gfmd-2016-special')
  expect(said).toContain('S-001 “Imported”: 4 draft notes')
  expect(said).toContain('#1: March 21%')
  const list = await ana.does({ command: 'note list', options: { session: 'S-001' } })
  list.hears('Please check: March 21%').hears('who: Groups that met in New York').hears('Look at inequality first')
})

test('a calendar is shown first with what stays out and why; saved it is with --yes, and again it changes nothing', async () => {
  const { ana, bring } = await setUp()
  const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
  const file = [
    'BEGIN:VCALENDAR',
    ...event('UID:one', 'SUMMARY:Forum', 'DTSTART;VALUE=DATE:20270610'),
    ...event('UID:two', 'SUMMARY:Clock', 'DTSTART:20270101T090000Z', 'RRULE:FREQ=HOURLY'),
    ...event('UID:three', 'SUMMARY:Long ago', 'DTSTART;VALUE=DATE:20160610'),
    'END:VCALENDAR',
  ].join('\r\n')
  const shown = await bring('.ics', file)
  expect(shown).toMatch(/\+ Forum: Thursday,? 10 June 2027/)
  expect(shown).toContain('Clock: it recurs in a way that I don’t know')
  expect(shown).toContain('Long ago: it is over')
  expect(shown).toContain('--yes')
  expect((await ana.says('/date show D-1')).words).not.toContain('Forum')
  expect(await bring('.ics', file, '', true)).toContain('1 date is new')
  ;(await ana.says('/date show D-1')).hears('Forum')
  expect(await bring('.ics', file, '', true)).toContain('Nothing to bring in: 1 date is there already.')
  await expect(bring('.ics', 'hello')).rejects.toThrow('no calendar')
})
