/** Purpose: decide whether the library has anything to say to a question. Better nothing than something beside the point. */
import type { Understood } from './question-groups.ts'

export function isConfident({ groups }: Understood, bestCover: number): boolean {
  if (groups.length === 0) return false
  const some = (sureness: string) => groups.some(group => group.sureness === sureness)
  const unknown = groups.filter(group => group.sureness === 'unknown').length / groups.length
  const confidence = bestCover + (some('narrow') || some('wide') ? 0.4 : 0) + (some('narrow') ? 0.15 : 0) - 0.3 * unknown
  return confidence >= 0.6
}
