/** Purpose: the calendar's dates: find, list, add, change, skip, hide, take away; and reminders follow what changes. */
import { formatAddress } from '../address.ts'
import type { Trx } from '../database/open.ts'
import type { Language } from '../locales/say.ts'
import { type About, type CalendarDate, type Occurrence, refOf, type Timing } from './calendar-date.ts'
import { addDate, changeDate, findDate, type NewDate, readDates, setDateState } from './date-store.ts'
import { touchEvents } from './events-store.ts'
import type { By, CalendarParts } from './parts.ts'
import { keyPrefix, planNow } from './plan.ts'
import { daysFrom } from './recurrence.ts'
import { markPlanned, remindersOfDate } from './reminder-store.ts'
import { fromSeed } from './seed-dates.ts'

export type Chosen = { readonly region?: string | undefined; readonly theme?: string | undefined; readonly groupId?: string | undefined }
export type Draft = Timing & About & { readonly onlyFor?: string; readonly uid?: string }

export type Dates = {
  /** In the reader's language where it is a starter date. */
  titleOf(date: CalendarDate, language: Language): string
  /** Who proclaimed a starter date; nothing where the coalition has written something of its own. */
  sourceOf(date: CalendarDate, language: Language): string | undefined
  /** What comes in the next so many months, in order; what people keep for themselves only where `by` is given. */
  coming(coalition: number, chosen: Chosen, months: number, from: Temporal.PlainDate): Promise<Occurrence[]>
  all(coalition: number): Promise<CalendarDate[]>
  hidden(coalition: number): Promise<CalendarDate[]>
  /** By what people call it: `D-12` or `21-march`. Other people's own are not found. */
  find(by: By, ref: string): Promise<CalendarDate | undefined>
  add(coalition: number, draft: Draft): Promise<CalendarDate>
  /** All of them or none. One whose `uid` was taken away before comes back as the draft says. */
  addAll(coalition: number, drafts: readonly Draft[]): Promise<CalendarDate[]>
  /** Becomes what the draft says: what it leaves out, the date has no more. */
  change(date: CalendarDate, draft: Draft): Promise<CalendarDate>
  /** Leaves one day out, or takes it in again. */
  skip(date: CalendarDate, on: Temporal.PlainDate, out: boolean): Promise<CalendarDate>
  /** `removed` ones can be taken back; a starter date can only be hidden. */
  setState(date: CalendarDate, state: 'kept' | 'hidden' | 'removed'): Promise<void>
  /** A row of its own, for what only rows can have. */
  keep(trx: Trx, date: CalendarDate): Promise<number>
}

