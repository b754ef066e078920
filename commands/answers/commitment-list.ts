/** Purpose: commitments to look through, as a board, and as the text that reports back to the next forum. */
import type { Context } from '../../src/command-kit/context.ts'
import { atLeast } from '../../src/command-kit/roles.ts'
import type { Commitment } from '../../src/commitments/commitment.ts'
import { isOpen, OPEN_STATES, STATES, type State } from '../../src/commitments/states.ts'
import type { Button, Reply } from '../../src/reply.ts'
import { UserError } from '../../src/user-error.ts'
import { commitmentCard, dueText, stateKey } from './commitment-words.ts'
import { namedSession } from './session-here.ts'

const PAGE_SIZE = 5
export const VIEWS = ['open', 'mine', 'orphans', 'all'] as const
export type ListWish = {
  readonly show: (typeof VIEWS)[number] | undefined
  readonly state: State | undefined
  readonly session: string | undefined
  readonly group: string | undefined
  readonly page: number | undefined
}

export async function listCommitments(context: Context, wish: ListWish): Promise<Reply> {
  const { say, label } = context
  const found = await choose(context, wish)
  const add: Button = { label: label('commitment.add.summary'), command: 'commitment form', form: true, look: 'primary' }
  if (found.length === 0) return { text: say('commitment.list-empty'), buttons: [add] }
  const pages = Math.ceil(found.length / PAGE_SIZE)
  const page = Math.min(wish.page ?? 1, pages)
  const given = Object.fromEntries(Object.entries(wish).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])))
  const turn = (to: number, key: 'search.next' | 'search.previous'): Button => ({
    label: label(key),
    command: 'commitment list',
    options: { ...given, page: String(to) },
  })
  return {
    text: say('commitment.list-title', { count: found.length, page, pages }),
    cards: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(commitment => commitmentCard(context, commitment, false)),
    buttons: [
      ...(page > 1 ? [turn(page - 1, 'search.previous')] : []),
      ...(page < pages ? [turn(page + 1, 'search.next')] : []),
      { label: label('commitment.board'), command: 'commitment board' },
    ],
    ...(wish.page !== undefined && { instead: true as const }),
  }
}

async function choose(context: Context, { show = 'open', state, session: ref, group }: ListWish): Promise<readonly Commitment[]> {
  const { commitments, person } = context
  if (show === 'orphans' && !atLeast(person.role, 'coordinator'))
    throw new UserError('error.orphans', {}, { buttons: [{ label: context.label('commitment.view.open'), command: 'commitment list' }] })
  const session = ref === undefined ? undefined : await namedSession(context, ref)
  const states = state ? [state] : show === 'all' || session ? STATES : OPEN_STATES
  const found = await commitments.find(person.coalition, { states, ...(session && { session: session.id }) })
  return found.filter(
    commitment =>
      (show !== 'mine' || commitments.answersFor(commitment, person.address)) &&
      (show !== 'orphans' || (commitment.contact === undefined && commitment.state === 'offered')) &&
      (group === undefined || (commitment.owner.kind === 'group' && commitment.owner.name.toLowerCase().includes(group.toLowerCase()))),
  )
}

/** What to say at the next forum: what was done, what is open, what was dropped and why. Nobody is named. */
export async function reportBack(context: Context, ref: string | undefined): Promise<Reply> {
  const { commitments, person, say, label } = context
  const session = ref === undefined ? undefined : await namedSession(context, ref)
  const found = await commitments.find(person.coalition, session ? { session: session.id } : {})
  if (found.length === 0) return { text: say('commitment.list-empty') }
  const parts = STATES.map(state => ({ state, items: found.filter(one => one.state === state) })).filter(({ items }) => items.length > 0)
  const lines = (items: readonly Commitment[]) =>
    items.map(
      one => `• ${one.what} (${[one.ref, organisationOf(one), dueText(context, one), one.reason].filter(part => part !== '').join('; ')})`,
    )
  const open = found.filter(({ state }) => isOpen(state)).length
  const title = say('commitment.report-title', { done: found.filter(({ state }) => state === 'done').length, open, total: found.length })
  const markdown = parts
    .flatMap(({ state, items }) => [`## ${label(stateKey(state))}`, '', ...lines(items).map(line => line.replace(/^•/, '-')), ''])
    .join('\n')
  return {
    text: title,
    cards: parts.map(({ state, items }) => ({ title: label(stateKey(state)), text: lines(items).join('\n') })),
    files: [{ name: 'commitments.md', type: 'text/markdown; charset=utf-8', bytes: new TextEncoder().encode(markdown) }],
  }
}

const organisationOf = ({ owner }: Commitment) => ('name' in owner ? owner.name : '')
