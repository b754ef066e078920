/** Purpose: the themes to offer when nothing fits: those that the little that was understood comes closest to. */
import type { Desk } from './answer.ts'
import type { Understood } from './question-groups.ts'
import { firstOf, type Passes } from './rank.ts'

const EXAMPLES = 10
const OFFERED = 3
/** An example with less than this share of the best one's score shows nothing. */
const WORTH_FOLLOWING = 0.5

/** Only words of the field count: a city or a chance word says nothing about themes. */
export function nearestThemes({ groups }: Understood, sees: Passes, { shelf, scorer }: Desk): string[] {
  const ofTheField = groups.filter(({ sureness }) => sureness === 'narrow' || sureness === 'wide' || sureness === 'aside')
  if (ofTheField.length === 0) return []
  const { slots, score } = scorer.score(ofTheField, undefined, { worth: WORTH_FOLLOWING, passes: sees })
  const votes = new Map<string, number>()
  for (const { entry, score: weight } of firstOf(slots.filter(sees), score, EXAMPLES, shelf))
    for (const theme of entry.themes) votes.set(theme, (votes.get(theme) ?? 0) + weight)
  return [...votes]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, OFFERED)
    .map(([theme]) => theme)
}
