/** Purpose: answer a question: the entries that fit, best first, or nothing and what to try instead. */
import type { Found, Hit, LibraryEntry, Question, Sees } from '../question.ts'
import { closeness, pairsOf } from './closeness.ts'
import { isConfident } from './confidence.ts'
import { explain } from './explain.ts'
import { isFiltered, makeFilter, type Passes } from './filters.ts'
import type { Understood } from './question-groups.ts'
import { scoreEntries } from './score.ts'
import type { Shelf } from './shelf.ts'
import { type Desk, understand } from './understand.ts'
import { WEIGHTS } from './weights.ts'

export type Ranked = { readonly entry: LibraryEntry; readonly score: number }

/** An entry with less than this share of the best one's score is no answer. */
const WORTH_SHOWING = 0.15
const CLOSER_LOOK = 30

export function answer(question: Question, sees: Sees, desk: Desk): Found {
  const passes = makeFilter(question.filters, desk.knowledge)
  const understood = understand(question.text, desk)
  const visible = (entry: LibraryEntry) => sees(entry) && passes(entry)
  const ranked = rank(understood, visible, desk)
  const page = ranked.slice(question.from, question.from + question.size)
  return {
    hits: page.map(({ entry, score }): Hit => ({ entry, score, because: explain(entry, understood.groups, desk.shelf) })),
    total: ranked.length,
    mended: understood.mended,
    instead: { withoutFilters: ranked.length === 0 && isFiltered(question.filters) ? rank(understood, sees, desk).length : 0, themes: [] },
  }
}

function rank(understood: Understood, passes: Passes, { shelf }: Desk): Ranked[] {
  const { score, covered, slots } = scoreEntries(understood.groups, shelf)
  const ranked: Ranked[] = []
  let bestCover = 0
  for (const slot of slots) {
    const entry = shelf.entry(slot)
    if (!entry || !passes(entry)) continue
    const lift = liftOf(entry, understood)
    ranked.push({ entry, score: (score[slot] ?? 0) * lift })
    bestCover = Math.max(bestCover, covered[slot] ?? 0)
  }
  if (!isConfident(understood, bestCover)) return []
  ranked.sort(bestFirst)
  lift(ranked, understood, shelf)
  feedback(ranked, shelf)
  const least = (ranked[0]?.score ?? 0) * WORTH_SHOWING
  return ranked.filter(({ score }) => score >= least)
}

/** Looks closer at the best ones: entries in which the words stand together come first. */
function lift(ranked: Ranked[], { groups }: Understood, shelf: Shelf): void {
  const pairs = pairsOf(groups, shelf)
  if (pairs.length === 0) return
  const closer = ranked.slice(0, CLOSER_LOOK).map(({ entry, score }) => ({ entry, score: score * (1 + WEIGHTS.close * closeness(entry, pairs, shelf)) }))
  ranked.splice(0, closer.length, ...closer.sort(bestFirst))
}

export const bestFirst = (a: Ranked, b: Ranked) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1) || a.entry.coalition - b.entry.coalition

function liftOf({ kind, targets }: LibraryEntry, { intent }: Understood): number {
  const wanted = intent.wants.size > 0 && intent.wants.has(kind) ? 1 + WEIGHTS.wanted : 1
  const addressed = intent.wants.has('recommendation') && targets.some(target => intent.addresses.has(target)) ? 1 + WEIGHTS.addressed : 1
  return wanted * addressed
}

export const PRF = { docs: 10, feats: 12, beta: 0.6, look: 60 }
const cache = new Map<LibraryEntry, ReadonlyMap<number, number>>()
function feedback(ranked: Ranked[], shelf: Shelf): void {
  if (PRF.beta === 0 || ranked.length < 3) return
  const top = ranked.slice(0, PRF.docs)
  const best = top[0]?.score ?? 1
  const sum = new Map<number, number>()
  const feats = (e: LibraryEntry) => { let f = cache.get(e); if (!f) { f = shelf.features(e); cache.set(e, f) } return f }
  for (const { entry, score } of top) for (const [f, w] of feats(entry)) sum.set(f, (sum.get(f) ?? 0) + (score / best) ** 2 * Math.min(1, w / 30) * idf(f, shelf))
  const model = [...sum].filter(([f]) => shelf.postings.count(f) > 1).sort((a, b) => b[1] - a[1]).slice(0, PRF.feats)
  const total = model.reduce((t, [, w]) => t + w, 0)
  const cand = ranked.slice(0, PRF.look).map(({ entry, score }) => {
    const slot = shelf.slotOf(entry) ?? -1
    const sim = model.reduce((t, [f, w]) => { const h = shelf.postings.weightIn(f, slot) / 10; return t + w * (h / (h + 1)) }, 0) / total
    return { entry, score: score + PRF.beta * best * sim }
  })
  ranked.splice(0, cand.length, ...cand.sort(bestFirst))
}
import { idf } from './score.ts'
