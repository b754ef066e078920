/** Purpose: dates as scheduled events of a Discord server, from what people press to what Discord is told, through everything that can come between. */
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { ENGINES } from '../../support/engines.ts'
import { passTime } from '../../support/fake-discord/events.ts'
import { type FakeDiscord, GUILD } from '../../support/fake-discord/fake-discord.ts'
import { makePerson, seen, wordsOf } from '../../support/fake-discord/person.ts'
import { refuse, slowDown } from '../../support/fake-discord/refusals.ts'
import { openDiscord } from '../../support/fake-discord/start.ts'
import { makePlenary, type TestPlenary } from '../../support/make-plenary.ts'

let plenary: TestPlenary
let discord: FakeDiscord
let now = Temporal.Instant.from('2026-11-21T09:00:00Z')

async function open(url?: string) {
  now = Temporal.Instant.from('2026-11-21T09:00:00Z')
  plenary = await makePlenary(url, () => now)
  const started = await openDiscord({ plenary })
  discord = started.discord
  discord.guild.now = () => now.epochMilliseconds
  if (!started.platform.events) throw new Error('Discord has no events')
  plenary.events.offer('discord', started.platform.events)
}

const ana = () => makePerson(discord, { permissions: '32' })
const says = async (line: string) => (await seen(ana().types(line))).message
const hears = async (line: string) => wordsOf(await says(line))
const events = () => [...discord.guild.events.values()]
const only = () => {
  const [event, ...others] = events()
  if (!event || others.length > 0) throw new Error(`${events().length} events`)
  return event
}
const add = async (title: string, when: string) => {
  const asked = await seen(ana().types(`/date add "${title}" ${when}`))
  const saved = await seen(ana().presses(asked, 'Yes, save'))
  return /D-\d+/.exec(wordsOf(saved.message))?.[0] ?? ''
}
/** Time goes by at Discord and here; the job runs. */
async function passes(duration: Temporal.DurationLike) {
  now = now.add(duration)
  passTime(discord.guild)
  await plenary.calendar.events.follow(now)
}
const isOfEvents = (method: string) => (one: { method: string; path: string }) =>
  one.method === method && one.path.includes('/scheduled-events')

describe.each(ENGINES)('$name', engine => {
  beforeEach(async () => open(await engine.newUrl()))

  test('a weekly meeting is published with its recurrence, shown on its card, changed with it, and taken back', async () => {
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
    const ref = await add('Forum', '10 June 2027 at 09:00')
    const both = await Promise.all([hears(`/date publish ${ref}`), hears(`/date publish ${ref}`)])
    expect(both.join()).toContain('is an event')
    await hears(`/date publish ${ref}`)
    expect(discord.requests.filter(isOfEvents('POST'))).toHaveLength(1)
    const second = await add('Congress', '11 June 2027 at 09:00')
    discord.fault({ on: isOfEvents('POST'), times: 1, how: 'do it, then 500' })
    expect(await hears(`/date publish ${second}`)).toContain('is published as soon as it can be')
    expect(await hears(`/date show ${second}`)).toContain('tried again')
    await passes({ minutes: 6 })
    expect(events().map(({ name }) => name)).toEqual(['Forum', 'Congress'])
    expect(await hears(`/date show ${second}`)).toContain('discord.com/events')
    // As a process that dies in the middle leaves it: the work is taken, its end is missing.
    const until = now.epochMilliseconds + 180_000
    await plenary.db.updateTable('published_events').set({ event_id: null, state: 'wanted', lease_until: until, due_at: until }).execute()
    discord.requests.length = 0
    await passes({ minutes: 1 })
    expect(discord.requests.filter(isOfEvents('GET'))).toEqual([])
    await passes({ minutes: 3 })
    expect(discord.requests.filter(isOfEvents('GET'))).toHaveLength(2)
    expect(discord.requests.filter(isOfEvents('POST'))).toEqual([])
    expect(events()).toHaveLength(2)
    expect(discord.refused).toEqual([])
  })
})

