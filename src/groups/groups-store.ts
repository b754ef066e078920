/** Purpose: the rows of groups. */
import type { Database, Trx } from '../database/open.ts'
import { type Group, STATES, type State } from './group.ts'

export type NewGroup = Pick<Group, 'coalition' | 'name' | 'purpose' | 'region' | 'theme' | 'threshold' | 'sensitive' | 'openRoster'> & {
  readonly key: string
  readonly at: number
}

/** Nothing where the coalition has a group of this key already. */
export async function addGroup(trx: Trx, group: NewGroup): Promise<number | undefined> {
  const row = await trx
    .insertInto('groups')
    .values({
      coalition_id: group.coalition,
      key: group.key,
      name: group.name ?? null,
      purpose: group.purpose,
      region: group.region ?? null,
      theme: group.theme ?? null,
      state: 'proposed',
      threshold: group.threshold,
      sensitive: Number(group.sensitive),
      open_roster: Number(group.openRoster),
      made_at: group.at,
    })
    .onConflict(conflict => conflict.columns(['coalition_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function findGroup(db: Database | Trx, coalition: number, id: number): Promise<Group | undefined> {
  const row = await groups(db).where('id', '=', id).where('coalition_id', '=', coalition).executeTakeFirst()
  return row && asGroup(row)
}

/** Of any coalition: only for what the clock does. */
export async function findGroupById(db: Database | Trx, id: number): Promise<Group | undefined> {
  const row = await groups(db).where('id', '=', id).executeTakeFirst()
  return row && asGroup(row)
}

export async function findGroupByKey(db: Database | Trx, coalition: number, key: string): Promise<Group | undefined> {
  const row = await groups(db).where('coalition_id', '=', coalition).where('key', '=', key).executeTakeFirst()
  return row && asGroup(row)
}

/** Those that work first, then those that gather interest; the newest first. */
export async function readGroups(db: Database, coalition: number): Promise<Group[]> {
  const rows = await groups(db).where('coalition_id', '=', coalition).orderBy('state').orderBy('id', 'desc').execute()
  const all = rows.map(asGroup)
  return ORDER.flatMap(state => all.filter(group => group.state === state))
}
const ORDER: readonly State[] = ['active', 'proposed', 'dormant']

export const readGroupKeys = (db: Database | Trx, coalition: number): Promise<{ id: number; key: string }[]> =>
  db.selectFrom('groups').select(['id', 'key']).where('coalition_id', '=', coalition).orderBy('id').execute()

/** Reads a group for a change: whoever else changes it, or counts its people, waits until this transaction ends. */
export async function holdGroup(trx: Trx, coalition: number, id: number): Promise<Group | undefined> {
  const row = await trx
    .updateTable('groups')
    .set(({ eb }) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('coalition_id', '=', coalition)
    .returning(COLUMNS)
    .executeTakeFirst()
  return row && asGroup(row)
}

export type GroupChange = {
  readonly key?: string
  readonly name?: string | null
  readonly purpose?: string
  readonly state?: State
  readonly sensitive?: number
  readonly open_roster?: number
  readonly reached_at?: number | null
  readonly launched_at?: number
  readonly coalition_id?: number
}
export async function changeGroup(trx: Trx, id: number, change: GroupChange): Promise<void> {
  if (Object.keys(change).length > 0) await trx.updateTable('groups').set(change).where('id', '=', id).execute()
}

export async function deleteGroup(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('groups').where('id', '=', id).execute()
}

const COLUMNS = [
  'id',
  'coalition_id',
  'name',
  'purpose',
  'region',
  'theme',
  'state',
  'threshold',
  'sensitive',
  'open_roster',
  'reached_at',
  'launched_at',
] as const

const groups = (db: Database | Trx) => db.selectFrom('groups').select(COLUMNS)

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof groups>['executeTakeFirst']>>>

const asGroup = (row: Row): Group => ({
  id: row.id,
  coalition: row.coalition_id,
  name: row.name ?? undefined,
  purpose: row.purpose,
  region: row.region ?? undefined,
  theme: row.theme ?? undefined,
  state: STATES.find(state => state === row.state) ?? 'dormant',
  threshold: row.threshold,
  sensitive: row.sensitive === 1,
  openRoster: row.open_roster === 1,
  reachedAt: row.reached_at ?? undefined,
  launchedAt: row.launched_at ?? undefined,
})
