/** Purpose: where a group lives: homes made, adopted, given up; and who should be in them, as a plan that is shown before it is done. */
import type { Address } from '../address.ts'
import type { Trx } from '../database/open.ts'
import { UserError } from '../user-error.ts'
import { type Group, groupRef } from './group.ts'
import { type Failed, type Home, HomeTrouble, type HomeTroubleWhy } from './homes-port.ts'
import { addHome, dropHome, homeAt, homesOfGroup, type KeptHome, setCondition } from './homes-store.ts'
import { must } from './may.ts'
import { nameGroup } from './name-group.ts'
import { type By, change, type GroupParts, readGroup, readStanding } from './parts.ts'
import { planHome } from './plan-home.ts'
import { readRoster } from './roster-store.ts'

export type HomePlan = {
  readonly home: KeptHome
  readonly missing: readonly Address[]
  readonly extra: readonly Address[]
  /** Why nothing can be planned there. */
  readonly trouble?: HomeTroubleWhy
}
export type Synced = {
  readonly group: Group
  readonly plans: readonly HomePlan[]
  readonly invited: number
  readonly removed: number
  readonly failed: readonly Failed[]
}
export type Housed = {
  readonly group: Group
  readonly home: Home
  readonly outcome: 'added' | 'already'
  readonly failed: readonly Failed[]
}

export type Living = {
  /** Makes a channel the group's home in its space. */
  setHome(by: By, id: number, channel: Address): Promise<Housed>
  /** Makes a new channel for the group in the asker's space, and brings its members there. */
  makeHome(by: By, id: number, closed: boolean): Promise<Housed>
  /** Gives up the home in the asker's space; the channel stays. */
  dropHome(by: By, id: number): Promise<{ readonly group: Group; readonly dropped: boolean }>
  plan(by: By, id: number): Promise<{ readonly group: Group; readonly plans: readonly HomePlan[] }>
  /** Invites whoever is missing; takes out the others only with `remove`, and never more than were agreed to. */
  sync(by: By, id: number, remove: number): Promise<Synced>
  /** Inside somebody else's transaction it is asked there. */
  homesOf(coalition: number, group: string, within?: Trx): Promise<Address[]>
}

export function makeLiving(parts: GroupParts): Living {
  const making = new Set<string>()
  return {
    setHome: (by, id, channel) => setHome(parts, by, id, channel),
    async makeHome(by, id, closed) {
      const place = `${id} ${by.address.platform} ${by.address.space}`
      if (making.has(place)) throw new UserError('group.home-in-making')
      making.add(place)
      return makeHome(parts, by, id, closed).finally(() => making.delete(place))
    },
    async dropHome(by, id) {
      const home = (await homesOfGroup(parts.db, by.coalition, id)).find(near(by.address))
      return change(parts, by, id, async ({ trx, group, standing }) => {
        must('house', by, group, standing)
        const dropped = home !== undefined && (await dropHome(trx, home.id))
        if (dropped) await parts.audit.note(trx, by, 'group.home-dropped', groupRef(id))
        return { group, dropped }
      })
    },
    plan: (by, id) => plan(parts, by, id),
    sync: (by, id, remove) => sync(parts, by, id, remove),
    async homesOf(coalition, group, within) {
      const id = Number(group.replace(/^G-/i, ''))
      return Number.isInteger(id) ? (await homesOfGroup(within ?? parts.db, coalition, id)).map(({ address }) => address) : []
    },
  }
}

const near =
  ({ platform, space }: Address) =>
  ({ address }: KeptHome) =>
    address.platform === platform && address.space === space

async function setHome(parts: GroupParts, by: By, id: number, channel: Address): Promise<Housed> {
  const group = await readGroup(parts, by, id)
  must('house', by, group, await readStanding(parts, by, id))
  const known = await homeAt(parts.db, by.coalition, channel)
  if (known && known.group !== id) throw new UserError('group.home-taken')
  if (known) return { group, home: known, outcome: 'already', failed: [] }
  if ((await homesOfGroup(parts.db, by.coalition, id)).some(near(channel))) throw new UserError('group.home-elsewhere')
  const wish = { name: nameGroup(parts.words, group, by.language), about: group.purpose }
  const adopted = await said(async () => parts.homes.at(channel.platform)?.adopt(channel, wish))
  return keepHome(parts, by, group, adopted ?? { address: channel, role: undefined, private: false })
}

