/** Purpose: find what looks like an identity in a note, so that a rapporteur decides about each before anything is published. It would rather ask too often. */
import { couldBeNames, type Vocabulary } from './could-be-names.ts'
import type { Note } from './notes.ts'

export type IdentityKind = 'mention' | 'email' | 'phone' | 'person' | 'delegate' | 'organisation' | 'name'
export type Identity = { readonly note: number; readonly kind: IdentityKind; readonly words: string }

const SHAPES: readonly (readonly [IdentityKind, RegExp])[] = [
  ['email', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ['mention', /<@!?[^>\s]+>|(?<![\p{L}\p{N}.])@[\p{L}\p{N}][\p{L}\p{N}._-]*/gu],
  ['phone', /(?<![\p{L}\p{N}])\+?\d(?:[\s().-]?\d){7,14}(?![\p{L}\p{N}])/gu],
  [
    'person',
    /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Doctor|Sister|Brother|Father|Imam|Rabbi|M|Mme|Mlle|Monsieur|Madame|Mademoiselle|Docteur|Maître|Sra?|Srta|Dra?|Señora?|Señorita|Doña|Don)\.?\s+\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)*|(?<!\p{L})(?:السيدة?|الآنسة|الدكتورة?|الأستاذة?|الأخت?|الشيخ)\s+\p{L}+/gu,
  ],
  [
    'delegate',
    /\b(?:delegate|representative|spokes(?:man|woman|person)|minister|director|ambassador|délégué[e]?|représentante?|ministre|delegad[oa]|representante|ministr[oa])\s+(?:of|from|for|de|du|d[’']|des|del)\s*(?:the\s+|la\s+|le\s+|les\s+|los\s+)?\p{Lu}[\p{L}-]+(?:\s+\p{Lu}[\p{L}-]+)*|(?:مندوبة?|ممثلة?)\s+\p{L}+/giu,
  ],
]

/** Two capitalised words or more in a row (small joining words between them allowed), or an acronym. */
const NAMES =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]+(?:\s+(?:(?:of|for|on|and|the|de|des|du|la|les|pour|del|para|y|et)\s+)*\p{Lu}[\p{L}’'-]+)+|(?<![\p{L}\p{N}])\p{Lu}{3,}(?![\p{L}\p{N}])/gu

export function findIdentities(notes: readonly Note[], vocabulary: Vocabulary): Identity[] {
  return notes.flatMap(({ number, text, kept }) => {
    const found = textIdentities(text, vocabulary)
    return found.filter(({ words }) => !kept.includes(words)).map(identity => ({ note: number, ...identity }))
  })
}

type Spot = Omit<Identity, 'note'> & { readonly from: number; readonly to: number }
function textIdentities(text: string, vocabulary: Vocabulary): Omit<Identity, 'note'>[] {
  const certain = SHAPES.flatMap(([kind, shape]) => spots(kind, text, shape))
  const covered = (words: string) => certain.some(other => other.words.includes(words))
  const names = spots('organisation', text, NAMES).map(spot => (spot.from === 0 ? { ...spot, words: withoutOpening(spot.words) } : spot))
  const unknown = names.filter(({ words }) => /\s|^\p{Lu}{3,}$/u.test(words) && !covered(words) && !vocabulary.isKnown(words))
  const single = couldBeNames(text, vocabulary, [...certain, ...names]).map(words => ({ kind: 'name' as const, words }))
  const all = [...certain, ...unknown, ...single].map(({ kind, words }) => ({ kind, words }))
  return all.filter(({ words }, at) => all.findIndex(other => other.words === words) === at)
}

const spots = (kind: IdentityKind, text: string, shape: RegExp): Spot[] =>
  Array.from(text.matchAll(shape), ({ 0: words, index }) => ({ kind, words, from: index, to: index + words.length }))

/** A sentence starts with a capital anyway: “National Action Plans” may, “The Immigrant Council” is the Immigrant Council. */
const withoutOpening = (words: string) => words.replace(/^(The|A|An|In|At|For|From|Le|La|Les|El|Los|Las)\s+/, '')
