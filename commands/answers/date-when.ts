/** Purpose: say back when something is, as it was understood; ask where it can be meant in two ways; carry it in a button until it is saved. */
import type { Timing, When } from '../../src/calendar/calendar-date.ts'
import type { Context } from '../../src/command-kit/context.ts'
import type { Button, Field, Reply } from '../../src/reply.ts'
import { UserError } from '../../src/user-error.ts'

const NEXT = 3

/** @throws UserError where the words are not understood, with examples */
export function readWhens({ calendar, person, now }: Context, text: string, zone: string, field: string): readonly When[] {
  const here = now().toZonedDateTimeISO(zone).toPlainDateTime()
  const read = calendar.words.readWhen(text, here, person.language)
  if (!read) throw new UserError('date.when-unclear', { given: text }, { field })
  return read.whens
}

/** A line without quotes (`21 March every year Day against racism`) comes with its first word as the title and all others as the words for when: then the longest
 *  piece at its beginning or its end that reads as a date is when, and the rest is the title.
 *  @throws UserError where nothing is left for a title */
export function splitLine({ calendar, person, now }: Context, { title, when }: Said, zone: string): Said {
  if (/\s/.test(title.trim())) return { title, when }
  const here = now().toZonedDateTimeISO(zone).toPlainDateTime()
  const whole = `${title} ${when}`
  const found = calendar.words.findWhen(whole, here, person.language)
  if (!found || (found.from > 0 && calendar.words.readWhen(when, here, person.language))) return { title, when }
  const rest = (whole.slice(0, found.from) + whole.slice(found.to)).replace(/^[\s,:;–—-]+|[\s,:;–—-]+$/g, '')
  if (rest === '') throw new UserError('date.title-missing', { when: whole }, { field: 'title' })
  return { title: rest, when: whole.slice(found.from, found.to) }
}
type Said = { readonly title: string; readonly when: string }

/** What was understood: the day, the rule, the next three, the zone. */
export function whenFields(context: Context, timing: Timing): Field[] {
  const { calendar, person, label, now } = context
  const today = now().toZonedDateTimeISO(timing.zone).toPlainDate()
  const [first = timing.startsOn, ...more] = calendar.words.occurrencesFrom(
    timing,
    laterOf(today.subtract({ days: timing.days - 1 }), timing.startsOn),
    NEXT + 1,
  )
  const rule = calendar.words.ruleInWords(timing, person.language)
  const left = calendar.words.daysLeftInWords(calendar.words.daysLeft(timing, first, now().epochMilliseconds, person.zone), label)
  const elsewhere = timing.at && timing.zone !== person.zone ? inOwnZone(context, timing, first) : undefined
  const fields: [Field['label'], string | undefined][] = [
    [label('date.field.when'), `${calendar.words.whenInWords(timing, first, person.language)} (${left})`],
    [label('date.field.for-you'), elsewhere],
    [label('date.field.recurs'), rule],
    [
      label('date.field.then'),
      more.length === 0
        ? undefined
        : more
            .slice(0, NEXT - 1)
            .map(day => calendar.words.shortDay(day, person.language))
            .join(' · '),
    ],
  ]
  return fields.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
}

function inOwnZone({ calendar: { words }, person }: Context, timing: Timing, on: Temporal.PlainDate): string {
  const wall = words.wallTimeOf(words.instantOf(on, timing.at ?? new Temporal.PlainTime(), timing.zone), person.zone)
  return words.whenInWords({ days: 1, at: wall.toPlainTime(), zone: person.zone }, wall.toPlainDate(), person.language)
}

/** 03/04: one button for each day that it can be. */
export function askWhich({ calendar, person, say }: Context, whens: readonly When[], button: (when: When) => Omit<Button, 'label'>): Reply {
  const buttons = whens.map(when => ({ label: calendar.words.dayInWords(when.startsOn, person.language), ...button(when) }))
  return { text: say('date.which'), buttons }
}

/** `2027-03-21 18:00 1 FREQ=YEARLY…`: what was understood, so that nothing is understood anew when it is saved. */
export const writeFixed = ({ startsOn, at, days, rule }: When) =>
  [startsOn.toString(), at?.toString({ smallestUnit: 'minute' }) ?? '-', String(days), rule ?? '-'].join(' ')

/** @throws RangeError for what `writeFixed` has not written */
export function readFixed(text: string): When {
  const [day = '', at = '-', days = '1', rule = '-'] = text.split(' ')
  const count = Number(days)
  if (!Number.isInteger(count) || count < 1 || count > 366) throw new UserError('date.when-unclear', { given: text })
  return {
    startsOn: Temporal.PlainDate.from(day),
    days: count,
    ...(at !== '-' && { at: Temporal.PlainTime.from(at) }),
    ...(rule !== '-' && { rule }),
  }
}

const laterOf = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (Temporal.PlainDate.compare(one, other) > 0 ? one : other)
