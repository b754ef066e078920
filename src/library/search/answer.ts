/** Purpose: answer a question: the entries that fit, best first, or nothing and what to try instead. */
import type { Found, Hit, LibraryEntry, Question, Sees } from '../question.ts'
import { isConfident } from './confidence.ts'
import { explain } from './explain.ts'
import { isFiltered, makeFilter, type Passes } from './filters.ts'
import { nearestThemes } from './nearest-themes.ts'
import type { Understood } from './question-groups.ts'
import { bestFirst, type Ranked, type Ranking, rank } from './rank.ts'
import type { Scorer } from './score.ts'
import { type Desk as Reading, understand } from './understand.ts'

export type Desk = Reading & { readonly scorer: Pick<Scorer, 'score'> }

const NOTHING: Ranking = { best: [], total: 0, covered: 0 }

export function answer(question: Question, sees: Sees, desk: Desk): Found {
  const { text, filters, from, size } = question
  const understood = understand(text, desk)
  const passesFilters = makeFilter(filters, desk.knowledge)
  const passes = (entry: LibraryEntry) => passesFilters(entry) && sees(entry)
  const asksNothing = text.trim() === ''
  const look = (passes: Passes) => (asksNothing ? browse(passes, isFiltered(filters), desk) : find(understood, passes, from + size, desk))
  const { best, total } = look(passes)
  return {
    hits: best.slice(from, from + size).map(({ entry, score }): Hit => ({ entry, score, because: explain(entry, understood, desk.shelf) })),
    total,
    mended: understood.mended,
    instead: {
      withoutFilters: total === 0 && isFiltered(filters) && !asksNothing ? look(sees).total : 0,
      themes: total === 0 ? nearestThemes(understood, sees, desk) : [],
    },
  }
}

function find(understood: Understood, passes: Passes, size: number, desk: Desk): Ranking {
  if (understood.groups.length === 0) return ofTheKind(understood, passes, desk.shelf)
  const ranking = rank(understood, passes, size, desk)
  return isConfident(understood, ranking.covered) ? ranking : NOTHING
}

/** A question that names nothing but a kind ("open questions") wants all of that kind. */
function ofTheKind({ intent }: Understood, passes: Passes, shelf: Desk['shelf']): Ranking {
  return intent.wants.size === 0 ? NOTHING : all(entry => intent.wants.has(entry.kind) && passes(entry), shelf)
}

/** No words but filters: all that pass. Neither words nor filters: nothing was asked. */
const browse = (passes: Passes, filtered: boolean, { shelf }: Desk) => (filtered ? all(passes, shelf) : NOTHING)

function all(passes: Passes, shelf: Desk['shelf']): Ranking {
  const best: Ranked[] = []
  for (let slot = 0; slot < shelf.slots; slot++) {
    const entry = shelf.entry(slot)
    if (entry && passes(entry)) best.push({ entry, slot, score: 1 })
  }
  return { best: best.sort(bestFirst), total: best.length, covered: 1 }
}