describe('in Discord', () => {
  beforeEach(() => open())

  test('whoever deletes or cancels it there is respected: it is seen within hours, said, and made again only when asked', async () => {
    const ref = await add('Forum', '10 June 2027 at 09:00')
    await hears(`/date publish ${ref}`)
    discord.guild.events.clear()
    await passes({ hours: 6, minutes: 1 })
    await passes({ hours: 24 })
    expect(events()).toEqual([])
    expect(await hears(`/date show ${ref}`)).toContain('Somebody deleted it in Discord')
    await hears(`/date publish ${ref}`)
    only().status = 4
    await passes({ hours: 7 })
    expect(await hears(`/date show ${ref}`)).toContain('Somebody deleted it in Discord')
    await hears(`/date publish ${ref}`)
    expect(events().map(({ status }) => status)).toEqual([4, 1])
  })

  test('deleted there and published again before it was noticed', async () => {
    const ref = await add('Forum', '10 June 2027 at 09:00')
    await hears(`/date publish ${ref}`)
    discord.guild.events.clear()
    expect(await hears(`/date publish ${ref}`)).toContain('is an event of your Discord server now')
    expect(only().name).toBe('Forum')
  })

  test('through a clock change the hour stays what it is on the wall', async () => {
    await hears('/my timezone Europe/Paris')
    const ref = await add('Café', 'every Tuesday at 18:00')
    await hears(`/date publish ${ref}`)
    for (let week = 0; week < 20; week++) await passes({ hours: 7 * 24 })
    expect(only()).toMatchObject({ scheduled_start_time: '2027-04-13T16:00:00.000Z', status: 1 })
    const starts = discord.requests.filter(isOfEvents('PATCH')).map(({ body }) => Object(body).scheduled_start_time)
    expect(starts).toEqual(['2027-03-30T16:00:00.000Z'])
  })

  test('what is past or has begun, what is only one’s own, what is hidden', async () => {
    const ref = await add('Today', 'today')
    expect(await hears(`/date publish ${ref}`)).toContain('has no day to come that has not begun')
    expect(await hears(`/date show ${ref}`)).not.toContain('Publish in Discord')
    const forum = await add('Forum', '10 June 2027 at 09:00')
    await hears(`/date publish ${forum}`)
    const moved = await seen(ana().types(`/date edit ${forum} when:"20 November 2026"`))
    await seen(ana().presses(moved, 'Yes, save'))
    await passes({ minutes: 1 })
    expect(events()).toEqual([])
    expect(await hears(`/date show ${forum}`)).not.toContain('Event in Discord')
  })

  test('each refusal is a sentence, and is not tried again behind anybody’s back', async () => {
    const ref = await add('Forum', '10 June 2027 at 09:00')
    const granted = discord.guild.permissions
    discord.guild.permissions = granted & ~(1n << 44n)
    expect(await hears(`/date publish ${ref}`)).toContain('“Create Events”')
    discord.guild.permissions = granted
    discord.guild.mostEvents = 0
    expect(await hears(`/date publish ${ref}`)).toContain('100 planned events')
    discord.guild.mostEvents = 100
    await passes({ hours: 12 })
    expect(events()).toEqual([])
    discord.fault({ on: isOfEvents('GET'), times: 1, how: slowDown(0.2) })
    expect(await hears(`/date publish ${ref}`)).toContain('is an event')
    discord.fault({ on: isOfEvents('DELETE'), times: 1, how: 'cut' })
    expect(await hears(`/date unpublish ${ref}`)).toContain('is taken away as soon as it can be')
    await passes({ minutes: 6 })
    expect(events()).toEqual([])
  })

  test('a server that Plenary has left is forgotten; one that is not reached holds up nothing', async () => {
    const ref = await add('Forum', '10 June 2027 at 09:00')
    await hears(`/date publish ${ref}`)
    discord.fault({ on: isOfEvents('GET'), times: 1, how: refuse(503, 0, 'down') })
    await passes({ hours: 7 })
    expect(await hears(`/date show ${ref}`)).toContain('tried again')
    discord.fault({ on: isOfEvents('GET'), times: 1, how: refuse(403, 50001, 'Missing Access') })
    await passes({ hours: 1 })
    expect(await hears(`/date show ${ref}`)).not.toContain('Event in Discord')
  })

  test('words by people fit, ping nobody, and the line that it is known by stays whole', async () => {
    const wish = { startsAt: now.epochMilliseconds + 3_600_000, endsAt: now.epochMilliseconds + 7_200_000, repeat: undefined }
    const port = plenary.events.at('discord')
    for (const text of ['x'.repeat(5000), '@everyone *\n'.repeat(400), '\u0000\u202e', '👩‍👩‍👧‍👦'.repeat(200), ''])
      await port?.put(
        GUILD,
        {
          ...wish,
          marker: `/date show ${text.length}`,
          title: text,
          about: text,
          place: text,
          notes: ['https://example.org/'.padEnd(500, 'y')],
        },
        undefined,
      )
    expect(discord.refused).toEqual([])
    expect(events()).toHaveLength(5)
    expect(events().map(({ description }) => description.split('\n').at(-1))).toEqual(
      [5000, 4800, 2, 2200, 0].map(length => `/date show ${length}`),
    )
    expect(events().some(({ description }) => /[^\\]@everyone/.test(description))).toBe(false)
  })

  test('members see it and can’t publish; where there is no server, one is told what there is instead', async () => {
    const ben = makePerson(discord, { id: '555555555555555556' })
    expect(wordsOf((await seen(ben.runs('date publish', { date: '21-march' }))).message)).toContain('coordinator')
    const elsewhere = plenary.member('cleo', { role: 'admin' })
    const told = await elsewhere.says('/date publish 21-march')
    told.hears('no Discord server belongs to your coalition')
    expect((await elsewhere.says('/date show 21-march')).words).not.toContain('Publish in Discord')
    const { files } = await elsewhere.presses(told.button('Add to my calendar'))
    expect(new TextDecoder().decode(files?.[0]?.bytes)).toMatch(/BEGIN:VEVENT[\s\S]*21-march/)
  })

  test('from another chat of the same coalition it reaches the server', async () => {
    await hears('/settings link make:yes')
    const code = /code:(\S+?)`/.exec(await hears('/settings link make:yes'))?.[1] ?? ''
    const cleo = plenary.member('cleo', { role: 'admin' })
    await cleo.says(`/settings link code:${code}`)
    const published = await cleo.presses((await cleo.says('/date show 18-december')).button('Publish in Discord'))
    published.hears('is an event of your Discord server now')
    expect(only().name).toContain('Migrants')
  })
})

test('a server that becomes part of another coalition keeps its events, and they follow the dates there', async () => {
  await open()
  await hears('/date publish 21-march')
  const cleo = plenary.member('cleo', { role: 'admin' })
  const changed = await cleo.says('/date edit 21-march title:"Our day against racism"')
  await cleo.presses(changed.button('Yes, save'))
  const made = await cleo.presses((await cleo.says('/settings link')).button('Give me a code'))
  await hears(/\/settings link code:\S+/.exec(made.words)?.[0] ?? '')
  await passes({ hours: 7 })
  expect(only().name).toBe('Our day against racism')
  expect(await hears('/date show 21-march')).toContain(only().id)
})

test('the guide says why Create Events is asked for', () => {
  expect(readFileSync(new URL('../../../docs/discord.md', import.meta.url), 'utf8')).toContain('| Create Events |')
})
