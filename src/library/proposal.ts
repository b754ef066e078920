/** Purpose: from a member's few words, or from a published note, to an entry that the library could take: only what was said, and where. */
import { type Entry, entrySchema, ID_PREFIXES, type Kind, sourceSchema, type Target } from './entry.ts'
import type { Library } from './library.ts'
import type { LibraryEntry } from './question.ts'

export type Wording = {
  readonly kind: Kind
  readonly what: string
  readonly where: string
  readonly forWhom: string
  readonly source: string
  readonly targets: readonly Target[]
  readonly actions: readonly string[]
  readonly indicators: readonly string[]
  readonly year: number
}

/** An entry that the library's own rules accept. Themes and places are the nearest ones; reviewers can change them. */
export function makeProposal(library: Library, coalition: number, wording: Wording): Entry {
  const { kind, what, where, forWhom, source, year } = wording
  const entry = entrySchema.parse({
    // Stands in for the id until it is published.
    id: `${ID_PREFIXES[kind]}-000`,
    kind,
    title: cut(firstWords(what.split(/(?<=[.!?])\s/)[0] ?? what, 12), 600),
    summary: summaryOf(wording),
    themes: themesFor(library, coalition, `${what} ${forWhom}`),
    places: placesFor(library, where || what),
    targets: wording.targets.length > 0 || kind !== 'recommendation' ? [...wording.targets] : ['civil-society'],
    actions: wording.actions.map(words => cut(words, 600)),
    indicators: wording.indicators.map(words => cut(words, 600)),
    section: cut(source, 600),
    year,
  })
  return { ...entry, source: sourceSchema.parse({ id: 'coalition', title: cut(source, 600), year, event: cut(source, 600) }) }
}

/** The library asks for 25 words or more, so that previews say something; short ones get their origin and an invitation. */
function summaryOf({ what, where, forWhom, source }: Wording): string {
  const said = [what, where && `Where: ${where}`, forWhom && `For whom: ${forWhom}`].filter(part => part !== '').map(ended)
  const whole = cut(firstWords(said.join(' '), 100), LONGEST)
  if (whole.split(/\s+/).length >= 25) return whole
  const invitation = `It was brought in by members of the coalition; the source is ${ended(source)} Whoever knows more about it is invited to complete this entry in their own words.`
  return firstWords(`${cut(whole, LONGEST - invitation.length - 1)} ${invitation}`, 100)
}
/** Characters of a summary; words alone are no measure of what somebody pastes. */
const LONGEST = 1200

/** Half an emoji at the end is no text: PostgreSQL and the chats refuse it. */
const cut = (text: string, most: number) => text.slice(0, most).replace(/[\ud800-\udbff]$/, '')

const ended = (text: string) => (/[.!?؟]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)

function firstWords(text: string, most: number): string {
  const words = text.trim().split(/\s+/)
  return words.length <= most ? words.join(' ') : `${words.slice(0, most).join(' ')}…`
}

function themesFor(library: Library, coalition: number, text: string): string[] {
  const { hits, instead } = library.search(coalition, { text: text.slice(0, 300), filters: {}, from: 0, size: 5 })
  const votes = new Map<string, number>()
  for (const theme of hits.flatMap(({ entry }) => entry.themes)) votes.set(theme, (votes.get(theme) ?? 0) + 1)
  const best = [...votes].sort((one, other) => other[1] - one[1]).map(([theme]) => theme)
  return [...(best.length > 0 ? best.slice(0, 2) : instead.themes.slice(0, 1)), 'inclusion-and-cohesion'].slice(0, best.length > 0 ? 2 : 1)
}

/** Only places that are written out: a capitalised name that is exactly one of the place list's. */
function placesFor({ places }: Library, text: string): string[] {
  const names = Array.from(text.matchAll(/\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)*/gu), ([name]) => name)
  const found = names.flatMap(name =>
    places
      .find(name)
      .filter(place => Object.values(place.names).includes(name))
      .slice(0, 1),
  )
  return [...new Set(found.map(({ id }) => id))].slice(0, 4)
}

/** Entries that say nearly the same. */
export function nearDuplicates(library: Library, coalition: number, entry: Entry): readonly LibraryEntry[] {
  const { hits } = library.search(coalition, { text: entry.title, filters: { kinds: [entry.kind] }, from: 0, size: 8 })
  const own = wordsOf(entry)
  return hits
    .map(hit => hit.entry)
    .filter(other => other.id !== entry.id && overlap(own, wordsOf(other)) >= 0.3)
    .slice(0, 3)
}

const wordsOf = ({ title, summary }: Entry) => new Set(`${title} ${summary}`.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
const overlap = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  one.intersection(other).size / Math.max(1, Math.min(one.size, other.size))
