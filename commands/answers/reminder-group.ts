/** Purpose: before a whole sub-group is reminded of a date: how many people and channels that reaches, and where it does not. */
import type { CalendarDate } from '../../src/calendar/calendar-date.ts'
import type { Asked } from '../../src/calendar/reminders.ts'
import type { Context } from '../../src/command-kit/context.ts'
import type { Reply } from '../../src/reply.ts'
import { lines } from './group-joining.ts'
import { leadsInWords } from './reminder-list.ts'

export async function askGroup(
  context: Context,
  date: CalendarDate,
  asked: Asked,
  groupId: string,
  typed: Readonly<Record<string, string | undefined>>,
): Promise<Reply> {
  const { calendar, groups, person, say, label } = context
  const { group, people, homes, homeless } = await groups.reach(person, Number(groupId))
  const broken = homes.filter(({ condition }) => condition !== 'fine')
  const given = Object.entries(typed).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  const options = { ...Object.fromEntries(given), sure: 'yes' }
  return {
    text: lines(
      say('reminder.reach', {
        group: groups.name(group, person.language),
        people,
        channels: homes.length - broken.length,
        leads: leadsInWords(context, asked),
      }),
      ...(homeless.length > 0 ? [say('group.reach-homeless', { count: homeless.length })] : []),
      ...broken.map(({ address, condition }) =>
        say('group.reach-broken', { platform: address.platform, condition: label(`home-condition.${condition}`) }),
      ),
    ),
    cards: [{ id: date.ref, title: calendar.dates.titleOf(date, person.language) }],
    buttons: [
      { label: label('reminder.button.group'), command: 'reminder add', options, look: 'primary' },
      { label: label('date.button.details'), command: 'date show', options: { date: date.ref } },
    ],
  }
}
