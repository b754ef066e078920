/** Purpose: the files of a report: Word with real styles in every language, Markdown and JSON that hold the same. */
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/locales/say.ts'
import { type Member, makePlenary } from '../support/make-plenary.ts'
import { unzip } from '../support/read-zip.ts'

const notes = 'p <b>Kitchen</b> & garden *stars*\nr Cities should listen\na Write to them\nqt We are here\nm One\nm Two\nm Three too many'

describe.each(LANGUAGES)('%s', language => {
  test('Word: headings, numbered items and header rows as styles; marked-up words stay words', async () => {
    const ana = await opened()
    const bytes = await file(ana, `format:docx language:${language}`)
    const document = unzip(bytes, 'word/document.xml')
    for (const style of ['Title', 'Heading1', 'Heading2', 'ListParagraph']) expect(document).toContain(`<w:pStyle w:val="${style}"/>`)
    expect(document).toContain('<w:tblHeader/>')
    expect(document).toContain('&lt;b&gt;Kitchen&lt;/b&gt; &amp; garden')
    expect(document.includes('<w:bidi/>')).toBe(language === 'ar')
    expect(unzip(bytes, 'word/styles.xml')).toContain(`w:val="${{ en: 'en-GB', fr: 'fr-FR', es: 'es-ES', ar: 'ar-SA' }[language]}"`)
    expect(unzip(bytes, 'docProps/core.xml')).toContain('<dc:creator>Plenary</dc:creator>')
  })
})

test('Markdown escapes, and JSON has the annex', async () => {
  const ana = await opened()
  expect(new TextDecoder().decode(await file(ana, 'format:markdown'))).toContain('\\<b\\>Kitchen\\</b\\> & garden \\*stars\\*')
  const json = JSON.parse(new TextDecoder().decode(await file(ana, 'format:json')))
  expect(json).toMatchObject({ version: 0, annex: [{ words: 'Three too many' }] })
})

test('Word: a draft says so on every page; no level of headings is left out; headings stay with what follows', async () => {
  const bytes = await file(await opened(), 'format:docx')
  expect(unzip(bytes, 'word/header1.xml')).toContain('DRAFT: not published')
  expect(unzip(bytes, 'word/footer1.xml')).toContain('NUMPAGES')
  expect(unzip(bytes, 'word/styles.xml').match(/<w:keepNext\/>/g)?.length).toBeGreaterThanOrEqual(3)
  const levels = Array.from(unzip(bytes, 'word/document.xml').matchAll(/w:val="Heading(\d)"/g), ([, level]) => Number(level))
  expect(levels[0]).toBe(1)
  for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1)
})

async function opened(): Promise<Member> {
  const ana = (await makePlenary()).member('ana', { role: 'rapporteur' })
  await ana.says('/session open "Files & <things>" template:gfmd-2016')
  await ana.says(`/note ${notes}`)
  return ana
}

async function file(ana: Member, how: string): Promise<Uint8Array> {
  const [first] = (await ana.says(`/session report ${how}`)).files ?? []
  if (!first) throw new Error('no file')
  return first.bytes
}
