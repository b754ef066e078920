/** Purpose: the contract by which a platform shows a date of the calendar as an event of its own (Discord's scheduled events). Slack and the web chat have none. */
import type { Address, Platform } from '../address.ts'

export type Space = Pick<Address, 'platform' | 'space'>

/** The few recurrences that an event can keep by itself. Months and days are those in UTC; weekdays go from 1 (Monday) to 7. */
export type Repeat =
  | { readonly unit: 'day'; readonly weekdays: readonly number[] }
  | { readonly unit: 'week'; readonly every: 1 | 2; readonly weekday: number }
  | { readonly unit: 'month'; readonly nth: Nth; readonly weekday: number }
  | { readonly unit: 'year'; readonly month: number; readonly day: number }

export const NTHS = [1, 2, 3, 4, 5] as const
export type Nth = (typeof NTHS)[number]

/** The days of a week that one event can have together: working days, weekends, and either as they are in UTC for who lives east or west of it. */
export const WEEKDAY_SETS: readonly (readonly number[])[] = [
  [1, 2, 3, 4, 5],
  [2, 3, 4, 5, 6],
  [7, 1, 2, 3, 4],
  [5, 6],
  [6, 7],
  [7, 1],
]

/** `marker` is a line that only this date has: it stands in the event, and the event is found again by it. Instants are UTC epoch milliseconds. */
export type EventWish = {
  readonly marker: string
  readonly title: string
  readonly about: string
  /** Short lines after it. */
  readonly notes: readonly string[]
  readonly place: string
  readonly startsAt: number
  readonly endsAt: number
  readonly repeat: Repeat | undefined
}

/** `deleted`: somebody took it away there. `under-way`: what has begun stays as it is until it ends. */
export type Put = { readonly outcome: 'there' | 'under-way'; readonly eventId: string } | { readonly outcome: 'deleted' }

export const EVENT_TROUBLES = ['not-allowed', 'full', 'space-gone', 'refused', 'unreachable'] as const
export type EventTroubleWhy = (typeof EVENT_TROUBLES)[number]

/** Only `unreachable` passes by itself; then nobody knows whether it was done. */
export class EventTrouble extends Error {
  readonly why: EventTroubleWhy

  constructor(why: EventTroubleWhy, options?: ErrorOptions) {
    super(why, options)
    this.why = why
  }
}

export type PublishEvents = {
  /** Whether there can be events at all: not in direct messages. */
  has(space: string): boolean
  /** Makes the event, or changes the one that is known; without a known one an event of ours with the same marker is that one. @throws EventTrouble */
  put(space: string, wish: EventWish, known: string | undefined): Promise<Put>
  /** Takes away the known one and any of ours with the marker; what is gone already counts as done. @throws EventTrouble */
  remove(space: string, marker: string, known: string | undefined): Promise<void>
  /** Where people see it. */
  link(space: string, eventId: string): string
}

/** Which platforms have events; each adds itself when it starts. */
export type EventsBook = { offer(platform: Platform, events: PublishEvents): void; at(platform: Platform): PublishEvents | undefined }

export function makeEventsBook(): EventsBook {
  const book = new Map<Platform, PublishEvents>()
  return { offer: (platform, events) => void book.set(platform, events), at: platform => book.get(platform) }
}
