/** Purpose: the rows of who has which part in a group. Rows are of members, counts are of people. */
import { type Address, PLATFORMS } from '../address.ts'
import type { Database, Trx } from '../database/open.ts'
import type { Kept } from '../people/kept.ts'
import { type Counts, NOBODY, PARTS, type Part } from './group.ts'

export type RosterRow = { readonly member: number; readonly person: number; readonly part: Part; readonly since: number }

/** @returns whether the part is new; the same click twice changes nothing */
export async function addPart(trx: Trx, group: number, { member, person }: Kept, part: Part, at: number): Promise<boolean> {
  const row = await trx
    .insertInto('group_people')
    .values({ group_id: group, member_id: member, person_id: person, part, since: at })
    .onConflict(conflict =>
      conflict.columns(['group_id', 'member_id']).doUpdateSet({ part, since: at }).where('group_people.part', '!=', part),
    )
    .returning('member_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The part that a person has, through whichever of their members; the weightiest where they have several. */
export async function partOf(db: Database | Trx, group: number, person: number): Promise<Part | undefined> {
  const rows = await db.selectFrom('group_people').select('part').where('person_id', '=', person).where('group_id', '=', group).execute()
  return PARTS.findLast(part => rows.some(row => row.part === part))
}

/** @returns whether there was anything to take away */
export async function dropParts(trx: Trx, group: number, person: number, parts: readonly Part[] = PARTS): Promise<boolean> {
  const result = await trx
    .deleteFrom('group_people')
    .where('person_id', '=', person)
    .where('group_id', '=', group)
    .where('part', 'in', [...parts])
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

export const countPart = (db: Database | Trx, group: number, part: Part): Promise<number> => countTogether(db, [group], part)

/** Whoever is in several of the groups counts once. */
export async function countTogether(db: Database | Trx, groups: readonly number[], part: Part): Promise<number> {
  if (groups.length === 0) return 0
  const { count } = await db
    .selectFrom('group_people')
    .select(({ fn }) => fn.count<number>('person_id').distinct().as('count'))
    .where('group_id', 'in', [...groups])
    .where('part', '=', part)
    .executeTakeFirstOrThrow()
  return count
}

export async function countPeople(db: Database | Trx, groups: readonly number[]): Promise<ReadonlyMap<number, Counts>> {
  if (groups.length === 0) return new Map()
  const rows = await db
    .selectFrom('group_people')
    .select(({ fn }) => ['group_id', 'part', fn.count<number>('person_id').distinct().as('count')])
    .where('group_id', 'in', [...groups])
    .groupBy(['group_id', 'part'])
    .execute()
  const of = (group: number, part: Part) => rows.find(row => row.group_id === group && row.part === part)?.count ?? 0
  return new Map(
    groups.map(group => [
      group,
      { ...NOBODY, members: of(group, 'member'), interested: of(group, 'interested'), waiting: of(group, 'waiting') },
    ]),
  )
}

/** Those who came first stand first. */
export async function readRoster(db: Database | Trx, group: number, part: Part, { from = 0, size = 100_000 } = {}): Promise<RosterRow[]> {
  const rows = await db
    .selectFrom('group_people')
    .select(['member_id', 'person_id', 'since'])
    .where('group_id', '=', group)
    .where('part', '=', part)
    .orderBy('since')
    .orderBy('member_id')
    .offset(from)
    .limit(size)
    .execute()
  return rows.map(row => ({ member: row.member_id, person: row.person_id, part, since: row.since }))
}

/** Where people of a group are at home. */
export async function spacesOfRoster(db: Database, group: number): Promise<Pick<Address, 'platform' | 'space'>[]> {
  const rows = await db
    .selectFrom('group_people')
    .innerJoin('members', 'members.id', 'group_people.member_id')
    .innerJoin('spaces', 'spaces.id', 'members.space_id')
    .select(['platform', 'external_id'])
    .distinct()
    .where('group_id', '=', group)
    .where('part', '=', 'member')
    .execute()
  return rows.flatMap(row => PLATFORMS.filter(name => name === row.platform).map(platform => ({ platform, space: row.external_id })))
}

export async function hasPart(db: Database | Trx, group: number, member: number, part: Part): Promise<boolean> {
  const row = await db
    .selectFrom('group_people')
    .select('member_id')
    .where('group_id', '=', group)
    .where('member_id', '=', member)
    .where('part', '=', part)
    .executeTakeFirst()
  return row !== undefined
}

export const partsOfMembers = (db: Database, members: readonly number[]) =>
  members.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('group_people')
        .innerJoin('groups', 'groups.id', 'group_people.group_id')
        .select(['group_id', 'part', 'since', 'groups.state', 'groups.name', 'groups.region', 'groups.theme'])
        .where('member_id', 'in', [...members])
        .orderBy('group_id')
        .execute()

export async function setPersonInRoster(trx: Trx, member: number, person: number): Promise<void> {
  await trx.updateTable('group_people').set({ person_id: person }).where('member_id', '=', member).execute()
}

/** Moves people who are not there yet; the others' rows go with their old group. */
export async function moveRoster(trx: Trx, from: number, to: number): Promise<void> {
  const there = trx.selectFrom('group_people as other').select('other.member_id').where('other.group_id', '=', to)
  await trx.updateTable('group_people').set({ group_id: to }).where('group_id', '=', from).where('member_id', 'not in', there).execute()
}

/** Interest that led to nothing, and requests that nobody answered. */
export async function deleteOldParts(db: Database, part: Part, before: number, states: readonly string[]): Promise<number> {
  const groups = db
    .selectFrom('groups')
    .select('id')
    .where('state', 'in', [...states])
  const result = await db
    .deleteFrom('group_people')
    .where('part', '=', part)
    .where('since', '<', before)
    .where('group_id', 'in', groups)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
