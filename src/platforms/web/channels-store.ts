/** Purpose: the rows of channels as each visitor sees them: open ones for all, private ones for the people in them. */
import type { Database } from '../../database/open.ts'
import { type ChannelRow, readChannels } from './web-store.ts'

export async function channelsFor(db: Database, visitor: string): Promise<ChannelRow[]> {
  const all = await readChannels(db)
  const closed = await db.selectFrom('web_channels').select('id').where('private', '=', 1).execute()
  const mine = await db.selectFrom('web_channel_people').select('channel_id').where('user_id', '=', visitor).execute()
  return all.filter(({ id }) => !closed.some(row => row.id === id) || mine.some(row => row.channel_id === id))
}

/** Is another one as soon as channels came or went, or people in private ones did. */
export async function channelsMark(db: Database): Promise<string> {
  const channels = await db
    .selectFrom('web_channels')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('position').as('last')])
    .executeTakeFirstOrThrow()
  const people = await db
    .selectFrom('web_channel_people')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('user_id').as('last'), fn.min('user_id').as('first')])
    .executeTakeFirstOrThrow()
  return JSON.stringify([channels, people])
}

export async function mayRead(db: Database, channel: string, visitor: string): Promise<boolean> {
  const row = await db.selectFrom('web_channels').select('private').where('id', '=', channel).executeTakeFirst()
  return row?.private === 0 || (row !== undefined && (await peopleIn(db, channel)).includes(visitor))
}

/** @returns whether the id was free */
export async function addChannel(db: Database, { id, name, closed }: { id: string; name: string; closed: boolean }): Promise<boolean> {
  const { last } = await db
    .selectFrom('web_channels')
    .select(({ fn }) => fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  const row = await db
    .insertInto('web_channels')
    .values({ id, name, position: (last ?? 0) + 1, private: Number(closed) })
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function findChannel(db: Database, id: string): Promise<{ readonly private: boolean } | undefined> {
  const row = await db.selectFrom('web_channels').select('private').where('id', '=', id).executeTakeFirst()
  return row && { private: row.private === 1 }
}

export async function peopleIn(db: Database, channel: string): Promise<string[]> {
  const rows = await db.selectFrom('web_channel_people').select('user_id').where('channel_id', '=', channel).orderBy('user_id').execute()
  return rows.map(row => row.user_id)
}

const BATCH = 500

export async function addPeople(db: Database, channel: string, users: readonly string[]): Promise<void> {
  for (let from = 0; from < users.length; from += BATCH) {
    await db
      .insertInto('web_channel_people')
      .values(users.slice(from, from + BATCH).map(user => ({ channel_id: channel, user_id: user })))
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }
}

export async function removePeople(db: Database, channel: string, users: readonly string[]): Promise<void> {
  for (let from = 0; from < users.length; from += BATCH) {
    await db
      .deleteFrom('web_channel_people')
      .where('channel_id', '=', channel)
      .where('user_id', 'in', users.slice(from, from + BATCH))
      .execute()
  }
}
