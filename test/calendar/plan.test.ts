/** Purpose: from a date to a message: planned once, moved with its date, late but not lost, exactly in each place. */
import { describe, expect, test } from 'vitest'
import type { Address } from '../../src/address.ts'
import type { CalendarDate } from '../../src/calendar/calendar-date.ts'
import { planReminders } from '../../src/calendar/plan.ts'
import { refOfDestination } from '../../src/calendar/reminder.ts'
import type { Database } from '../../src/database/open.ts'
import { makeOutbox } from '../../src/delivery/outbox.ts'
import { makeFastClock, nothingWaits, workUntil } from '../support/deliver.ts'
import { ENGINES } from '../support/engines.ts'
import { makeFakeMessenger } from '../support/fake-messenger.ts'
import { makePlenary, type TestPlenary } from '../support/make-plenary.ts'

const START = Temporal.Instant.from('2027-02-01T08:00:00Z')
const channel: Address = { platform: 'web', space: 'test', id: 'general' }
const HOUR = 3_600_000

type Moved = TestPlenary & { go(to: string): Promise<void> }

/** A Plenary whose clock a test moves; each step plans. */
async function open(url: string): Promise<Moved> {
  let at = START
  const plenary = await makePlenary(url, () => at)
  return Object.assign(plenary, {
    async go(to: string) {
      at = Temporal.Instant.from(to)
      await plenary.calendar.plan(at)
    },
  })
}

const waiting = async (db: Database) =>
  (await db.selectFrom('deliveries').select(['due_at', 'key']).where('state', '=', 'waiting').orderBy('due_at').execute()).map(
    ({ due_at }) => new Date(due_at).toISOString().slice(0, 16),
  )

async function remind(plenary: Moved, ref = '21-march') {
  const ana = await plenary.people.recognise({ address: { ...channel, id: 'ana' }, zone: 'Africa/Nairobi' })
  const date = await plenary.calendar.dates.find(ana, ref)
  if (!date) throw new Error(ref)
  const { leads, at } = plenary.calendar.defaults
  const reminder = await plenary.calendar.reminders.add(ana, date, {
    to: { kind: 'channel', address: channel },
    leads,
    at,
    zone: 'Africa/Nairobi',
  })
  return { ana, reminder, date: (await plenary.calendar.dates.find(ana, ref)) ?? date }
}

