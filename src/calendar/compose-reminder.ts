/** Purpose: the words of a reminder, at the moment it is sent: the day, days left, what it is, the link, practices that fit, and its buttons. */
import type { Database } from '../database/open.ts'
import type { Composed, Composer, Item } from '../delivery/compose.ts'
import type { Library } from '../library/library.ts'
import { type Label, type Language, labelIn } from '../locales/say.ts'
import type { Button, Card } from '../reply.ts'
import type { CalendarDate } from './calendar-date.ts'
import { clock, dayInWords, daysLeft, daysLeftInWords, whenInWords } from './describe-when.ts'
import { dueOf } from './due.ts'
import { fittingPractices } from './fitting-practices.ts'
import { occurrencesBetween } from './recurrence.ts'
import type { Reminder } from './reminder.ts'
import { findReminder, type Planned, readDone } from './reminder-store.ts'
import { wallTimeOf } from './wall-time.ts'

export type ComposeParts = {
  readonly db: Database
  readonly library: Library
  readonly titleOf: (date: CalendarDate, language: Language) => string
  /** Of a starter date; it says nothing about the day itself. */
  readonly sourceOf: (date: CalendarDate, language: Language) => string | undefined
  /** How somebody wants to be spoken to now; the reminder's own language and zone where that is not known. */
  readonly voiceOf: (reminder: Reminder) => Promise<{ readonly language: Language; readonly zone: string }>
}

/** Late enough to say so, in milliseconds. */
const LATE = 10 * 60_000
/** A date that was moved after its delivery was planned is due much later now. */
const MOVED = 26 * 3_600_000

export const composeReminder = (parts: ComposeParts): Composer => ({
  async compose(item, now) {
    const open = await openItem(parts, item, now)
    if (!('planned' in open)) return open
    const { planned, on } = open
    const voice = await parts.voiceOf(planned.reminder)
    const label = labelIn(voice.language)
    const title = parts.titleOf(planned.date, voice.language)
    const when = whenInWords(planned.date, on, voice.language)
    const left = daysLeftInWords(daysLeft(planned.date, on, now, voice.zone), label)
    const mine = planned.date.onlyFor !== undefined
    const text = mine ? label('reminder.said-mine', { title }) : label('reminder.said', { title, when, left })
    const late = now - item.dueAt > LATE ? `\n${lateLabel(item.dueAt, voice, label)}` : ''
    return { reply: { text: text + late, cards: [cardOf(parts, planned, on, when, left, voice.language)] } }
  },
  async digest(items, now) {
    const open = (await Promise.all(items.map(item => openItem(parts, item, now)))).flatMap(found => ('planned' in found ? [found] : []))
    const [first] = open
    if (!first) return { stale: true }
    const voice = await parts.voiceOf(first.planned.reminder)
    const label = labelIn(voice.language)
    const oldest = Math.min(...items.map(({ dueAt }) => dueAt))
    const newest = new Map(open.map(found => [`${found.planned.date.id} ${found.on}`, found]))
    const cards = [...newest.values()].map(({ planned, on }) =>
      cardOf(
        parts,
        planned,
        on,
        whenInWords(planned.date, on, voice.language),
        daysLeftInWords(daysLeft(planned.date, on, now, voice.zone), label),
        voice.language,
      ),
    )
    const late = now - oldest > 3_600_000 ? `\n${lateLabel(oldest, voice, label)}` : ''
    return { reply: { text: label('reminder.digest', { count: cards.length }) + late, cards } }
  },
})

type Open = { readonly planned: Planned; readonly on: Temporal.PlainDate }

/** Whether it still holds: the reminder is on, the date still falls on that day, nobody has said that it is done. */
async function openItem({ db }: ComposeParts, { facts, dueAt }: Item, now: number): Promise<Open | Exclude<Composed, { reply: unknown }>> {
  const planned = await findReminder(db, Number(facts['reminder']))
  const on = Temporal.PlainDate.from(String(facts['on']))
  if (!planned || occurrencesBetween(planned.date, on, on).length === 0) return { stale: true }
  if ((await readDone(db, [planned.reminder.id])).has(`${planned.reminder.id} ${on}`)) return { stale: true }
  const lead = planned.reminder.leads.find(known => known === facts['lead'])
  if (lead === undefined) return facts['lead'] === 'snooze' ? { planned, on } : { stale: true }
  const due = dueOf(planned.date, on, lead, planned.reminder)
  return due - Math.max(now, dueAt) > MOVED ? { moveTo: due } : { planned, on }
}

const lateLabel = (dueAt: number, { language, zone }: { language: Language; zone: string }, label: Label): string => {
  const wall = wallTimeOf(dueAt, zone)
  return label('delivery.late', { due: `${dayInWords(wall.toPlainDate(), language)}, ${clock(wall.toPlainTime(), language)}` })
}

function cardOf(
  parts: ComposeParts,
  { reminder, date }: Planned,
  on: Temporal.PlainDate,
  when: string,
  left: string,
  language: Language,
): Card {
  const label = labelIn(language)
  const practices = date.onlyFor === undefined ? fittingPractices(parts.library, date, parts.titleOf(date, language)) : []
  return {
    id: date.ref,
    title: parts.titleOf(date, language),
    ...(date.about !== '' && parts.sourceOf(date, language) === undefined && { text: date.about }),
    fields: [
      { label: label('date.field.when'), value: `${when} (${left})` },
      ...(date.link === '' ? [] : [{ label: label('date.field.link'), value: [{ link: date.link, url: date.link }] }]),
    ],
    buttons: [
      ...reminderButtons(reminder, date, on, label),
      ...practices.map(({ id, title }): Button => ({ label: `${id} ${title}`.slice(0, 70), command: 'library get', options: { id } })),
    ],
  }
}

function reminderButtons({ id, to }: Reminder, date: CalendarDate, on: Temporal.PlainDate, label: Label): Button[] {
  const options = { id: String(id), on: on.toString() }
  if (to.kind === 'me') {
    return [
      { label: label('reminder.button.done'), command: 'reminder done', options, look: 'primary' },
      { label: label('reminder.button.snooze-hour'), command: 'reminder snooze', options: { ...options, for: '1h' } },
      { label: label('reminder.button.snooze-day'), command: 'reminder snooze', options: { ...options, for: '1d' } },
      { label: label('reminder.button.not-me'), command: 'reminder stop', options: { id: String(id) } },
    ]
  }
  return [
    { label: label('reminder.button.me-too'), command: 'reminder add', options: { date: date.ref }, look: 'primary' },
    { label: label('date.button.details'), command: 'date show', options: { date: date.ref } },
    { label: label('reminder.button.done-here'), command: 'reminder done', options },
  ]
}
