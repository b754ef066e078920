/** Purpose: a group's seats: offers accepted, handed over with the other's consent, kept with one button, left without shame; and the group's own settings. */
import type { Address } from '../address.ts'
import { isTaken } from '../database/database-trouble.ts'
import { UserError } from '../user-error.ts'
import { cleanName, cleanPurpose } from './clean-words.ts'
import { type Group, groupRef, MAX_COORDINATORS, type Seat } from './group.ts'
import { changeGroup, findGroupByKey } from './groups-store.ts'
import { askedLetter, seatTakenLetter, seatYoursLetter } from './letters.ts'
import { may, must } from './may.ts'
import { groupKey } from './name-group.ts'
import { type By, change, type GroupParts, type Held, readGroup, readStanding } from './parts.ts'
import { addPart, readRoster } from './roster-store.ts'
import { addSeat, changeSeats, dropSeats, type SeatRow, seatsOf } from './seats-store.ts'
import { tell } from './tell.ts'
import { fillOpenSeat } from './vacancy.ts'

export type Candidate = {
  readonly member: number
  readonly address: Address
  readonly seat: Seat | 'member'
  readonly conditional: boolean
}
export type Change = { readonly name?: string; readonly purpose?: string; readonly sensitive?: boolean; readonly openRoster?: boolean }

export type Leading = {
  /** Who could take a seat: for coordinators all members, for those who coordinate the coalition only those who offer. */
  candidates(
    by: By,
    id: number,
    from: number,
    size: number,
  ): Promise<{ readonly group: Group; readonly total: number; readonly list: readonly Candidate[] }>
  acceptOffer(by: By, id: number, member: number): Promise<boolean>
  /** Asks somebody to take a seat; `handOver` gives them the asker's own. */
  ask(by: By, id: number, member: number, seat: 'coordinator' | 'deputy', handOver: boolean): Promise<boolean>
  /** @returns the seat that is theirs now */
  accept(by: By, id: number): Promise<'coordinator' | 'deputy' | undefined>
  decline(by: By, id: number): Promise<boolean>
  still(by: By, id: number): Promise<boolean>
  resign(by: By, id: number): Promise<boolean>
  show(by: By, id: number, shown: boolean): Promise<boolean>
  edit(by: By, id: number, wish: Change): Promise<Group>
  rest(by: By, id: number): Promise<Group>
}

export const makeLeading = (parts: GroupParts): Leading => ({
  candidates: (by, id, from, size) => candidates(parts, by, id, from, size),
  acceptOffer: (by, id, member) => change(parts, by, id, held => acceptOffer(parts, by, held, member)),
  ask: (by, id, member, seat, handOver) => change(parts, by, id, held => ask(parts, by, held, member, seat, handOver)),
  accept: (by, id) => change(parts, by, id, held => accept(parts, by, held)),
  decline: (by, id) =>
    change(parts, by, id, async ({ trx, kept }) => (await dropSeats(trx, id, kept.person, ['asked-coordinator', 'asked-deputy'])) > 0),
  still: (by, id) =>
    change(
      parts,
      by,
      id,
      async ({ trx, kept, at }) => (await changeSeats(trx, id, kept.person, LEADS, { confirmed_at: at, asked_at: null })) > 0,
    ),
  resign: (by, id) => change(parts, by, id, held => resign(parts, by, held)),
  show: (by, id, shown) =>
    change(
      parts,
      by,
      id,
      async ({ trx, kept }) => (await changeSeats(trx, id, kept.person, ['coordinator', 'offer'], { shown: Number(shown) })) > 0,
    ),
  edit: (by, id, wish) => change(parts, by, id, held => edit(parts, by, held, wish)),
  rest: (by, id) => change(parts, by, id, held => rest(parts, by, held)),
})

const LEADS: readonly Seat[] = ['coordinator', 'deputy']

async function candidates(parts: GroupParts, by: By, id: number, from: number, size: number) {
  const group = await readGroup(parts, by, id)
  const standing = await readStanding(parts, by, id)
  must('accept-offer', by, group, standing)
  const seats = await seatsOf(parts.db, id)
  const rows: Pick<Candidate, 'member' | 'seat' | 'conditional'>[] = seats.filter(({ seat }) => seat === 'offer')
  if (may('hand-over', by, group, standing)) {
    const seated = new Set(seats.filter(({ seat }) => seat !== 'deputy').map(({ member }) => member))
    rows.push(...seats.filter(({ seat }) => seat === 'deputy'))
    const deputies = new Set(rows.map(({ member }) => member))
    const members = (await readRoster(parts.db, id, 'member')).filter(({ member }) => !seated.has(member) && !deputies.has(member))
    rows.push(...members.map(({ member }) => ({ member, seat: 'member' as const, conditional: false })))
  }
  const page = rows.slice(from, from + size)
  const known = await parts.people.membersByIds(
    parts.db,
    page.map(({ member }) => member),
  )
  const list = page.flatMap(({ member, seat, conditional }) => {
    const address = known.find(one => one.member === member)?.address
    return address ? [{ member, address, seat, conditional }] : []
  })
  return { group, total: rows.length, list }
}

