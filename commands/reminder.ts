/** Purpose: be reminded: of a date, of anything, alone or in a channel; put off, done, no more; quiet hours and one digest a day. */

import type { Planned } from '../src/calendar/reminder-store.ts'
import type { Context } from '../src/command-kit/context.ts'
import { defineAction, defineCommandFamily } from '../src/command-kit/define-command.ts'
import { hidden, line, number, optional, words } from '../src/command-kit/options.ts'
import type { Reply } from '../src/reply.ts'
import { UserError } from '../src/user-error.ts'
import { dateWords, withDate } from './answers/date-choosing.ts'
import { zoneOption } from './answers/date-options.ts'
import { given } from './answers/date-saving.ts'
import { addReminder, needCoordinator, timeOf } from './answers/reminder-adding.ts'
import { answerReminders } from './answers/reminder-list.ts'
import { askOwn } from './answers/reminder-own.ts'

const idOption = optional(line('reminder.option.id', { maxLength: 12 }))
const onOption = hidden(optional(line('date.option.on', { maxLength: 10 })))

const list = defineAction({
  summary: 'reminder.list.summary',
  whoCanUse: 'member',
  examples: [''],
  options: { page: hidden(optional(number('option.page', { max: 1000 }))) },
  run: (context, { page }) => answerReminders(context, page ?? 1),
})

const me = defineAction({
  summary: 'reminder.me.summary',
  whoCanUse: 'member',
  examples: ['in 3 weeks to send the report', 'every Monday at 9 to read the digest'],
  options: { words: words('reminder.option.words', { maxLength: 300 }), fixed: hidden(optional(line('date.option.when'))) },
  asks: ['words'],
  run: (context, { words, fixed }) => askOwn(context, words, fixed),
})

const add = defineAction({
  summary: 'reminder.add.summary',
  whoCanUse: 'member',
  examples: ['21-march', '18-december before:14,1 at:08:30'],
  options: {
    date: dateWords,
    to: optional(line('reminder.option.to', { maxLength: 60 })),
    before: optional(line('reminder.option.before', { maxLength: 40 })),
    at: optional(line('reminder.option.at', { maxLength: 5 })),
    zone: zoneOption,
    sure: hidden(optional(line('reminder.option.to', { maxLength: 5 }))),
  },
  run: (context, values) =>
    withDate(context, values.date, 'reminder add', date => addReminder(context, date, { ...values, date: date.ref }), given(values)),
})

const stop = defineAction({
  summary: 'reminder.stop.summary',
  whoCanUse: 'member',
  examples: [''],
  options: { id: idOption },
  run: (context, { id }) =>
    withReminder(context, id, async ({ reminder, date }) => {
      await context.calendar.reminders.stop(reminder)
      const again = {
        label: context.label('date.button.undo'),
        command: 'reminder add',
        options: {
          date: date.ref,
          before: reminder.leads.join(','),
          at: reminder.at.toString({ smallestUnit: 'minute' }),
          ...(reminder.to.kind === 'channel' && { to: 'here' }),
        },
      }
      return {
        text: context.say('reminder.stopped', { title: titleOf(context, date) }),
        buttons: date.onlyFor === undefined && reminder.to.kind !== 'group' ? [again] : [],
        instead: true,
      }
    }),
})

const done = defineAction({
  summary: 'reminder.done.summary',
  whoCanUse: 'member',
  examples: [''],
  options: { id: idOption, on: onOption },
  run: (context, { id, on }) =>
    withReminder(context, id, async ({ reminder, date }) => {
      const day = on === undefined ? undefined : Temporal.PlainDate.from(on)
      if (day) await context.calendar.reminders.done(reminder, day)
      else await context.calendar.reminders.stop(reminder)
      return { text: context.say('reminder.done', { title: titleOf(context, date) }), instead: true }
    }),
})

