/** Purpose: one's reminders, and those of the channel for whoever looks after it. */

import type { Planned } from '../../src/calendar/reminder-store.ts'
import type { Context } from '../../src/command-kit/context.ts'
import { atLeast } from '../../src/command-kit/roles.ts'
import type { Button, Card, Reply } from '../../src/reply.ts'

const PAGE_SIZE = 6
const MOST_GROUPS = 500

export async function answerReminders(context: Context, page: number): Promise<Reply> {
  const { calendar, person, place, say, label } = context
  const me = { kind: 'me' as const, address: person.address }
  const here = atLeast(person.role, 'coordinator') && !place.private ? [{ kind: 'channel' as const, address: place.address }] : []
  const groups = await groupsOf(context)
  const ofGroups = [...groups.keys()].map(groupId => ({ kind: 'group' as const, groupId }))
  const found = await calendar.reminders.to(person.coalition, [me, ...here, ...ofGroups])
  const dates: Button = { label: label('date.button.list'), command: 'date list', look: 'primary' }
  const ask: Button = { label: label('reminder.button.own'), command: 'reminder me', form: true }
  if (found.length === 0) return { text: say('reminder.none'), buttons: [dates, ask] }
  const sorted = found
    .map(planned => ({ planned, at: calendar.reminders.next(planned) }))
    .sort((one, other) => (one.at ?? Infinity) - (other.at ?? Infinity))
  const pages = Math.ceil(sorted.length / PAGE_SIZE)
  const at = Math.min(page, pages)
  const turn = (to: number, key: 'search.previous' | 'search.next'): Button => ({
    label: label(key),
    command: 'reminder list',
    options: { page: String(to) },
  })
  return {
    text: say('reminder.listed', { count: sorted.length, page: at, pages }),
    cards: sorted.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE).map(({ planned, at }) => reminderCard(context, planned, at, groups)),
    buttons: [...(at > 1 ? [turn(at - 1, 'search.previous')] : []), ...(at < pages ? [turn(at + 1, 'search.next')] : []), dates, ask],
  }
}

/** Whoever may remind groups sees their reminders, too. */
async function groupsOf({ groups, person }: Context): Promise<ReadonlyMap<string, string>> {
  if (!atLeast(person.role, 'coordinator')) return new Map()
  const { page } = await groups.list(person.coalition, undefined, 0, MOST_GROUPS)
  return new Map(page.map(({ group }) => [String(group.id), groups.name(group, person.language)]))
}

export function reminderCard(
  context: Context,
  { reminder, date }: Planned,
  next: number | undefined,
  groups: ReadonlyMap<string, string>,
): Card {
  const { calendar, person, label } = context
  const own = date.onlyFor !== undefined
  return {
    id: `R-${reminder.id}`,
    title: calendar.dates.titleOf(date, person.language),
    fields: [
      { label: label('reminder.field.next'), value: next === undefined ? label('reminder.over') : [{ instant: next, zone: person.zone }] },
      ...(own ? [] : [{ label: label('reminder.field.leads'), value: leadsInWords(context, reminder) }]),
      ...(reminder.to.kind === 'channel' ? [{ label: label('reminder.field.to'), value: label('reminder.to-here') }] : []),
      ...(reminder.to.kind === 'group' ? [{ label: label('reminder.field.to'), value: groups.get(reminder.to.groupId) ?? '–' }] : []),
    ],
    buttons: [
      ...(own ? [] : [{ label: label('date.button.details'), command: 'date show', options: { date: date.ref } }]),
      { label: label('reminder.button.stop'), command: 'reminder stop', options: { id: String(reminder.id) }, look: 'danger' },
    ],
  }
}

/** `30, 7 and 1 days before and on the day, at 09:00 (Africa/Nairobi)`. */
export function leadsInWords(
  { calendar, label, person }: Context,
  { leads, at, zone }: Pick<Planned['reminder'], 'leads' | 'at' | 'zone'>,
): string {
  const before = leads
    .filter(lead => lead !== '0d')
    .map(lead => label(lead.endsWith('h') ? 'reminder.lead-hours' : 'reminder.lead-days', { n: Number(lead.slice(0, -1)) }))
  const all = [...before, ...(leads.includes('0d') ? [label('reminder.lead-day')] : [])]
  return label('reminder.leads', {
    leads: new Intl.ListFormat(person.language).format(all),
    time: calendar.words.clock(at, person.language),
    zone,
  })
}
