/** Purpose: what goes out can be opened safely, holds the sessions as they stand, and names nobody who wrote or said it. */
import { expect, test } from 'vitest'
import { readCsv } from '../../src/cli/csv.ts'
import { exportText } from '../../src/cli/export.ts'
import { makePlenary } from '../support/make-plenary.ts'

async function withSession() {
  const plenary = await makePlenary()
  const ana = plenary.member('ana', { role: 'rapporteur' })
  await ana.says('/session open "=Cities" template:gfmd-2016')
  await ana.says('/note r Cities should *listen*\na =HYPERLINK("https://a.example")\nqt "We are here" from:@ben')
  const text = (what: 'sessions' | 'notes' | 'all' | 'reports', format: 'csv' | 'json' | 'markdown') =>
    exportText(plenary, 1, { what, format })
  return { ana, text }
}

test('notes as a table: no cell is a formula, parts name the note that they belong to', async () => {
  const { text } = await withSession()
  const csv = await text('notes', 'csv')
  expect(csv).toContain(`"'=HYPERLINK(""https://a.example"")"`)
  expect(readCsv(csv)).toEqual([
    ['session', 'number', 'type', 'section', 'belongs to', 'text'],
    ['S-001', '1', 'recommendation', 'recommendations', '', 'Cities should *listen*'],
    ['S-001', '2', 'action', 'recommendations', '1', '=HYPERLINK("https://a.example")'],
    ['S-001', '3', 'quote', 'quotes', '', 'We are here'],
  ])
  expect(readCsv(await text('sessions', 'csv'))[1]).toEqual(['S-001', '=Cities', 'gfmd-2016', 'open', '2026-11-21', '0', '3'])
})

test('as JSON and as Markdown, the same; and nobody is in it', async () => {
  const { text } = await withSession()
  expect(JSON.parse(await text('notes', 'json'))).toMatchObject({ plenary: 1, sessions: [{ id: 'S-001', notes: [{ number: 1 }, {}, {}] }] })
  expect(await text('sessions', 'markdown')).toContain('- #1 recommendation: Cities should \\*listen\\*')
  for (const format of ['json', 'markdown'] as const) expect(await text('all', format)).not.toMatch(/\b(ana|ben)\b/)
})

test('only what is published is a report', async () => {
  const { ana, text } = await withSession()
  expect(JSON.parse(await text('reports', 'json')).reports).toEqual([])
  await ana.does({ command: 'note remove', options: { number: '2', session: 'S-001' } })
  await ana.presses((await ana.says('/session publish')).button('Publish version 1'))
  expect(JSON.parse(await text('reports', 'json')).reports).toMatchObject([{ version: 1 }])
})