const snooze = defineAction({
  summary: 'reminder.snooze.summary',
  whoCanUse: 'member',
  examples: [''],
  options: { id: idOption, on: onOption, for: optional(line('reminder.option.for', { maxLength: 4 })) },
  run: (context, { id, on, for: long = '1d' }) =>
    withReminder(context, id, async ({ reminder, date }) => {
      const { calendar, person, say, now } = context
      const [, amount, unit] = /^(\d{1,3})([hdw])$/.exec(long) ?? []
      if (amount === undefined) throw new UserError('reminder.for-unclear', { given: long }, { field: 'for' })
      const hours = Number(amount) * (unit === 'h' ? 1 : unit === 'd' ? 24 : 168)
      const today = now().toZonedDateTimeISO(person.zone)
      const day =
        on === undefined ? (calendar.words.occurrencesFrom(date, today.toPlainDate(), 1)[0] ?? date.startsOn) : Temporal.PlainDate.from(on)
      // Whole days are days of the calendar: the same hour also where clocks change.
      const until = unit === 'h' ? today.add({ hours }) : today.add({ days: hours / 24 })
      await calendar.reminders.snooze(reminder, day, until.epochMilliseconds)
      return {
        text: [
          say('reminder.snoozed', { title: titleOf(context, date) }),
          ' ',
          { instant: until.epochMilliseconds, zone: person.zone },
        ].flat(),
        instead: true,
      }
    }),
})

const quiet = defineAction({
  summary: 'reminder.quiet.summary',
  whoCanUse: 'member',
  examples: ['22:00-07:00', 'off'],
  options: { hours: words('reminder.option.hours', { maxLength: 20 }) },
  asks: ['hours'],
  async run({ calendar, person, say }, { hours }) {
    const [, from, to] = /^(\d{1,2}(?::\d\d)?)\s*[-–]\s*(\d{1,2}(?::\d\d)?)$/.exec(hours) ?? []
    const quiet = from !== undefined && to !== undefined ? { from: timeOf(from, 'hours'), to: timeOf(to, 'hours') } : undefined
    if (!quiet && !OFF.test(hours)) throw new UserError('reminder.hours-unclear', { given: hours }, { field: 'hours' })
    const { digestAt } = await calendar.reminders.wishes(person.address)
    await calendar.reminders.setWishes(person, { ...(quiet && { quiet }), ...(digestAt && { digestAt }) })
    const clock = (time: Temporal.PlainTime) => calendar.words.clock(time, person.language)
    return {
      text: quiet
        ? say('reminder.quiet-set', { from: clock(quiet.from), to: clock(quiet.to), zone: person.zone })
        : say('reminder.quiet-off'),
    }
  },
})

const digest = defineAction({
  summary: 'reminder.digest.summary',
  whoCanUse: 'member',
  examples: ['08:00', 'off'],
  options: { at: words('reminder.option.digest', { maxLength: 20 }) },
  asks: ['at'],
  async run({ calendar, person, say }, { at }) {
    const digestAt = OFF.test(at) ? undefined : timeOf(at, 'at')
    const { quiet } = await calendar.reminders.wishes(person.address)
    await calendar.reminders.setWishes(person, { ...(quiet && { quiet }), ...(digestAt && { digestAt }) })
    return {
      text: digestAt
        ? say('reminder.digest-set', { time: calendar.words.clock(digestAt, person.language), zone: person.zone })
        : say('reminder.digest-off'),
    }
  },
})

export default defineCommandFamily({
  summary: 'reminder.summary',
  actions: { list, me, add, stop, done, snooze, quiet, digest },
  bare: 'list',
})

const OFF = /^(off|none|no|aus|non|sans|sin|não|nao|إيقاف)$/i

const titleOf = ({ calendar, person }: Context, date: Planned['date']) => calendar.dates.titleOf(date, person.language)

/** Without an id the list, to choose from. One's own only, and those of channels and groups for coordinators. */
async function withReminder(context: Context, id: string | undefined, act: (planned: Planned) => Promise<Reply>): Promise<Reply> {
  const { calendar, person, label } = context
  if (id === undefined) return answerReminders(context, 1)
  const found = await calendar.reminders.find(person, Number(id.replace(/^r-/i, '')) || 0)
  const own =
    found?.reminder.to.kind === 'me' &&
    found.reminder.to.address.platform === person.address.platform &&
    found.reminder.to.address.space === person.address.space &&
    found.reminder.to.address.id === person.address.id
  if (!found || (found.reminder.to.kind === 'me' && !own)) {
    throw new UserError(
      'reminder.unknown',
      {},
      { field: 'id', buttons: [{ label: label('reminder.button.mine'), command: 'reminder list' }] },
    )
  }
  if (!own) needCoordinator(context)
  return act(found)
}
