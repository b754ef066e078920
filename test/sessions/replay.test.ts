/** Purpose: a whole session as a conversation, from opening to the published Word document and its commitments, in each real chat. */
import { expect, test } from 'vitest'
import { makePlenary } from '../support/make-plenary.ts'
import { unzip } from '../support/read-zip.ts'
import { openDiscordRoom } from '../support/seats/discord-room.ts'
import type { Room, Seat, SeenFile } from '../support/seats/seat.ts'
import { openSlackRoom } from '../support/seats/slack-room.ts'
import { openWebRoom } from '../support/seats/web-room.ts'

test('Slack', async () => replay(await openSlackRoom(await plenaryOfToday())), 60_000)
test('Discord', async () => replay(await openDiscordRoom(await plenaryOfToday())), 60_000)
test('the web chat', async () => replay(await openWebRoom(await plenaryOfToday())), 60_000)

const plenaryOfToday = () => makePlenary(':memory:', Temporal.Now.instant)

async function replay<H>({ ana, ben }: Room<H>) {
  await takeNotes(ana)
  await askBen(ana, ben)
  await mend(ana)
  await lookAtIt(ana)
  await publish(ana)
  await follow(ana, ben)
}

async function takeNotes<H>(ana: Seat<H>) {
  const opened = await ana.runs('session open', '"Welcoming cities" template:gfmd-2016', {
    title: 'Welcoming cities',
    template: 'gfmd-2016',
  })
  expect(opened).toMatchObject({ words: expect.stringContaining('S-001 Welcoming cities'), alone: true })
  const first = await ana.runs('note add', 'practice City cards open to every resident', {
    text: 'practice City cards open to every resident',
  })
  expect(first.words).toContain('#1 Practice · 1 of 4 · S-001')
  expect((await ana.mentions('note rec Cities should be heard when policy is made')).words).toContain('#2 Recommendation · 1 of 4')
  const chosen = await ana.notes('a Write to the mayors & ask <them> all by june 2030')
  expect(chosen.words).toContain('#3 Action · belongs to #2')
  const form = await ana.runs('note form', '')
  expect((await ana.fills(form, { type: 'message', text: 'Support the cities: “first” responders' })).words).toContain('#4')
}

async function askBen<H>(ana: Seat<H>, ben: Seat<H>) {
  const quote = `quote "We give back to our town" from:${ben.mention}`
  expect((await ana.runs('note add', quote, { text: quote })).words).toContain('I ask the speaker; until then it is anonymous')
  const asked = await ben.letter('We give back to our town')
  expect(asked.alone).toBe(true)
  const form = await ben.presses(asked, 'Name my organisation only')
  expect((await ben.fills(form, { name: 'Migrant Forum' })).words).toContain('will be printed with: Migrant Forum')
}

async function mend<H>(ana: Seat<H>) {
  const fixed = await ana.runs('note fix', '1 s/City cards/City ID cards/', { number: '1', change: 's/City cards/City ID cards/' })
  expect(fixed.words).toContain('City ID cards open to every resident')
  await ana.runs('note add', 'i Number of cities heard', { text: 'i Number of cities heard' })
  expect((await ana.runs('note attach', '6 to 2', { number: '6', to: '2' })).words).toContain('belongs to #2')
  const gone = await ana.runs('note add', 'p A mistake', { text: 'p A mistake' })
  expect((await ana.presses(gone, 'Undo')).words).toContain('Taken back: Added, #7')
  const helpers = 'p The Secret Helpers Network visits newcomers'
  expect((await ana.runs('note add', helpers, { text: helpers })).words).toContain('#8 Practice')
  const form = await ana.presses(await ana.runs('note list', ''), 'Correct')
  expect(Object.values(form.form ?? {}).some(value => value !== '')).toBe(true)
}

async function lookAtIt<H>(ana: Seat<H>) {
  const status = await ana.runs('session status', '')
  expect(status.words).toContain('2 of 4')
  expect(status.words).toContain('1 of 2')
  const picture = await status.file(/\.png$/)
  expect(Buffer.from(picture.data).subarray(1, 4).toString()).toBe('PNG')
  expect(status.alone).toBe(true)
  const draft = await ana.runs('session report', 'format:docx', { format: 'docx' })
  expect(draft.words).toContain('DRAFT')
  expect(wordsIn(await draft.file('s-001-draft.docx')).includes('DRAFT')).toBe(true)
}

async function publish<H>(ana: Seat<H>) {
  const check = await ana.runs('session publish', '')
  expect(check.words).toContain('Secret Helpers Network')
  const form = await ana.presses(check.words.includes('City ID') ? await ana.presses(check, 'Keep') : check, 'Replace')
  const sure = await ana.fills(form, { instead: 'local network' })
  expect(sure.words).toContain('Quotes with a name: 1 of 1')
  const done = await ana.presses(sure, 'Publish version 1')
  expect(done.words).toContain('Version 1 of S-001 Welcoming cities is published')
  const word = await ana.presses(done, 'As Word document')
  expect(word.alone).toBe(true)
  const words = wordsIn(await word.file('s-001-v1.docx'))
  for (const part of [
    'City ID cards open to every resident',
    'Migrant Forum',
    'local network',
    'Write to the mayors &amp; ask &lt;them&gt; all',
  ])
    expect(words.includes(part), part).toBe(true)
  expect(words.includes('Secret Helpers')).toBe(false)
}

async function follow<H>(ana: Seat<H>, ben: Seat<H>) {
  const text = `Write to the mayors who:${ben.mention} due:2030-06-30`
  expect((await ana.runs('commitment add', text, { text })).words).toContain('CM-001')
  expect((await ben.presses(await ben.letter('Write to the mayors'), 'I take it on')).words).toContain('CM-001 is taken on')
  const list = await ana.runs('commitment list', '')
  expect(list.words).toContain('Write to the mayors')
  expect(list.words).toContain('Accepted')
}

const wordsIn = ({ data }: SeenFile) => unzip(data, 'word/document.xml')
