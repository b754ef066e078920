/** Purpose: what an entry says, field by field: which features it holds, and how heavily each. */
import type { Concern, Kind, Target } from '../entry.ts'
import type { LibraryEntry } from '../question.ts'

/** Text of an entry with its weight, in tenths of a word of the summary. `names` are few and known again and again. */
export type Passage = { readonly text: string; readonly weight: number; readonly counts: boolean; readonly names?: true }

const WEIGHTS = { title: 30, summary: 10, organisations: 22, names: 22, targets: 10, concerns: 12, asks: 15, lists: 8, source: 3 } as const

/** `counts` passages make an entry long; the rest only say more about it. */
export function passagesOf(entry: LibraryEntry, nameOf: (sort: 'theme' | 'place', id: string) => string): Passage[] {
  const told = (text: string, weight: number): Passage => ({ text, weight, counts: true })
  const named = (text: string, weight: number): Passage => ({ text, weight, counts: false, names: true })
  return [
    told(entry.title, WEIGHTS.title),
    told(entry.summary, WEIGHTS.summary),
    ...entry.asks.map(ask => told(ask, WEIGHTS.asks)),
    ...[...entry.actions, ...entry.indicators].map(line => told(line, WEIGHTS.lists)),
    ...entry.organisations.map(name => named(name, WEIGHTS.organisations)),
    ...entry.themes.map(id => named(nameOf('theme', id), WEIGHTS.names)),
    ...entry.places.map(id => named(nameOf('place', id), WEIGHTS.names)),
    ...entry.targets.map(target => named(spell(target), WEIGHTS.targets)),
    ...entry.concerns.map(concern => named(spell(concern), WEIGHTS.concerns)),
    named(`${entry.source.title} ${entry.source.event} ${entry.source.year} ${entry.year ?? ''}`, WEIGHTS.source),
  ]
}

const spell = (slug: Target | Concern | Kind) => slug.replaceAll('-', ' ')
