/** Purpose: be reminded: of a date, of anything, alone or in a channel; put off, done, no more; quiet hours and one digest a day. */

import type { Destination } from '../src/calendar/reminder.ts'
import type { Planned } from '../src/calendar/reminder-store.ts'
import type { Context } from '../src/command-kit/context.ts'
import { defineAction, defineCommandFamily } from '../src/command-kit/define-command.ts'
import { hidden, line, number, optional, words } from '../src/command-kit/options.ts'
import { atLeast } from '../src/command-kit/roles.ts'
import type { Reply } from '../src/reply.ts'
import { UserError } from '../src/user-error.ts'
import { dateRef, findDate, findGroup, readZone, zoneOption } from './answers/date-options.ts'
import { askGroup } from './answers/reminder-group.ts'
import { answerReminders, leadsInWords } from './answers/reminder-list.ts'
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
    date: dateRef,
    to: optional(line('reminder.option.to', { maxLength: 60 })),
    before: optional(line('reminder.option.before', { maxLength: 40 })),
    at: optional(line('reminder.option.at', { maxLength: 5 })),
    zone: zoneOption,
    sure: hidden(optional(line('reminder.option.to', { maxLength: 5 }))),
  },
  async run(context, values) {
    const { calendar, person, say, label } = context
    const date = await findDate(context, values.date)
    if (date.state === 'hidden') throw new UserError('reminder.date-hidden', { ref: date.ref }, { field: 'date' })
    const leads = values.before === undefined ? calendar.defaults.leads : calendar.words.readLeads(values.before)
    if (!leads) throw new UserError('reminder.leads-unclear', { given: values.before ?? '' }, { field: 'before' })
    const asked = {
      to: await readDestination(context, values.to),
      leads,
      at: readTime(values.at, 'at') ?? calendar.defaults.at,
      zone: readZone(context, values.zone),
    }
    if (asked.to.kind === 'group' && values.sure === undefined) return askGroup(context, date, asked, asked.to.groupId, values)
    const reminder = await calendar.reminders.add(person, date, asked)
    const where = asked.to.kind === 'me' ? 'me' : asked.to.kind === 'channel' ? 'here' : 'group'
    return {
      text: say(`reminder.added-${where}`, {
        title: calendar.dates.titleOf(date, person.language),
        leads: leadsInWords(context, asked),
        group: values.to ?? '',
      }),
      buttons: [
        { label: label('date.button.undo'), command: 'reminder stop', options: { id: String(reminder.id) } },
        { label: label('reminder.button.mine'), command: 'reminder list' },
      ],
      ...(values.sure !== undefined && { instead: true as const }),
    }
  },
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

function needCoordinator({ person, label }: Context): void {
  if (!atLeast(person.role, 'coordinator'))
    throw new UserError('error.role', { needed: label('role.coordinator'), role: label(`role.${person.role}`) })
}

async function readDestination(context: Context, to: string | undefined): Promise<Destination> {
  const { person, place } = context
  if (to === undefined || to === 'me') return { kind: 'me', address: person.address }
  needCoordinator(context)
  if (to === 'here') {
    if (place.private) throw new UserError('reminder.not-here', {}, { field: 'to' })
    return { kind: 'channel', address: place.address }
  }
  return { kind: 'group', groupId: (await findGroup(context, to)).id }
}

const readTime = (given: string | undefined, field: string) => (given === undefined ? undefined : timeOf(given, field))

function timeOf(given: string, field: string): Temporal.PlainTime {
  const [, hour, minute = '0'] = /^(\d{1,2})(?:[:h](\d\d))?$/.exec(given.trim()) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) throw new UserError('reminder.time-unclear', { given }, { field })
  return new Temporal.PlainTime(Number(hour), Number(minute))
}
