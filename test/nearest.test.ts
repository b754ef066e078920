/** Purpose: the label that was meant, and none where something else was. */
import { expect, test } from 'vitest'
import { nearest } from '../src/nearest.ts'

const LABELS = ['no', 'yes', 'list', 'join', 'Réunion']

test.each([
  ['no', 'no'],
  ['lsit', 'list'],
  ['JION', 'join'],
  ['reunoin', 'Réunion'],
  ['on', undefined],
  ['un', undefined],
  ['', undefined],
])('%j means %j', (typed, meant) => expect(nearest(LABELS, label => label, typed)).toBe(meant))
