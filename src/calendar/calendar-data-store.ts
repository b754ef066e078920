/** Purpose: what the calendar keeps about people, and what moves with a space that becomes part of another coalition. */
import type { Database, Trx } from '../database/open.ts'

export const remindersAbout = (db: Database, addresses: readonly string[]) =>
  db
    .selectFrom('reminders')
    .innerJoin('dates', 'dates.id', 'reminders.date_id')
    .select(['reminders.id', 'dates.title', 'dates.seed_id', 'dates.only_for', 'reminders.to_kind', 'reminders.leads'])
    .where(match => match.or([match('to_ref', 'in', addresses), match('owner', 'in', addresses)]))
    .execute()

export const wishesAbout = (db: Database, addresses: readonly string[]) =>
  db.selectFrom('reminder_wishes').selectAll().where('person', 'in', addresses).execute()

export const feedsAbout = (db: Database, addresses: readonly string[]) =>
  db.selectFrom('calendar_feeds').select('made_at').where('scope', '=', 'member').where('ref', 'in', addresses).execute()

export async function deletePrivate(trx: Trx, addresses: readonly string[]): Promise<number[]> {
  const gone = await trx.deleteFrom('reminders').where('to_kind', '=', 'me').where('to_ref', 'in', addresses).returning('id').execute()
  // Reminders of channels and groups stay, for those who read them; who asked is forgotten.
  await trx.updateTable('reminders').set({ owner: '' }).where('owner', 'in', addresses).execute()
  await trx.deleteFrom('dates').where('only_for', 'in', addresses).execute()
  await trx.deleteFrom('reminder_wishes').where('person', 'in', addresses).execute()
  await trx.deleteFrom('calendar_feeds').where('scope', '=', 'member').where('ref', 'in', addresses).execute()
  return gone.map(({ id }) => id)
}

/** Where both have changed the same starter date, or brought in the same file, that of the coalition that stays counts. */
export async function moveRows(trx: Trx, from: number, to: number): Promise<void> {
  const mine = await trx.selectFrom('dates').select(['id', 'seed_id', 'uid']).where('coalition_id', '=', from).execute()
  const theirs = await trx.selectFrom('dates').select(['id', 'seed_id', 'uid']).where('coalition_id', '=', to).execute()
  for (const { id, seed_id, uid } of mine) {
    const same = theirs.find(other => (seed_id !== null && other.seed_id === seed_id) || (uid !== null && other.uid === uid))
    if (!same) continue
    await moveRemindersOf(trx, id, same.id)
    await trx.updateTable('published_events').set({ date_id: same.id }).where('date_id', '=', id).execute()
    await trx.deleteFrom('dates').where('id', '=', id).execute()
  }
  await trx.deleteFrom('calendar_feeds').where('coalition_id', '=', from).where('scope', '=', 'coalition').execute()
  for (const table of ['dates', 'reminders', 'calendar_feeds', 'reminder_wishes', 'published_events'] as const) {
    await trx.updateTable(table).set({ coalition_id: to }).where('coalition_id', '=', from).execute()
  }
}

/** Where both dates remind the same place, the reminder of the date that stays counts. */
async function moveRemindersOf(trx: Trx, date: number, to: number): Promise<void> {
  const of = (id: number) => trx.selectFrom('reminders').select(['id', 'to_kind', 'to_ref']).where('date_id', '=', id).execute()
  const there = new Set((await of(to)).map(({ to_kind, to_ref }) => `${to_kind} ${to_ref}`))
  const moving = (await of(date)).filter(({ to_kind, to_ref }) => !there.has(`${to_kind} ${to_ref}`))
  for (const { id } of moving) await trx.updateTable('reminders').set({ date_id: to }).where('id', '=', id).execute()
}

/** When two groups become one, the dates, reminders and calendar address of the one that ends are the other's. */
export async function moveGroupDates(trx: Trx, from: string, to: string): Promise<void> {
  await trx.updateTable('dates').set({ group_id: to }).where('group_id', '=', from).execute()
  const taken = trx.selectFrom('reminders').select('date_id').where('to_kind', '=', 'group').where('to_ref', '=', to)
  await trx.deleteFrom('reminders').where('to_kind', '=', 'group').where('to_ref', '=', from).where('date_id', 'in', taken).execute()
  await trx.updateTable('reminders').set({ to_ref: to }).where('to_kind', '=', 'group').where('to_ref', '=', from).execute()
  // A group has one calendar address: that of the group that stays, where it has one.
  const theirs = await trx.selectFrom('calendar_feeds').select('id').where('scope', '=', 'group').where('ref', '=', to).executeTakeFirst()
  if (theirs) await trx.deleteFrom('calendar_feeds').where('scope', '=', 'group').where('ref', '=', from).execute()
  await trx.updateTable('calendar_feeds').set({ ref: to }).where('scope', '=', 'group').where('ref', '=', from).execute()
}
