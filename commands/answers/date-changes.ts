/** Purpose: skip a day, take a date away, bring it back: each says what it did and how to undo it. */
import type { CalendarDate } from '../../src/calendar/calendar-date.ts'
import type { Context } from '../../src/command-kit/context.ts'
import type { Reply } from '../../src/reply.ts'
import { UserError } from '../../src/user-error.ts'
import { wholeCard } from './date-card.ts'

export async function skipDay(context: Context, date: CalendarDate, on: string | undefined, back: boolean): Promise<Reply> {
  const { calendar, person, say, label, now } = context
  const day = on === undefined ? nextDay(context, date) : readDay(context, on)
  const falls = date.skips.includes(day.toString()) || calendar.words.occurrencesFrom(date, day, 1)[0]?.equals(day)
  if (!falls)
    throw new UserError(
      'date.not-on',
      { title: calendar.dates.titleOf(date, person.language), day: calendar.words.dayInWords(day, person.language) },
      { field: 'on' },
    )
  const changed = await calendar.dates.skip(date, day, !back)
  const today = now().toZonedDateTimeISO(date.zone).toPlainDate()
  const next = calendar.words.occurrencesFrom(changed, today, 1)[0]
  const values = { title: calendar.dates.titleOf(date, person.language), day: calendar.words.dayInWords(day, person.language) }
  return {
    text: [
      label(back ? 'date.not-skipped' : 'date.skipped', values),
      ' ',
      next ? say('date.next-is', { day: calendar.words.dayInWords(next, person.language) }) : say('date.no-next'),
    ].flat(),
    buttons: [
      {
        label: label(back ? 'date.button.skip-again' : 'date.button.undo'),
        command: 'date skip',
        options: { date: date.ref, on: day.toString(), ...(back ? {} : { back: 'yes' }) },
      },
    ],
    instead: true,
  }
}

function nextDay({ calendar, person, now }: Context, date: CalendarDate): Temporal.PlainDate {
  const next = calendar.words.occurrencesFrom(date, now().toZonedDateTimeISO(date.zone).toPlainDate(), 1)[0]
  if (!next) throw new UserError('date.over', { title: calendar.dates.titleOf(date, person.language) })
  return next
}

function readDay({ calendar, person, now }: Context, given: string): Temporal.PlainDate {
  const whens = calendar.words.readWhen(given, now().toZonedDateTimeISO(person.zone).toPlainDateTime(), person.language)?.whens
  const [only, ...others] = whens ?? []
  if (!only || others.length > 0) throw new UserError('date.when-unclear', { given }, { field: 'on' })
  return only.startsOn
}

/** Asks first, and can be undone. A starter date is hidden: it can always be brought back. */
export async function removeDate({ calendar, person, say, label }: Context, date: CalendarDate, sure: boolean): Promise<Reply> {
  const title = calendar.dates.titleOf(date, person.language)
  const options = { date: date.ref }
  if (!sure) {
    const remove = {
      label: label('date.button.remove-sure'),
      command: 'date remove',
      options: { ...options, sure: 'yes' },
      look: 'danger' as const,
    }
    return { text: say(date.seedId === undefined ? 'date.remove-ask' : 'date.hide-ask', { title }), buttons: [remove] }
  }
  await calendar.dates.setState(date, date.seedId === undefined ? 'removed' : 'hidden')
  return {
    text: say('date.removed', { title }),
    buttons: [{ label: label('date.button.undo'), command: 'date restore', options }],
    instead: true,
  }
}

export async function restoreDate(context: Context, date: CalendarDate): Promise<Reply> {
  const { calendar, person, say } = context
  if (date.state !== 'kept') await calendar.dates.setState(date, 'kept')
  const now = (await calendar.dates.find(person, date.ref)) ?? date
  return {
    text: say('date.restored', { title: calendar.dates.titleOf(date, person.language) }),
    cards: [await wholeCard(context, now)],
    instead: true,
  }
}

/** The hidden ones, to bring back. */
export async function listHidden({ calendar, person, say, label }: Context): Promise<Reply> {
  const hidden = (await calendar.dates.hidden(person.coalition)).slice(0, 20)
  if (hidden.length === 0) return { text: say('date.none-hidden'), buttons: [{ label: label('date.button.list'), command: 'date list' }] }
  return {
    text: say('date.hidden', { count: hidden.length }),
    buttons: hidden.map(date => ({
      label: calendar.dates.titleOf(date, person.language).slice(0, 70),
      command: 'date restore',
      options: { date: date.ref },
    })),
  }
}
