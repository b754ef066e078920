/** Purpose: a promise to say something about a date, so long before it, to somewhere. */
import { z } from 'zod'
import { type Address, formatAddress } from '../address.ts'
import type { Language } from '../locales/say.ts'
import { DEFAULT_LEADS, type Lead, LONGEST_LEAD, type Pace } from './due.ts'

/** To one person, to a group (in each of its homes), or to a channel. */
export type Destination =
  | { readonly kind: 'me'; readonly address: Address }
  | { readonly kind: 'channel'; readonly address: Address }
  | { readonly kind: 'group'; readonly groupId: string }

/** `owner` asked for it, and is told when it cannot be delivered; nobody, where they were forgotten. */
export type Reminder = Pace & {
  readonly id: number
  readonly coalition: number
  readonly dateId: number
  readonly to: Destination
  readonly owner?: Address
  readonly language: Language
  readonly plannedTo: number
}

export const DEFAULT_AT = new Temporal.PlainTime(9)

/** Where the rows say it in words: a person's or a channel's address, or the id of a group. */
export const refOfDestination = (to: Destination) => (to.kind === 'group' ? to.groupId : formatAddress(to.address))

/** `30, 7, 1, 0`, `2w 1d`, `3h`: days where no unit is said. Nothing where it is not understood. */
export function readLeads(text: string): readonly Lead[] | undefined {
  const parts = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(part => part !== '')
  const leads = parts.map(readLead)
  if (leads.length === 0 || leads.length > 8) return undefined
  const known = leads.flatMap(lead => (lead === undefined ? [] : [lead]))
  return known.length === leads.length ? [...new Set(known)].sort((one, other) => hours(other) - hours(one)) : undefined
}

function readLead(text: string): Lead | undefined {
  const [, amount, unit = 'd'] = /^(\d{1,4})([hdw])?$/.exec(text) ?? []
  if (amount === undefined) return undefined
  const n = Number(amount) * (unit === 'w' ? 7 : 1)
  if (unit === 'h') return n <= 24 * LONGEST_LEAD ? `${n}h` : undefined
  return n <= LONGEST_LEAD ? `${n}d` : undefined
}

const hours = (lead: Lead) => Number(lead.slice(0, -1)) * (lead.endsWith('h') ? 1 : 24)

const stored = z.array(z.templateLiteral([z.number(), z.enum(['d', 'h'])]))
/** From a row. */
export const parseLeads = (json: string): readonly Lead[] => {
  const { data } = stored.safeParse(JSON.parse(json))
  return data ?? DEFAULT_LEADS
}
