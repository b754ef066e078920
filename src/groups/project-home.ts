/** Purpose: bring one person's membership to their space's home channel. Plenary's own roster is the truth: trouble there never undoes a membership. */
import type { Address } from '../address.ts'
import type { Group } from './group.ts'
import { HomeTrouble } from './homes-port.ts'
import { homesOfGroup, type KeptHome } from './homes-store.ts'
import type { GroupParts } from './parts.ts'

/** @returns whether a channel could not be opened to them */
export async function bringHome(parts: GroupParts, coalition: number, group: Group, person: Address): Promise<boolean> {
  const outcomes = await Promise.all(
    (await homesNear(parts, coalition, group, person)).map(async home => {
      const platform = parts.homes.at(home.address.platform)
      return !platform || (await withoutTrouble(async () => (await platform.invite(home, [person])).length === 0))
    }),
  )
  return outcomes.includes(false)
}

/** Whoever leaves stops reading along where the channel is private; in open ones they may stay. */
export async function takeOut(parts: GroupParts, coalition: number, group: Group, person: Address): Promise<void> {
  for (const home of await homesNear(parts, coalition, group, person)) {
    const platform = parts.homes.at(home.address.platform)
    if (platform && (home.private || home.role !== undefined))
      await withoutTrouble(async () => (await platform.remove(home, [person])).length === 0)
  }
}

const homesNear = async ({ db }: GroupParts, coalition: number, group: Group, { platform, space }: Address): Promise<KeptHome[]> =>
  (await homesOfGroup(db, coalition, group.id)).filter(({ address }) => address.platform === platform && address.space === space)

/** A platform that is away or refuses is no reason to fail: `/group sync` mends it later. */
async function withoutTrouble(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof HomeTrouble) return false
    throw error
  }
}
