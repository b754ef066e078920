/** Purpose: all that search knows beside the entries: the field's words, places, themes, and the real words of English. */
import { type Lexicon, loadLexicon } from '../lexicon.ts'
import { loadPlaces, type Place, type Places } from '../places.ts'
import { loadThemes, type Themes } from '../themes.ts'
import { type CommonWords, loadCommonWords } from './common-words.ts'
import { type IntentWords, loadIntentWords } from './intent-words.ts'

/** A theme's id, and its name by language. */
export type ThemeNames = { readonly id: string; readonly names: Readonly<Partial<Record<string, string>>> }

export type Knowledge = {
  readonly lexicon: Lexicon
  readonly places: { readonly all: readonly Place[] }
  readonly themes: { readonly all: readonly ThemeNames[] }
  readonly intents: IntentWords
  readonly commonWords: CommonWords
}

/** What is needed at every question; the lexicon is needed only to build. */
export type AtHand = Pick<Knowledge, 'places' | 'commonWords'>

export async function loadKnowledge(): Promise<Knowledge & { readonly places: Places; readonly themes: Themes }> {
  const [lexicon, places, themes, intents, commonWords] = await Promise.all([
    loadLexicon(),
    loadPlaces(),
    loadThemes(),
    loadIntentWords(),
    loadCommonWords(),
  ])
  return { lexicon, places, themes, intents, commonWords }
}
