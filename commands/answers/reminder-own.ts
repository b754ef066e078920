/** Purpose: "remind me in three weeks to send the report": understood, said back, saved by a button. */
import type { When } from '../../src/calendar/calendar-date.ts'
import type { Context } from '../../src/command-kit/context.ts'
import type { Reply } from '../../src/reply.ts'
import { UserError } from '../../src/user-error.ts'
import { askWhich, readFixed, whenFields, writeFixed } from './date-when.ts'

const MAX_WHAT = 150
/** Words between the time and what to do, and politeness before both. */
const BEFORE_WHAT = /^(?:[\s,:;–-]|(?:to|that|about|de|d[’']|à|pour|que|para|sobre)(?=[\s’']|$)\s*)+/iu

export async function askOwn(context: Context, text: string, fixed: string | undefined): Promise<Reply> {
  const { calendar, person, say, label, now } = context
  const here = now().toZonedDateTimeISO(person.zone).toPlainDateTime()
  const found = fixed === undefined ? calendar.words.findWhen(text, here, person.language) : { whens: [readFixed(fixed)], from: 0, to: 0 }
  const [when, ...others] = found?.whens ?? []
  if (!found || !when) throw new UserError('reminder.when-unclear', {}, { field: 'words' })
  const what = fixed === undefined ? whatOf(text, found.from, found.to) : text
  if (what === '') throw new UserError('reminder.what-missing', {}, { field: 'words' })
  const timed: When = { ...when, at: when.at ?? calendar.defaults.at }
  const save = (one: When) => ({
    command: 'reminder me',
    options: { words: what, fixed: writeFixed({ ...one, at: one.at ?? calendar.defaults.at }) },
  })
  if (others.length > 0) return askWhich(context, found.whens, save)
  const timing = { ...timed, zone: person.zone, skips: [] }
  if (
    when.rule === undefined &&
    calendar.words.instantOf(when.startsOn, timed.at ?? calendar.defaults.at, person.zone) <= now().epochMilliseconds
  )
    throw new UserError('reminder.past', { day: calendar.words.whenInWords(timing, when.startsOn, person.language) }, { field: 'words' })
  if (fixed === undefined) {
    return {
      text: say('reminder.understood', { what }),
      cards: [{ title: what, fields: whenFields(context, timing) }],
      buttons: [
        { label: label('date.button.save'), ...save(timed), look: 'primary' },
        { label: label('date.button.change'), command: 'reminder me', options: { words: text }, form: true },
      ],
    }
  }
  const draft = { ...timing, title: what, about: '', link: '' }
  const { reminder } = await calendar.reminders.addOwn(person, draft, {
    to: { kind: 'me', address: person.address },
    leads: ['0h'],
    at: calendar.defaults.at,
    zone: person.zone,
  })
  return {
    text: say('reminder.saved-own', {
      what,
      when: calendar.words.whenInWords(
        timing,
        calendar.words.occurrencesFrom(timing, timing.startsOn, 1)[0] ?? timing.startsOn,
        person.language,
      ),
    }),
    buttons: [{ label: label('date.button.undo'), command: 'reminder stop', options: { id: String(reminder.id) } }],
    instead: true,
  }
}

/** What is left when the words for the time are taken out. */
function whatOf(text: string, from: number, to: number): string {
  const rest = [text.slice(0, from), text.slice(to)].map(part => part.trim().replace(BEFORE_WHAT, '').trim()).filter(part => part !== '')
  return rest
    .join(' ')
    .replace(/[\s,;:]+$/, '')
    .slice(0, MAX_WHAT)
}
