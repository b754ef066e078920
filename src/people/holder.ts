/** Purpose: everything that is held on one person, shown or erased, whichever room keeps it. */
import { type Address, formatAddress } from '../address.ts'
import type { Database } from '../database/open.ts'
import { countDeedsBy, forgetActor } from './audit-store.ts'
import type { KeptMember } from './kept.ts'
import { deleteEmptyMember, deleteMembers, findKept, membersOfPerson } from './members-store.ts'
import { findMember, findSpace } from './people-store.ts'
import type { Held, Holder, PersonalData } from './personal-data.ts'

export type Topic = { readonly topic: string; readonly held: readonly Held[] }
type Found = Holder & { readonly kept: readonly KeptMember[] }

export async function findHolder(db: Database, person: Address): Promise<Found> {
  const space = await findSpace(db, person.platform, person.space)
  const known = space && (await findKept(db, space.id, person.id))
  const kept = known ? await membersOfPerson(db, known.person) : []
  const addresses = kept.length > 0 ? kept.map(({ address }) => address) : [person]
  return { coalition: space?.coalitionId ?? 0, addresses, members: kept, kept }
}

/** The space in which Discord's direct messages were once answered: one for people of all servers. Nothing is written in it any more. */
const ONCE_DIRECT = 'direct'

/** With what was once kept of the same account in direct messages, so that it can be seen and erased from every server. */
export async function findWholeHolder(db: Database, person: Address): Promise<Found> {
  const own = await findHolder(db, person)
  if (person.platform !== 'discord' || person.space === ONCE_DIRECT) return own
  const once = await findHolder(db, { ...person, space: ONCE_DIRECT })
  const more = once.kept.filter(({ member }) => !own.members.some(known => known.member === member))
  if (more.length === 0) return own
  const kept = [...own.kept, ...more]
  return { ...own, addresses: [...own.addresses, ...more.map(({ address }) => address)], members: kept, kept }
}

export async function heldOf(db: Database, rooms: readonly PersonalData[], holder: Found): Promise<readonly Topic[]> {
  const own = await Promise.all(holder.kept.map(({ address }) => aboutMember(db, address)))
  const deeds = await countDeedsBy(db, holder.addresses.map(formatAddress))
  const others = await Promise.all(rooms.map(async room => ({ topic: room.topic, held: await room.held(db, holder) })))
  const audit: Held[] = deeds > 0 ? [{ key: 'held.audit', values: { total: deeds }, facts: { entries: deeds } }] : []
  return [{ topic: 'members', held: own.flat() }, ...others, { topic: 'audit', held: audit }].filter(({ held }) => held.length > 0)
}

async function aboutMember(db: Database, address: Address): Promise<Held[]> {
  const space = await findSpace(db, address.platform, address.space)
  const row = space && (await findMember(db, space.id, address.id))
  if (!row) return []
  const facts = { ...address, role: row.role ?? null, language: row.language, zone: row.zone }
  const values = { platform: address.platform, id: address.id, language: row.language ?? '–', zone: row.zone ?? '–', role: row.role ?? '–' }
  return [{ key: 'held.member', values, facts }]
}

export async function eraseHolder(db: Database, rooms: readonly PersonalData[], holder: Found): Promise<number> {
  await db.transaction().execute(async trx => {
    for (const room of rooms) await room.erase(trx, holder)
    await forgetActor(trx, holder.addresses.map(formatAddress))
    await deleteMembers(
      trx,
      holder.members.map(({ member }) => member),
    )
  })
  return holder.members.length
}

/** Lets a member's row go when it says nothing any more and no room keeps anything with it. */
export async function forgetIfEmpty(db: Database, rooms: readonly PersonalData[], person: Address): Promise<void> {
  const holder = await findHolder(db, person)
  const only = holder.members[0]
  if (!only || holder.members.length > 1) return
  const kept = await Promise.all(rooms.filter(({ byMember }) => byMember).map(room => room.held(db, holder)))
  if (kept.flat().length === 0) await db.transaction().execute(trx => deleteEmptyMember(trx, only.member))
}
