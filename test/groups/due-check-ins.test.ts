/** Purpose: the rules for coordinators who fall silent: asked, then the deputy, then the group; nothing twice, nobody named. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ANSWER_WITHIN, ASK_AFTER, dueCheckIns } from '../../src/groups/due-check-ins.ts'
import type { Seat } from '../../src/groups/group.ts'

const NOW = 1_800_000_000_000
const DAY = 86_400_000
type Made = { seat?: Seat; person?: number; confirmedAt?: number; askedAt?: number | undefined; since?: number }
const makeSeat = ({ seat = 'coordinator', person = 1, confirmedAt = NOW - 100 * DAY, askedAt, since = confirmedAt }: Made = {}) => ({
  ...{ member: person, person, seat, confirmedAt, askedAt, since },
})
const lapsed = (person = 1) => makeSeat({ person, askedAt: NOW - 15 * DAY })

describe('a coordinator', () => {
  test('is asked after 90 days, and not a day before', () => {
    expect(dueCheckIns([makeSeat({ confirmedAt: NOW - ASK_AFTER })], NOW)).toMatchObject([{ do: 'ask' }])
    expect(dueCheckIns([makeSeat({ confirmedAt: NOW - ASK_AFTER + 1 })], NOW)).toEqual([])
  })

  test('has 14 days to answer', () => {
    expect(dueCheckIns([makeSeat({ askedAt: NOW - ANSWER_WITHIN + 1 })], NOW)).toEqual([])
    expect(dueCheckIns([makeSeat({ askedAt: NOW - ANSWER_WITHIN })], NOW)).toMatchObject([{ do: 'free', tell: 'group' }])
  })

  test('who has a partner is followed by nobody but the partner', () => {
    expect(dueCheckIns([lapsed(1), makeSeat({ person: 2, confirmedAt: NOW })], NOW)).toMatchObject([
      { do: 'free', seat: { person: 1 }, tell: 'other-coordinator' },
    ])
  })

  test('with a deputy: the deputy is asked, has 14 days, and only then the group hears of it', () => {
    const deputy = makeSeat({ seat: 'deputy', person: 3 })
    expect(dueCheckIns([lapsed(), deputy], NOW)).toMatchObject([{ do: 'ask-deputy', deputy: { person: 3 } }])
    const asked = makeSeat({ seat: 'asked-coordinator', person: 3, since: NOW - 3 * DAY })
    expect(dueCheckIns([lapsed(), deputy, asked], NOW)).toEqual([])
    expect(dueCheckIns([lapsed(), deputy, { ...asked, since: NOW - 14 * DAY }], NOW)).toMatchObject([{ do: 'free', tell: 'group' }])
  })
})

test('nobody who answered within 90 days is ever asked or freed, and a seat is freed only after a question', () => {
  const seat = fc.record({
    seat: fc.constantFrom<Seat>('coordinator', 'deputy', 'asked-coordinator', 'offer'),
    person: fc.integer({ min: 1, max: 4 }),
    confirmedAt: fc.integer({ min: NOW - 200 * DAY, max: NOW }),
    askedAt: fc.option(fc.integer({ min: NOW - 40 * DAY, max: NOW }), { nil: undefined }),
    since: fc.integer({ min: NOW - 200 * DAY, max: NOW }),
  })
  fc.assert(
    fc.property(fc.array(seat, { maxLength: 5 }), made => {
      for (const step of dueCheckIns(made.map(makeSeat), NOW)) {
        if (step.do === 'ask') expect(step.seat.confirmedAt).toBeLessThanOrEqual(NOW - ASK_AFTER)
        else expect(step.seat.askedAt ?? NOW).toBeLessThanOrEqual(NOW - ANSWER_WITHIN)
        expect(step.seat.seat).toBe('coordinator')
      }
    }),
  )
})
