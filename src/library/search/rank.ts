/** Purpose: put the entries that answer a question in order, those first that are of the wanted kind and hold its words side by side. */
import { KINDS, TARGETS } from '../entry.ts'
import type { LibraryEntry } from '../question.ts'
import { closeness, pairsOf } from './closeness.ts'
import { liftByLikeness } from './feedback.ts'
import type { Passes } from './filters.ts'
import type { Intent } from './intent.ts'
import type { Understood } from './question-groups.ts'
import type { Scorer, Scores } from './score.ts'
import { bitsOf, type Shelf } from './shelf.ts'
import { WEIGHTS } from './weights.ts'

type Table = { readonly shelf: Shelf; readonly scorer: Pick<Scorer, 'score'> }

export type Ranked = { readonly entry: LibraryEntry; readonly slot: number; readonly score: number }

/** `best` is in order and at least as long as was asked; `total` counts the rest too. */
export type Ranking = { readonly best: readonly Ranked[]; readonly total: number; readonly covered: number }

/** An entry with less than this share of the best one's score is no answer. */
const WORTH_SHOWING = 0.2
/** So many of the best are looked at more closely, at more cost. */
const CLOSER_LOOK = 60

export function rank({ groups, intent }: Understood, passes: Passes, size: number, { shelf, scorer }: Table): Ranking {
  const passesSlot = (slot: number) => {
    const entry = shelf.entry(slot)
    return entry !== undefined && passes(entry)
  }
  const scores = scorer.score(groups, { worth: WORTH_SHOWING, mostLift: MOST_LIFT, passes: passesSlot })
  liftWanted(scores, intent, shelf)
  const worthy = worthShowing(scores, passesSlot)
  const best = firstOf(worthy, scores.score, Math.max(size, CLOSER_LOOK), shelf)
  const covered = best.reduce((most, { slot }) => Math.max(most, scores.covered[slot] ?? 0), 0)
  const close = liftCloseness(best.slice(0, CLOSER_LOOK), groups, shelf)
  return { best: [...liftByLikeness(close, shelf).sort(bestFirst), ...best.slice(CLOSER_LOOK)], total: worthy.length, covered }
}

export const bestFirst = (a: Ranked, b: Ranked) =>
  b.score - a.score || (a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : a.entry.coalition - b.entry.coalition)

const MOST_LIFT = (1 + WEIGHTS.wanted) * (1 + WEIGHTS.addressed)

/** Lifts the wanted kinds, and among all those that address the wanted ones. */
function liftWanted({ slots, score }: Scores, { wants, addresses }: Intent, shelf: Shelf): void {
  if (wants.size === 0) return
  const [kinds, targets] = [bitsOf(KINDS, wants), bitsOf(TARGETS, addresses)]
  for (const slot of slots) {
    const wanted = (shelf.kindBit(slot) & kinds) === 0 ? 1 : 1 + WEIGHTS.wanted
    const addressed = (shelf.targetBits(slot) & targets) === 0 ? 1 : 1 + WEIGHTS.addressed
    score[slot] = (score[slot] ?? 0) * wanted * addressed
  }
}

/** Asks whether an entry passes only where its score matters: that is the costly question. */
function worthShowing({ slots, score }: Scores, passes: (slot: number) => boolean): number[] {
  let best = 0
  for (const slot of slots) if ((score[slot] ?? 0) > best && passes(slot)) best = score[slot] ?? 0
  const least = best * WORTH_SHOWING
  return best === 0 ? [] : slots.filter(slot => (score[slot] ?? 0) >= least && passes(slot))
}

/** The first `size` in order. To sort them all would cost more than all the rest: what is worse than the worst kept is passed over. */
function firstOf(slots: readonly number[], score: Float32Array, size: number, shelf: Shelf): Ranked[] {
  const order = (all: readonly number[]) =>
    all
      .flatMap((slot): Ranked[] => {
        const entry = shelf.entry(slot)
        return entry ? [{ entry, slot, score: score[slot] ?? 0 }] : []
      })
      .sort(bestFirst)
      .slice(0, size)
  let kept: number[] = []
  let least = 0
  for (const slot of slots) {
    if ((score[slot] ?? 0) < least) continue
    kept.push(slot)
    if (kept.length < size * 4) continue
    const first = order(kept)
    kept = first.map(ranked => ranked.slot)
    least = first.at(-1)?.score ?? least
  }
  return order(kept)
}

function liftCloseness(best: readonly Ranked[], groups: Understood['groups'], shelf: Shelf): Ranked[] {
  const pairs = pairsOf(groups, shelf)
  if (pairs.length === 0) return [...best]
  return best
    .map((ranked, at) =>
      at < CLOSER_LOOK / 2 ? { ...ranked, score: ranked.score * (1 + WEIGHTS.close * closeness(ranked.slot, pairs, shelf)) } : ranked,
    )
    .sort(bestFirst)
}
