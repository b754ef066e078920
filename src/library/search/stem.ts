/** Purpose: one stem for the forms of an English word: plurals, -ing, British and American spelling, the irregular plurals of the field. */
import stemmers from 'snowball-stemmers'

const english = stemmers.newStemmer('english')

const IRREGULAR: Readonly<Record<string, string>> = {
  children: 'child',
  women: 'woman',
  men: 'man',
  wives: 'wife',
  lives: 'life',
  mice: 'mouse',
  crises: 'crisis',
  analyses: 'analysis',
  media: 'media',
  data: 'data',
  left: 'left',
  news: 'news',
}

export const stem = (folded: string): string => (/^[a-z]{3,}$/.test(folded) ? english.stem(IRREGULAR[folded] ?? british(folded)) : folded)

const british = (word: string) =>
  word
    .replace(/([a-z]{3,}[^aeiou])iz(e|es|ed|er|ers|ing|ation|ations)$/, '$1is$2')
    .replace(/([a-z]{3,}[^aeiou])yz(e|es|ed|er|ers|ing)$/, '$1ys$2')
    .replace(/^(neighb|lab|col|behavi|harb|fav|hon|rum)or/, '$1our')
    .replace(/^(program)(s?)$/, '$1me$2')
    .replace(/^center/, 'centre')
    .replace(/^(def|off)ense/, '$1ence')
