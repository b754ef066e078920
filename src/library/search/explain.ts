/** Purpose: say why an entry was found: what was typed, and the words of the entry (or the place, the theme) that answered it. */
import type { Because, LibraryEntry } from '../question.ts'
import type { Run } from './marks.ts'
import type { Alternative, Group, Understood } from './question-groups.ts'
import { passagesOf } from './reading.ts'
import type { Shelf } from './shelf.ts'
import { wordsOf } from './words.ts'

export function explain(entry: LibraryEntry, { groups }: Pick<Understood, 'groups'>, shelf: Shelf): Because[] {
  const slot = shelf.slotOf(entry)
  if (slot === undefined || groups.length === 0) return []
  const holds = ({ feature }: Alternative) => shelf.postings.weightIn(feature, slot) > 0
  const reasoned = groups.map(group => ({ group, reasons: reasonsIn(group, holds) }))
  const said = makeSaid(
    entry,
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

/** The words by which an entry says each of the features, as they first stand in it; the name of a place or theme that it carries unsaid. */
export function makeSaid(entry: LibraryEntry, features: readonly number[], shelf: Shelf): (feature: number) => string | undefined {
  const wanted = new Set(features)
  const said = new Map<number, string>()
  for (const { text } of passagesOf(entry, id => shelf.reader.nameOf(id))) {
    if (wanted.size === 0) break
    for (const [feature, words] of saidIn(text, wanted, shelf)) {
      said.set(feature, words)
      wanted.delete(feature)
    }
  }
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : shelf.reader.nameOf(id))
  return feature => said.get(feature) ?? nameOf(shelf.marks.meaning(feature)?.id)
}

function saidIn(text: string, wanted: ReadonlySet<number>, { vocabulary, marks }: Shelf): Map<number, string> {
  const said = new Map<number, string>()
  const note = (feature: number, words: string) => {
    if (wanted.has(feature) && !said.has(feature)) said.set(feature, words)
  }
  const words = wordsOf(text).map(word => ({ typed: word.typed, number: vocabulary.find(word.folded) }))
  const told = words.filter(({ number }) => vocabulary.role(number) !== 'pointer')
  const run: Run = { numbers: told.map(word => word.number), stems: told.map(word => vocabulary.feature(word.number)) }
  told.forEach((word, at) => {
    note(vocabulary.feature(word.number), word.typed)
    const marked = marks.inEntry(run, at)
    for (const mark of marked?.marks ?? [])
      note(
        mark.feature,
        told
          .slice(at, marked?.end)
          .map(part => part.typed)
          .join(' '),
      )
  })
  return said
}
