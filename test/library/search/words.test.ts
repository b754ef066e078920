/** Purpose: what is typed meets what is written: case, accents, Arabic spellings, apostrophes, invisible characters, forms of a word. */
import stemmers from 'snowball-stemmers'
import { expect, test } from 'vitest'
import { otherForms } from '../../../src/library/search/arabic.ts'
import { commonWordsOf, loadCommonWords } from '../../../src/library/search/common-words.ts'
import { stemEnglish } from '../../../src/library/search/english-stem.ts'
import { fold } from '../../../src/library/search/fold.ts'
import { stem } from '../../../src/library/search/stem.ts'
import { foldedWordsOf, wordsOf } from '../../../src/library/search/words.ts'

test.each([
  ['Perou', 'Pérou'],
  ['XENOPHOBIE', 'xénophobie'],
  ['cœur', 'COEUR'],
  ['Strasse', 'Straße'],
  ['مدارس', 'المدارس'],
  ['مدارس', 'والمدارس'],
  ['اجانب', 'الأجانب'],
  ['مدرسه', 'مَدْرَسَة'],
  ['مدرسة', 'مدرســـة'],
  ['لغة', 'للغة'],
  ['على', 'علي'],
  ['2016', '٢٠١٦'],
])('%s and %s are one word', (one, other) => {
  expect(fold(one)).toBe(fold(other))
})

test('apostrophes, hyphens and thousands cut as readers do', () => {
  expect(foldedWordsOf("l’école d'accueil, asylum-seekers, 2,501 children's")).toEqual(
    'ecole accueil asylum seekers 2501 children'.split(' '),
  )
})

test('invisible characters inside words do not matter', () => {
  expect(wordsOf('mi\u00adgrant re\u200bfu\u200dgee').map(word => word.folded)).toEqual(['migrant', 'refugee'])
})

test('the plain way and the careful way cut alike', () => {
  const text = "Who's offered 1,500 buddies? In 45 towns (a pilot)."
  expect(wordsOf(text).map(word => word.folded)).toEqual(foldedWordsOf(text))
  expect(foldedWordsOf(`${text} école`)).toEqual([...foldedWordsOf(text), 'ecole'])
})

test.each([
  ['schools', 'school'],
  ['cities', 'city'],
  ['children', 'child'],
  ['organization', 'organisation'],
  ['decentralized', 'decentralised'],
  ['neighbors', 'neighbours'],
  ['programs', 'programmes'],
  ['volunteering', 'volunteers'],
])('%s and %s have one stem', (one, other) => {
  expect(stem(one)).toBe(stem(other))
})

test('a word that objects happen to have is a word like any other', () => {
  expect(stem('constructor')).toBe('constructor')
})

test.each([
  ['police', 'policy'],
  ['minor', 'minority'],
  ['apart', 'apartments'],
  ['internal', 'international'],
])('%s is not %s', (one, other) => {
  expect(stem(one)).not.toBe(stem(other))
})

test('the stemmer agrees with Snowball on every common English word', async () => {
  const snowball = stemmers.newStemmer('english')
  const common = await loadCommonWords()
  expect(common.words().filter(word => stemEnglish(word) !== snowball.stem(word))).toEqual([])
})

test('common words are found where they stand, and only there', () => {
  const words = commonWordsOf('# a remark\nable\nabout*\nplane\nzoo\n')
  expect(['able', 'about', 'plane', 'zoo'].every(word => words.has(word))).toBe(true)
  expect(['', 'a', 'abl', 'ables', 'remark', 'zoos', 'about*'].some(word => words.has(word))).toBe(false)
  expect([words.isEveryday('about'), words.isEveryday('able'), words.isEveryday('none')]).toEqual([true, false, false])
})

test('an Arabic word is looked for without what is written onto it', () => {
  expect(otherForms(fold('للمدارس'))).toContain('مدارس')
  expect(otherForms(fold('ومدرستهم'))).toContain('مدرست')
  expect(otherForms('school')).toEqual([])
})
