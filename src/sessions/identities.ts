/** Purpose: find what looks like an identity in a note, so that a rapporteur decides about each before anything is published. It would rather ask too often. */
import type { Note } from './notes.ts'

export type IdentityKind = 'mention' | 'email' | 'phone' | 'person' | 'delegate' | 'organisation'
export type Identity = { readonly note: number; readonly kind: IdentityKind; readonly words: string }

const SHAPES: readonly (readonly [IdentityKind, RegExp])[] = [
  ['email', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ['mention', /<@!?[^>\s]+>|(?<![\p{L}\p{N}.])@[\p{L}\p{N}][\p{L}\p{N}._-]*/gu],
  ['phone', /(?<![\p{L}\p{N}])\+?\d(?:[\s().-]?\d){7,14}(?![\p{L}\p{N}])/gu],
  [
    'person',
    /\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|M|Mme|Mlle|Sra?|Srta|Dra?)\.?\s+\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)*|(?:السيدة?|الدكتورة?|الأستاذة?)\s+\p{L}+/gu,
  ],
  [
    'delegate',
    /\b(?:delegate|representative|spokes(?:man|woman|person)|minister|director|ambassador|délégué[e]?|représentante?|ministre|delegad[oa]|representante|ministr[oa])\s+(?:of|from|for|de|du|d[’']|des|del)\s*(?:the\s+|la\s+|le\s+|les\s+|los\s+)?\p{Lu}[\p{L}-]+(?:\s+\p{Lu}[\p{L}-]+)*|(?:مندوبة?|ممثلة?)\s+\p{L}+/giu,
  ],
]

/** Two capitalised words or more in a row (small joining words between them allowed), or an acronym. */
const NAMES =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]+(?:\s+(?:(?:of|for|on|and|the|de|des|du|la|les|pour|del|para|y|et)\s+)*\p{Lu}[\p{L}’'-]+)+|(?<![\p{L}\p{N}])\p{Lu}{3,}(?![\p{L}\p{N}])/gu

/** @param isKnown says that a name is no secret: an organisation of the library, a place, a word of the template */
export function findIdentities(notes: readonly Note[], isKnown: (name: string) => boolean): Identity[] {
  return notes.flatMap(({ number, text, kept }) => {
    const found = textIdentities(text, isKnown)
    return found.filter(({ words }) => !kept.includes(words)).map(identity => ({ note: number, ...identity }))
  })
}

function textIdentities(text: string, isKnown: (name: string) => boolean): Omit<Identity, 'note'>[] {
  const certain = SHAPES.flatMap(([kind, shape]) => Array.from(text.matchAll(shape), ([words]) => ({ kind, words })))
  const covered = (words: string) => certain.some(other => other.words.includes(words))
  const names = Array.from(text.matchAll(NAMES), ([words], at) => (at === 0 ? withoutOpening(words, text) : words))
    .filter(words => /\s|^\p{Lu}{3,}$/u.test(words) && !covered(words) && !isKnown(words))
    .map(words => ({ kind: 'organisation' as const, words }))
  const all = [...certain, ...names]
  return all.filter(({ words }, at) => all.findIndex(other => other.words === words) === at)
}

/** A sentence starts with a capital anyway: “National Action Plans” may, “The Immigrant Council” is the Immigrant Council. */
const withoutOpening = (words: string, text: string) =>
  text.startsWith(words) ? words.replace(/^(The|A|An|In|At|For|From|Le|La|Les|El|Los|Las)\s+/, '') : words
