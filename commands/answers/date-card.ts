/** Purpose: how a date looks: short in a list, and whole, with the practices that fit it. */
import type { CalendarDate, Occurrence } from '../../src/calendar/calendar-date.ts'
import type { Context } from '../../src/command-kit/context.ts'
import { atLeast } from '../../src/command-kit/roles.ts'
import type { Button, Card, Field, Reply } from '../../src/reply.ts'
import { eventButtons, eventField, fileButton } from './date-publish.ts'
import { whenFields } from './date-when.ts'

export function occurrenceCard({ calendar, person, label, now }: Context, { date, on }: Occurrence): Card {
  const { words } = calendar
  const left = words.daysLeftInWords(words.daysLeft(date, on, now().epochMilliseconds, person.zone), label)
  return {
    id: date.ref,
    title: calendar.dates.titleOf(date, person.language),
    text: `${words.whenInWords(date, on, person.language)} (${left})`,
    buttons: [remindButton(label, date), { label: label('date.button.details'), command: 'date show', options: { date: date.ref } }],
  }
}

export async function answerDate(context: Context, date: CalendarDate): Promise<Reply> {
  const { calendar, person, say } = context
  const practices = calendar.fitting({ date, on: date.startsOn }, person.language)
  return {
    text: say('date.shown', { title: calendar.dates.titleOf(date, person.language) }),
    cards: [await wholeCard(context, date)],
    buttons: practices.map(({ id, title }) => ({ label: `${id} ${title}`.slice(0, 75), command: 'library get', options: { id } })),
  }
}

export async function wholeCard(context: Context, date: CalendarDate): Promise<Card> {
  const { calendar, label, person, library } = context
  const place = date.region === undefined ? undefined : library.places.get(date.region)?.names[person.language]
  const theme = date.theme === undefined ? undefined : library.themes.get(date.theme)?.names[person.language]
  const fields: (Field | undefined)[] = [
    ...whenFields(context, date),
    aboutField(context, date),
    place === undefined ? undefined : { label: label('date.field.region'), value: place },
    theme === undefined ? undefined : { label: label('date.field.theme'), value: theme },
    date.link === '' ? undefined : { label: label('date.field.link'), value: [{ link: date.link, url: date.link }] },
    ...(await eventField(context, date)),
    date.skips.length === 0
      ? undefined
      : {
          label: label('date.field.skips'),
          value: date.skips.map(day => calendar.words.shortDay(Temporal.PlainDate.from(day), person.language)).join(' · '),
        },
  ]
  return {
    id: date.ref,
    title: calendar.dates.titleOf(date, person.language),
    fields: fields.filter(field => field !== undefined),
    ...(date.state === 'hidden' && { note: label('date.is-hidden') }),
    buttons: await buttonsOf(context, date),
  }
}

/** A starter date says who proclaimed it. */
function aboutField({ calendar, person, label }: Context, date: CalendarDate): Field | undefined {
  const source = calendar.dates.sourceOf(date, person.language)
  if (source === undefined) return date.about === '' ? undefined : { label: label('date.field.about'), value: date.about }
  return { label: label('date.field.source'), value: source.startsWith('A/RES/') ? label('date.by-un', { symbol: source }) : source }
}

export const remindButton = (label: Context['label'], { ref }: CalendarDate): Button => ({
  label: label('reminder.button.remind-me'),
  command: 'reminder add',
  options: { date: ref },
  look: 'primary',
})

async function buttonsOf(context: Context, date: CalendarDate): Promise<Button[]> {
  const { label, person, calendar } = context
  const options = { date: date.ref }
  const restore: Button = { label: label('date.button.restore'), command: 'date restore', options, look: 'primary' }
  const coordinator = atLeast(person.role, 'coordinator')
  if (date.state === 'hidden') return coordinator ? [restore] : []
  const today = context.now().toZonedDateTimeISO(date.zone).toPlainDate()
  const next = date.rule === undefined ? undefined : calendar.words.occurrencesFrom(date, today, 1)[0]
  return [
    remindButton(label, date),
    { label: label('date.button.share'), command: 'date show', options, share: true },
    fileButton(context, date),
    ...(coordinator
      ? [
          { label: label('date.button.remind-here'), command: 'reminder add', options: { ...options, to: 'here' } },
          {
            label: label('date.button.edit'),
            command: 'date edit',
            options: { ...options, title: calendar.dates.titleOf(date, person.language), about: date.about, link: date.link },
            form: true as const,
          },
          ...(next
            ? [
                {
                  label: label('date.button.skip', { day: calendar.words.shortDay(next, person.language) }),
                  command: 'date skip',
                  options: { ...options, on: next.toString() },
                },
              ]
            : []),
          ...(await eventButtons(context, date)),
          { label: label('date.button.remove'), command: 'date remove', options, look: 'danger' as const },
        ]
      : []),
  ]
}
