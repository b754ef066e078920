/** Purpose: the themes to offer when nothing fits: those that the little that was understood comes closest to. */
import type { Sees } from '../question.ts'
import type { Desk } from './answer.ts'
import type { Understood } from './question-groups.ts'

const EXAMPLES = 10
const OFFERED = 3

/** Only words of the field count: a city or a chance word says nothing about themes. */
export function nearestThemes({ groups }: Understood, sees: Sees, { shelf, scorer }: Desk): string[] {
  const ofTheField = groups.filter(({ sureness }) => sureness === 'narrow' || sureness === 'wide' || sureness === 'aside')
  if (ofTheField.length === 0) return []
  const { slots, score } = scorer.score(ofTheField)
  const best = [...slots]
    .sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0))
    .filter(slot => {
      const entry = shelf.entry(slot)
      return entry !== undefined && sees(entry)
    })
  const votes = new Map<string, number>()
  for (const slot of best.slice(0, EXAMPLES)) {
    for (const theme of shelf.entry(slot)?.themes ?? []) votes.set(theme, (votes.get(theme) ?? 0) + (score[slot] ?? 0))
  }
  return [...votes]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, OFFERED)
    .map(([theme]) => theme)
}
