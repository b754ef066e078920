/** Purpose: dates as scheduled events of a Discord server, from what people press to what Discord is told, on both databases. */
import { beforeEach, describe, expect, test } from 'vitest'
import { ENGINES } from '../../support/engines.ts'
import { type DatesInDiscord, ofEvents, openDates } from '../../support/fake-discord/dates.ts'
import { GUILD } from '../../support/fake-discord/fake-discord.ts'
import { seen } from '../../support/fake-discord/person.ts'

let dates: DatesInDiscord

describe.each(ENGINES)('$name', engine => {
  beforeEach(async () => {
    dates = await openDates(await engine.newUrl())
  })

  test('a weekly meeting is published with its recurrence, shown on its card, changed with it, and taken back', async () => {
    const { discord, ana, hears, events, only, add, passes } = dates
    const ref = await add('Members’ meeting', 'every Tuesday at 18:00')
    const published = await hears(`/date publish ${ref}`)
    expect(published).toContain('“Members’ meeting” is an event of your Discord server now')
    expect(published).toContain('Discord repeats it every week on Tuesday')
    expect(only()).toMatchObject({
      name: 'Members’ meeting',
      scheduled_start_time: '2026-11-24T18:00:00.000Z',
      scheduled_end_time: '2026-11-24T19:00:00.000Z',
      recurrence_rule: { frequency: 2, interval: 1, by_weekday: [1], start: '2026-11-24T18:00:00.000Z' },
    })
    expect(await hears(`/date show ${ref}`)).toContain(`https://discord.com/events/${GUILD}/${only().id}`)
    const { id } = only()
    const asked = await seen(ana().types(`/date edit ${ref} title:"Meeting of all" when:"every Wednesday at 17:00"`))
    await seen(ana().presses(asked, 'Yes, save'))
    await passes({ minutes: 1 })
    expect(only()).toMatchObject({
      id,
      name: 'Meeting of all',
      scheduled_start_time: '2026-11-25T17:00:00.000Z',
      recurrence_rule: { by_weekday: [2] },
    })
    expect(await hears(`/date unpublish ${ref}`)).toContain('is no event of your Discord server any more')
    expect(events()).toEqual([])
    expect(await hears(`/date unpublish ${ref}`)).toContain('is not published as an event')
    expect(discord.refused).toEqual([])
  })

  test('a starter date, which is no row: whole days, in the asker’s zone, as one that Discord repeats', async () => {
    const { ana, hears, events, only, passes } = dates
    await hears('/my timezone Africa/Nairobi')
    const published = await hears('/date publish 21-march')
    expect(published).toContain('begins at 00:00 in Africa/Nairobi')
    expect(only()).toMatchObject({
      name: 'International Day for the Elimination of Racial Discrimination',
      scheduled_start_time: '2027-03-20T21:00:00.000Z',
      scheduled_end_time: '2027-03-21T21:00:00.000Z',
      recurrence_rule: { frequency: 0, by_month: [3], by_month_day: [20] },
    })
    expect(only().description).toMatch(/All day.*\n\/date show 21-march$/s)
    const asked = await seen(ana().types('/date remove 21-march'))
    await seen(ana().presses(asked, 'Yes, take it away'))
    await passes({ minutes: 1 })
    expect(events()).toEqual([])
  })

  test('a rule that Discord does not know: the next one, and after it the next again', async () => {
    const { hears, events, only, add, passes } = dates
    const ref = await add('Board', 'last Friday of the month at 10:00')
    expect(await hears(`/date publish ${ref}`)).toMatch(
      /can’t repeat it every month on the last Friday: the event is for Friday,? 27 November 2026/,
    )
    expect(only()).toMatchObject({ scheduled_start_time: '2026-11-27T10:00:00.000Z' })
    expect(only().recurrence_rule ?? null).toBeNull()
    await passes({ hours: 6 * 24 + 1, minutes: 30 })
    expect(only().status).toBe(2)
    await passes({ hours: 2 })
    expect(events().map(({ status, scheduled_start_time }) => [status, scheduled_start_time])).toEqual([
      [3, '2026-11-27T10:00:00.000Z'],
      [1, '2026-12-25T10:00:00.000Z'],
    ])
    await passes({ hours: 6 })
    expect(events()).toHaveLength(2)
  })

  test('a skipped day: Discord can’t leave one out, so until it is past each has an event of its own', async () => {
    const { hears, events, only, add, passes } = dates
    const ref = await add('Choir', 'every Tuesday at 18:00')
    await hears(`/date publish ${ref}`)
    const { id } = only()
    await hears(`/date skip ${ref} 2026-12-01`)
    await passes({ minutes: 1 })
    expect(only()).toMatchObject({ id, scheduled_start_time: '2026-11-24T18:00:00.000Z', recurrence_rule: null })
    await passes({ hours: 100 })
    expect(events().at(-1)).toMatchObject({
      status: 1,
      scheduled_start_time: '2026-12-08T18:00:00.000Z',
      recurrence_rule: { by_weekday: [1] },
    })
  })

  test('two clicks at once, an answer that is lost, a crash before it is kept: one event', async () => {
    const { plenary, discord, now, hears, events, add, passes } = dates
    const ref = await add('Forum', '10 June 2027 at 09:00')
    const both = await Promise.all([hears(`/date publish ${ref}`), hears(`/date publish ${ref}`)])
    expect(both.join()).toContain('is an event')
    await hears(`/date publish ${ref}`)
    expect(discord.requests.filter(ofEvents('POST'))).toHaveLength(1)
    const second = await add('Congress', '11 June 2027 at 09:00')
    discord.fault({ on: ofEvents('POST'), times: 1, how: 'do it, then 500' })
    expect(await hears(`/date publish ${second}`)).toContain('is published as soon as it can be')
    expect(await hears(`/date show ${second}`)).toContain('tried again')
    await passes({ minutes: 6 })
    expect(events().map(({ name }) => name)).toEqual(['Forum', 'Congress'])
    expect(await hears(`/date show ${second}`)).toContain('discord.com/events')
    // As a process that dies in the middle leaves it: the work is taken, its end is missing.
    const until = now() + 180_000
    await plenary.db.updateTable('published_events').set({ event_id: null, state: 'wanted', lease_until: until, due_at: until }).execute()
    discord.requests.length = 0
    await passes({ minutes: 1 })
    expect(discord.requests.filter(ofEvents('GET'))).toEqual([])
    await passes({ minutes: 3 })
    expect(discord.requests.filter(ofEvents('GET'))).toHaveLength(2)
    expect(discord.requests.filter(ofEvents('POST'))).toEqual([])
    expect(events()).toHaveLength(2)
    expect(discord.refused).toEqual([])
  })
})