export function makeDates(parts: CalendarParts): Dates {
  const { db, seeds, now } = parts
  const at = () => now().epochMilliseconds
  const titles = new Map(seeds.map(({ id, titles }) => [id, titles]))
  const sources = new Map(seeds.map(({ id, source }) => [id, source]))
  const all = async (coalition: number): Promise<CalendarDate[]> => {
    const rows = await readDates(db, coalition)
    const taken = new Set(rows.map(({ seedId }) => seedId))
    return [...rows, ...seeds.filter(({ id }) => !taken.has(id)).map(seed => fromSeed(seed, coalition))]
  }
  const write = (date: CalendarDate, change: (trx: Trx, id: number) => Promise<void>): Promise<CalendarDate> =>
    db.transaction().execute(async trx => {
      const id = await keepRow(trx, date)
      await change(trx, id)
      const changed = await findDate(trx, date.coalition, { id })
      if (!changed) throw new Error(`The date ${id} vanished while it was changed`)
      await moveReminders(parts, trx, id, at())
      await touchEvents(trx, id, at())
      return changed
    })
  const addAll = (coalition: number, drafts: readonly Draft[]): Promise<CalendarDate[]> =>
    db.transaction().execute(async trx => {
      const added: CalendarDate[] = []
      for (const draft of drafts) {
        const date: NewDate = { ...draft, coalition, state: 'kept', updatedAt: at() }
        const old = draft.uid === undefined ? undefined : await findDate(trx, coalition, { uid: draft.uid })
        if (old?.id !== undefined) {
          await changeDate(trx, old.id, date)
          await moveReminders(parts, trx, old.id, at())
        }
        const id = old?.id ?? (await addDate(trx, date))
        added.push({ ...date, id, ref: refOf(id), revision: old ? old.revision + 1 : 0 })
      }
      return added
    })
  return {
    titleOf: ({ title, seedId }, language) => title || titles.get(seedId ?? '')?.[language] || title,
    sourceOf({ about, seedId = '' }, language) {
      const source = sources.get(seedId)
      return source?.en === about ? source[language] : undefined
    },
    all: async coalition => (await all(coalition)).filter(({ state }) => state === 'kept'),
    hidden: async coalition => (await all(coalition)).filter(({ state }) => state === 'hidden'),
    async coming(coalition, chosen, months, from) {
      const dates = (await all(coalition)).filter(date => date.state === 'kept' && fits(date, chosen, parts))
      return occurrencesOf(dates, from, from.add({ months }))
    },
    async find(by, ref) {
      const id = /^d-?(\d{1,9})$/i.exec(ref.trim())?.[1]
      const found =
        id === undefined
          ? (await all(by.coalition)).find(date => date.ref === ref.trim().toLowerCase())
          : await findDate(db, by.coalition, { id: Number(id) })
      return found && (found.onlyFor === undefined || found.onlyFor === formatAddress(by.address)) ? found : undefined
    },
    async add(coalition, draft) {
      const [added] = await addAll(coalition, [draft])
      if (!added) throw new Error('A date was not added')
      return added
    },
    addAll,
    change: (date, draft) => write(date, (trx, id) => changeDate(trx, id, drafted(date, draft, at()))),
    skip: (date, on, out) => {
      const skips = date.skips.filter(day => day !== on.toString()).concat(out ? [on.toString()] : [])
      return write(date, (trx, id) => setDateState(trx, id, { skips: JSON.stringify(skips.toSorted()), updated_at: at() }))
    },
    setState: (date, state) =>
      db.transaction().execute(async trx => {
        const id = await keepRow(trx, date)
        // A row that is taken away is not seen by the query that plans, so its deliveries are taken back first.
        const reminders = await remindersOfDate(trx, id)
        for (const { reminder } of reminders) await parts.outbox.cancel(trx, keyPrefix(reminder.id))
        await markPlanned(
          trx,
          at(),
          reminders.map(({ reminder: { id } }) => ({ id, nextAt: undefined })),
        )
        await setDateState(trx, id, { state, updated_at: at() })
        await touchEvents(trx, id, at())
        if (state === 'kept') await moveReminders(parts, trx, id, at())
      }),
    keep: keepRow,
  }
}

/** What makes it this date stays; all else is the draft's. */
const drafted = ({ coalition, state, seedId, uid, onlyFor }: CalendarDate, draft: Draft, updatedAt: number): NewDate => ({
  ...(seedId !== undefined && { seedId }),
  ...(uid !== undefined && { uid }),
  ...(onlyFor !== undefined && { onlyFor }),
  ...draft,
  coalition,
  state,
  updatedAt,
})

const keepRow = async (trx: Trx, date: CalendarDate): Promise<number> => date.id ?? addDate(trx, date)

/** What was planned for its old days and has not been sent is taken back, and planned anew. */
async function moveReminders(parts: CalendarParts, trx: Trx, dateId: number, now: number): Promise<void> {
  for (const { reminder, date } of await remindersOfDate(trx, dateId)) {
    await parts.outbox.cancel(trx, keyPrefix(reminder.id))
    const planned = { date, reminder: { ...reminder, plannedTo: now } }
    const { plannedTo, nextAt } = await planNow({ outbox: parts.outbox, homesOf: parts.groups.homes }, trx, planned, now)
    await markPlanned(trx, plannedTo, [{ id: reminder.id, nextAt }])
  }
}

function occurrencesOf(dates: readonly CalendarDate[], from: Temporal.PlainDate, to: Temporal.PlainDate): Occurrence[] {
  const found = dates.flatMap(date => {
    const days: Occurrence[] = []
    // What began before and lasts until now is still coming.
    for (const on of daysFrom(date, from.subtract({ days: date.days - 1 }))) {
      if (Temporal.PlainDate.compare(on, to) > 0 || days.length >= MOST_OF_ONE) break
      days.push({ date, on })
    }
    return days
  })
  return found.sort((one, other) => Temporal.PlainDate.compare(one.on, other.on))
}

/** A daily date must not fill the list alone. */
const MOST_OF_ONE = 60

/** A date of no region concerns every region. */
function fits(date: CalendarDate, { region, theme, groupId }: Chosen, { library }: CalendarParts): boolean {
  if (theme !== undefined && date.theme !== theme) return false
  if (groupId !== undefined && date.groupId !== groupId) return false
  if (region === undefined || date.region === undefined) return true
  return date.region === region || library.places.get(date.region)?.within.includes(region) === true
}
