/** Purpose: the rules of notes: replay loses nothing, an undo takes back just one thing, lines are read as they were meant. */
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findIdentities } from '../../src/sessions/identities.ts'
import { type Happened, type Note, type NoteEvent, removedNotes, replay } from '../../src/sessions/notes.ts'
import { proposeType, readNotes, substitute } from '../../src/sessions/read-notes.ts'
import { suspiciousSpots } from '../../src/sessions/read-report.ts'
import { readTemplate, TemplateMistakes } from '../../src/sessions/template.ts'

const happened = (events: readonly NoteEvent[]): Happened[] => events.map((event, at) => ({ id: at + 1, at, event }))
const added = (number: number): NoteEvent => ({
  kind: 'added',
  number,
  text: `note ${number}`,
  type: 'other',
  section: 'other',
  parent: null,
})

const number = fc.integer({ min: 1, max: 6 })
const change: fc.Arbitrary<NoteEvent> = fc.oneof(
  fc.record({ kind: fc.constant('fixed' as const), number, text: fc.string({ minLength: 1 }) }),
  fc.record({ kind: fc.constant('placed' as const), number, before: fc.option(number) }),
  fc.record({ kind: fc.constant('removed' as const), number }),
  fc.record({ kind: fc.constant('restored' as const), number }),
  fc.record({ kind: fc.constant('attached' as const), number, to: fc.option(number) }),
)
const start = [1, 2, 3, 4, 5, 6].map(added)

test('“q” is a question, but for words in quotation marks, and where a template has quotes and no questions', async () => {
  const of2016 = readTemplate(await readFile(new URL('../../seeds/templates/gfmd-2016.yaml', import.meta.url), 'utf8'))
  expect(readNotes('q Who pays for the shelters?')).toMatchObject([{ type: 'question' }])
  expect(readNotes('q “We need papers”')).toMatchObject([{ type: 'quote', text: 'We need papers' }])
  expect(readNotes('q We need papers', of2016)).toMatchObject([{ type: 'quote' }])
})

test('no change loses a note: each stands or can be brought back', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), changes => {
      const events = happened([...start, ...changes])
      const all = [...replay(events), ...removedNotes(events)].map(note => note.number)
      expect(all.sort()).toEqual([1, 2, 3, 4, 5, 6])
    }),
  )
})

test('undoing the last change is as if it had not been, and undoing the undo brings it back', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), changes => {
      const events = [...start, ...changes]
      const undone = [...events, { kind: 'undone' as const, event: events.length }]
      const again = [...undone, { kind: 'undone' as const, event: undone.length }]
      expect(replay(happened(undone))).toEqual(replay(happened(events.slice(0, -1))))
      expect(replay(happened(again))).toEqual(replay(happened(events)))
    }),
  )
})

test.each([
  ['practice City ID card', 'practice', 'City ID card'],
  ['p: City ID card', 'practice', 'City ID card'],
  ['Recommandation Les villes devraient', 'recommendation', 'Les villes devraient'],
  ['práctica Tarjeta de la ciudad', 'practice', 'Tarjeta de la ciudad'],
  ['توصية ينبغي للمدن', 'recommendation', 'ينبغي للمدن'],
  ['• quote “We are here”', 'quote', 'We are here'],
  ['3. indicator Number of laws', 'indicator', 'Number of laws'],
])('“%s”', (typed, type, text) => expect(readNotes(typed)).toMatchObject([{ type, text, proposed: false }]))

test.each([
  ['What will you do?', 'question'],
  ['Cities should be heard', 'recommendation'],
  ['Number of people reached', 'indicator'],
  ['Nothing of all this', 'other'],
])('“%s” is proposed', (text, type) => expect(proposeType(text)).toBe(type))

test('no line is lost, whatever is pasted', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }).filter(text => /^\p{L}+$/u.test(text))), lines => {
      expect(readNotes(lines.join('\n'))).toHaveLength(lines.length)
    }),
  )
})

test('s/old/new/ takes any words and marks; without the old words it does nothing', () => {
  expect(substitute('New York, New Jersey', 's/New/Old/')).toBe('Old York, New Jersey')
  expect(substitute('New York, New Jersey', 's|New|Old|g')).toBe('Old York, Old Jersey')
  expect(substitute('a $& b', 's/b/$&/')).toBe('a $& $&')
  expect(substitute('a b', 's/c/d/')).toBeUndefined()
})

test('known names are no identities; addresses and numbers always are', () => {
  const note: Note = {
    number: 1,
    type: 'other',
    text: 'The Migrant Forum wrote to x@y.org, 0049 30 123456',
    section: null,
    parent: null,
    proposed: false,
    mark: '',
    kept: [],
  }
  expect(findIdentities([note], { isKnown: name => name === 'Migrant Forum', isWord: () => true }).map(({ words }) => words)).toEqual([
    'x@y.org',
    '0049 30 123456',
  ])
  expect(findIdentities([{ ...note, kept: ['x@y.org'] }], { isKnown: () => true, isWord: () => true }).map(({ words }) => words)).toEqual([
    '0049 30 123456',
  ])
})

test('damage of scans is marked', () => {
  expect(suspiciousSpots('launched by March 21%, the pos6ble 1% ever day day')).toEqual(['March 21%', '1% ever', 'pos6ble', 'day day'])
  expect(suspiciousSpots('Nine per cent by 21 March 2017')).toEqual([])
})

test('a template with mistakes says where each is', () => {
  const mistakes = () => readTemplate('id: Our Template\nsections:\n  - id: a\n    types: [poem]\n    title: { en: A }\n')
  expect(mistakes).toThrow(TemplateMistakes)
  expect(mistakes).toThrow(/id: expected an id of small letters[\s\S]*sections\.0\.types\.0: expected one of practice/)
})
