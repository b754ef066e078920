/** Purpose: answer a question: the entries that fit, best first, or nothing and what to try instead. */
import type { Elsewhere, Filters, Found, Hit, Question } from '../question.ts'
import { isConfident } from './confidence.ts'
import { explain } from './explain.ts'
import type { Feedback } from './feedback.ts'
import { isFiltered, makeFilter } from './filters.ts'
import { nearestThemes } from './nearest-themes.ts'
import type { Understood } from './question-groups.ts'
import { bestFirst, type Passes, type Ranked, type Ranking, rank } from './rank.ts'
import type { Scorer } from './score.ts'
import { type Desk as Reading, understand } from './understand.ts'

export type Desk = Reading & { readonly scorer: Pick<Scorer, 'score'>; readonly feedback: Pick<Feedback, 'lift'> }

const NOTHING: Ranking = { best: [], total: 0, covered: 0 }

export function answer(question: Question, coalition: number, desk: Desk): Found {
  const { text, filters, from, size } = question
  const understood = understand(text, desk)
  const sees = desk.shelf.visibleTo(coalition)
  const passes = passing(filters, sees, desk)
  const asksNothing = text.trim() === ''
  const look = (passes: Passes) => (asksNothing ? browse(passes, isFiltered(filters), desk) : find(understood, passes, from + size, desk))
  const { best, total } = look(passes)
  const hits = best
    .slice(from, from + size)
    .map(({ entry, slot, score }): Hit => ({ entry, score, because: explain(entry, slot, understood, desk.shelf) }))
  return {
    hits,
    total,
    unheard: hits.length > 0 ? unheardIn(hits, understood) : [],
    mended: understood.mended,
    instead: {
      ...(total === 0 && !asksNothing ? elsewhere(filters, sees, look, desk) : NOWHERE),
      themes: total === 0 ? nearestThemes(understood, sees, desk) : [],
    },
  }
}

const NOWHERE: Elsewhere = { withoutFilters: 0, everywhere: 0 }

function elsewhere({ kinds = [], ...narrower }: Filters, sees: Passes, look: (passes: Passes) => Ranking, desk: Desk): Elsewhere {
  return {
    withoutFilters: isFiltered(narrower) ? look(passing({ kinds }, sees, desk)).total : 0,
    everywhere: kinds.length > 0 ? look(sees).total : 0,
  }
}

/** Everyday words that are missing tell nobody anything. */
function unheardIn(hits: readonly Hit[], { groups }: Understood): string[] {
  const heard = new Set(hits.flatMap(({ because }) => because.map(({ typed }) => typed)))
  const telling = groups.filter(({ sureness }) => sureness !== 'everyday').map(({ typed }) => typed)
  return [...new Set(telling)].filter(typed => typed !== '' && !heard.has(typed))
}

function passing(filters: Filters, sees: Passes, { shelf, knowledge }: Desk): Passes {
  const filter = makeFilter(filters, knowledge)
  if (!filter) return sees
  return slot => {
    const entry = sees(slot) ? shelf.entry(slot) : undefined
    return entry !== undefined && filter(entry)
  }
}

function find(understood: Understood, passes: Passes, size: number, desk: Desk): Ranking {
  if (understood.groups.length === 0) return ofTheKind(understood, passes, desk.shelf)
  const ranking = rank(understood, passes, size, desk)
  return isConfident(understood, ranking.covered) ? ranking : NOTHING
}

/** A question that names nothing but a kind ("open questions") wants all of that kind. */
function ofTheKind({ intent }: Understood, passes: Passes, shelf: Desk['shelf']): Ranking {
  if (intent.wants.size === 0) return NOTHING
  return all(slot => passes(slot) && intent.wants.has(shelf.entry(slot)?.kind ?? 'practice'), shelf)
}

/** No words but filters: all that pass. Neither words nor filters: nothing was asked. */
const browse = (passes: Passes, filtered: boolean, { shelf }: Desk) => (filtered ? all(passes, shelf) : NOTHING)

function all(passes: Passes, shelf: Desk['shelf']): Ranking {
  const best: Ranked[] = []
  for (let slot = 0; slot < shelf.slots; slot++) {
    const entry = shelf.entry(slot)
    if (entry && passes(slot)) best.push({ entry, slot, score: 1 })
  }
  return { best: best.sort(bestFirst), total: best.length, covered: 1 }
}
