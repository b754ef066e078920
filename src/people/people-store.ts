/** Purpose: the rows of spaces and members. */
import type { Address } from '../address.ts'
import { ROLES, type Role } from '../command-kit/roles.ts'
import type { Database, Trx } from '../database/open.ts'
import { preparedQuestion } from '../database/prepared-question.ts'

export type SpaceRow = { readonly id: number; readonly coalitionId: number }
export type MemberRow = { readonly role: Role | undefined; readonly language: string | null; readonly zone: string | null }

/** Each new space starts as a coalition of its own. Two at once make one: the unique key decides. */
export async function findOrCreateSpace(
  db: Database,
  { platform, space }: Pick<Address, 'platform' | 'space'>,
  at: number,
): Promise<SpaceRow> {
  const known = await findSpace(db, platform, space)
  if (known) return known
  await db.transaction().execute(async trx => {
    const coalition = await trx.insertInto('coalitions').values({ name: '', created_at: at }).returning('id').executeTakeFirstOrThrow()
    const made = await trx
      .insertInto('spaces')
      .values({ platform, external_id: space, coalition_id: coalition.id, created_at: at })
      .onConflict(conflict => conflict.columns(['platform', 'external_id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) await trx.deleteFrom('coalitions').where('id', '=', coalition.id).execute()
  })
  const created = await findSpace(db, platform, space)
  if (!created) throw new Error(`The space ${platform}:${space} vanished while it was made`)
  return created
}

export async function findSpace(db: Database | Trx, platform: string, space: string): Promise<SpaceRow | undefined> {
  const row = await db
    .selectFrom('spaces')
    .select(['id', 'coalition_id'])
    .where('platform', '=', platform)
    .where('external_id', '=', space)
    .executeTakeFirst()
  return row && { id: row.id, coalitionId: row.coalition_id }
}

/** A coalition, and what a space of it keeps of one of its people, in one question: every command asks it. */
export async function findSpeaker(
  db: Database,
  { platform, space, id }: Address,
): Promise<{ readonly coalition: number; readonly member: MemberRow } | undefined> {
  const [row] = await askForSpeaker(db, { platform, space, id })
  return row && { coalition: row.coalition_id, member: { ...row, role: ROLES.find(role => role === row.role) } }
}

// SQLite finds three values of one row in a quarter of the time that its join of the two tables takes.
const askForSpeaker = preparedQuestion((db, mark: (name: 'platform' | 'space' | 'id') => string) =>
  db
    .selectFrom('spaces')
    .where('platform', '=', mark('platform'))
    .where('external_id', '=', mark('space'))
    .select(from => {
      const member = from.selectFrom('members').whereRef('space_id', '=', 'spaces.id').where('user_id', '=', mark('id'))
      return ['coalition_id', member.select('role').as('role'), member.select('language').as('language'), member.select('zone').as('zone')]
    }),
)

export async function findMember(db: Database, spaceId: number, userId: string): Promise<MemberRow | undefined> {
  const row = await db
    .selectFrom('members')
    .select(['role', 'language', 'zone'])
    .where('space_id', '=', spaceId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row && { ...row, role: ROLES.find(role => role === row.role) }
}

export async function saveMember(
  db: Database,
  person: Address,
  change: { role?: string | null; language?: string; zone?: string },
  at: number,
): Promise<void> {
  const space = await findOrCreateSpace(db, person, at)
  await db
    .insertInto('members')
    .values({ space_id: space.id, user_id: person.id, created_at: at, ...change })
    .onConflict(conflict => conflict.columns(['space_id', 'user_id']).doUpdateSet(change))
    .execute()
}

export async function clearPreferences(db: Database, person: Address): Promise<void> {
  const space = await findSpace(db, person.platform, person.space)
  if (!space) return
  await db
    .updateTable('members')
    .set({ language: null, zone: null })
    .where('space_id', '=', space.id)
    .where('user_id', '=', person.id)
    .execute()
}