async function acceptOffer(parts: GroupParts, by: By, { trx, group, standing, at }: Held, member: number): Promise<boolean> {
  must('accept-offer', by, group, standing)
  const seats = await seatsOf(trx, group.id)
  const offer = seats.find(row => row.member === member && row.seat === 'offer' && !row.conditional)
  if (!offer || group.state === 'proposed') return false
  await seat(parts, by, { trx, group, at }, seats, offer, 'coordinator', undefined)
  await tell(parts, trx, group, [member], `yours:${at}`, seatYoursLetter)
  return true
}

async function ask(
  parts: GroupParts,
  by: By,
  { trx, group, kept, standing, at }: Held,
  member: number,
  wanted: 'coordinator' | 'deputy',
  handOver: boolean,
): Promise<boolean> {
  must('hand-over', by, group, standing)
  const [candidate] = await parts.people.membersByIds(trx, [member])
  const inGroup = (await readRoster(trx, group.id, 'member')).some(row => row.member === member)
  if (!candidate || !inGroup || candidate.person === kept.person) return false
  const seat: Seat = wanted === 'coordinator' ? 'asked-coordinator' : 'asked-deputy'
  const asked = await addSeat(trx, group.id, candidate, seat, at, handOver ? { replaces: kept.person } : {})
  if (asked) await parts.audit.note(trx, by, 'seat.asked', groupRef(group.id))
  if (asked) await tell(parts, trx, group, [member], `asked:${at}`, askedLetter(wanted))
  return true
}

async function accept(parts: GroupParts, by: By, { trx, group, kept, at }: Held): Promise<'coordinator' | 'deputy' | undefined> {
  const seats = await seatsOf(trx, group.id)
  const asked = seats.find(row => row.person === kept.person && (row.seat === 'asked-coordinator' || row.seat === 'asked-deputy'))
  if (!asked) return undefined
  const wanted = asked.seat === 'asked-deputy' ? 'deputy' : 'coordinator'
  await seat(parts, by, { trx, group, at }, seats, asked, wanted, asked.replaces)
  return wanted
}

/** Gives a seat, and takes back whatever the same person had before, and the seat that is handed over. */
async function seat(
  parts: GroupParts,
  by: By,
  { trx, group, at }: Pick<Held, 'trx' | 'group' | 'at'>,
  seats: readonly SeatRow[],
  { member, person, shown }: SeatRow,
  wanted: 'coordinator' | 'deputy',
  replaces: number | undefined,
): Promise<void> {
  const room = wanted === 'coordinator' ? MAX_COORDINATORS : 1
  const taken = seats.filter(row => row.seat === wanted && row.person !== person && row.person !== replaces)
  if (taken.length >= room) throw new UserError('group.seats-full')
  const former = seats.filter(row => row.person === replaces && row.seat === 'coordinator')
  if (replaces !== undefined) await dropSeats(trx, group.id, replaces, ['coordinator'])
  await dropSeats(trx, group.id, person)
  await addSeat(trx, group.id, { member, person }, wanted, at, { shown })
  await addPart(trx, group.id, { member, person }, 'member', at)
  await parts.audit.note(trx, by, 'seat.taken', groupRef(group.id))
  const told = former.map(row => row.member)
  await tell(parts, trx, group, told, `taken:${at}`, seatTakenLetter)
}

async function resign(parts: GroupParts, by: By, { trx, group, kept, standing, at }: Held): Promise<boolean> {
  const left = await dropSeats(trx, group.id, kept.person, [...LEADS, 'offer'])
  if (left === 0) return false
  await parts.audit.note(trx, by, 'seat.left', groupRef(group.id))
  if (standing.seats.includes('coordinator')) await fillOpenSeat(parts, trx, group, at)
  return true
}

async function edit(parts: GroupParts, by: By, { trx, group, standing }: Held, wish: Change): Promise<Group> {
  must('edit', by, group, standing)
  const name = wish.name === undefined ? group.name : cleanName(wish.name)
  const purpose = wish.purpose === undefined ? group.purpose : cleanPurpose(wish.purpose)
  const key = groupKey({ ...group, name })
  const same = await findGroupByKey(trx, group.coalition, key)
  if (same && same.id !== group.id) throw nameTaken()
  const sensitive = wish.sensitive ?? group.sensitive
  const openRoster = wish.openRoster ?? group.openRoster
  // Who joined was told that names stay hidden: that promise is not changed behind their backs.
  if (openRoster && !group.openRoster && group.state !== 'proposed') throw new UserError('group.not-visible-later', {}, { field: 'rules' })
  const change = { key, name: name ?? null, purpose, sensitive: Number(sensitive), open_roster: Number(openRoster) }
  await changeGroup(trx, group.id, change).catch(error => {
    throw isTaken(error) ? nameTaken() : error
  })
  await parts.audit.note(trx, by, 'group.edited', groupRef(group.id))
  return { ...group, name, purpose, sensitive, openRoster }
}

const nameTaken = () => new UserError('group.name-taken', {}, { field: 'name' })

async function rest(parts: GroupParts, by: By, { trx, group, standing }: Held): Promise<Group> {
  must('rest', by, group, standing)
  if (group.state !== 'active') return group
  await changeGroup(trx, group.id, { state: 'dormant' })
  await parts.audit.note(trx, by, 'group.rested', groupRef(group.id))
  return { ...group, state: 'dormant' }
}
