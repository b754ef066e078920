/** Purpose: what a button carries comes back as it was, whatever the words are. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readButtonId, writeButtonId } from '../../src/command-kit/button-id.ts'

const name = fc.stringMatching(/^[a-z][a-z-]{0,15}$/)
const call = fc.record({
  command: fc.array(name, { minLength: 1, maxLength: 2 }).map(words => words.join(' ')),
  options: fc.dictionary(name, fc.string({ unit: 'grapheme' })),
  mark: fc.constantFrom('share', 'form', 'none'),
})

test('any button survives the way to a platform and back', () => {
  fc.assert(
    fc.property(call, ({ command, options, mark }) => {
      const id = writeButtonId({
        label: 'x',
        command,
        options,
        ...(mark === 'share' && { share: true }),
        ...(mark === 'form' && { form: true }),
      })
      expect(readButtonId(id)).toEqual({ command, options: { ...options }, share: mark === 'share', form: mark === 'form' })
    }),
  )
})

test('a forged id is only ever a command with texts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), id => {
      const { command, options } = readButtonId(id)
      expect(typeof command).toBe('string')
      expect(Object.values(options).every(value => typeof value === 'string')).toBe(true)
    }),
  )
})

test('ids are readable', () => {
  expect(writeButtonId({ label: 'Share', command: 'library get', options: { id: 'P-014' }, share: true })).toBe('!library get|id=P-014')
})
