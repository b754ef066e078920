/** Purpose: the rows of homes: in which channel a group lives in each space. */
import { type Address, PLATFORMS } from '../address.ts'
import type { Database, Trx } from '../database/open.ts'
import { HOME_CONDITIONS, type Home, type HomeCondition } from './homes-port.ts'

export type KeptHome = Home & { readonly id: number; readonly group: number; readonly condition: HomeCondition }

/** Nothing where the group has a home in this space already, or the channel is another group's home. */
export async function addHome(
  trx: Trx,
  coalition: number,
  group: number,
  { address, role, private: closed }: Home,
  at: number,
): Promise<number | undefined> {
  const row = await trx
    .insertInto('group_homes')
    .values({
      coalition_id: coalition,
      group_id: group,
      platform: address.platform,
      space: address.space,
      channel: address.id,
      role: role ?? null,
      private: Number(closed),
      condition: 'fine',
      added_at: at,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export const homesOfGroup = async (db: Database | Trx, coalition: number, group: number): Promise<KeptHome[]> =>
  (await homes(db).where('group_id', '=', group).where('coalition_id', '=', coalition).orderBy('id').execute()).flatMap(asHome)

export async function homeAt(db: Database, coalition: number, { platform, space, id }: Address): Promise<KeptHome | undefined> {
  const query = homes(db).where('platform', '=', platform).where('space', '=', space).where('channel', '=', id)
  return (await query.where('coalition_id', '=', coalition).execute()).flatMap(asHome)[0]
}

export async function dropHome(trx: Trx, id: number): Promise<boolean> {
  const result = await trx.deleteFrom('group_homes').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function setCondition(db: Database, id: number, condition: HomeCondition): Promise<void> {
  await db.updateTable('group_homes').set({ condition }).where('id', '=', id).execute()
}

/** A home in a space where the other group has one already stays behind, and goes with its group. */
export async function moveHomes(trx: Trx, from: number, to: number): Promise<void> {
  const there = await trx.selectFrom('group_homes').select(['platform', 'space']).where('group_id', '=', to).execute()
  for (const { id, platform, space } of await trx
    .selectFrom('group_homes')
    .select(['id', 'platform', 'space'])
    .where('group_id', '=', from)
    .execute()) {
    if (there.some(home => home.platform === platform && home.space === space)) continue
    await trx.updateTable('group_homes').set({ group_id: to }).where('id', '=', id).execute()
  }
}

export async function setCoalitionOfHomes(trx: Trx, from: number, to: number): Promise<void> {
  await trx.updateTable('group_homes').set({ coalition_id: to }).where('coalition_id', '=', from).execute()
  await trx.updateTable('group_drafts').set({ coalition_id: to }).where('coalition_id', '=', from).execute()
}

const homes = (db: Database | Trx) =>
  db.selectFrom('group_homes').select(['id', 'group_id', 'platform', 'space', 'channel', 'role', 'private', 'condition'])

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof homes>['executeTakeFirst']>>>

function asHome(row: Row): KeptHome[] {
  const platform = PLATFORMS.find(name => name === row.platform)
  if (!platform) return []
  const condition = HOME_CONDITIONS.find(name => name === row.condition) ?? 'gone'
  const address = { platform, space: row.space, id: row.channel }
  return [{ id: row.id, group: row.group_id, address, role: row.role ?? undefined, private: row.private === 1, condition }]
}
