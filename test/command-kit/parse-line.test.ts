/** Purpose: what people type, and what it means. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCommands } from '../../src/command-kit/load-commands.ts'
import { mistypedAction, parseLine } from '../../src/command-kit/parse-line.ts'
import { UserError } from '../../src/user-error.ts'

const book = await loadCommands()
const parse = (line: string) => parseLine(book, line)

describe('a line', () => {
  test.each([
    ['/practice xenophobia schools', 'practice', { words: 'xenophobia schools' }],
    ['/plenary practice xenophobia', 'practice', { words: 'xenophobia' }],
    ['  /PRACTICE   Xenophobia  ', 'practice', { words: 'Xenophobia' }],
    ['practice xenophobia region:europe schools', 'practice', { words: 'xenophobia schools', region: 'europe' }],
    ['/practice place:"New York" id card', 'practice', { place: 'New York', words: 'id card' }],
    ['/practice “hate speech” target:cities target:states', 'practice', { words: 'hate speech', target: 'cities,states' }],
    ['/library get p-014', 'library get', { id: 'p-014' }],
    ['/library P-014 and more', 'library search', { words: 'P-014 and more' }],
    ['/library', 'library search', {}],
    ['/plenary', 'help', {}],
    ['/practice at 10:30 see https://example.org/a', 'practice', { words: 'at 10:30 see https://example.org/a' }],
    ['/practice كراهية الأجانب theme:education', 'practice', { words: 'كراهية الأجانب', theme: 'education' }],
  ])('%s', (line, command, options) => {
    expect(parse(line)).toEqual({ command, options })
  })

  test('a mistyped command is corrected in a button that keeps the other words', () => {
    expect.assertions(2)
    try {
      parse('/practise xenophobia region:europe')
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      expect(error.key).toBe('error.unknown-command-meant')
      expect(error.buttons[0]).toMatchObject({ command: 'practice', options: { words: 'xenophobia', region: 'europe' } })
    }
  })

  test('a mistyped action is corrected with the rest of the line; one that does not exist brings those that do', () => {
    const meant = { key: 'error.unknown-command-meant', buttons: [expect.objectContaining({ command: 'date list' })] }
    expect(() => parse('/date lisst')).toThrow(expect.objectContaining(meant))
    const language = [expect.objectContaining({ command: 'my language', options: { language: 'fr' } })]
    expect(() => parse('/my langauge fr')).toThrow(expect.objectContaining({ buttons: language }))
    const help = [expect.objectContaining({ command: 'help', options: { command: 'my' } })]
    expect(() => parse('/my xyz')).toThrow(expect.objectContaining({ key: 'error.unknown-action', buttons: help }))
  })

  test.each([
    ['/group lst', '/group list', 'group list', {}],
    ['/group jion europe', '/group join europe', 'group join', { group: 'europe' }],
    ['/plenary group LST', '/plenary group list', 'group list', {}],
    ['session opn Welcoming cities', '/session open Welcoming cities', 'session open', { title: 'Welcoming cities' }],
    ['/library lib', '/library like', 'library like', {}],
    ['/group "jion" europe', '/group join europe', 'group join', { group: 'europe' }],
  ])('%s: words of the command, until nothing is found for them; then %s is offered', (line, label, command, options) => {
    expect(mistypedAction(book, line)).toMatchObject({ label, command, options })
  })

  test.each([
    '/group europe',
    '/group list',
    '/group',
    '/practice lst',
    'lst',
    '',
    '/my langauge klingon too',
    '/note moved to the west',
    '/reminder em',
  ])('%j has no mistyped action', line => {
    expect(mistypedAction(book, line)).toBeUndefined()
  })

  test('an action in the wrong place is put after its command', () => {
    const button = { label: '/commitment list state:open', command: 'commitment list', options: { state: 'open' } }
    for (const line of ['/commitment state:open list', '/commitment state:open lsit'])
      expect(() => parse(line)).toThrow(expect.objectContaining({ buttons: [expect.objectContaining(button)] }))
  })

  test('a mistyped command after Plenary’s own name leaves nothing of the mistake', () => {
    const button = { label: '/practice schools', options: { words: 'schools' } }
    expect(() => parse('/plenary practise schools')).toThrow(expect.objectContaining({ buttons: [expect.objectContaining(button)] }))
  })

  test('a mistyped filter is corrected', () => {
    expect(() => parse('/practice xenophobia regoin:europe')).toThrow(expect.objectContaining({ key: 'error.unknown-option-meant' }))
  })

  test('a filter in quotes that does not exist is not taken for words', () => {
    const key = 'error.unknown-option'
    expect(() => parse('/library add what:"City ID card" place:"New York"')).toThrow(expect.objectContaining({ key }))
    expect(parse('/practice they said: “never again”').options).toEqual({ words: 'they said: never again' })
  })

  test('plain words to Plenary search the whole library; a command stays a command', () => {
    expect(parseLine(book, 'what works in schools?', { loose: true })).toEqual({
      command: 'library search',
      options: { words: 'what works in schools?' },
    })
    expect(parseLine(book, 'practice schools', { loose: true })).toEqual({ command: 'practice', options: { words: 'schools' } })
  })

  test('never fails in any other way than a sentence for the person', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('/', '/plenary', '/library get', '"', '/practice "', 'a:b', 'constructor', '/__proto__ x', '/library toString'),
    )
    fc.assert(
      fc.property(line, fc.boolean(), (text, loose) => {
        try {
          parseLine(book, text, { loose })
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
        }
      }),
    )
  })
})
