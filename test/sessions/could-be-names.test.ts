/** Purpose: a first name alone is shown to the rapporteur, and ordinary words are not: measured on the starter library, 34,000 words without one private name. */
import { beforeAll, describe, expect, test } from 'vitest'
import { loadCommonWords } from '../../src/library/search/common-words.ts'
import { couldBeNames, type Vocabulary } from '../../src/sessions/could-be-names.ts'
import { makePlenary } from '../support/make-plenary.ts'

let vocabulary: Vocabulary
beforeAll(async () => {
  const { has } = await loadCommonWords()
  vocabulary = { isKnown: name => name === 'Sweden', isWord: has }
})

describe('names', () => {
  test.each([
    ['Ana said that cities help', 'Ana'],
    ['we heard from Ben about housing', 'Ben'],
    ['It was Ben who opened the door', 'Ben'],
    ['Ana explained the plan', 'Ana'],
    ['Ben: we need more', 'Ben'],
    ['Ana’s idea of a bank', 'Ana'],
    ['we give back to our town (Ben)', 'Ben'],
    ['nous rendons à la ville – Ana', 'Ana'],
    ['Selon nous, Ana a raison', 'Ana'],
    ['Ben dijo que sí', 'Ben'],
    ['قالت آنا إن المدن تساعد', 'آنا'],
  ])('%s', (text, name) => expect(couldBeNames(text, vocabulary, [])).toEqual([name]))
})

describe('no names', () => {
  test.each([
    'Cities should work with the Syrian and British delegates in Sweden by June',
    'the Compact, the Forum and the Recommendations of a Monday',
    'Participants said so; They said more. It asked',
    'Les villes devraient être entendues. Écrire aux maires : Soutenir',
    'Las ciudades deben ser escuchadas. Escribir a los alcaldes',
    'see https://Example.org/Ana and @Ben',
    'قالت المشاركات إن المدن تساعد',
  ])('%s', text => expect(couldBeNames(text, vocabulary, [])).toEqual([]))
})

test('the summaries of the starter library: at most one false alarm in 10,000 words', async () => {
  const { library } = await makePlenary()
  const isPlace = (name: string) => library.places.find(name).length > 0
  const texts = library.entriesOf(1, true).map(({ summary }) => summary)
  const small = new Set(texts.flatMap(text => text.match(/(?<!\p{L})\p{Ll}+/gu) ?? []))
  const organisations = library.organisationNames(1).join(' ')
  const known: Vocabulary = {
    isKnown: name => isPlace(name) || organisations.includes(name),
    isWord: word => small.has(word) || vocabulary.isWord(word),
  }
  const found = texts.flatMap(text => couldBeNames(text, known, longerNames(text)))
  const words = texts.join(' ').split(/\s+/).length
  expect(words).toBeGreaterThan(30_000)
  expect((found.length * 10_000) / words, found.join(', ')).toBeLessThanOrEqual(1)
})

const longerNames = (text: string) =>
  Array.from(
    text.matchAll(/\p{Lu}[\p{L}’'-]+(?:\s+(?:(?:of|for|on|and|the|de|des|du|la|les|in)\s+)*\p{Lu}[\p{L}’'-]+)+/gu),
    ({ 0: words, index }) => ({
      from: index,
      to: index + words.length,
    }),
  )

test('it is asked about before publication, and can be kept, replaced or removed', async () => {
  const ana = (await makePlenary()).member('ana', { role: 'rapporteur' })
  await ana.says('/session open Names template:gfmd-2016')
  await ana.says('/note p A kitchen that Ana runs with Mme Ben, المدينة مع السيدة آنا')
  const check = await ana.says('/session publish')
  check.hears('This could be a name').hears('Ana').hears('Mme Ben').hears('السيدة آنا')
})