describe.each(ENGINES)('$name', engine => {
  test('each lead time becomes one delivery, in the zone of where it goes, 48 hours ahead', async () => {
    const plenary = await open(await engine.newUrl())
    await remind(plenary)
    expect(await waiting(plenary.db)).toEqual([])
    const seen: string[] = []
    for (let day = Temporal.PlainDate.from('2027-02-02'); day.toString() < '2027-03-23'; day = day.add({ days: 1 })) {
      await plenary.go(`${day}T00:00:00Z`)
      await plenary.go(`${day}T00:00:30Z`)
      seen.push(...(await waiting(plenary.db)))
    }
    expect([...new Set(seen)]).toEqual(['2027-02-19T06:00', '2027-03-14T06:00', '2027-03-20T06:00', '2027-03-21T06:00'])
    expect(await plenary.db.selectFrom('deliveries').select('id').execute()).toHaveLength(4)
  })

  test('a date that is moved takes its undelivered reminders along; one that is hidden takes them back', async () => {
    const plenary = await open(await engine.newUrl())
    const { date } = await remind(plenary)
    await plenary.go('2027-03-19T12:00:00Z')
    expect(await waiting(plenary.db)).toContain('2027-03-20T06:00')
    const moved: CalendarDate = await plenary.calendar.dates.change(date, {
      ...date,
      startsOn: Temporal.PlainDate.from('2027-03-22'),
      rule: 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=22',
    })
    expect(await waiting(plenary.db)).toEqual(['2027-03-21T06:00'])
    await plenary.calendar.dates.setState(moved, 'hidden')
    expect(await waiting(plenary.db)).toEqual([])
    await plenary.go('2027-03-19T13:00:00Z')
    expect(await waiting(plenary.db)).toEqual([])
    await plenary.calendar.dates.setState(moved, 'kept')
    expect(await waiting(plenary.db)).toEqual(['2027-03-21T06:00'])
  })

  test('a date that is moved at the very moment of planning keeps the moments of its new day', async () => {
    const plenary = await open(await engine.newUrl())
    const { date, reminder } = await remind(plenary)
    await plenary.db.updateTable('reminders').set({ to_kind: 'group', to_ref: '7' }).execute()
    await plenary.go('2027-02-02T08:00:00Z')
    const homesOf = async () => {
      const startsOn = Temporal.PlainDate.from('2027-03-10')
      await plenary.calendar.dates.change(date, { ...date, startsOn, rule: 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=10' })
      return []
    }
    const at = Temporal.Instant.from('2027-02-18T12:00:00Z')
    await planReminders({ db: plenary.db, outbox: makeOutbox(plenary.db), homesOf }, at.epochMilliseconds)
    const { next_at } = await plenary.db.selectFrom('reminders').select('next_at').where('id', '=', reminder.id).executeTakeFirstOrThrow()
    expect(new Date(next_at ?? 0).toISOString()).toBe('2027-02-08T06:00:00.000Z')
  })

  test('a skipped day is not spoken of, nor one that is done', async () => {
    const plenary = await open(await engine.newUrl())
    const { date, reminder } = await remind(plenary)
    await plenary.go('2027-03-19T12:00:00Z')
    const skipped = await plenary.calendar.dates.skip(date, Temporal.PlainDate.from('2027-03-21'), true)
    expect(await waiting(plenary.db)).toEqual([])
    await plenary.calendar.dates.skip(skipped, Temporal.PlainDate.from('2027-03-21'), false)
    expect(await waiting(plenary.db)).toHaveLength(2)
    await plenary.calendar.reminders.done(reminder, Temporal.PlainDate.from('2027-03-21'))
    await plenary.go('2027-03-20T12:00:00Z')
    expect(await waiting(plenary.db)).toEqual([])
  })

  test('an absence loses nothing: what is still to come is said late and says so, what is over is dropped', async () => {
    const plenary = await open(await engine.newUrl())
    await remind(plenary)
    await plenary.go('2027-03-20T09:00:00Z')
    const messenger = makeFakeMessenger()
    const clock = makeFastClock(Temporal.Instant.from('2027-03-20T09:00:00Z').epochMilliseconds)
    await workUntil(plenary.db, messenger, async () => messenger.posted.length > 0, {
      clock,
      composers: { reminder: plenary.calendar.composer },
    })
    // 30, 7 and 1 days before lie behind: one message for all three.
    expect(messenger.texts()).toHaveLength(1)
    expect(messenger.texts()[0]).toMatch(/1 date to keep in mind.*\nLate: this was due Friday,? 19 February 2027/s)
    await plenary.go('2027-03-30T09:00:00Z')
    await workUntil(plenary.db, messenger, nothingWaits(plenary.db), {
      clock: makeFastClock(clock.now() + 240 * HOUR),
      composers: { reminder: plenary.calendar.composer },
    })
    expect(messenger.texts().length).toBeLessThanOrEqual(2)
    expect(await plenary.db.selectFrom('deliveries').select('state').where('state', '=', 'waiting').execute()).toEqual([])
  })

  test('a message has the day in words, days left, and practices that fit', async () => {
    const plenary = await open(await engine.newUrl())
    await remind(plenary)
    await plenary.go('2027-02-19T06:00:00Z')
    const messenger = makeFakeMessenger()
    await workUntil(plenary.db, messenger, nothingWaits(plenary.db), {
      clock: makeFastClock(Temporal.Instant.from('2027-02-19T06:00:01Z').epochMilliseconds),
      composers: { reminder: plenary.calendar.composer },
    })
    const [card] = messenger.posted[0]?.reply.cards ?? []
    expect(messenger.texts()).toEqual([
      expect.stringMatching(/^International Day for the Elimination of Racial Discrimination: Sunday,? 21 March 2027, in 30 days\.$/),
    ])
    expect(card?.buttons?.map(({ command }) => command)).toEqual(expect.arrayContaining(['reminder add', 'date show', 'library get']))
  })

  test('quiet hours and the digest of a day', async () => {
    const plenary = await open(await engine.newUrl())
    const ana = await plenary.people.recognise({ address: { ...channel, id: 'ana' }, zone: 'UTC' })
    await plenary.calendar.reminders.setWishes(ana, { digestAt: new Temporal.PlainTime(7) })
    for (const ref of ['21-march', 'solidarity-week']) {
      const date = await plenary.calendar.dates.find(ana, ref)
      if (date)
        await plenary.calendar.reminders.add(ana, date, {
          to: { kind: 'me', address: ana.address },
          leads: ['1d'],
          at: new Temporal.PlainTime(9),
          zone: 'UTC',
        })
    }
    await plenary.go('2027-03-19T06:00:00Z')
    const messenger = makeFakeMessenger()
    await workUntil(plenary.db, messenger, nothingWaits(plenary.db), {
      clock: makeFastClock(Temporal.Instant.from('2027-03-20T07:00:00Z').epochMilliseconds),
      composers: { reminder: plenary.calendar.composer },
    })
    expect(messenger.posted.map(({ reply, options }) => [reply.cards?.length, options?.privately])).toEqual([[2, true]])
  })

  test('erasing somebody takes their reminders, wishes and feeds, and leaves those of channels without a name', async () => {
    const plenary = await open(await engine.newUrl())
    const { ana } = await remind(plenary)
    const me = { kind: 'me' as const, address: ana.address }
    await plenary.calendar.reminders.addOwn(
      ana,
      {
        title: 'call',
        about: '',
        link: '',
        startsOn: Temporal.PlainDate.from('2027-02-02'),
        at: new Temporal.PlainTime(9),
        days: 1,
        zone: 'UTC',
        skips: [],
      },
      { to: me, leads: ['0h'], at: new Temporal.PlainTime(9), zone: 'UTC' },
    )
    await plenary.calendar.reminders.setWishes(ana, { digestAt: new Temporal.PlainTime(7) })
    await plenary.calendar.feeds.make(ana, 'member')
    await plenary.people.erase(ana.address)
    expect(await waiting(plenary.db)).toEqual([])
    expect(await plenary.db.selectFrom('reminders').select(['to_ref', 'owner']).execute()).toEqual([
      { to_ref: refOfDestination({ kind: 'channel', address: channel }), owner: '' },
    ])
    expect(await plenary.db.selectFrom('dates').select('only_for').where('only_for', 'is not', null).execute()).toEqual([])
  })
})
