/** Purpose: the rows of a group's seats: who coordinates, who stands in, who offers, who was asked. */
import type { Database, Trx } from '../database/open.ts'
import type { Kept } from '../people/kept.ts'
import { SEATS, type Seat } from './group.ts'

export type SeatRow = {
  readonly group: number
  readonly member: number
  readonly person: number
  readonly seat: Seat
  readonly conditional: boolean
  readonly shown: boolean
  readonly since: number
  readonly confirmedAt: number
  readonly askedAt: number | undefined
  readonly replaces: number | undefined
}
export type NewSeat = { readonly conditional?: boolean; readonly shown?: boolean; readonly replaces?: number }

/** @returns whether it is new */
export async function addSeat(
  trx: Trx,
  group: number,
  { member, person }: Kept,
  seat: Seat,
  at: number,
  more: NewSeat = {},
): Promise<boolean> {
  const { conditional = false, shown = false, replaces } = more
  const row = await trx
    .insertInto('group_seats')
    .values({
      group_id: group,
      member_id: member,
      person_id: person,
      seat,
      conditional: Number(conditional),
      shown: Number(shown),
      since: at,
      confirmed_at: at,
      replaces: replaces ?? null,
    })
    .onConflict(conflict => conflict.columns(['group_id', 'member_id', 'seat']).doNothing())
    .returning('member_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function seatsOf(db: Database | Trx, group: number): Promise<SeatRow[]> {
  return (await seats(db).where('group_id', '=', group).orderBy('since').orderBy('member_id').execute()).flatMap(asSeat)
}

/** Offers may be many; the others are few. */
export async function seatsOfGroups(db: Database, groups: readonly number[]): Promise<SeatRow[]> {
  if (groups.length === 0) return []
  return (
    await seats(db)
      .where('group_id', 'in', [...groups])
      .where('seat', '!=', 'offer')
      .orderBy('since')
      .execute()
  ).flatMap(asSeat)
}

export async function seatsOfPerson(db: Database | Trx, group: number, person: number): Promise<SeatRow[]> {
  return (await seats(db).where('person_id', '=', person).where('group_id', '=', group).execute()).flatMap(asSeat)
}

export const seatsOfMembers = async (db: Database, members: readonly number[]): Promise<SeatRow[]> =>
  members.length === 0
    ? []
    : (
        await seats(db)
          .where('member_id', 'in', [...members])
          .execute()
      ).flatMap(asSeat)

/** @returns how many there were */
export async function dropSeats(trx: Trx, group: number, person: number, which: readonly Seat[] = SEATS): Promise<number> {
  const result = await trx
    .deleteFrom('group_seats')
    .where('person_id', '=', person)
    .where('group_id', '=', group)
    .where('seat', 'in', [...which])
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

export type SeatChange = {
  readonly asked_at?: number | null
  readonly confirmed_at?: number
  readonly shown?: number
  readonly conditional?: number
}
export async function changeSeats(trx: Trx, group: number, person: number, which: readonly Seat[], change: SeatChange): Promise<number> {
  const result = await trx
    .updateTable('group_seats')
    .set(change)
    .where('person_id', '=', person)
    .where('group_id', '=', group)
    .where('seat', 'in', [...which])
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Groups where a coordinator was last heard of before this moment. */
export async function groupsToAsk(db: Database, before: number): Promise<number[]> {
  const rows = await db
    .selectFrom('group_seats')
    .select('group_id')
    .distinct()
    .where('seat', '=', 'coordinator')
    .where('confirmed_at', '<=', before)
    .orderBy('group_id')
    .execute()
  return rows.map(row => row.group_id)
}

export async function setPersonInSeats(trx: Trx, member: number, person: number): Promise<void> {
  await trx.updateTable('group_seats').set({ person_id: person }).where('member_id', '=', member).execute()
}

/** Who coordinated the group that ends offers to coordinate the other one. */
export async function moveSeats(trx: Trx, from: number, to: number): Promise<void> {
  const there = trx.selectFrom('group_seats as other').select('other.member_id').where('other.group_id', '=', to)
  await trx
    .updateTable('group_seats')
    .set({ group_id: to, seat: 'offer' })
    .where('group_id', '=', from)
    .where('seat', '=', 'coordinator')
    .where('member_id', 'not in', there)
    .execute()
}

export async function deleteOldSeats(db: Database, seat: Seat, before: number): Promise<number> {
  const result = await db.deleteFrom('group_seats').where('seat', '=', seat).where('since', '<', before).executeTakeFirst()
  return Number(result.numDeletedRows)
}

const seats = (db: Database | Trx) =>
  db
    .selectFrom('group_seats')
    .select(['group_id', 'member_id', 'person_id', 'seat', 'conditional', 'shown', 'since', 'confirmed_at', 'asked_at', 'replaces'])

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof seats>['executeTakeFirst']>>>

function asSeat(row: Row): SeatRow[] {
  const seat = SEATS.find(name => name === row.seat)
  if (!seat) return []
  const { group_id: group, member_id: member, person_id: person, since, confirmed_at: confirmedAt } = row
  const yes = { conditional: row.conditional === 1, shown: row.shown === 1 }
  return [
    { group, member, person, seat, ...yes, since, confirmedAt, askedAt: row.asked_at ?? undefined, replaces: row.replaces ?? undefined },
  ]
}
