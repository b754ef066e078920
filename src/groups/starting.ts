/** Purpose: from a first idea to a working group: proposed, interest up to a threshold, offers to coordinate, launched. */
import { atLeast } from '../command-kit/roles.ts'
import { UserError } from '../user-error.ts'
import { cleanName, cleanPurpose } from './clean-words.ts'
import { type Group, groupRef, MAX_COORDINATORS } from './group.ts'
import { addGroup, changeGroup, findGroup, findGroupByKey } from './groups-store.ts'
import { enoughLetter, launchedLetter, offerLetter } from './letters.ts'
import { must } from './may.ts'
import { groupKey } from './name-group.ts'
import { type By, change, type GroupParts, gone, type Held } from './parts.ts'
import { addPart, countPart, readRoster } from './roster-store.ts'
import { addSeat, changeSeats, dropSeats, seatsOf } from './seats-store.ts'
import { tell } from './tell.ts'

export type Wish = {
  readonly name: string | undefined
  readonly region: string | undefined
  readonly theme: string | undefined
  readonly purpose: string
  readonly threshold: number
  readonly sensitive: boolean
  readonly openRoster: boolean
}
export type Interest = {
  readonly group: Group
  readonly outcome: 'noted' | 'already' | 'works-already'
  readonly count: number
  readonly missing: number
}
export type Offered = { readonly group: Group; readonly outcome: 'noted' | 'already' | 'coordinates' }

export type Starting = {
  /** Whoever proposes is the first to be interested. @returns the group of this name where there is one already */
  propose(by: By, wish: Wish): Promise<{ readonly group: Group; readonly made: boolean }>
  interest(by: By, id: number): Promise<Interest>
  offer(by: By, id: number, how: { readonly conditional: boolean; readonly shown: boolean }): Promise<Offered>
  launch(by: By, id: number): Promise<{ readonly group: Group; readonly launched: boolean }>
}

export const makeStarting = (parts: GroupParts): Starting => ({
  propose: (by, wish) => propose(parts, by, wish),
  interest: (by, id) => change(parts, by, id, held => interest(parts, held)),
  offer: (by, id, how) => change(parts, by, id, held => offer(parts, by, held, how)),
  launch: (by, id) => change(parts, by, id, held => launch(parts, by, held)),
})

async function propose(parts: GroupParts, by: By, wish: Wish) {
  const named = { region: wish.region, theme: wish.theme, name: wish.name === undefined ? undefined : cleanName(wish.name) }
  if (!named.name && !named.region && !named.theme) throw new UserError('group.name-empty', {}, { field: 'name' })
  const key = groupKey(named)
  return parts.db.transaction().execute(async trx => {
    const at = parts.now().epochMilliseconds
    const purpose = cleanPurpose(wish.purpose)
    const id = await addGroup(trx, { ...wish, ...named, purpose, coalition: by.coalition, key, at })
    const group = id === undefined ? await findGroupByKey(trx, by.coalition, key) : await findGroup(trx, by.coalition, id)
    if (!group) return gone()
    if (id !== undefined) {
      await addPart(trx, id, await parts.people.keep(trx, by), 'interested', at)
      await parts.audit.note(trx, by, 'group.proposed', groupRef(id))
    }
    return { group, made: id !== undefined }
  })
}

async function interest(parts: GroupParts, { trx, group, kept, standing, at }: Held): Promise<Interest> {
  if (group.state !== 'proposed') return { group, outcome: 'works-already', count: 0, missing: 0 }
  const isNew = standing.part === undefined && (await addPart(trx, group.id, kept, 'interested', at))
  const count = await countPart(trx, group.id, 'interested')
  if (count >= group.threshold && group.reachedAt === undefined) await reach(parts, { trx, group, at })
  return { group, outcome: isNew ? 'noted' : 'already', count, missing: Math.max(0, group.threshold - count) }
}

