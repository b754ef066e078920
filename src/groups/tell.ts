/** Purpose: private letters to people of a group, through the outbox: each in the reader's language, each once. */
import { type Address, formatAddress } from '../address.ts'
import type { Trx } from '../database/open.ts'
import type { KeptReply } from '../delivery/outbox.ts'
import { type Label, type Language, labelIn, type Say, sayIn } from '../locales/say.ts'
import { type Group, groupRef } from './group.ts'
import { nameGroup } from './name-group.ts'
import type { GroupParts } from './parts.ts'

export type Pen = { readonly say: Say; readonly label: Label; readonly name: string; readonly ref: string; readonly language: Language }
const WEEK = 7 * 86_400_000

/** @param about makes the letter unique: the same one is never sent twice to anybody */
export async function tell(
  parts: GroupParts,
  trx: Trx,
  group: Group,
  members: readonly number[],
  about: string,
  write: (pen: Pen) => KeptReply,
): Promise<number> {
  const at = parts.now().epochMilliseconds
  const all = await parts.people.membersByIds(trx, members)
  const persons = [...new Map(all.map(member => [member.person, member])).values()]
  return parts.outbox.put(
    trx,
    persons.map(({ address, language }) => ({
      key: `${letterPrefix(address)}${groupRef(group.id)}:${about}`,
      to: address,
      privately: true,
      dueAt: at,
      expiresAt: at + WEEK,
      reply: write(makePen(parts, group, language ?? parts.defaultLanguage)),
      saysLate: language ?? parts.defaultLanguage,
    })),
  )
}

/** Keys of letters start with whom they go to, so that all of them can be taken back when somebody asks to be forgotten. */
export const letterPrefix = (address: Address) => `@${formatAddress(address)}:`

export function makePen({ words }: GroupParts, group: Group, language: Language): Pen {
  return { say: sayIn(language), label: labelIn(language), name: nameGroup(words, group, language), ref: groupRef(group.id), language }
}
