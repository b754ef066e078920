/** Purpose: put the entries that answer a question in order, those first that are of the wanted kind and hold its words side by side. */
import { KINDS, TARGETS } from '../entry.ts'
import type { LibraryEntry } from '../question.ts'
import { closeness, pairsOf } from './closeness.ts'
import type { Feedback } from './feedback.ts'
import type { Intent } from './intent.ts'
import type { Understood } from './question-groups.ts'
import type { Lift, Scorer, Scores } from './score.ts'
import { bitsOf, type Shelf } from './shelf.ts'
import { WEIGHTS } from './weights.ts'

type Table = { readonly shelf: Shelf; readonly scorer: Pick<Scorer, 'score'>; readonly feedback: Pick<Feedback, 'lift'> }

/** Whether the entry in a slot may be shown. */
export type Passes = (slot: number) => boolean

export type Ranked = { readonly entry: LibraryEntry; readonly slot: number; readonly score: number }

/** `best` is in order and at least as long as was asked; `total` counts the rest too. */
export type Ranking = { readonly best: readonly Ranked[]; readonly total: number; readonly covered: number }

/** An entry with less than this share of the best one's score is no answer. */
const WORTH_SHOWING = 0.35
/** So many of the best are looked at more closely, at more cost. */
const CLOSER_LOOK = 60

export function rank({ groups, intent }: Understood, passes: Passes, size: number, { shelf, scorer, feedback }: Table): Ranking {
  const scores = scorer.score(groups, liftFor(intent, shelf), { worth: WORTH_SHOWING, passes })
  const worthy = worthShowing(scores, passes)
  const best = firstOf(worthy, scores.score, Math.max(size, CLOSER_LOOK), shelf)
  const covered = best.reduce((most, { slot }) => Math.max(most, scores.covered[slot] ?? 0), 0)
  const close = liftCloseness(best.slice(0, CLOSER_LOOK), groups, shelf)
  return { best: [...feedback.lift(close).sort(bestFirst), ...best.slice(CLOSER_LOOK)], total: worthy.length, covered }
}

export const bestFirst = (a: Ranked, b: Ranked) => b.score - a.score || byName(a.entry, b.entry)

function byName(a: LibraryEntry | undefined, b: LibraryEntry | undefined): number {
  if (!a || !b) return 0
  return a.id < b.id ? -1 : a.id > b.id ? 1 : a.coalition - b.coalition
}

/** Lifts the wanted kinds, and among all those that address the wanted ones. */
function liftFor({ wants, addresses }: Intent, shelf: Shelf): Lift | undefined {
  if (wants.size === 0) return undefined
  const [kinds, targets] = [bitsOf(KINDS, wants), bitsOf(TARGETS, addresses)]
  const [wanted, addressed] = [1 + WEIGHTS.wanted, 1 + WEIGHTS.addressed]
  return {
    most: wanted * addressed,
    of: slot => ((shelf.kindBit(slot) & kinds) === 0 ? 1 : wanted) * ((shelf.targetBits(slot) & targets) === 0 ? 1 : addressed),
  }
}

/** Asks whether an entry passes only where its score matters: that is the costly question. */
function worthShowing({ slots, score }: Scores, passes: Passes): number[] {
  let best = 0
  for (const slot of slots) if ((score[slot] ?? 0) > best && passes(slot)) best = score[slot] ?? 0
  const least = best * WORTH_SHOWING
  return best === 0 ? [] : slots.filter(slot => (score[slot] ?? 0) >= least && passes(slot))
}

/** The first `size` in order. To sort them all would cost more than all the rest: each is put in its place, and most are worse than all that are kept. */
export function firstOf(slots: readonly number[], score: Float32Array, size: number, shelf: Shelf): Ranked[] {
  const before = (a: number, b: number) => (score[b] ?? 0) - (score[a] ?? 0) || byName(shelf.entry(a), shelf.entry(b))
  const kept: number[] = []
  let least = 0
  for (const slot of slots) {
    const points = score[slot] ?? 0
    if (points < least || (points === least && kept.length === size && before(kept[size - 1] ?? -1, slot) < 0)) continue
    kept.splice(placeFor(slot, kept, before), 0, slot)
    if (kept.length <= size) continue
    kept.pop()
    least = score[kept.at(-1) ?? -1] ?? least
  }
  return kept.flatMap((slot): Ranked[] => {
    const entry = shelf.entry(slot)
    return entry ? [{ entry, slot, score: score[slot] ?? 0 }] : []
  })
}

function placeFor(slot: number, kept: readonly number[], before: (a: number, b: number) => number): number {
  let [low, high] = [0, kept.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (before(kept[middle] ?? -1, slot) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function liftCloseness(best: readonly Ranked[], groups: Understood['groups'], shelf: Shelf): Ranked[] {
  const pairs = pairsOf(groups, shelf)
  if (pairs.length === 0) return [...best]
  const whole = pairs.reduce((sum, { weight }) => sum + weight, 0)
  return best
    .map((ranked, at) =>
      at < CLOSER_LOOK / 2
        ? { ...ranked, score: ranked.score * (1 + (WEIGHTS.close * closeness(ranked.slot, pairs, shelf)) / whole) }
        : ranked,
    )
    .sort(bestFirst)
}
