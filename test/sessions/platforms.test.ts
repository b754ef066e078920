/** Purpose: the same hour on every platform, and two rapporteurs of different platforms in one session. */
import { expect, test } from 'vitest'
import { PLATFORMS, type Platform } from '../../src/address.ts'
import { plainText, type Reply } from '../../src/reply.ts'
import { makePlenary, type TestPlenary } from '../support/make-plenary.ts'

const sayer = ({ conversation }: TestPlenary, platform: Platform, id: string) => {
  const space = platform === 'web' ? 'home' : 'T1'
  const by = { address: { platform, space, id }, vouched: 'rapporteur' } as const
  const place = { address: { platform, space, id: 'room' }, private: false }
  return {
    says: async (line: string) => (await conversation.hear({ by, place, said: { line, loose: true } })).reply,
    does: async (command: string, options: Record<string, string>) =>
      (await conversation.hear({ by, place, said: { command, options } })).reply,
  }
}
const words = (reply: Reply) => plainText(reply.text)

test.each(PLATFORMS)('%s: from opening to the published Word document', async platform => {
  const plenary = await makePlenary()
  const ana = sayer(plenary, platform, 'U1')
  expect(words(await ana.says('/session open "Welcoming societies" template:gfmd-2016'))).toContain('S-001')
  expect(words(await ana.says('note practice an evening for newcomers'))).toContain('#1 Practice')
  expect(words(await ana.says('/note rec Cities should be heard'))).toContain('for: Cities')
  expect(words(await ana.says('/note action write to the mayors'))).toContain('belongs to #2')
  expect(words(await ana.says('/note undo'))).toContain('Taken back: Added, #3')
  expect(words(await ana.says('/session publish'))).toContain('Publish version 1')
  expect(words(await ana.does('session publish', { session: 'S-001', version: '1' }))).toContain('Version 1 of S-001')
  const { files = [] } = await ana.does('session report', { session: 'S-001', version: '1', format: 'docx' })
  expect(new TextDecoder().decode(files[0]?.bytes.slice(0, 2))).toBe('PK')
})

test('Slack and Discord write one report', async () => {
  const plenary = await makePlenary()
  const [ana, ben] = [sayer(plenary, 'slack', 'U1'), sayer(plenary, 'discord', '42')]
  await ana.says('/session list')
  await ben.says('/session list')
  await plenary.db.updateTable('spaces').set({ coalition_id: 1 }).execute()
  await ana.says('/session open Together template:minutes')
  expect(words(await ben.says('/session join S-001'))).toContain('are taken here, too')
  await ana.says('/note d Meet again in May')
  await ben.says('/note d Write a guide')
  const report = await ana.says('/session report')
  expect(JSON.stringify(report.cards)).toContain('1. Meet again in May\\n2. Write a guide')
  expect(words(await ana.says('/note undo'))).toContain('#1')
})
