/** Purpose: which date a person means: by its id, its day or its name; and what to offer when that is unclear, or when they named none. */
import type { CalendarDate } from '../../src/calendar/calendar-date.ts'
import type { Context } from '../../src/command-kit/context.ts'
import { optional } from '../../src/command-kit/options.ts'
import { fold } from '../../src/nearest.ts'
import type { Button, Reply } from '../../src/reply.ts'
import { dateRef, findDate } from './date-options.ts'

const MOST = 8
const MONTHS = 12

/** All words of the line; nothing means that it is asked for. */
export const dateWords = optional({ ...dateRef, kind: 'words' as const })

type Options = Readonly<Record<string, string>>

/** Does something with the one date that is meant, or asks which. @param command what the buttons do with the choice */
export async function withDate(
  context: Context,
  given: string | undefined,
  command: string,
  work: (date: CalendarDate) => Reply | Promise<Reply>,
  more: Options = {},
): Promise<Reply> {
  if (given === undefined) return ask(context, 'date.which-one', await next(context), command, more)
  const known = await context.calendar.dates.find(context.person, given)
  if (known) return work(known)
  const [only, ...others] = await meant(context, given)
  if (!only) return work(await findDate(context, given))
  return others.length === 0 ? work(only) : ask(context, 'date.which-of', [only, ...others], command, more)
}

/** `21-march 2027-03-21`: the date's id and one of its days. */
export async function partDay({ calendar, person }: Context, given: string | undefined): Promise<{ date?: string; on?: string }> {
  if (given === undefined) return {}
  const [, ref = '', on = ''] = /^(\S+)\s+(.+)$/s.exec(given) ?? []
  return ref !== '' && (await calendar.dates.find(person, ref)) ? { date: ref, on } : { date: given }
}

/** By the day on which they fall, or else by their names. */
async function meant(context: Context, given: string): Promise<CalendarDate[]> {
  const { calendar, person, now } = context
  const here = now().toZonedDateTimeISO(person.zone).toPlainDateTime()
  const days = (calendar.words.readWhen(given, here, person.language)?.whens ?? []).map(({ startsOn }) => startsOn)
  const coming = await calendar.dates.coming(person.coalition, {}, MONTHS, here.toPlainDate())
  const onDay = unique(coming.filter(({ on }) => days.some(day => day.equals(on))).map(({ date }) => date))
  if (onDay.length > 0) return onDay
  const all = await calendar.dates.all(person.coalition)
  return all.filter(date => isNamed(calendar.dates.titleOf(date, person.language), given)).slice(0, MOST)
}

/** Each longer word of what was said begins a word of the title, or the other way round: `migrants` is in "du migrant". */
function isNamed(title: string, given: string): boolean {
  const [titled, said] = [wordsOf(title), wordsOf(given).filter(word => word.length >= LONG)]
  return (
    said.length > 0 && said.every(word => titled.some(other => other.startsWith(word) || (other.length >= LONG && word.startsWith(other))))
  )
}
const LONG = 4
/** Without the Arabic article, alone or grown together with a preposition. */
const wordsOf = (text: string) =>
  (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(word => word.replace(/^(?:وال|بال|لل|ال)(?=\p{L}{3})/u, ''))

async function next({ calendar, person, now }: Context): Promise<CalendarDate[]> {
  const today = now().toZonedDateTimeISO(person.zone).toPlainDate()
  return unique((await calendar.dates.coming(person.coalition, {}, MONTHS, today)).map(({ date }) => date)).slice(0, MOST)
}

const unique = (dates: readonly CalendarDate[]) => [...new Map(dates.map(date => [date.ref, date])).values()]

function ask(
  { calendar, person, say, label }: Context,
  question: 'date.which-one' | 'date.which-of',
  dates: readonly CalendarDate[],
  command: string,
  more: Options,
): Reply {
  const choices = dates.map(
    (date): Button => ({
      label: shorten(calendar.dates.titleOf(date, person.language)),
      command,
      options: { ...more, date: date.ref },
    }),
  )
  return { text: say(question), buttons: [...choices, { label: label('date.button.list'), command: 'date list' }] }
}

const LABEL = 75
const shorten = (text: string) => (text.length > LABEL ? `${text.slice(0, LABEL - 1).trim()}…` : text)
