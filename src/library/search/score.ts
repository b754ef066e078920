/** Purpose: how well each entry answers an understood question: BM25 over words and meanings, rewarded for covering all of it. */
import { slotOf, weightOf } from './postings.ts'
import type { Alternative, Group } from './question-groups.ts'
import { K1, type Shelf } from './shelf.ts'
import { WEIGHTS } from './weights.ts'

export type Scores = {
  /** By slot; 0 for entries that hold nothing of the question. */
  readonly score: Float32Array
  /** By slot: the share of the question that the entry answers, 0 to 1. */
  readonly covered: Float32Array
  /** The slots with a score, in no order. */
  readonly slots: readonly number[]
}

export function scoreEntries(groups: readonly Group[], shelf: Shelf): Scores {
  const size = shelf.slots()
  const score = new Float32Array(size)
  const covered = new Float32Array(size)
  const [byWords, byMarks, wordShare] = [new Float32Array(size), new Float32Array(size), new Float32Array(size)]
  const slots: number[] = []
  const importances = groups.map(group => importanceOf(group, shelf))
  const whole = importances.reduce((sum, importance) => sum + importance, 0) || 1

  groups.forEach((group, at) => {
    const touched: number[] = []
    const touch = (slot: number) => {
      if (byWords[slot] === 0 && byMarks[slot] === 0) touched.push(slot)
    }
    const wordWeight = group.words.reduce((sum, { feature }) => sum + idf(feature, shelf), 0) || 1
    for (const word of group.words) {
      const share = idf(word.feature, shelf) / wordWeight
      forEach(word, shelf, (slot, points) => {
        touch(slot)
        byWords[slot] = (byWords[slot] ?? 0) + points
        wordShare[slot] = (wordShare[slot] ?? 0) + share
      })
    }
    for (const mark of group.marks) {
      forEach(mark, shelf, (slot, points) => {
        touch(slot)
        if (points > (byMarks[slot] ?? 0)) byMarks[slot] = points
      })
    }
    const importance = (importances[at] ?? 0) / whole
    for (const slot of touched) {
      const [words, marks] = [byWords[slot] ?? 0, byMarks[slot] ?? 0]
      if (score[slot] === 0) slots.push(slot)
      score[slot] = (score[slot] ?? 0) + group.weight * (Math.max(words, marks) + WEIGHTS.second * Math.min(words, marks))
      covered[slot] = (covered[slot] ?? 0) + importance * (marks > 0 ? 1 : (wordShare[slot] ?? 0))
      byWords[slot] = 0
      byMarks[slot] = 0
      wordShare[slot] = 0
    }
  })
  for (const slot of slots) score[slot] = (score[slot] ?? 0) * (WEIGHTS.uncovered + (1 - WEIGHTS.uncovered) * (covered[slot] ?? 0))
  return { score, covered, slots }
}

/** How rare a feature is among the entries. */
export function idf(feature: number, { postings, count }: Shelf): number {
  const holders = postings.count(feature)
  return Math.log(1 + (count() - holders + 0.5) / (holders + 0.5))
}

/** How much of the question's meaning a group carries. */
function importanceOf(group: Group, shelf: Shelf): number {
  const features = [...group.words, ...group.marks]
  if (features.length === 0) return group.weight * 0.5 * Math.log(1 + shelf.count())
  return group.weight * Math.max(...features.map(({ feature }) => idf(feature, shelf)))
}

function forEach({ feature, weight }: Alternative, shelf: Shelf, visit: (slot: number, points: number) => void): void {
  const { block, start, end } = shelf.postings.list(feature)
  const norms = shelf.lengthNorms()
  const most = weight * idf(feature, shelf) * (K1 + 1)
  for (let at = start; at < end; at++) {
    const posting = block[at] ?? 0
    const slot = slotOf(posting)
    const held = weightOf(posting) / 10
    visit(slot, (most * held) / (held + (norms[slot] ?? K1)))
  }
}
