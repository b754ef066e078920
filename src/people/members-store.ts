/** Purpose: the rows of members: kept from the moment that something must be remembered, joined where people link themselves, deleted when asked. */
import { PLATFORMS } from '../address.ts'
import type { Database, Trx } from '../database/open.ts'
import { type Language, languageOf } from '../locales/say.ts'
import type { Kept, KeptMember } from './kept.ts'

/** Makes the row, or finds it. Two at once make one: the unique key decides. */
export async function keepMember(trx: Trx, spaceId: number, userId: string, speaks: Language, at: number): Promise<Kept> {
  const known = await findKept(trx, spaceId, userId)
  if (known) return known
  await trx
    .insertInto('members')
    .values({ space_id: spaceId, user_id: userId, speaks, created_at: at })
    .onConflict(conflict => conflict.columns(['space_id', 'user_id']).doNothing())
    .execute()
  const made = await findKept(trx, spaceId, userId)
  if (!made) throw new Error('A member vanished while the row was made')
  return made
}

export async function findKept(db: Database | Trx, spaceId: number, userId: string): Promise<Kept | undefined> {
  const row = await db
    .selectFrom('members')
    .select(['id', 'person_id'])
    .where('space_id', '=', spaceId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row && { member: row.id, person: row.person_id ?? row.id }
}

/** All members of a person, the first one first. */
export const membersOfPerson = (db: Database | Trx, person: number): Promise<KeptMember[]> =>
  readMembers(membersQuery(db).where(match => match.or([match('members.person_id', '=', person), match('members.id', '=', person)])))

export const membersByIds = async (db: Database | Trx, ids: readonly number[]): Promise<KeptMember[]> =>
  ids.length === 0 ? [] : readMembers(membersQuery(db).where('members.id', 'in', [...ids]))

export const membersWithRole = (db: Database | Trx, coalition: number): Promise<KeptMember[]> =>
  readMembers(membersQuery(db).where('coalition_id', '=', coalition).where('role', 'is not', null).limit(200))

const membersQuery = (db: Database | Trx) =>
  db
    .selectFrom('members')
    .innerJoin('spaces', 'spaces.id', 'members.space_id')
    .select(['members.id', 'person_id', 'user_id', 'platform', 'external_id', 'coalition_id', 'language', 'speaks', 'role'])
    .orderBy('members.id')

async function readMembers(query: ReturnType<typeof membersQuery>): Promise<KeptMember[]> {
  const rows = await query.execute()
  return rows.flatMap(row => {
    const platform = PLATFORMS.find(name => name === row.platform)
    if (!platform) return []
    const address = { platform, space: row.external_id, id: row.user_id }
    return [
      {
        member: row.id,
        person: row.person_id ?? row.id,
        address,
        coalition: row.coalition_id,
        language: languageOf(row.language ?? row.speaks ?? undefined),
        role: row.role,
      },
    ]
  })
}

/** What hangs on the rows (memberships, seats, offers, codes) goes with them. */
export async function deleteMembers(trx: Trx, ids: readonly number[]): Promise<void> {
  if (ids.length > 0)
    await trx
      .deleteFrom('members')
      .where('id', 'in', [...ids])
      .execute()
}

/** Deletes the row where it says nothing any more. */
export async function deleteEmptyMember(trx: Trx, id: number): Promise<void> {
  await trx
    .deleteFrom('members')
    .where('id', '=', id)
    .where('role', 'is', null)
    .where('language', 'is', null)
    .where('zone', 'is', null)
    .where('person_id', 'is', null)
    .execute()
}

export async function setPerson(trx: Trx, member: number, person: number | null): Promise<void> {
  await trx.updateTable('members').set({ person_id: person }).where('id', '=', member).execute()
}
