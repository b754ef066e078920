/** Purpose: who may do what inside a group. The one table of it; `docs/architecture.md` shows it to people. */
import type { Person } from '../command-kit/context.ts'
import { atLeast, type Role } from '../command-kit/roles.ts'
import { UserError } from '../user-error.ts'
import type { Group, Seat, Standing } from './group.ts'

export const ACTS = ['see-names', 'admit', 'announce', 'edit', 'house', 'launch', 'rest', 'hand-over', 'accept-offer'] as const
export type Act = (typeof ACTS)[number]

/** Names are for those who lead the group; an admin of the coalition does not see them either. */
type Rule = { readonly seats: readonly Seat[]; readonly role?: Role; readonly members?: 'where-open' }
export const RULES: Readonly<Record<Act, Rule>> = {
  'see-names': { seats: ['coordinator', 'deputy'], members: 'where-open' },
  admit: { seats: ['coordinator', 'deputy'] },
  announce: { seats: ['coordinator', 'deputy'], role: 'admin' },
  edit: { seats: ['coordinator'], role: 'coordinator' },
  house: { seats: ['coordinator', 'deputy'], role: 'coordinator' },
  launch: { seats: ['coordinator', 'offer'], role: 'coordinator' },
  rest: { seats: ['coordinator'], role: 'admin' },
  'hand-over': { seats: ['coordinator'] },
  'accept-offer': { seats: ['coordinator'], role: 'coordinator' },
}

type Asker = Pick<Person, 'role'>

export function may(act: Act, { role: own }: Asker, group: Pick<Group, 'sensitive' | 'openRoster'>, { seats, part }: Standing): boolean {
  const rule = RULES[act]
  // Whoever offers first must not get to see who is interested in a sensitive group.
  const enough = act === 'launch' && group.sensitive ? rule.seats.filter(seat => seat !== 'offer') : rule.seats
  if (enough.some(seat => seats.includes(seat))) return true
  if (rule.role && atLeast(own, rule.role)) return true
  return rule.members === 'where-open' && group.openRoster && part === 'member'
}

/** @throws UserError */
export function must(act: Act, by: Asker, group: Pick<Group, 'sensitive' | 'openRoster'>, standing: Standing): void {
  if (!may(act, by, group, standing)) throw new UserError(act === 'launch' ? 'group.not-to-launch' : 'group.not-to-lead')
}
