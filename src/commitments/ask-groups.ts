/** Purpose: a commitment of a group is offered to those who lead it: each is asked once, privately, and the first who accepts answers for it. */

import type { Address } from '../address.ts'
import { sameAddress } from '../address.ts'
import { askOwner } from './ask-owner.ts'
import type { Commitment } from './commitment.ts'
import { findCommitments } from './commitment-store.ts'
import type { CommitmentParts } from './commitments.ts'

/** `ask` are those in a seat, as they took it; `all` also the chats that they linked. */
export type Leaders = { readonly ask: readonly Address[]; readonly all: readonly Address[] }
export type FindLeaders = (coalition: number, group: string) => Promise<Leaders>

/** Run again it asks nobody twice, as each letter has a key for ever; whoever comes to lead the group later is asked then. */
export async function askGroups(parts: CommitmentParts, only?: Commitment): Promise<void> {
  const offered = only ? [only] : await findCommitments(parts.db, undefined, { states: ['offered'] })
  for (const commitment of offered) if (commitment.owner.kind === 'group' && !commitment.contact) await askLeaders(parts, commitment)
}

async function askLeaders(parts: CommitmentParts, commitment: Commitment): Promise<void> {
  const { owner, coalition, language: locale } = commitment
  if (owner.kind !== 'group') return
  const { ask } = await parts.leadersOf(coalition, owner.name)
  const readers = await Promise.all(
    ask.map(async to => ({ to, language: (await parts.people.recognise({ address: to, locale })).language })),
  )
  await parts.db.transaction().execute(async trx => {
    for (const { to, language } of readers)
      await askOwner(parts.outbox, trx, commitment, to, language, parts.now().epochMilliseconds, 'group')
  })
}

/** Whether somebody may take it on or decline it. Where a group has nobody who leads it, whoever sees the commitment may. */
export async function mayAnswer(
  { leadersOf }: Pick<CommitmentParts, 'leadersOf'>,
  commitment: Commitment,
  person: Address,
): Promise<boolean> {
  const { contact, owner, coalition } = commitment
  if (contact) return sameAddress(contact, person)
  if (owner.kind === 'person') return sameAddress(owner.person, person)
  if (owner.kind !== 'group') return true
  const { all } = await leadersOf(coalition, owner.name)
  return all.length === 0 || all.some(leader => sameAddress(leader, person))
}
