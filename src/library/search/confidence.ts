/** Purpose: decide whether the library has anything to say to a question. Better nothing than something beside the point. */
import type { Sureness, Understood } from './question-groups.ts'
import { CONFIDENCE } from './weights.ts'

const SAYS_NOTHING: ReadonlySet<Sureness> = new Set(['everyday', 'unknown', 'strange'])

/** `covered` is the share of the question that the best entry answers. */
export function isConfident({ groups, intent, language }: Understood, covered: number): boolean {
  if (groups.length === 0) return false
  // Places alone are a question too, though no entry may be about all of them.
  if (groups.every(({ sureness }) => sureness === 'place')) return covered > 0
  if (groups.every(({ sureness }) => SAYS_NOTHING.has(sureness))) return false
  const share = (count: number) => count / groups.length
  const surely = groups.reduce((sum, { sureness }) => sum + CONFIDENCE.each[sureness], 0)
  const narrow = groups.filter(({ sureness }) => sureness === ('narrow' satisfies Sureness)).length
  const mended = groups.filter(group => group.mended).length
  const evidence =
    CONFIDENCE.covered * covered ** 2 +
    share(surely) +
    CONFIDENCE.narrow * Math.min(3, narrow) +
    share(mended) * (language === 'en' ? CONFIDENCE.mended : CONFIDENCE.mendedForeign) +
    (intent.wants.size > 0 ? CONFIDENCE.wants : 0)
  return evidence >= CONFIDENCE.enough
}
