/** Purpose: join and leave at once, or by a coordinator's yes where the group is sensitive. The same click twice changes nothing. */
import type { Address } from '../address.ts'
import { type Group, groupRef } from './group.ts'
import { admittedLetter, requestLetter, turnedDownLetter } from './letters.ts'
import { must } from './may.ts'
import { type By, change, type GroupParts, type Held, readGroup, readStanding } from './parts.ts'
import { bringHome, takeOut } from './project-home.ts'
import { addPart, countPart, dropParts, hasPart, readRoster } from './roster-store.ts'
import { dropSeats, seatsOf } from './seats-store.ts'
import { tell } from './tell.ts'
import { fillOpenSeat } from './vacancy.ts'

/** `trouble`: the membership stands, the channel could not be opened to them. */
export type Joined = {
  readonly group: Group
  readonly outcome: 'joined' | 'already' | 'waiting' | 'gathers-interest'
  readonly trouble: boolean
}
export type Left = { readonly group: Group; readonly outcome: 'left' | 'was-not-in' }
export type Names = {
  readonly group: Group
  readonly total: number
  readonly people: readonly { readonly member: number; readonly address: Address }[]
}

export type Joining = {
  join(by: By, id: number): Promise<Joined>
  leave(by: By, id: number): Promise<Left>
  /** Who waits for a yes. */
  requests(by: By, id: number, from: number, size: number): Promise<Names>
  /** @returns whether there was still somebody to answer */
  answer(by: By, id: number, member: number, yes: boolean): Promise<boolean>
  roster(by: By, id: number, from: number, size: number): Promise<Names>
}

export const makeJoining = (parts: GroupParts): Joining => ({
  async join(by, id) {
    const joined = await change(parts, by, id, held => join(parts, held))
    return { ...joined, trouble: joined.outcome === 'joined' && (await bringHome(parts, by.coalition, joined.group, by.address)) }
  },
  async leave(by, id) {
    const left = await change(parts, by, id, held => leave(parts, by, held))
    if (left.outcome === 'left') await takeOut(parts, by.coalition, left.group, by.address)
    await parts.people.letGo(by.address)
    return left
  },
  requests: (by, id, from, size) => names(parts, by, id, 'admit', 'waiting', from, size),
  roster: (by, id, from, size) => names(parts, by, id, 'see-names', 'member', from, size),
  async answer(by, id, member, yes) {
    const group = await change(parts, by, id, held => answer(parts, by, held, member, yes))
    const [newcomer] = yes && group ? await parts.people.membersByIds(parts.db, [member]) : []
    if (newcomer && group) await bringHome(parts, by.coalition, group, newcomer.address)
    return group !== undefined
  },
})

async function join(parts: GroupParts, { trx, group, kept, standing, at }: Held): Promise<Omit<Joined, 'trouble'>> {
  if (standing.part === 'member') return { group, outcome: 'already' }
  if (group.state === 'proposed') return { group, outcome: 'gathers-interest' }
  if (!group.sensitive || standing.seats.includes('coordinator')) {
    await addPart(trx, group.id, kept, 'member', at)
    return { group, outcome: 'joined' }
  }
  if (await addPart(trx, group.id, kept, 'waiting', at)) {
    const leading = (await seatsOf(trx, group.id)).filter(({ seat }) => seat === 'coordinator' || seat === 'deputy')
    await tell(
      parts,
      trx,
      group,
      leading.map(({ member }) => member),
      `request:${kept.member}:${at}`,
      requestLetter,
    )
  }
  return { group, outcome: 'waiting' }
}

async function leave(parts: GroupParts, by: By, { trx, group, kept, standing, at }: Held): Promise<Left> {
  const had = await dropParts(trx, group.id, kept.person)
  const seats = await dropSeats(trx, group.id, kept.person)
  if (standing.seats.includes('coordinator')) {
    await parts.audit.note(trx, by, 'seat.left', groupRef(group.id))
    await fillOpenSeat(parts, trx, group, at)
  }
  return { group, outcome: had || seats > 0 ? 'left' : 'was-not-in' }
}

async function answer(
  parts: GroupParts,
  by: By,
  { trx, group, standing, at }: Held,
  member: number,
  yes: boolean,
): Promise<Group | undefined> {
  must('admit', by, group, standing)
  if (!(await hasPart(trx, group.id, member, 'waiting'))) return undefined
  const [asked] = await parts.people.membersByIds(trx, [member])
  if (!asked) return undefined
  if (yes) await addPart(trx, group.id, asked, 'member', at)
  else await dropParts(trx, group.id, asked.person, ['waiting'])
  await parts.audit.note(trx, by, yes ? 'group.admitted' : 'group.turned-down', groupRef(group.id))
  await tell(parts, trx, group, [member], `answer:${at}`, yes ? admittedLetter : turnedDownLetter)
  return group
}

async function names(
  parts: GroupParts,
  by: By,
  id: number,
  act: 'admit' | 'see-names',
  part: 'waiting' | 'member',
  from: number,
  size: number,
): Promise<Names> {
  const group = await readGroup(parts, by, id)
  must(act, by, group, await readStanding(parts, by, id))
  const rows = await readRoster(parts.db, id, part, { from, size })
  const people = await parts.people.membersByIds(
    parts.db,
    rows.map(({ member }) => member),
  )
  return { group, total: await countPart(parts.db, id, part), people }
}
