/** Purpose: make two spaces one coalition, or two members one person, by a code that is carried over by hand. Opt-in, and taken back at will. */
import type { Address } from '../address.ts'
import type { Person } from '../command-kit/context.ts'
import type { Trx } from '../database/open.ts'
import { UserError } from '../user-error.ts'
import type { Kept } from './kept.ts'
import { moveSpaces, putCode, spacesOf, takeCode } from './link-store.ts'
import { findKept, keepMember, membersByIds, membersOfPerson, setPerson } from './members-store.ts'
import { CODE_LASTS, hashCode, newCode } from './one-time-code.ts'
import type { PeopleOptions } from './people.ts'
import { findSpace } from './people-store.ts'

type By = Pick<Person, 'address' | 'coalition' | 'language'>
export type Linking = {
  /** A code that makes the space where it is typed part of this coalition. */
  codeForSpace(by: By): Promise<string>
  /** @returns how many spaces the coalition has now */
  linkSpace(by: By, code: string): Promise<number>
  countSpaces(coalition: number): Promise<number>
  spaces(coalition: number): Promise<readonly Pick<Address, 'platform' | 'space'>[]>
  /** A code that makes the member who types it the same person as this one. */
  codeForPerson(by: By): Promise<string>
  linkPerson(by: By, code: string): Promise<void>
  /** This member is a person of its own again. @returns whether it was linked */
  unlinkPerson(by: By): Promise<boolean>
  countLinked(person: Address): Promise<number>
}

/** What rooms do when members become one person, or stop being one. */
export type Relink = (trx: Trx, member: number, person: number) => Promise<void>

export function makeLinking(options: PeopleOptions): Linking {
  const { db, now } = options
  return {
    codeForSpace: ({ coalition }) => db.transaction().execute(trx => issue(trx, 'space', coalition, null, now())),
    linkSpace: (by, code) => db.transaction().execute(trx => linkSpace(trx, options, by, code)),
    countSpaces: async coalition => (await spacesOf(db, coalition)).length,
    spaces: coalition => spacesOf(db, coalition),
    codeForPerson: by =>
      db.transaction().execute(async trx => issue(trx, 'person', by.coalition, (await keep(trx, by, now())).member, now())),
    linkPerson: (by, code) => db.transaction().execute(trx => linkPerson(trx, options, by, code)),
    unlinkPerson: by => db.transaction().execute(trx => unlinkPerson(trx, options, by)),
    async countLinked(address) {
      const space = await findSpace(db, address.platform, address.space)
      const kept = space && (await findKept(db, space.id, address.id))
      return kept ? (await membersOfPerson(db, kept.person)).length : 0
    },
  }
}

/** The space of somebody who speaks is known: they were recognised in it. */
export async function keep(trx: Trx, { address, language }: Pick<By, 'address' | 'language'>, now: Temporal.Instant): Promise<Kept> {
  const space = await findSpace(trx, address.platform, address.space)
  if (!space) throw new Error(`Nobody has spoken in ${address.platform}:${address.space} yet`)
  return keepMember(trx, space.id, address.id, language, now.epochMilliseconds)
}

async function issue(trx: Trx, kind: 'space' | 'person', coalition: number, member: number | null, now: Temporal.Instant): Promise<string> {
  const code = newCode()
  await putCode(trx, { hash: hashCode(code), kind, coalition, member, expiresAt: now.epochMilliseconds + CODE_LASTS })
  return code
}

async function redeem(trx: Trx, { now }: PeopleOptions, kind: 'space' | 'person', code: string) {
  const found = await takeCode(trx, hashCode(code), kind, now().epochMilliseconds)
  if (!found) throw new UserError('link.code-wrong', {}, { field: 'code' })
  return found
}

async function linkSpace(trx: Trx, options: PeopleOptions, by: By, code: string): Promise<number> {
  const { coalition } = await redeem(trx, options, 'space', code)
  if (coalition === by.coalition) throw new UserError('link.same-coalition', {}, { field: 'code' })
  for (const move of options.movers) await move(trx, by.coalition, coalition)
  await moveSpaces(trx, by.coalition, coalition)
  await options.audit.note(trx, { ...by, coalition }, 'space.linked', `${by.address.platform}:${by.address.space}`)
  return (await spacesOf(trx, coalition)).length
}

async function linkPerson(trx: Trx, options: PeopleOptions, by: By, code: string): Promise<void> {
  const { coalition, member } = await redeem(trx, options, 'person', code)
  if (coalition !== by.coalition) throw new UserError('link.other-coalition', {}, { field: 'code' })
  const [first] = await membersByIds(trx, member === null ? [] : [member])
  const mine = await keep(trx, by, options.now())
  if (!first) throw new UserError('link.code-wrong', {}, { field: 'code' })
  if (first.person === mine.person) throw new UserError('link.same-person', {}, { field: 'code' })
  for (const other of await membersOfPerson(trx, mine.person)) await become(trx, options, other.member, first.person)
}

async function unlinkPerson(trx: Trx, options: PeopleOptions, by: By): Promise<boolean> {
  const space = await findSpace(trx, by.address.platform, by.address.space)
  const mine = space && (await findKept(trx, space.id, by.address.id))
  const all = mine ? await membersOfPerson(trx, mine.person) : []
  if (!mine || all.length < 2) return false
  // The number of the person is the id of its first member: when that one leaves, the others need another number.
  const staying = all.filter(({ member }) => member !== mine.member)
  const heir = staying[0]
  if (mine.person === mine.member && heir) for (const other of staying) await become(trx, options, other.member, heir.member)
  await become(trx, options, mine.member, mine.member)
  return true
}

async function become(trx: Trx, { relink }: PeopleOptions, member: number, person: number): Promise<void> {
  await setPerson(trx, member, person === member ? null : person)
  for (const room of relink) await room(trx, member, person)
}
