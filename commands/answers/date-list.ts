/** Purpose: the coming twelve months: a picture, then the dates, six at a time. */
import type { Chosen } from '../../src/calendar/dates.ts'
import type { Context } from '../../src/command-kit/context.ts'
import { atLeast } from '../../src/command-kit/roles.ts'
import type { Button, Reply } from '../../src/reply.ts'
import { occurrenceCard } from './date-card.ts'

const PAGE_SIZE = 6
const MONTHS = 12

export async function answerList(
  context: Context,
  chosen: Chosen,
  typed: Readonly<Record<string, string>>,
  page: number | undefined,
): Promise<Reply> {
  const { calendar, person, say, label, now } = context
  const today = now().toZonedDateTimeISO(person.zone).toPlainDate()
  const coming = await calendar.dates.coming(person.coalition, chosen, MONTHS, today)
  const buttons = [
    addButton(context),
    { label: label('reminder.button.mine'), command: 'reminder list' },
    { label: label('date.button.feed'), command: 'date feed' },
  ]
  const filtered = Object.keys(typed).length > 0
  if (coming.length === 0) {
    const all: Button[] = filtered ? [{ label: label('date.button.all'), command: 'date list', look: 'primary' }] : []
    return { text: say(filtered ? 'date.none-chosen' : 'date.none'), buttons: [...all, ...buttons.flatMap(button => button ?? [])] }
  }
  const pages = Math.ceil(coming.length / PAGE_SIZE)
  const at = Math.min(page ?? 1, pages)
  const turn = (to: number, key: 'search.previous' | 'search.next'): Button => ({
    label: label(key),
    command: 'date list',
    options: { ...typed, page: String(to) },
  })
  return {
    text: say('date.coming', { count: coming.length, page: at, pages }),
    ...(page === undefined && { pictures: [calendar.picture(coming, today, person.language)] }),
    cards: coming.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE).map(occurrence => occurrenceCard(context, occurrence)),
    buttons: [
      ...(at > 1 ? [turn(at - 1, 'search.previous')] : []),
      ...(at < pages ? [turn(at + 1, 'search.next')] : []),
      ...buttons.flatMap(button => button ?? []),
    ],
    ...(page !== undefined && { instead: true }),
  }
}

const addButton = ({ person, label }: Context): Button | undefined =>
  atLeast(person.role, 'coordinator') ? { label: label('date.button.add'), command: 'date add', form: true, look: 'primary' } : undefined
