/** Purpose: one stem for the forms of an English word: plurals, -ing, British and American spelling, the irregular plurals of the field. */
import { stemEnglish } from './english-stem.ts'

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['children', 'child'],
  ['women', 'woman'],
  ['men', 'man'],
  ['wives', 'wife'],
  ['lives', 'life'],
  ['mice', 'mouse'],
  ['crises', 'crisis'],
  ['analyses', 'analysis'],
  ['media', 'media'],
  ['data', 'data'],
  ['left', 'left'],
  ['news', 'news'],
])

/** Words whose stem would be that of another word (minority and minor, apartment and apart): only their plural is taken off. */
const KEPT =
  /^(apartment|authorit|author|department|emergenc|experiment|hospital|hospitalit|important|international|intern|internal|minorit|minor|nationalit|universit|universal)(s|y|ies)?$/

export function stem(folded: string): string {
  if (!/^[a-z]{3,}$/.test(folded)) return folded
  const kept = KEPT.exec(folded)?.[1]
  return kept ?? stemEnglish(IRREGULAR.get(folded) ?? british(folded))
}

const british = (word: string) =>
  word
    .replace(/([a-z]{3,}[^aeiou])iz(e|es|ed|er|ers|ing|ation|ations)$/, '$1is$2')
    .replace(/([a-z]{3,}[^aeiou])yz(e|es|ed|er|ers|ing)$/, '$1ys$2')
    .replace(/^(neighb|lab|col|behavi|harb|fav|hon|rum)or/, '$1our')
    .replace(/^(program)(s?)$/, '$1me$2')
    .replace(/^center/, 'centre')
    .replace(/^(def|off)ense/, '$1ence')
