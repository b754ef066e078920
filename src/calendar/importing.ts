/** Purpose: bring in a calendar file: first say what it would change, then change just that. An event is known again by its UID. */
import { createHash } from 'node:crypto'
import type { CalendarDate } from './calendar-date.ts'
import type { Dates } from './dates.ts'
import { fetchCalendar, isCalendarAddress } from './ics/fetch-calendar.ts'
import { type Imported, type LeftOut, readCalendar } from './ics/read-calendar.ts'
import type { By, CalendarParts } from './parts.ts'

/** `mark` stands for all that would change, so that what is saved is what was shown. */
export type ImportPlan = {
  readonly fresh: readonly Imported[]
  readonly changed: readonly { readonly date: CalendarDate; readonly draft: Imported }[]
  readonly same: number
  readonly leftOut: readonly LeftOut[]
  readonly mark: string
}
export type Importing = {
  /** @param given the text of a calendar file, or the web address of one. Nothing where it is no calendar file.
   *  @throws UserError where the address cannot be read */
  plan(by: By, given: string): Promise<ImportPlan | undefined>
  save(by: By, plan: ImportPlan): Promise<void>
}

export const makeImporting = ({ now, fetch = fetchCalendar }: CalendarParts, dates: Dates): Importing => ({
  async plan(by, given) {
    const text = isCalendarAddress(given) ? await fetch(given) : given
    const read = readCalendar(text, by.zone, now().toZonedDateTimeISO(by.zone).toPlainDate())
    if (!read) return undefined
    const known = new Map((await dates.all(by.coalition)).flatMap(date => (date.uid === undefined ? [] : [[date.uid, date] as const])))
    const fresh = read.dates.filter(({ uid }) => !known.has(uid))
    const met = read.dates.flatMap(draft => {
      const date = known.get(draft.uid)
      return date ? [{ date, draft }] : []
    })
    const changed = met.filter(({ date, draft }) => said(date) !== said(draft))
    return {
      fresh,
      changed,
      same: met.length - changed.length,
      leftOut: read.leftOut,
      mark: markOf([...fresh, ...changed.map(({ draft }) => draft)]),
    }
  },
  async save(by, { fresh, changed }) {
    await dates.addAll(by.coalition, fresh)
    // What a coalition has put its date under stays.
    for (const { date, draft } of changed) await dates.change(date, { ...placed(date), ...draft })
  },
})

const placed = ({ region, theme, groupId }: CalendarDate) => ({
  ...(region !== undefined && { region }),
  ...(theme !== undefined && { theme }),
  ...(groupId !== undefined && { groupId }),
})

/** All that a file can say about a date. */
const said = ({ title, about, link, startsOn, at, days, zone, rule, skips }: Omit<Imported, 'uid'>) =>
  JSON.stringify([title, about, link, startsOn.toString(), at?.toString({ smallestUnit: 'minute' }), days, zone, rule, skips])

const markOf = (drafts: readonly Imported[]) =>
  createHash('sha256')
    .update(drafts.map(draft => draft.uid + said(draft)).join('\n'))
    .digest('base64url')
    .slice(0, 16)
