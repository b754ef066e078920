/** Purpose: turn reminders into deliveries, 48 hours ahead. Each reminder remembers how far it has been planned, so nothing is lost by an absence
 *  and nothing is planned twice; and were it planned twice, the keys are the same. */
import { type Address, formatAddress } from '../address.ts'
import type { Database, Trx } from '../database/open.ts'
import type { Outbox, TopicDelivery } from '../delivery/outbox.ts'
import type { CalendarDate } from './calendar-date.ts'
import { type Due, duesBetween, nextDueAfter, overAt } from './due.ts'
import type { Reminder } from './reminder.ts'
import { markPlanned, type Planned, readDone, readDueIds, readPlanned, readWishes, type Step } from './reminder-store.ts'
import { instantOf } from './wall-time.ts'
import { digestBefore, outOfQuiet, type Wishes } from './wishes.ts'

export const AHEAD = 48 * 3_600_000
const BATCH = 1_000
const ROUND = 100_000
/** While the database writes some batches, the next is reckoned. */
const AT_ONCE = 3
export const TOPIC = 'reminder'

/** Where a group lives: one address for each of its homes. Inside a transaction it is asked in that one: SQLite has no other. */
export type HomesOf = (coalition: number, groupId: string, within?: Trx) => Promise<readonly Address[]>
export type PlanParts = { readonly db: Database; readonly outbox: Outbox; readonly homesOf: HomesOf }

/** @returns how many deliveries are new */
export async function planReminders(parts: PlanParts, now: number): Promise<number> {
  const until = now + AHEAD
  let added = 0
  for (;;) {
    const ids = await readDueIds(parts.db, until, ROUND)
    const starts = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, n) => n * BATCH).values()
    const planSome = async () => {
      for (const from of starts) {
        const fresh = await planBatch(parts, ids.slice(from, from + BATCH), until)
        added += fresh
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, planSome))
    if (ids.length < ROUND) return added
  }
}

async function planBatch({ db, outbox, homesOf }: PlanParts, ids: readonly number[], until: number): Promise<number> {
  const due = await readPlanned(db, ids)
  const people = due.flatMap(({ reminder: { to } }) => (to.kind === 'me' ? [formatAddress(to.address)] : []))
  const [wishes, done] = await Promise.all([readWishes(db, people), readDone(db, ids)])
  const homes = await homesOfGroups(due, homesOf)
  const deliveries: TopicDelivery[] = []
  const steps: Step[] = []
  for (const { planned, dues, nextAt } of timetable(due, until)) {
    const open = dues.filter(({ day }) => !done.has(`${planned.reminder.id} ${day}`))
    deliveries.push(...deliveriesOf(planned, open, homes, wishes))
    steps.push({ id: planned.reminder.id, nextAt, was: planned.reminder.plannedTo })
  }
  return db.transaction().execute(async trx => {
    const added = await outbox.put(trx, deliveries)
    await markPlanned(trx, until, steps)
    return added
  })
}

/** Plans one reminder at once, in the transaction that makes or moves it. @returns what its row must remember */
export async function planNow(
  { outbox, homesOf }: Omit<PlanParts, 'db'>,
  trx: Trx,
  planned: Planned,
  now: number,
): Promise<{ plannedTo: number; nextAt: number | undefined }> {
  const until = now + AHEAD
  const { dues, nextAt } = slotOf(planned, planned.reminder.plannedTo, until)
  const to = planned.reminder.to
  const wishes = to.kind === 'me' ? await readWishes(trx, [formatAddress(to.address)]) : new Map<string, Wishes>()
  const done = await readDone(trx, [planned.reminder.id])
  const open = dues.filter(({ day }) => !done.has(`${planned.reminder.id} ${day}`))
  await outbox.put(trx, deliveriesOf(planned, open, await homesOfGroups([planned], homesOf, trx), wishes))
  return { plannedTo: until, nextAt }
}

