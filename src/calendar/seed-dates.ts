/** Purpose: the days that matter to this field, from `seeds/dates.yaml`: every coalition has them until it hides or changes them. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Language } from '../locales/say.ts'
import type { CalendarDate } from './calendar-date.ts'
import { occurrencesFrom } from './recurrence.ts'
import { yearlyNth, yearlyOn } from './words/rules.ts'

export type SeedDate = {
  readonly id: string
  readonly titles: Readonly<Record<Language, string>>
  readonly theme: string
  /** The resolution that made the day, or who holds it. */
  readonly source: Readonly<Record<Language, string>>
  readonly startsOn: Temporal.PlainDate
  readonly days: number
  readonly rule: string
}

const FILE = new URL('../../seeds/dates.yaml', import.meta.url)
/** Rules need a first day; nobody looks at a calendar from before this year. */
const FIRST_YEAR = 2016
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

const title = z.string().min(3).max(150)
const names = z.strictObject({ en: title, fr: title, es: title, ar: title })
const entry = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{3,30}$/),
  on: z
    .string()
    .regex(/^\d\d-\d\d$/)
    .optional(),
  nth: z
    .string()
    .regex(/^-?[1-5] (MO|TU|WE|TH|FR|SA|SU) \d{1,2}$/)
    .optional(),
  days: z.number().int().min(1).max(31).default(1),
  theme: z.string(),
  source: z.union([z.string().min(3), names]),
  title: names,
})

/** @throws Error naming what is wrong in the file */
export async function loadSeedDates(file: URL = FILE): Promise<SeedDate[]> {
  const { data, error } = z.array(entry).safeParse(parse(await readFile(file, 'utf8')))
  if (error) throw new Error(`seeds/dates.yaml: ${z.prettifyError(error)}`)
  return data.map(({ id, on, nth, days, theme, source, title }) => ({
    id,
    days,
    theme,
    source: typeof source === 'string' ? { en: source, fr: source, es: source, ar: source } : source,
    titles: title,
    ...recurrenceOf(id, on, nth),
  }))
}

function recurrenceOf(id: string, on: string | undefined, nth: string | undefined): { startsOn: Temporal.PlainDate; rule: string } {
  if (on !== undefined) {
    const startsOn = Temporal.PlainDate.from(`${FIRST_YEAR}-${on}`)
    return { startsOn, rule: yearlyOn(startsOn) }
  }
  const [place = '', weekday = '', month = ''] = (nth ?? '').split(' ')
  if (month === '') throw new Error(`seeds/dates.yaml: ${id} needs "on" or "nth"`)
  const rule = yearlyNth(Number(month), Number(place), WEEKDAYS.indexOf(weekday) + 1)
  const from = new Temporal.PlainDate(FIRST_YEAR, 1, 1)
  const startsOn = occurrencesFrom({ startsOn: from, rule, skips: [] }, from, 1)[0]
  if (!startsOn) throw new Error(`seeds/dates.yaml: ${id} never comes`)
  return { startsOn, rule }
}

/** A starter date as one of the coalition's own, until it has a row. Its title is said in the reader's language. */
export const fromSeed = ({ id, theme, source, startsOn, days, rule }: SeedDate, coalition: number): CalendarDate => ({
  ref: id,
  coalition,
  state: 'kept',
  title: '',
  about: source.en,
  link: '',
  startsOn,
  days,
  rule,
  zone: 'UTC',
  skips: [],
  theme,
  seedId: id,
  revision: 0,
  updatedAt: 0,
})
