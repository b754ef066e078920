/** Purpose: understand a question: which kind of entry is asked for, and its words as thoughts of the field. */
import type { LexiconLanguage } from '../lexicon.ts'
import type { Ear, Intent } from './intent.ts'
import type { AtHand } from './knowledge.ts'
import type { Mark, Marked } from './marks.ts'
import type { Alternative, Group, Sureness, Understood } from './question-groups.ts'
import { isPointer, isSmall, type QuestionWord, readQuestion } from './question-words.ts'
import type { Shelf } from './shelf.ts'
import type { Spelling } from './spelling.ts'
import { WEIGHTS } from './weights.ts'

export type Desk = { readonly shelf: Shelf; readonly spelling: Spelling; readonly ear: Ear; readonly knowledge: AtHand }

export function understand(text: string, desk: Desk): Understood {
  const { words, language } = readQuestion(text, desk.shelf, desk.spelling, desk.knowledge.commonWords)
  const intent = desk.ear.hear(words.map(word => word.folded))
  const meant = Array.from(intent.means, (folded): QuestionWord => ({ typed: folded, folded, mended: false }))
  const told = [...words.filter((word, at) => !intent.asked.has(at) && !isPointer(word.folded, language)), ...meant]
  const mended = words.filter(word => word.mended).map(word => ({ typed: word.typed, meant: word.folded }))
  return { groups: groupsOf(told, { ...desk, language, intent }), intent, language, mended }
}

type Table = Desk & { readonly language: LexiconLanguage; readonly intent: Intent }

function groupsOf(words: readonly QuestionWord[], table: Table): Group[] {
  const { vocabulary, marks, postings } = table.shelf
  const numbers = words.map(word => vocabulary.find(word.folded))
  const stems = words.map(word => vocabulary.featureOfStem(word.folded))
  const groups: Group[] = []
  for (let at = 0; at < words.length; ) {
    const said = marks.inQuestion({ numbers, stems }, at, table.language)
    // A phrase whose meaning no entry holds is read word by word.
    const marked = said?.marks.some(({ feature }) => postings.count(feature) > 0) ? said : undefined
    const end = marked?.end ?? at + 1
    const span = words.slice(at, end)
    if (marked || !isSmall(words[at]?.folded ?? '', table.language)) groups.push(groupOf(span, stems.slice(at, end), marked, table))
    at = end
  }
  return groups
}

function groupOf(span: readonly QuestionWord[], stems: readonly number[], marked: Marked | undefined, table: Table): Group {
  const { shelf, language } = table
  const words = span.flatMap((word, at): Alternative[] => {
    const feature = stems[at] ?? -1
    if (feature < 0 || shelf.postings.count(feature) === 0 || isSmall(word.folded, language)) return []
    return [{ feature, weight: 1, as: word.mended ? 'spelling' : 'word' }]
  })
  const meant = distinct(marked?.marks.filter(({ feature }) => shelf.postings.count(feature) > 0) ?? [])
  const marks = [...alternativesOf(meant, span.length, marked?.foreign ?? false, shelf), ...addressed(span, table)]
  const everyday = span.every(word => table.knowledge.commonWords.isEveryday(word.folded))
  const sureness = surenessOf(span, words, meant, table)
  return {
    typed: span.map(word => word.typed).join(' '),
    words,
    marks,
    sureness,
    mended: span.some(word => word.mended),
    length: span.length,
    weight: everyday && sureness !== 'narrow' && sureness !== 'place' ? WEIGHTS.everyday : 1,
  }
}

/** Each meaning once, narrow if it is so by any word. */
function distinct(marks: readonly Mark[]): Mark[] {
  const narrow = new Set(marks.filter(({ wide }) => !wide).map(({ feature }) => feature))
  return [...new Set(marks.map(({ feature }) => feature))].map(feature => ({ feature, wide: !narrow.has(feature) }))
}

function alternativesOf(meant: readonly Mark[], words: number, foreign: boolean, shelf: Shelf): Alternative[] {
  const narrow = meant.filter(({ wide }) => !wide).length
  return meant.map(({ feature, wide }): Alternative => {
    const sort = shelf.marks.meaning(feature)?.sort
    if (sort === 'place') return { feature, weight: WEIGHTS.place, as: 'place' }
    const sure = foreign ? (wide ? WEIGHTS.wideForeign : WEIGHTS.narrowForeign) : wide ? WEIGHTS.wide : WEIGHTS.narrow
    const among = (wide ? meant.length : narrow) ** WEIGHTS.ambiguity
    const base = sort === 'theme' ? WEIGHTS.theme : sure
    return { feature, weight: base * (1 + WEIGHTS.longer * (words - 1)) * among, as: 'concept' }
  })
}

/** Where advice is asked for, the name of those whom it should address means what addresses them. */
function addressed(span: readonly QuestionWord[], { intent: { wants }, ear, shelf }: Table): Alternative[] {
  const target = wants.has('recommendation') || wants.has('message') ? ear.targetNamed(span.map(word => word.folded)) : undefined
  return target ? [{ feature: shelf.marks.feature('target', target), weight: WEIGHTS.target, as: 'concept' }] : []
}

function surenessOf(span: readonly QuestionWord[], words: readonly Alternative[], meant: readonly Mark[], table: Table): Sureness {
  const { commonWords } = table.knowledge
  if (meant.some(({ feature }) => table.shelf.marks.meaning(feature)?.sort === 'place')) return 'place'
  const central = meant.filter(({ feature }) => !table.shelf.marks.meaning(feature)?.aside)
  if (central.length > 0) return central.some(({ wide }) => !wide) ? 'narrow' : 'wide'
  if (meant.length > 0) return 'aside'
  if (words.length > 0) return span.every(word => commonWords.isEveryday(word.folded)) ? 'everyday' : 'rare'
  return span.every(word => commonWords.has(word.folded)) ? 'unknown' : 'strange'
}