/** `day`: `on` as the rows say it; `over`: when the date is over; `begins`: when it begins, or else the same. */
type DueHere = Due & { readonly day: string; readonly over: number; readonly begins: number }
type Slot = { readonly dues: readonly DueHere[]; readonly nextAt: number | undefined }

/** Many reminders are of the same date, at the same hour of the same zone: reckoned once, from the one that is furthest behind. */
function timetable(due: readonly Planned[], until: number): (Slot & { readonly planned: Planned })[] {
  const alike = Map.groupBy(due, ({ reminder: { dateId, zone, at, leads } }) => [dateId, zone, at, leads.join()].join(' '))
  return [...alike.values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    const slot = slotOf(first, Math.min(...group.map(({ reminder }) => reminder.plannedTo)), until)
    return group.map(planned => ({
      planned,
      dues: slot.dues.filter(({ dueAt }) => dueAt > planned.reminder.plannedTo),
      nextAt: slot.nextAt,
    }))
  })
}

function slotOf({ reminder, date }: Planned, after: number, until: number): Slot {
  const dues = duesBetween(date, reminder, after, until).map(due => {
    const over = overAt(date, due.on, reminder.zone)
    return { ...due, day: due.on.toString(), over, begins: date.at ? instantOf(due.on, date.at, date.zone) : over }
  })
  return { dues, nextAt: nextDueAfter(date, reminder, until) }
}

async function homesOfGroups(due: readonly Planned[], homesOf: HomesOf, within?: Trx): Promise<ReadonlyMap<string, readonly Address[]>> {
  const homes = new Map<string, readonly Address[]>()
  for (const { reminder } of due) {
    if (reminder.to.kind !== 'group' || homes.has(reminder.to.groupId)) continue
    homes.set(reminder.to.groupId, await homesOf(reminder.coalition, reminder.to.groupId, within))
  }
  return homes
}

type Homes = ReadonlyMap<string, readonly Address[]>

function deliveriesOf(
  { reminder, date }: Planned,
  dues: readonly DueHere[],
  homes: Homes,
  wishes: ReadonlyMap<string, Wishes>,
): TopicDelivery[] {
  const { to } = reminder
  const places = to.kind === 'group' ? (homes.get(to.groupId) ?? []) : [to.address]
  const wish = to.kind === 'me' ? (wishes.get(formatAddress(to.address)) ?? {}) : {}
  return dues.flatMap(due => places.map(place => deliveryOf(reminder, date, due, place, wish)))
}

/** Private dates are promises to oneself: late is better than never. */
const KEEP_PRIVATE = 30 * 24 * 3_600_000

function deliveryOf(
  reminder: Reminder,
  date: CalendarDate,
  { day, lead, dueAt, over, begins }: DueHere,
  to: Address,
  wishes: Wishes,
): TopicDelivery {
  const precise = lead.endsWith('h')
  const bundled = !precise && wishes.digestAt !== undefined
  const wished =
    bundled && wishes.digestAt
      ? digestBefore(dueAt, reminder.zone, wishes.digestAt)
      : outOfQuiet(dueAt, reminder.zone, wishes, Math.max(begins, dueAt + 1))
  return {
    key: `${keyPrefix(reminder.id, day)}${lead}:${formatAddress(to)}`,
    to,
    ...(reminder.to.kind === 'me' && { privately: true }),
    dueAt: wished,
    expiresAt: date.onlyFor === undefined ? over : over + KEEP_PRIVATE,
    ...(reminder.owner && { owner: reminder.owner }),
    topic: TOPIC,
    facts: { reminder: reminder.id, on: day, lead },
    ...(bundled && { bundle: `digest:${wished}` }),
  }
}

/** Of one reminder, or of one of its days. */
export const keyPrefix = (reminderId: number, on?: string) => `reminder:${reminderId}:${on === undefined ? '' : `${on}:`}`
