/** Purpose: say why an entry was found: what was typed, and the word of the entry (or the place) that answered it. */
import type { Because, LibraryEntry } from '../question.ts'
import type { Alternative, Group } from './question-groups.ts'
import type { Shelf } from './shelf.ts'
import { type Run } from './marks.ts'
import { passagesOf } from './reading.ts'
import { wordsOf } from './words.ts'

export function explain(entry: LibraryEntry, groups: readonly Group[], shelf: Shelf): Because[] {
  const slot = shelf.slotOf(entry)
  if (slot === undefined) return []
  const said = makeSaid(entry, shelf)
  return groups.flatMap(group => {
    const held = ({ feature }: Alternative) => shelf.postings.weightIn(feature, slot) > 0
    const words = group.words.filter(held)
    const mark = group.marks.filter(held)
    const best = words.length === group.length || mark.length === 0 ? words : mark.slice(0, 1)
    const meant = best.map(({ feature }) => said(feature)).filter(word => word !== undefined)
    const as = best[0]?.as
    return as && meant.length > 0 ? [{ typed: group.typed, meant: [...new Set(meant)].join(' '), as }] : []
  })
}

/** The words by which the entry says a feature, as they stand in it; the first place where they do. */
function makeSaid(entry: LibraryEntry, shelf: Shelf): (feature: number) => string | undefined {
  const { vocabulary, marks } = shelf
  const said = new Map<number, string>()
  const note = (feature: number, words: string) => {
    if (!said.has(feature)) said.set(feature, words)
  }
  for (const { text } of passagesOf(entry, (_, id) => shelf.nameOf(id))) {
    const words = wordsOf(text).map(word => ({ ...word, number: vocabulary.find(word.folded) }))
    const told = words.filter(({ number }) => vocabulary.role(number) !== 'pointer')
    const run: Run = { numbers: told.map(word => word.number), stems: told.map(word => vocabulary.feature(word.number)) }
    told.forEach((word, at) => {
      note(vocabulary.feature(word.number), word.typed)
      const marked = marks.inEntry(run, at)
      for (const mark of marked?.marks ?? []) note(mark.feature, told.slice(at, marked?.end).map(part => part.typed).join(' '))
    })
  }
  return feature => said.get(feature) ?? nameOfMark(feature, shelf)
}

function nameOfMark(feature: number, shelf: Shelf): string | undefined {
  const meaning = shelf.marks.meaning(feature)
  return meaning && shelf.nameOf(meaning.id)
}
