/** Purpose: what a question is made of once it is understood. */
import type { LexiconLanguage } from '../lexicon.ts'
import type { Because } from '../question.ts'
import type { Intent } from './intent.ts'

/** One thing that an entry may hold for a group of words, and how well that answers them. */
export type Alternative = { readonly feature: number; readonly weight: number; readonly as: Because['as'] }

/**
 * How sure it is that the words belong to the field: they mean something in it narrowly, or widely, or something beside it; a place;
 * a word that entries hold, rare or everyday; a word that none holds, real or strange.
 */
export type Sureness = 'narrow' | 'wide' | 'aside' | 'place' | 'rare' | 'everyday' | 'unknown' | 'strange'

/** Some words of the question that are one thought. */
export type Group = {
  readonly typed: string
  /** The words themselves, each found for itself. */
  readonly words: readonly Alternative[]
  /** What the words mean together: concepts, places, themes; the best one counts. */
  readonly marks: readonly Alternative[]
  readonly sureness: Sureness
  readonly mended: boolean
  /** In words. */
  readonly length: number
  /** What the group counts beside the others. */
  readonly weight: number
}

export type Understood = {
  readonly groups: readonly Group[]
  readonly intent: Intent
  readonly language: LexiconLanguage
  readonly mended: readonly { readonly typed: string; readonly meant: string }[]
}
