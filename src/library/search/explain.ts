/** Purpose: say why an entry was found: what was typed, and the words of the entry (or the place, the theme) that answered it. */
import type { Because, LibraryEntry } from '../question.ts'
import type { Run } from './marks.ts'
import type { Alternative, Group, Understood } from './question-groups.ts'
import { GAP } from './reader.ts'
import { passagesOf } from './reading.ts'
import type { Shelf } from './shelf.ts'
import { wordsOf } from './words.ts'

export function explain(entry: LibraryEntry, slot: number, { groups }: Pick<Understood, 'groups'>, shelf: Shelf): Because[] {
  if (groups.length === 0) return []
  const holds = ({ feature }: Alternative) => shelf.postings.weightIn(feature, slot) > 0
  const reasoned = groups.map(group => ({ group, reasons: reasonsIn(group, holds) }))
  const said = makeSaid(
    entry,
    shelf.words(slot),
    reasoned.flatMap(({ reasons }) => reasons.map(({ feature }) => feature)),
    shelf,
  )
  return reasoned.flatMap(({ group, reasons }) => {
    const meant = reasons.map(({ feature }) => said(feature)).filter(word => word !== undefined)
    const as = reasons[0]?.as
    return as && meant.length > 0 ? [{ typed: group.typed, meant: [...new Set(meant)].join(' '), as }] : []
  })
}

/** All the words if the entry has them all, else the surest meaning that it has, else what words there are. */
function reasonsIn({ words, marks, length }: Group, holds: (alternative: Alternative) => boolean): Alternative[] {
  const [heldWords, heldMarks] = [words.filter(holds), marks.filter(holds)]
  if (heldMarks.length === 0 || (heldWords.length === length && heldMarks.every(({ as }) => as !== 'place'))) return heldWords
  return heldMarks.sort((a, b) => b.weight - a.weight).slice(0, 1)
}

/**
 * The words by which an entry says each of the features, as they first stand in it; the name of a place or theme that it carries unsaid.
 * `numbers` are the words of its passages, as the reader gave them: only a passage that says something is cut into words again.
 */
export function makeSaid(
  entry: LibraryEntry,
  numbers: Uint32Array,
  features: readonly number[],
  shelf: Shelf,
): (feature: number) => string | undefined {
  const wanted = new Set(features)
  const meant = features.some(feature => shelf.marks.meaning(feature) !== undefined)
  const said = new Map<number, string>()
  let from = 0
  for (const { text } of passagesOf(entry, id => shelf.reader.nameOf(id))) {
    if (wanted.size === 0) break
    const end = numbers.indexOf(GAP, from)
    const spots = spotsIn(numbers.subarray(from, end), wanted, meant, shelf)
    const words = spots.size > 0 ? wordsOf(text) : []
    for (const [feature, spot] of spots) {
      said.set(feature, spot.map(at => words[at]?.typed).join(' '))
      wanted.delete(feature)
    }
    from = end + 1
  }
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : shelf.reader.nameOf(id))
  return feature => said.get(feature) ?? nameOf(shelf.marks.meaning(feature)?.id)
}

type Spots = ReadonlyMap<number, readonly number[]>

/** Where a passage first says each of the wanted features: the places of the words. Only what is `meant`, not said, needs phrases. */
function spotsIn(passage: Uint32Array, wanted: ReadonlySet<number>, meant: boolean, { vocabulary, marks }: Shelf): Spots {
  const spots = new Map<number, readonly number[]>()
  const note = (feature: number, spot: () => readonly number[]) => {
    if (wanted.has(feature) && !spots.has(feature)) spots.set(feature, spot())
  }
  const told: number[] = []
  passage.forEach((word, at) => {
    if (vocabulary.role(word) !== 'pointer') told.push(at)
  })
  const numbers = told.map(at => passage[at] ?? -1)
  const run: Run = { numbers, stems: numbers.map(number => vocabulary.feature(number)) }
  for (let at = 0; at < told.length; at++) {
    note(run.stems[at] ?? -1, () => told.slice(at, at + 1))
    const marked = meant ? marks.inEntry(run, at) : undefined
    for (const { feature } of marked?.marks ?? []) note(feature, () => told.slice(at, marked?.end))
  }
  return spots
}
