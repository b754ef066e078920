/** Purpose: what people do in Discord, end to end: the real discord.js against a strict Discord on this machine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePerson, type Person, seen, until, wordsOf } from '../../support/fake-discord/person.ts'
import { type InDiscord, openDiscord } from '../../support/fake-discord/start.ts'
import { openPlenary, type TestPlenary } from '../../support/make-plenary.ts'

let plenary: TestPlenary
beforeAll(async () => {
  plenary = await openPlenary()
})
afterAll(() => plenary.close())

async function open(more: Parameters<typeof makePerson>[1] = {}): Promise<InDiscord & { ana: Person }> {
  const all = await openDiscord({ plenary })
  return { ...all, ana: makePerson(all.discord, more) }
}

describe('commands and buttons', () => {
  test('a search is answered privately, opened, and shared to the channel', async () => {
    const { discord, ana } = await open()
    const found = await seen(ana.runs('practice', { words: 'xenophobia schools' }))
    expect(found).toMatchObject({ ephemeral: true, how: 'edit' })
    const details = await seen(ana.presses(found, 'Details'))
    expect(details.ephemeral).toBe(true)
    const shared = await seen(ana.presses(details, 'Share here'))
    expect(shared.ephemeral).toBe(false)
    expect(wordsOf(shared.message)).toContain('Shared by <@555555555555555555>')
    expect(discord.refused).toEqual([])
  })

  test('the next page takes the place of a private message, and of nobody else’s', async () => {
    const { discord, ana } = await open()
    const found = await seen(ana.runs('practice', { words: 'school' }))
    const next = ana.presses(found, 'More')
    expect((await seen(next)).how).toBe('update')
    expect((await seen(ana.presses(await seen(next), 'Back'))).how).toBe('update')
    const publicOne = { ...found, ephemeral: false }
    expect(await seen(ana.presses(publicOne, 'More'))).toMatchObject({ how: 'answer', ephemeral: true })
    expect(discord.refused).toEqual([])
  })

  test('every command also as one line', async () => {
    const { ana } = await open()
    const short = await seen(ana.runs('library get', { id: 'P-001' }))
    const line = await seen(ana.types('library get P-001'))
    expect(line.message).toEqual(short.message)
    expect(wordsOf((await seen(ana.types('practise welcome'))).message)).toContain('Did you mean `/practice welcome`?')
  })

  test('many choices are a list, and choosing does what the button would', async () => {
    const { discord, ana } = await open()
    const themes = await seen(ana.runs('library themes'))
    const chosen = await seen(ana.presses(themes, /Education|Schools/i))
    expect(wordsOf(chosen.message)).toContain('[Details]')
    expect(discord.refused).toEqual([])
  })

  test('a button too long for Discord is kept, outlives a restart, and an unknown one says so', async () => {
    const { discord, ana, platform, db } = await open()
    const found = await seen(ana.runs('practice', { words: `school ${'teachers and parents against xenophobia '.repeat(4)}`.trim() }))
    await platform.stop()
    const { discord: again } = await openDiscord({ plenary })
    const bob = makePerson(again)
    expect((await seen(bob.presses(found, /More|Without|whole/))).ephemeral).toBe(true)
    expect(await db.selectFrom('kept_buttons').select('key').execute()).not.toEqual([])
    const old = bob.start(3, { component_type: 2, custom_id: '~neverkeptneverkeptnever' })
    expect(wordsOf((await seen(old)).message)).toContain('too old')
    expect([...discord.refused, ...again.refused]).toEqual([])
  })

  test('in direct messages nothing needs hiding, and pages replace each other', async () => {
    const { ana } = await open({ direct: true })
    const found = await seen(ana.runs('practice', { words: 'school' }))
    expect(found.ephemeral).toBe(false)
    expect((await seen(ana.presses(found, 'More'))).how).toBe('update')
  })
})

describe('a message’s menu', () => {
  test('searches for its words, without mentions and marks', async () => {
    const { discord, ana } = await open()
    const found = await seen(
      ana.menu('Search the library for this', '<@123456789012345678> **xenophobia** in schools <:sad:123456789012345678>'),
    )
    expect(wordsOf(found.message)).toMatch(/results? for “xenophobia in schools sad”/)
    expect(wordsOf((await seen(ana.menu('Search the library for this', ''))).message)).toContain('no words')
    expect(discord.refused).toEqual([])
  })
})

describe('dialogs', () => {
  test('a command that asks opens its dialog, and its answer is taken', async () => {
    const { discord, ana } = await open({ id: '555555555555555556' })
    const asked = ana.runs('my timezone')
    await until(() => asked.modal, 'the dialog')
    expect(asked.modal?.components[0]?.component).toMatchObject({ custom_id: 'timezone', type: 4, required: true })
    expect(wordsOf((await seen(ana.fills(asked, { timezone: 'Nairobi' }))).message)).toContain('Africa/Nairobi')
    expect(discord.refused).toEqual([])
  })

  test('a wrong field is explained, and opens again with what was typed', async () => {
    const { discord, ana } = await open({ id: '555555555555555557' })
    const shown = await seen(ana.runs('my show'))
    const form = ana.presses(shown, 'Change')
    await until(() => form.modal)
    expect(form.modal?.components.map(({ component }) => component.type)).toEqual([3, 4])
    const wrong = await seen(ana.fills(form, { language: 'fr', timezone: 'Nowhereville' }, shown))
    expect(wrong).toMatchObject({ ephemeral: true })
    expect(wordsOf(wrong.message)).toContain('Nowhereville')
    const again = ana.presses(wrong, 'Correct it in the form')
    await until(() => again.modal)
    expect(again.modal?.components.map(({ component }) => component)).toMatchObject([
      { options: [{ value: 'en' }, { value: 'fr', default: true }, {}, {}] },
      { value: 'Nowhereville' },
    ])
    expect(wordsOf((await seen(ana.fills(again, { timezone: 'Paris' }, wrong))).message)).toContain('Europe/Paris')
    expect(discord.refused).toEqual([])
  })

  test('a typed line that lacks what is needed opens one, too', async () => {
    const { ana } = await open()
    const asked = ana.runs('plenary', { line: 'library flag why:outdated' })
    await until(() => asked.modal, 'the dialog')
    expect(asked.modal?.components.map(({ component }) => component.custom_id)).toEqual(['id', 'why', 'words'])
  })

  test('sent empty, a dialog is answered and does not open again', async () => {
    const { discord, ana } = await open()
    const form = ana.runs('library find')
    await until(() => form.modal)
    expect(form.modal?.components).toHaveLength(5)
    expect((await seen(ana.fills(form, {}))).ephemeral).toBe(true)
    expect(discord.refused).toEqual([])
  })
})

describe('completion', () => {
  const values = async (start: ReturnType<Person['completes']>) =>
    (await until(() => start.choices, 'suggestions')).map(({ value }) => value)

  test('of values, of several with commas, and of whole lines', async () => {
    const { discord, ana } = await open()
    expect(await values(ana.completes('practice', 'region', 'eur'))).toContain('europe')
    expect(await values(ana.completes('library get', 'id', 'P-00'))).toContain('P-001')
    expect(await values(ana.completes('recommendation', 'target', 'cities, stat'))).toContain('cities, states')
    expect(await values(ana.completes('plenary', 'line', 'prac'))).toEqual(['practice '])
    expect((await until(() => ana.completes('my timezone', 'timezone', 'zz').choices ?? [])).length).toBeLessThanOrEqual(25)
    expect(discord.refused).toEqual([])
  })
})

describe('who and in which language', () => {
  test('Discord’s locale is the language; who may manage the server is an admin', async () => {
    const { discord } = await open()
    const about = async (more: Parameters<typeof makePerson>[1]) => wordsOf((await seen(makePerson(discord, more).runs('my show'))).message)
    const words = await Promise.all(['fr', 'es-419', 'es-ES', 'en-GB', 'ja'].map(locale => about({ id: '555555555555555560', locale })))
    expect(words[0]).toContain('Français')
    expect(words[1]).toContain('Español')
    expect(words[1]).toBe(words[2])
    expect(words[3]).toBe(words[4])
    expect(words[3]).toMatch(/known here as member/)
    expect(await about({ id: '555555555555555561', permissions: '32' })).toMatch(/known here as admin/)
  })
})
