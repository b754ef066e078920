/** Purpose: the difference between a group's roster and who is in its channel. A rule only: nothing is done here. */
import { type Address, formatAddress } from '../address.ts'

/** @param roster members in any space; those of other spaces have their home there */
export function planHome({ platform, space }: Address, roster: readonly Address[], present: readonly Address[]) {
  const belong = roster.filter(address => address.platform === platform && address.space === space)
  return { missing: without(belong, present), extra: without(present, belong) }
}

function without(all: readonly Address[], others: readonly Address[]): Address[] {
  const known = new Set(others.map(formatAddress))
  return [...new Map(all.map(address => [formatAddress(address), address])).values()].filter(address => !known.has(formatAddress(address)))
}
