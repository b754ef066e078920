/** Purpose: reminders as people deal with them: ask for one, see them, put off, done, stop; quiet hours and digest. */
import { type Address, formatAddress } from '../address.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { Dates, Draft } from './dates.ts'
import type { Lead } from './due.ts'
import { duesBetween, nextDueAfter } from './due.ts'
import type { By, CalendarParts } from './parts.ts'
import { AHEAD, keyPrefix, planNow, TOPIC } from './plan.ts'
import { type Destination, type Reminder, refOfDestination } from './reminder.ts'
import {
  deleteReminder,
  findReminder,
  markDone,
  markPlanned,
  type Planned,
  putReminder,
  readWishes,
  remindersTo,
  saveWishes,
} from './reminder-store.ts'
import type { Wishes } from './wishes.ts'

export type Asked = { readonly to: Destination; readonly leads: readonly Lead[]; readonly at: Temporal.PlainTime; readonly zone: string }

export type Reminders = {
  /** The same again changes how, never how often. */
  add(by: By, date: CalendarDate, asked: Asked): Promise<Reminder>
  /** Something of one's own: a date that only one person sees, and its reminder. */
  addOwn(by: By, draft: Draft, asked: Asked): Promise<Planned>
  /** Those that come to a person, to a channel or to groups. */
  to(coalition: number, destinations: readonly Destination[]): Promise<Planned[]>
  find(by: By, id: number): Promise<Planned | undefined>
  stop(reminder: Reminder): Promise<void>
  /** No more about this day. */
  done(reminder: Reminder, on: Temporal.PlainDate): Promise<void>
  snooze(reminder: Reminder, on: Temporal.PlainDate, until: number): Promise<void>
  wishes(person: Address): Promise<Wishes>
  setWishes(by: By, wishes: Wishes): Promise<void>
  /** The next moments at which a reminder speaks. */
  next(planned: Planned): number | undefined
}

export function makeReminders(parts: CalendarParts, dates: Dates): Reminders {
  const { db, outbox, groups, now } = parts
  const at = () => now().epochMilliseconds
  const add = async (by: By, date: CalendarDate, asked: Asked): Promise<Reminder> =>
    db.transaction().execute(async trx => {
      const dateId = await dates.keep(trx, date)
      const made = { ...asked, coalition: by.coalition, dateId, owner: by.address, language: by.language, plannedTo: at() }
      const id = await putReminder(trx, made, undefined)
      await outbox.cancel(trx, keyPrefix(id))
      const reminder = { ...made, id }
      const { plannedTo, nextAt } = await planNow({ outbox, homesOf: groups.homes }, trx, { reminder, date: { ...date, id: dateId } }, at())
      await markPlanned(trx, plannedTo, [{ id, nextAt }])
      return reminder
    })
  return {
    add,
    async addOwn(by, draft, asked) {
      const date = await dates.add(by.coalition, { ...draft, onlyFor: formatAddress(by.address) })
      return { date, reminder: await add(by, date, asked) }
    },
    to: (coalition, destinations) => remindersTo(db, coalition, destinations.map(refOfDestination)),
    async find(by, id) {
      const found = await findReminder(db, id)
      return found?.reminder.coalition === by.coalition ? found : undefined
    },
    stop: reminder =>
      db.transaction().execute(async trx => {
        await outbox.cancel(trx, keyPrefix(reminder.id))
        await deleteReminder(trx, reminder.id)
      }),
    done: (reminder, on) =>
      db.transaction().execute(async trx => {
        await markDone(trx, reminder.id, on.toString())
        await outbox.cancel(trx, keyPrefix(reminder.id, on.toString()))
      }),
    snooze: (reminder, on, until) =>
      db.transaction().execute(async trx => {
        if (reminder.to.kind === 'group') return
        const to = reminder.to.address
        const key = `${keyPrefix(reminder.id, on.toString())}snooze:${until}:${formatAddress(to)}`
        const facts = { reminder: reminder.id, on: on.toString(), lead: 'snooze' }
        await outbox.put(trx, [
          {
            key,
            to,
            ...(reminder.to.kind === 'me' && { privately: true as const }),
            dueAt: until,
            ...(reminder.owner && { owner: reminder.owner }),
            topic: TOPIC,
            facts,
          },
        ])
      }),
    wishes: async person => (await readWishes(db, [formatAddress(person)])).get(formatAddress(person)) ?? {},
    setWishes: (by, wishes) => saveWishes(db, by.coalition, formatAddress(by.address), wishes),
    next: ({ date, reminder }) => duesBetween(date, reminder, at(), at() + AHEAD)[0]?.dueAt ?? nextDueAfter(date, reminder, at()),
  }
}
