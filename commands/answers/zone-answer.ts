/** Purpose: the time zone that somebody means, or a sentence that says how to name one. */
import type { Complete } from '../../src/command-kit/options.ts'
import { UserError } from '../../src/user-error.ts'
import { zonesNamed } from '../../src/zones.ts'

export const completeZone: Complete = (_, typed) => zonesNamed(typed).map(({ zone, name }) => ({ value: zone, label: name }))

/** @throws UserError where there is no such zone or city */
export function findZone(given: string): string {
  const zone = zonesNamed(given)[0]?.zone
  if (!zone) throw new UserError('error.zone-unknown', { given }, { field: 'timezone' })
  return zone
}
