/** Purpose: the plan between roster and channel: exact in both directions, and only for the channel's own space. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatAddress } from '../../src/address.ts'
import { planHome } from '../../src/groups/plan-home.ts'

const HOME = { platform: 'slack', space: 'T1', id: 'C1' } as const
const address = fc.record({
  platform: fc.constantFrom('slack' as const, 'discord' as const),
  space: fc.constantFrom('T1', 'T2'),
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
})

test('doing the plan makes the channel equal to the roster', () => {
  fc.assert(
    fc.property(fc.array(address), fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')), (roster, ids) => {
      const present = ids.map(id => ({ ...HOME, id }))
      const { missing, extra } = planHome(HOME, roster, present)
      const gone = new Set(extra.map(formatAddress))
      const after = [...present, ...missing].map(formatAddress).filter(key => !gone.has(key))
      const wanted = roster.filter(({ platform, space }) => platform === 'slack' && space === 'T1').map(formatAddress)
      expect(after.sort()).toEqual([...new Set(wanted)].sort())
    }),
  )
})
