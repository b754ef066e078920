/** Purpose: a report that is far longer than a message arrives whole, in messages and in a file for what is left, and so does the list of its notes. */
import { expect, test } from 'vitest'
import { makePlenary } from '../support/make-plenary.ts'
import { openDiscordRoom } from '../support/seats/discord-room.ts'
import type { Room } from '../support/seats/seat.ts'
import { openSlackRoom } from '../support/seats/slack-room.ts'
import { openWebRoom } from '../support/seats/web-room.ts'

const NOTES = Array.from(
  { length: 90 },
  (_, at) => `d decision number ${at + 1}: ${'cities and newcomers decide together '.repeat(7).trim()}`,
)

async function longReport<H>(open: (plenary: Awaited<ReturnType<typeof makePlenary>>) => Promise<Room<H>>) {
  const plenary = await makePlenary(':memory:', Temporal.Now.instant)
  const { ana } = await open(plenary)
  await ana.runs('session open', 'Long template:minutes', { title: 'Long', template: 'minutes' })
  for (let at = 0; at < NOTES.length; at += 18) {
    const text = NOTES.slice(at, at + 18).join('\n')
    expect((await ana.runs('note add', text, { text })).words).toContain('18 notes taken')
  }
  const report = await ana.runs('session report', '')
  const rest = /plenary\.txt|attached file/.test(report.words) ? new TextDecoder().decode((await report.file('plenary.txt')).data) : ''
  const read = `${report.words}\n${rest}`
  expect(report.alone).toBe(true)
  for (let number = 1; number <= NOTES.length; number++) expect(read.includes(`decision number ${number}:`), `number ${number}`).toBe(true)
  const word = await ana.presses(report, 'As Word document')
  expect((await word.file('s-001-draft.docx')).data.length).toBeGreaterThan(5_000)
  expect((await ana.runs('note list', '')).words).toContain('decision number 8:')
}

test('Slack', () => longReport(openSlackRoom), 60_000)
test('Discord', () => longReport(openDiscordRoom), 60_000)
test('the web chat', () => longReport(openWebRoom), 60_000)
