/** Purpose: who will do what by when, as people write it in one line. */
import { expect, test } from 'vitest'
import { readDetails } from '../../src/sessions/read-details.ts'

const TODAY = Temporal.PlainDate.from('2026-11-21')

test.each([
  'Publish a kit who:CARITAS due:31 March 2027',
  'Publish a kit due:31 March 2027 who:CARITAS',
  'what:"Publish a kit" who:"CARITAS" by:"31 March 2027"',
  '“Publish a kit” who: CARITAS fecha: 31 March 2027',
])('%s', line => {
  expect(readDetails('commitment', line, TODAY)).toMatchObject({
    words: 'Publish a kit',
    who: 'CARITAS',
    due: { on: Temporal.PlainDate.from('2027-03-31') },
  })
})

test('quotes inside the words stay', () => {
  expect(readDetails('commitment', '“Together” and “Welcome” are joined', TODAY).words).toBe('“Together” and “Welcome” are joined')
})
