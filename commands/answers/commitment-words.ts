/** Purpose: how a commitment reads: its card, its owner, its deadline, its state. */
import { sameAddress } from '../../src/address.ts'
import type { Context } from '../../src/command-kit/context.ts'
import type { Complete } from '../../src/command-kit/options.ts'
import { atLeast } from '../../src/command-kit/roles.ts'
import type { Commitment } from '../../src/commitments/commitment.ts'
import { isOpen, STATES, type State } from '../../src/commitments/states.ts'
import type { Button, Card, Field, Text } from '../../src/reply.ts'
import { UserError } from '../../src/user-error.ts'

export const stateKey = (state: string) => `commitment.state.${STATES.find(known => known === state) ?? 'offered'}` as const

export const completeCommitment: Complete = async ({ commitments, person }, typed) =>
  (await commitments.find(person.coalition, {}))
    .map(({ ref, what }) => ({ value: ref, label: `${ref} ${what}`.slice(0, 100) }))
    .filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase()))

/** @throws UserError */
export async function findCommitment({ commitments, person }: Context, given: string): Promise<Commitment> {
  const number = Number(/^(?:cm-?)?0*(\d{1,6})$/i.exec(given.trim())?.[1])
  const found = Number.isInteger(number) ? await commitments.get(person.coalition, number) : undefined
  if (!found) throw new UserError('error.commitment-unknown', { given }, { field: 'commitment' })
  return found
}

export function ownerText(context: Context, commitment: Commitment): Text {
  const { label } = context
  const { owner } = commitment
  if (owner.kind === 'person') return maySeeAsked(context, commitment) ? [{ person: owner.person }] : label('commitment.owner.person')
  if (owner.kind === 'unknown') return label('commitment.owner.unknown')
  return owner.kind === 'group' ? label('commitment.owner.group', { name: owner.name }) : owner.name
}

/** Who accepted is known to all; who was only asked, to those who follow it up and to the one who was asked. */
function maySeeAsked({ person, commitments }: Context, commitment: Commitment): boolean {
  const { contact, coordinator } = commitment
  const wrote = coordinator !== undefined && sameAddress(coordinator, person.address)
  return contact !== undefined || wrote || atLeast(person.role, 'coordinator') || commitments.answersFor(commitment, person.address)
}

export const dueText = ({ label, person }: Context, { due }: Pick<Commitment, 'due'>): string => {
  if (due.on === null) return due.words === '' ? label('commitment.no-due') : due.words
  return Temporal.PlainDate.from(due.on).toLocaleString(person.language, { dateStyle: 'long' })
}

/** In lists people are never named: whose it is stands only in the commitment itself. */
export function commitmentCard(context: Context, commitment: Commitment, whole: boolean): Card {
  const { ref, what, state, reason, owner, recommendation } = commitment
  const { label } = context
  const hides = !whole && owner.kind === 'person'
  const fields: Field[] = [
    { label: label('commitment.state'), value: reason === '' ? label(stateKey(state)) : `${label(stateKey(state))}: ${reason}` },
    { label: label('commitment.who'), value: hides ? label('commitment.owner.person') : ownerText(context, commitment) },
    { label: label('commitment.due'), value: dueText(context, commitment) },
    ...(whole && recommendation !== '' ? [{ label: label('kind.recommendation'), value: recommendation }] : []),
  ]
  return {
    id: ref,
    title: what,
    fields,
    buttons: whole
      ? actButtons(context, commitment)
      : [{ label: label('commitment.show'), command: 'commitment show', options: { commitment: ref } }],
  }
}

function actButtons(context: Context, commitment: Commitment): Button[] {
  const { label, person, commitments } = context
  const { ref, state, contact } = commitment
  const options = { commitment: ref }
  const mine = commitments.answersFor(commitment, person.address)
  const report = (to: State): Button => ({ label: label(stateKey(to)), command: 'commitment update', options: { ...options, state: to } })
  if (!isOpen(state)) return []
  if (!contact)
    return [
      { label: label('commitment.accept'), command: 'commitment accept', options, look: 'primary' },
      ...(mine ? [{ label: label('commitment.decline'), command: 'commitment decline', options }] : []),
      { label: label('commitment.name-other'), command: 'commitment offer', options, form: true },
    ]
  return mine
    ? [
        report('on-track'),
        report('at-risk'),
        report('done'),
        { label: label('commitment.in-a-line'), command: 'commitment update', options, form: true },
      ]
    : []
}
