/** Purpose: ten reminders in each of ten thousand channels, all due on one day. */
import type { Database } from '../src/database/open.ts'

export const WORKSPACES = 20
export const SLACK_CHANNELS = 6_000
export const DISCORD_CHANNELS = 4_000
export const CHANNELS = SLACK_CHANNELS + DISCORD_CHANNELS
export const PER_CHANNEL = 10
export const DAY = Temporal.Instant.from('2027-03-19T08:00:00Z').epochMilliseconds
const BATCH = 1_500

export async function addReminders(db: Database): Promise<void> {
  await db.insertInto('coalitions').values({ id: 1, name: 'bench', created_at: 0 }).execute()
  const dates = await Promise.all(Array.from({ length: PER_CHANNEL }, (_, n) => addDate(db, n)))
  const refs = Array.from({ length: CHANNELS }, (_, n) =>
    n < SLACK_CHANNELS ? `slack:T${n % WORKSPACES}:C${n}` : `discord:G${n % WORKSPACES}:${n}`,
  )
  const rows = dates.flatMap(date_id =>
    refs.map(to_ref => ({
      coalition_id: 1,
      date_id,
      to_kind: 'channel',
      to_ref,
      owner: '',
      language: 'en',
      zone: 'UTC',
      leads: '["30d","7d","1d"]',
      at: '09:00',
      planned_to: DAY,
      next_at: DAY + 3_600_000,
    })),
  )
  await db.transaction().execute(async trx => {
    for (let from = 0; from < rows.length; from += BATCH)
      await trx
        .insertInto('reminders')
        .values(rows.slice(from, from + BATCH))
        .execute()
  })
}

async function addDate(db: Database, n: number): Promise<number> {
  const date = {
    coalition_id: 1,
    state: 'kept',
    title: `Date ${n}`,
    about: '',
    link: '',
    starts_on: '2017-03-20',
    at: null,
    zone: 'UTC',
    days: 1,
    rule: 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=20',
    skips: '[]',
    updated_at: 0,
    revision: 0,
  }
  return (await db.insertInto('dates').values(date).returning('id').executeTakeFirstOrThrow()).id
}
