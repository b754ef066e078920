/** Purpose: understand a question: its language, its mended spellings, what kind is asked for, and its words as thoughts of the field. */
import type { LexiconLanguage } from '../lexicon.ts'
import { guessLanguage, POINTERS, SMALL_WORDS } from './languages.ts'
import type { Ear, Intent } from './intent.ts'
import type { Knowledge } from './knowledge.ts'
import type { Mark, Marked } from './marks.ts'
import type { Alternative, Group, Understood } from './question-groups.ts'
import type { Shelf } from './shelf.ts'
import type { Spelling } from './spelling.ts'
import { WEIGHTS } from './weights.ts'
import { type Word, wordsOf } from './words.ts'

/** Nobody reads on after so many words, and no index should. */
const LONGEST_TEXT = 1000
const MOST_WORDS = 40

type Mended = Word & { readonly mended: boolean }

export type Desk = { readonly shelf: Shelf; readonly spelling: Spelling; readonly ear: Ear; readonly knowledge: Knowledge }

export function understand(text: string, desk: Desk): Understood {
  const { shelf, spelling, knowledge } = desk
  const typed = wordsOf(text.slice(0, LONGEST_TEXT)).slice(0, MOST_WORDS)
  const language = guessLanguage(typed.map(word => word.folded), shelf.marks.knows, knowledge.commonWords)
  const words = typed.flatMap(word => mend(word, language, spelling))
  const intent = desk.ear.hear(words.map(word => word.folded))
  const meant = intent.means.map((folded): Mended => ({ typed: folded, folded, mended: false }))
  const told = [...words.filter((word, at) => !intent.asked.has(at) && !isPointer(word.folded, language)), ...meant]
  const mended = words.filter(word => word.mended).map(word => ({ typed: word.typed, meant: word.folded }))
  return { groups: groupsOf(told, language, desk, intent), intent, language, mended }
}

function mend(word: Word, language: LexiconLanguage, spelling: Spelling): Mended[] {
  if (isPointer(word.folded, language) || isSmall(word.folded, language)) return [{ ...word, mended: false }]
  const meant = spelling.mend(word.folded, language)
  return meant ? meant.map(folded => ({ typed: word.typed, folded, mended: true })) : [{ ...word, mended: false }]
}

const isPointer = (word: string, language: LexiconLanguage) => POINTERS[language].has(word)
const isSmall = (word: string, language: LexiconLanguage) =>
  SMALL_WORDS[language].has(word) || (language !== 'en' && (POINTERS.en.has(word) || SMALL_WORDS.en.has(word)))

function groupsOf(words: readonly Mended[], language: LexiconLanguage, desk: Desk, intent: Intent): Group[] {
  const { vocabulary, marks } = desk.shelf
  const numbers = words.map(word => vocabulary.find(word.folded))
  const stems = words.map(word => vocabulary.featureOfStem(word.folded))
  const groups: Group[] = []
  for (let at = 0; at < words.length; ) {
    const marked = marks.inQuestion({ numbers, stems }, at, language)
    const end = marked?.end ?? at + 1
    const span = words.slice(at, end)
    if (marked || !isSmall(words[at]?.folded ?? '', language)) groups.push(addressed(groupOf(span, stems.slice(at, end), marked, desk, language), span, intent, desk))
    at = end
  }
  return groups
}

/** Where advice is asked for, the name of those whom it should address means what addresses them. */
function addressed(group: Group, span: readonly Mended[], { wants }: Intent, { shelf, ear }: Desk): Group {
  const target = wants.has('recommendation') || wants.has('message') ? ear.targetNamed(span.map(word => word.folded)) : undefined
  if (!target) return group
  return { ...group, marks: [...group.marks, { feature: shelf.marks.feature('target', target), weight: WEIGHTS.target, as: 'concept' }] }
}

function groupOf(span: readonly Mended[], stems: readonly number[], marked: Marked | undefined, desk: Desk, language: LexiconLanguage): Group {
  const { shelf, knowledge } = desk
  const words = span.flatMap((word, at): Alternative[] => {
    const feature = stems[at] ?? -1
    if (feature < 0 || shelf.postings.count(feature) === 0 || isSmall(word.folded, language)) return []
    return [{ feature, weight: 1, as: word.mended ? 'spelling' : 'word' }]
  })
  const usable = marked?.marks.filter(({ feature }) => shelf.postings.count(feature) > 0) ?? []
  const marks = usable.map((mark): Alternative => alternativeOf(mark, { among: usable.length, words: span.length, foreign: marked?.foreign ?? false }, shelf))
  const sureness = surenessOf(words, marks, usable)
  const plain = sureness === 'word' || sureness === 'unknown'
  const everyday = plain && span.every(word => knowledge.commonWords.isEveryday(word.folded))
  return { typed: span.map(word => word.typed).join(' '), words, marks, sureness, length: span.length, weight: everyday ? WEIGHTS.everyday : 1 }
}

function alternativeOf({ feature, wide }: Mark, told: { among: number; words: number; foreign: boolean }, shelf: Shelf): Alternative {
  const sort = shelf.marks.meaning(feature)?.sort
  if (sort === 'place') return { feature, weight: WEIGHTS.place, as: 'place' }
  const sure = told.foreign ? (wide ? WEIGHTS.wideForeign : WEIGHTS.narrowForeign) : wide ? WEIGHTS.wide : WEIGHTS.narrow
  const base = sort === 'theme' ? WEIGHTS.theme : sure
  return { feature, weight: base * (1 + WEIGHTS.longer * (told.words - 1)) * told.among ** WEIGHTS.ambiguity, as: 'concept' }
}

function surenessOf(words: readonly Alternative[], marks: readonly Alternative[], meant: readonly Mark[]): Group['sureness'] {
  if (marks.some(mark => mark.as === 'place')) return 'place'
  if (marks.length > 0) return meant.some(mark => !mark.wide) ? 'narrow' : 'wide'
  return words.length > 0 ? 'word' : 'unknown'
}
