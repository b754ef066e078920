/** Purpose: published events when things go otherwise: deleted there, refused, past, clock changes, other chats. */
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { type DatesInDiscord, ofEvents, openDates } from '../../support/fake-discord/dates.ts'
import { GUILD } from '../../support/fake-discord/fake-discord.ts'
import { makePerson, seen, wordsOf } from '../../support/fake-discord/person.ts'
import { refuse, slowDown } from '../../support/fake-discord/refusals.ts'

let dates: DatesInDiscord

describe('in Discord', () => {
  beforeEach(async () => {
    dates = await openDates()
  })

  test('whoever deletes or cancels it there is respected: it is seen within hours, said, and made again only when asked', async () => {
    const { discord, hears, events, only, add, passes } = dates
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
    const { discord, hears, only, add } = dates
    const ref = await add('Forum', '10 June 2027 at 09:00')
    await hears(`/date publish ${ref}`)
    discord.guild.events.clear()
    expect(await hears(`/date publish ${ref}`)).toContain('is an event of your Discord server now')
    expect(only().name).toBe('Forum')
  })

  test('through a clock change the hour stays what it is on the wall', async () => {
    const { discord, hears, only, add, passes } = dates
    await hears('/my timezone Europe/Paris')
    const ref = await add('Café', 'every Tuesday at 18:00')
    await hears(`/date publish ${ref}`)
    for (let week = 0; week < 20; week++) await passes({ hours: 7 * 24 })
    expect(only()).toMatchObject({ scheduled_start_time: '2027-04-13T16:00:00.000Z', status: 1 })
    const starts = discord.requests.filter(ofEvents('PATCH')).map(({ body }) => Object(body).scheduled_start_time)
    expect(starts).toEqual(['2027-03-30T16:00:00.000Z'])
  })

  test('what is past or has begun, what is only one’s own, what is hidden', async () => {
    const { ana, hears, events, add, passes } = dates
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
    const { discord, hears, events, add, passes } = dates
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
    discord.fault({ on: ofEvents('GET'), times: 1, how: slowDown(0.2) })
    expect(await hears(`/date publish ${ref}`)).toContain('is an event')
    discord.fault({ on: ofEvents('DELETE'), times: 1, how: 'cut' })
    expect(await hears(`/date unpublish ${ref}`)).toContain('is taken away as soon as it can be')
    await passes({ minutes: 6 })
    expect(events()).toEqual([])
  })

  test('a server that Plenary has left is forgotten; one that is not reached holds up nothing', async () => {
    const { discord, hears, add, passes } = dates
    const ref = await add('Forum', '10 June 2027 at 09:00')
    await hears(`/date publish ${ref}`)
    discord.fault({ on: ofEvents('GET'), times: 1, how: refuse(503, 0, 'down') })
    await passes({ hours: 7 })
    expect(await hears(`/date show ${ref}`)).toContain('tried again')
    discord.fault({ on: ofEvents('GET'), times: 1, how: refuse(403, 50001, 'Missing Access') })
    await passes({ hours: 1 })
    expect(await hears(`/date show ${ref}`)).not.toContain('Event in Discord')
  })

  test('words by people fit, ping nobody, and the line that it is known by stays whole', async () => {
    const { plenary, discord, now, events } = dates
    const wish = { startsAt: now() + 3_600_000, endsAt: now() + 7_200_000, repeat: undefined }
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
    const { plenary, discord } = dates
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
    const { plenary, hears, only } = dates
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
  dates = await openDates()
  const { plenary, hears, only, passes } = dates
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
