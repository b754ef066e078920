/** Purpose: who may do what inside a group, as a matrix of every act and every standing. */
import { expect, test } from 'vitest'
import { ROLES } from '../../src/command-kit/roles.ts'
import type { Part, Seat } from '../../src/groups/group.ts'
import { ACTS, type Act, may } from '../../src/groups/may.ts'

const group = { sensitive: false, openRoster: false }
const standing = (seats: readonly Seat[], part?: Part) => ({ seats, part, conditional: false, shown: false })

/** Who may, of all who are a plain member of the coalition. */
const BY_SEAT: Readonly<Record<Act, readonly Seat[]>> = {
  'see-names': ['coordinator', 'deputy'],
  admit: ['coordinator', 'deputy'],
  announce: ['coordinator', 'deputy'],
  edit: ['coordinator'],
  house: ['coordinator', 'deputy'],
  launch: ['coordinator', 'offer'],
  rest: ['coordinator'],
  'hand-over': ['coordinator'],
  'accept-offer': ['coordinator'],
}
/** The lowest role of the coalition that may without any seat. */
const BY_ROLE: Partial<Record<Act, (typeof ROLES)[number]>> = {
  ...{ announce: 'admin', edit: 'coordinator', house: 'coordinator', launch: 'coordinator', rest: 'admin', 'accept-offer': 'coordinator' },
}

test.each(ACTS)('%s', act => {
  for (const seat of ['coordinator', 'deputy', 'offer', 'asked-coordinator', 'asked-deputy'] as const)
    expect(may(act, { role: 'member' }, group, standing([seat])), seat).toBe(BY_SEAT[act].includes(seat))
  const lowest = BY_ROLE[act]
  for (const role of ROLES)
    expect(may(act, { role }, group, standing([])), role).toBe(lowest !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(lowest))
})

test('names: members see each other only where the group chose so, and an admin never for being one', () => {
  const member = standing([], 'member')
  expect(may('see-names', { role: 'admin' }, group, member)).toBe(false)
  expect(may('see-names', { role: 'member' }, { ...group, openRoster: true }, member)).toBe(true)
  expect(may('see-names', { role: 'admin' }, { ...group, openRoster: true }, standing([], 'waiting'))).toBe(false)
})

test('a sensitive group is not started by whoever offers first', () => {
  expect(may('launch', { role: 'member' }, { ...group, sensitive: true }, standing(['offer']))).toBe(false)
})
