/** Purpose: a Plenary with its calendar in a fake Discord whose clock goes as the test wants. */

import { makePlenary } from '../make-plenary.ts'
import { passTime } from './events.ts'
import type { FakeDiscord, Request } from './fake-discord.ts'
import { makePerson, seen, wordsOf } from './person.ts'
import { openDiscord } from './start.ts'

export type DatesInDiscord = Awaited<ReturnType<typeof openDates>>

export async function openDates(url?: string) {
  let now = Temporal.Instant.from('2026-11-21T09:00:00Z')
  const plenary = await makePlenary(url, () => now)
  const { discord, platform } = await openDiscord({ plenary })
  discord.guild.now = () => now.epochMilliseconds
  if (!platform.events) throw new Error('Discord has no events')
  plenary.events.offer('discord', platform.events)
  const ana = () => makePerson(discord, { permissions: '32' })
  return {
    plenary,
    discord,
    ana,
    now: () => now.epochMilliseconds,
    hears: async (line: string) => wordsOf((await seen(ana().types(line))).message),
    events: () => [...discord.guild.events.values()],
    only: () => onlyEvent(discord),
    /** @returns its id */
    async add(title: string, when: string) {
      const asked = await seen(ana().types(`/date add "${title}" ${when}`))
      return /D-\d+/.exec(wordsOf((await seen(ana().presses(asked, 'Yes, save'))).message))?.[0] ?? ''
    },
    /** Time goes by at Discord and here; the job runs. */
    async passes(duration: Temporal.DurationLike) {
      now = now.add(duration)
      passTime(discord.guild)
      await plenary.calendar.events.follow(now)
    },
  }
}

function onlyEvent({ guild }: FakeDiscord) {
  const [event, ...others] = guild.events.values()
  if (!event || others.length > 0) throw new Error(`${guild.events.size} events`)
  return event
}

export const ofEvents = (method: string) => (one: Pick<Request, 'method' | 'path'>) =>
  one.method === method && one.path.includes('/scheduled-events')
