/** Purpose: what can be asked of the library, and what it answers. */
import type { Concern, Entry, Kind, Target } from './entry.ts'

/** The coalition to which the starter library belongs. */
export const STARTER = 0

/** An entry in the index; `coalition` is 0 (`STARTER`) for the starter library. */
export type LibraryEntry = Entry & { readonly coalition: number }

/** Each list means "any of these"; an empty or missing one asks nothing. Places and regions include all that lies within. */
export type Filters = {
  readonly kinds?: readonly Kind[]
  readonly themes?: readonly string[]
  readonly places?: readonly string[]
  readonly targets?: readonly Target[]
  readonly concerns?: readonly Concern[]
  readonly years?: readonly number[]
}

/** `from` and `size` choose the page. */
export type Question = { readonly text: string; readonly filters: Filters; readonly from: number; readonly size: number }

/** Why an entry was found: `typed` was understood as `meant`. */
export type Because = {
  readonly typed: string
  readonly meant: string
  /** The word itself, a mended spelling, a concept of the lexicon (a synonym or another language), or a place. */
  readonly as: 'word' | 'spelling' | 'concept' | 'place'
}
export type Hit = { readonly entry: LibraryEntry; readonly score: number; readonly because: readonly Because[] }

export type Found = {
  readonly hits: readonly Hit[]
  /** All that fit, over all pages. */
  readonly total: number
  /** What was typed and none of these hits speaks of. */
  readonly unheard: readonly string[]
  /** Spellings that were mended before searching. */
  readonly mended: readonly { readonly typed: string; readonly meant: string }[]
  /** What to offer when nothing fits. */
  readonly instead: Elsewhere & {
    /** Ids of the nearest ones. */
    readonly themes: readonly string[]
  }
}

/** How many entries would fit among the same kinds without the other filters, and among all kinds without any. */
export type Elsewhere = { readonly withoutFilters: number; readonly everywhere: number }

/** A coalition sees the starter library and its own entries, its own before a starter entry of the same id. */
export type SearchIndex = {
  readonly size: number
  search(question: Question, coalition: number): Found
  /** The entries most like one, without itself, best first. */
  alike(entry: LibraryEntry, size: number, coalition: number): readonly Hit[]
  /** Adds an entry, or replaces the one of the same coalition and id. */
  put(entry: LibraryEntry): void
  remove(coalition: number, id: string): void
}