async function makeHome(parts: GroupParts, by: By, id: number, closed: boolean): Promise<Housed> {
  const group = await readGroup(parts, by, id)
  must('house', by, group, await readStanding(parts, by, id))
  const known = (await homesOfGroup(parts.db, by.coalition, id)).find(near(by.address))
  if (known) return { group, home: known, outcome: 'already', failed: [] }
  const platform = parts.homes.at(by.address.platform)
  if (!platform) throw new UserError('group.home-not-here')
  const wish = { name: nameGroup(parts.words, group, by.language), about: group.purpose, private: closed || group.sensitive }
  const home = await said(() => platform.create(by.address, wish))
  const housed = await keepHome(parts, by, group, home)
  const people = (await addressesOf(parts, group)).filter(
    address => address.platform === home.address.platform && address.space === home.address.space,
  )
  return { ...housed, failed: people.length === 0 ? [] : await said(() => platform.invite(home, people)) }
}

async function keepHome(parts: GroupParts, by: By, group: Group, home: Home): Promise<Housed> {
  await change(parts, by, group.id, async ({ trx, at }) => {
    const added = await addHome(trx, by.coalition, group.id, home, at)
    if (added !== undefined) await parts.audit.note(trx, by, 'group.home-added', groupRef(group.id))
  })
  return { group, home, outcome: 'added', failed: [] }
}

const addressesOf = async ({ db, people }: GroupParts, group: Group): Promise<Address[]> => {
  const members = (await readRoster(db, group.id, 'member')).map(({ member }) => member)
  return (await people.membersByIds(db, members)).map(({ address }) => address)
}

async function plan(parts: GroupParts, by: By, id: number) {
  const group = await readGroup(parts, by, id)
  must('house', by, group, await readStanding(parts, by, id))
  const roster = await addressesOf(parts, group)
  const homes = await checkHomes(parts, by.coalition, id)
  return { group, plans: await Promise.all(homes.map(home => planOne(parts, home, roster))) }
}

async function planOne(parts: GroupParts, home: KeptHome, roster: readonly Address[]): Promise<HomePlan> {
  const nothing = { home, missing: [], extra: [] }
  const platform = parts.homes.at(home.address.platform)
  if (!platform) return { ...nothing, trouble: 'unreachable' }
  if (home.condition !== 'fine') return { ...nothing, trouble: home.condition }
  try {
    return { home, ...planHome(home.address, roster, await platform.membersOf(home, roster)) }
  } catch (error) {
    if (error instanceof HomeTrouble) return { ...nothing, trouble: error.why }
    throw error
  }
}

async function sync(parts: GroupParts, by: By, id: number, remove: number): Promise<Synced> {
  const { group, plans } = await plan(parts, by, id)
  const extra = plans.reduce((sum, one) => sum + one.extra.length, 0)
  // More people came into the channels since the plan was shown: what was agreed to is not what would be done.
  const removes = remove > 0 && extra <= remove
  const failed: Failed[] = []
  let [invited, removed] = [0, 0]
  for (const { home, missing, extra: strangers, trouble } of plans) {
    const platform = parts.homes.at(home.address.platform)
    if (!platform || trouble) continue
    const refused = missing.length > 0 ? await outcome(missing, () => platform.invite(home, missing)) : []
    const stayed = removes && strangers.length > 0 ? await outcome(strangers, () => platform.remove(home, strangers)) : []
    invited += missing.length - refused.length
    removed += removes ? strangers.length - stayed.length : 0
    failed.push(...refused, ...stayed)
  }
  await parts.db.transaction().execute(trx => parts.audit.note(trx, by, 'group.synced', groupRef(id)))
  return { group, plans, invited, removed, failed }
}

async function outcome(people: readonly Address[], work: () => Promise<readonly Failed[]>): Promise<readonly Failed[]> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof HomeTrouble)) throw error
    return people.map(person => ({ person, why: error.why }))
  }
}

/** A group's homes with what has become of them; what cannot be asked now stays as it was last seen. */
export async function checkHomes(parts: GroupParts, coalition: number, group: number): Promise<KeptHome[]> {
  return Promise.all(
    (await homesOfGroup(parts.db, coalition, group)).map(async home => {
      const condition = await parts.homes
        .at(home.address.platform)
        ?.describe(home)
        .catch(error => (error instanceof HomeTrouble ? undefined : Promise.reject(error)))
      if (condition === undefined || condition === home.condition) return home
      await setCondition(parts.db, home.id, condition)
      return { ...home, condition }
    }),
  )
}

/** A platform's refusal as a sentence. */
async function said<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof HomeTrouble) throw new UserError(`home-trouble.${error.why}`)
    throw error
  }
}
