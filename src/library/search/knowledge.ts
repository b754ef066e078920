/** Purpose: all that search knows beside the entries: the field's words, places, themes, and the real words of English. */
import { type Lexicon, loadLexicon } from '../lexicon.ts'
import { loadPlaces, type Place } from '../places.ts'
import { loadThemes } from '../themes.ts'
import { type CommonWords, loadCommonWords } from './common-words.ts'

/** A theme's id, and its name by language. */
export type ThemeNames = { readonly id: string; readonly names: Readonly<Partial<Record<string, string>>> }

export type Knowledge = {
  readonly lexicon: Lexicon
  readonly places: { readonly all: readonly Place[] }
  readonly themes: { readonly all: readonly ThemeNames[] }
  readonly commonWords: CommonWords
}

export async function loadKnowledge(): Promise<Knowledge> {
  const [lexicon, places, themes, commonWords] = await Promise.all([loadLexicon(), loadPlaces(), loadThemes(), loadCommonWords()])
  return { lexicon, places, themes, commonWords }
}
