/** Purpose: what groups keep about people, for themselves to see and to erase; and what moves when people or spaces are linked. */
import type { Trx } from '../database/open.ts'
import type { Mover } from '../people/people.ts'
import type { PersonalData } from '../people/personal-data.ts'
import { draftsOfMembers } from './drafts-store.ts'
import { groupRef } from './group.ts'
import { changeGroup, deleteGroup, findGroupByKey, readGroupKeys } from './groups-store.ts'
import { moveHomes, setCoalitionOfHomes } from './homes-store.ts'
import type { GroupParts } from './parts.ts'
import { moveRoster, partsOfMembers, setPersonInRoster } from './roster-store.ts'
import { moveSeats, seatsOfMembers, setPersonInSeats } from './seats-store.ts'
import { letterPrefix } from './tell.ts'

/** Rows hang on the member's own row and go with it; what must be taken back by hand are the letters that wait. */
export const makeGroupData = ({ outbox }: Pick<GroupParts, 'outbox'>): PersonalData => ({
  topic: 'groups',
  byMember: true,
  async held(db, { members }) {
    const ids = members.map(({ member }) => member)
    const [parts, seats, drafts] = await Promise.all([partsOfMembers(db, ids), seatsOfMembers(db, ids), draftsOfMembers(db, ids)])
    return [
      ...parts.map(({ group_id, part, since }) => ({
        key: 'held.part' as const,
        values: { group: groupRef(group_id), part, at: day(since) },
        facts: { group: groupRef(group_id), part, since: iso(since) },
      })),
      ...seats.map(({ group, seat, since, shown, conditional }) => ({
        key: 'held.seat' as const,
        values: { group: groupRef(group), seat, at: day(since) },
        facts: { group: groupRef(group), seat, since: iso(since), shown, conditional },
      })),
      ...drafts.map(({ group_id, made_at, body, sent_at }) => ({
        key: 'held.draft' as const,
        values: { group: groupRef(group_id), at: day(made_at) },
        facts: { group: groupRef(group_id), written: iso(made_at), text: body, sent: sent_at === null ? null : iso(sent_at) },
      })),
    ]
  },
  async erase(trx, { addresses }) {
    for (const address of addresses) await outbox.cancel(trx, letterPrefix(address))
  },
})

export async function relinkGroups(trx: Trx, member: number, person: number): Promise<void> {
  await setPersonInRoster(trx, member, person)
  await setPersonInSeats(trx, member, person)
}

/** What other rooms keep of a group that becomes part of another one. */
type Merged = (trx: Trx, from: string, to: string) => Promise<void>

/** Groups of the same name become one: its people and homes are those of both. */
export const moveGroups =
  (merged: Merged): Mover =>
  async (trx, from, to) => {
    for (const { id, key } of await readGroupKeys(trx, from)) {
      const same = await findGroupByKey(trx, to, key)
      if (same) await mergeGroup(trx, id, same.id, merged)
      else await changeGroup(trx, id, { coalition_id: to })
    }
    await setCoalitionOfHomes(trx, from, to)
  }

async function mergeGroup(trx: Trx, from: number, to: number, merged: Merged): Promise<void> {
  await merged(trx, String(from), String(to))
  await moveRoster(trx, from, to)
  await moveSeats(trx, from, to)
  await moveHomes(trx, from, to)
  await deleteGroup(trx, from)
}

const iso = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toString()
const day = (at: number) => iso(at).slice(0, 10)
