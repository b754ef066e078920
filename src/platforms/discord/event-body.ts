/** Purpose: what Discord is told of an event: its limits, its words, and the recurrences that it keeps by itself. */
import {
  GuildScheduledEventRecurrenceRuleFrequency as Frequency,
  type RESTPatchAPIGuildScheduledEventJSONBody,
  type RESTPostAPIGuildScheduledEventJSONBody,
} from 'discord.js'
import { z } from 'zod'
import type { EventWish, Repeat } from '../../calendar/events-port.ts'
import { shorten } from '../fit-text.ts'
import { withoutControls } from '../without-controls.ts'
import { EVENT } from './limits.ts'
import { escapeWords } from './markdown.ts'

const days = z.array(z.number()).nullish()
/** As Discord shows it. When it began is left out: that stays the first day, while the event goes on. */
export const recurrence = z.object({
  frequency: z.number(),
  interval: z.number(),
  by_weekday: days,
  by_n_weekday: z.array(z.object({ n: z.number(), day: z.number() })).nullish(),
  by_month: days,
  by_month_day: days,
})
type Shown = {
  readonly name: string
  readonly description?: string | null | undefined
  readonly scheduled_start_time: string
  readonly scheduled_end_time?: string | null | undefined
  readonly entity_metadata?: { readonly location?: string | null | undefined } | null | undefined
  readonly recurrence_rule?: z.infer<typeof recurrence> | null | undefined
}
type RecurrenceRule = NonNullable<RESTPostAPIGuildScheduledEventJSONBody['recurrence_rule']>

export const bodyOf = (wish: EventWish) =>
  ({
    name: shorten(oneLine(wish.title), EVENT.name),
    description: descriptionOf(wish),
    scheduled_start_time: iso(wish.startsAt),
    scheduled_end_time: iso(wish.endsAt),
    entity_metadata: { location: shorten(oneLine(wish.place), EVENT.place) },
    recurrence_rule: wish.repeat ? ruleOf(wish.repeat, wish.startsAt) : null,
  }) satisfies RESTPatchAPIGuildScheduledEventJSONBody

const iso = (instant: number) => new Date(instant).toISOString()
const oneLine = (words: string) => withoutControls(words).replace(/\s+/g, ' ').trim() || '–'

/** The line that the event is known by stands last and whole. */
function descriptionOf({ about, notes, marker }: EventWish): string {
  const end = [...notes.map(escapeWords), marker].join('\n')
  const room = EVENT.description - end.length - 2
  const start = room > 1 ? escapeWords(shorten(about, room, text => escapeWords(text).length)).trim() : ''
  return start === '' ? shorten(end, EVENT.description) : `${start}\n\n${end}`
}
export const lastLine = (text: string | null | undefined) => text?.trimEnd().split('\n').at(-1)

/** Discord counts weekdays from Monday, 0, and its rules in UTC. */
export function ruleOf(repeat: Repeat, startsAt: number): RecurrenceRule {
  const rule = { ...EMPTY, start: iso(startsAt), interval: 1 }
  switch (repeat.unit) {
    case 'day':
      return { ...rule, frequency: Frequency.Daily, by_weekday: repeat.weekdays.map(day => day - 1) }
    case 'week':
      return { ...rule, frequency: Frequency.Weekly, interval: repeat.every, by_weekday: [repeat.weekday - 1] }
    case 'month':
      return { ...rule, frequency: Frequency.Monthly, by_n_weekday: [{ n: repeat.nth, day: repeat.weekday - 1 }] }
    case 'year':
      return { ...rule, frequency: Frequency.Yearly, by_month: [repeat.month], by_month_day: [repeat.day] }
  }
}
const EMPTY = { end: null, by_weekday: null, by_n_weekday: null, by_month: null, by_month_day: null, by_year_day: null, count: null }

/** Whether Discord shows what it is to show. */
export const isSame = (seen: Shown, body: Shown) =>
  seen.name === body.name &&
  seen.description?.trim() === body.description?.trim() &&
  at(seen.scheduled_start_time) === at(body.scheduled_start_time) &&
  at(seen.scheduled_end_time) === at(body.scheduled_end_time) &&
  seen.entity_metadata?.location === body.entity_metadata?.location &&
  sameRule(seen.recurrence_rule) === sameRule(body.recurrence_rule)

const at = (time: string | null | undefined) => Date.parse(time ?? '')
const sameRule = (rule: Shown['recurrence_rule']) =>
  rule
    ? JSON.stringify(
        [rule.frequency, rule.interval, rule.by_weekday, rule.by_n_weekday, rule.by_month, rule.by_month_day].map(part => part ?? []),
      )
    : ''