/** There is enough interest: everybody hears of it, and offers that waited for this wait no longer. */
async function reach(parts: GroupParts, { trx, group, at }: Pick<Held, 'trx' | 'group' | 'at'>) {
  await changeGroup(trx, group.id, { reached_at: at })
  const offers = (await seatsOf(trx, group.id)).filter(({ seat }) => seat === 'offer')
  for (const { person } of offers) await changeSeats(trx, group.id, person, ['offer'], { conditional: 0 })
  const offering = new Set(offers.map(({ person }) => person))
  const others = (await readRoster(trx, group.id, 'interested')).filter(({ person }) => !offering.has(person))
  const mayLaunch = offers.map(({ member }) => member)
  await tell(parts, trx, group, mayLaunch, 'enough', pen => enoughLetter(pen, group, { launch: !group.sensitive, offered: true }))
  await tell(
    parts,
    trx,
    group,
    others.map(({ member }) => member),
    'enough',
    pen => enoughLetter(pen, group, { launch: false, offered: offers.length > 0 }),
  )
}

async function offer(
  parts: GroupParts,
  by: By,
  { trx, group, kept, standing, at }: Held,
  how: { conditional: boolean; shown: boolean },
): Promise<Offered> {
  if (standing.seats.includes('coordinator')) return { group, outcome: 'coordinates' }
  const conditional = how.conditional && group.state === 'proposed' && group.reachedAt === undefined
  const isNew = !standing.seats.includes('offer') && (await addSeat(trx, group.id, kept, 'offer', at, { conditional, shown: how.shown }))
  if (!isNew) await changeSeats(trx, group.id, kept.person, ['offer'], { conditional: Number(conditional), shown: Number(how.shown) })
  if (isNew && group.state !== 'proposed') await tellOfOffer(parts, by, { trx, group, at })
  return { group, outcome: isNew || standing.conditional !== conditional ? 'noted' : 'already' }
}

/** Those who can accept it: who coordinates the group, else who coordinates the coalition. */
async function tellOfOffer(parts: GroupParts, by: By, { trx, group, at }: Pick<Held, 'trx' | 'group' | 'at'>) {
  const leading = (await seatsOf(trx, group.id)).filter(({ seat }) => seat === 'coordinator').map(({ member }) => member)
  const known = await parts.people.withRole(by.coalition, trx)
  const instead = known.filter(({ role }) => role === 'admin' || role === 'coordinator').map(({ member }) => member)
  await tell(parts, trx, group, leading.length > 0 ? leading : instead, `offer:${at}`, offerLetter)
}

async function launch(parts: GroupParts, by: By, { trx, group, kept, standing, at }: Held) {
  if (group.state === 'active') return { group, launched: false }
  must('launch', by, group, standing)
  const missing = group.threshold - (await countPart(trx, group.id, 'interested'))
  const early = group.state === 'proposed' && group.reachedAt === undefined && missing > 0
  if (early && !atLeast(by.role, 'admin')) throw new UserError('group.too-early', { missing })
  await changeGroup(trx, group.id, { state: 'active', launched_at: at, reached_at: group.reachedAt ?? at })
  const offers = (await seatsOf(trx, group.id)).filter(({ seat }) => seat === 'offer')
  const mine = offers.filter(({ person }) => person === kept.person)
  for (const { person, member, shown } of (mine.length > 0 ? mine : offers).slice(0, mine.length > 0 ? 1 : MAX_COORDINATORS)) {
    await dropSeats(trx, group.id, person, ['offer'])
    await addSeat(trx, group.id, { member, person }, 'coordinator', at, { shown })
    await addPart(trx, group.id, { member, person }, 'member', at)
    await parts.audit.note(trx, by, 'seat.taken', groupRef(group.id))
  }
  await parts.audit.note(trx, by, 'group.launched', groupRef(group.id))
  const interested = (await readRoster(trx, group.id, 'interested')).map(({ member }) => member)
  await tell(parts, trx, group, interested, `launched:${at}`, pen => launchedLetter(pen, group))
  return { group: { ...group, state: 'active' as const }, launched: true }
}
