/** Purpose: say something to a whole group: shown first with whom it reaches, then put into the outbox, once for every home. */
import type { Address } from '../address.ts'
import type { DeliveryCounts } from '../delivery/outbox.ts'
import { labelIn } from '../locales/say.ts'
import { UserError } from '../user-error.ts'
import { cleanLines } from './clean-words.ts'
import { addDraft, findDraft, markSent } from './drafts-store.ts'
import { type Group, groupRef } from './group.ts'
import { homesOfGroup, type KeptHome } from './homes-store.ts'
import { checkHomes } from './living.ts'
import { must } from './may.ts'
import { nameGroup } from './name-group.ts'
import { type By, change, type GroupParts, type Held, readGroup, readStanding } from './parts.ts'
import { countPart, spacesOfRoster } from './roster-store.ts'

const DAY = 86_400_000
export const MAX_ANNOUNCEMENT = 2000

export type Reach = {
  readonly people: number
  readonly spaces: number
  readonly homes: readonly KeptHome[]
  /** Spaces where people of the group are, and no home. */
  readonly homeless: readonly Pick<Address, 'platform' | 'space'>[]
}
export type Drafted = Reach & { readonly group: Group; readonly draft: number; readonly body: string }

export type Announcing = {
  /** Whom something that is said to a group reaches, as things are now. */
  reach(by: By, id: number): Promise<Reach & { readonly group: Group }>
  draft(by: By, id: number, text: string): Promise<Drafted>
  /** @returns to how many channels it goes; nothing where it was sent before */
  send(by: By, draft: number): Promise<{ readonly group: Group; readonly channels: number | undefined }>
  arrived(by: By, draft: number): Promise<{ readonly group: Group; readonly counts: DeliveryCounts }>
}

export const makeAnnouncing = (parts: GroupParts): Announcing => ({
  reach: (by, id) => reach(parts, by, id),
  draft: (by, id, text) => draft(parts, by, id, text),
  async send(by, id) {
    const found = (await findDraft(parts.db, by.coalition, id)) ?? expired()
    return change(parts, by, found.group, held => send(parts, by, held, id))
  },
  async arrived(by, id) {
    const found = (await findDraft(parts.db, by.coalition, id)) ?? expired()
    const group = await readGroup(parts, by, found.group)
    must('announce', by, group, await readStanding(parts, by, group.id))
    return { group, counts: await parts.outbox.count(keyOf(group, id)) }
  },
})

async function reach(parts: GroupParts, by: By, id: number): Promise<Reach & { readonly group: Group }> {
  const group = await readGroup(parts, by, id)
  const homes = await checkHomes(parts, by.coalition, id)
  const spaces = await spacesOfRoster(parts.db, id)
  const homeless = spaces.filter(
    ({ platform, space }) => !homes.some(({ address }) => address.platform === platform && address.space === space),
  )
  return { group, people: await countPart(parts.db, id, 'member'), spaces: spaces.length, homes, homeless }
}

async function draft(parts: GroupParts, by: By, id: number, text: string): Promise<Drafted> {
  const group = await readGroup(parts, by, id)
  must('announce', by, group, await readStanding(parts, by, id))
  const body = cleanLines(text)
  const reached = await reach(parts, by, id)
  const made = await change(parts, by, id, ({ trx, kept, at }) =>
    addDraft(trx, { coalition: by.coalition, group: id, member: kept.member, body, at }),
  )
  return { ...reached, draft: made, body }
}

async function send(parts: GroupParts, by: By, { trx, group, standing, at }: Held, id: number) {
  must('announce', by, group, standing)
  const found = await findDraft(trx, by.coalition, id)
  if (!found || !(await markSent(trx, id, at))) return { group, channels: undefined }
  const homes = (await homesOfGroup(trx, by.coalition, group.id)).filter(({ condition }) => condition === 'fine')
  if (homes.length === 0) throw new UserError('group.no-home')
  const heading = labelIn(by.language)('group.announcement', { name: nameGroup(parts.words, group, by.language) })
  const reply = { text: [{ strong: heading }, '\n', found.body] }
  await parts.outbox.put(
    trx,
    homes.map(home => ({
      key: `${keyOf(group, id)}${home.id}`,
      to: home.address,
      dueAt: at,
      expiresAt: at + DAY,
      owner: by.address,
      reply,
      saysLate: by.language,
    })),
  )
  await parts.audit.note(trx, by, 'group.announced', groupRef(group.id))
  return { group, channels: homes.length }
}

const keyOf = (group: Group, draft: number) => `${groupRef(group.id)}:announce:${draft}:`

function expired(): never {
  throw new UserError('group.draft-expired')
}
