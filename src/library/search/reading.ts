/** Purpose: what an entry says, field by field: which features it holds, and how heavily each. */
import type { Concern, Kind, Target } from '../entry.ts'
import type { LibraryEntry } from '../question.ts'
import { FIELDS } from './weights.ts'

/** Text of an entry with its weight, in tenths of a word of the summary. `names` are few and known again and again. */
export type Passage = {
  readonly text: string
  readonly weight: number
  readonly counts: boolean
  readonly names: boolean
  /** Its words are found, but do not mean what the entry is about. */
  readonly bare?: true
}

/** `counts` passages make an entry long; the rest only say more about it. */
export function passagesOf(entry: LibraryEntry, nameOf: (id: string) => string): Passage[] {
  const told = (text: string, weight: number): Passage => ({ text, weight, counts: true, names: false })
  const named = (text: string, weight: number): Passage => ({ text, weight, counts: false, names: true })
  const bare = (text: string): Passage => ({ ...named(text, FIELDS.source), bare: true })
  return [
    told(entry.title, FIELDS.title),
    told(entry.summary, FIELDS.summary),
    ...entry.asks.map(ask => told(ask, FIELDS.asks)),
    ...[...entry.actions, ...entry.indicators].map(line => told(line, FIELDS.lists)),
    ...(entry.indicators.length > 0 ? [named('indicators of success', FIELDS.names)] : []),
    ...entry.organisations.map(name => named(name, FIELDS.organisations)),
    ...entry.themes.map(id => named(nameOf(id), FIELDS.names)),
    ...entry.places.map(id => named(nameOf(id), FIELDS.names)),
    ...entry.targets.map(target => named(spell(target), FIELDS.targets)),
    ...entry.concerns.map(concern => named(spell(concern), FIELDS.concerns)),
    bare(`${entry.source.title} ${entry.source.event} ${entry.source.year} ${entry.year ?? ''}`),
    bare(`${entry.section} ${entry.address ?? ''}`),
  ]
}

const spell = (slug: Target | Concern | Kind) => slug.replaceAll('-', ' ')
