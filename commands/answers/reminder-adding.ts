/** Purpose: be reminded of a date: oneself, the channel, or, after one has seen whom it reaches, a sub-group. */
import type { CalendarDate } from '../../src/calendar/calendar-date.ts'
import type { Destination } from '../../src/calendar/reminder.ts'
import type { Context } from '../../src/command-kit/context.ts'
import { atLeast } from '../../src/command-kit/roles.ts'
import type { Reply } from '../../src/reply.ts'
import { UserError } from '../../src/user-error.ts'
import { findGroup, readZone } from './date-options.ts'
import { askGroup } from './reminder-group.ts'
import { leadsInWords } from './reminder-list.ts'

type Wanted = Readonly<Record<'date' | 'to' | 'before' | 'at' | 'zone' | 'sure', string | undefined>>

export async function addReminder(context: Context, date: CalendarDate, values: Wanted): Promise<Reply> {
  const { calendar, person, say, label } = context
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
}

export function needCoordinator({ person, label }: Context): void {
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

export function timeOf(given: string, field: string): Temporal.PlainTime {
  const [, hour, minute = '0'] = /^(\d{1,2})(?:[:h](\d\d))?$/.exec(given.trim()) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) throw new UserError('reminder.time-unclear', { given }, { field })
  return new Temporal.PlainTime(Number(hour), Number(minute))
}
