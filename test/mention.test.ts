/** Purpose: whom a line names, by each platform's way of handing a mention over. */
import { expect, test } from 'vitest'
import { mentionedPeople, personIn } from '../src/mention.ts'

const slack = { platform: 'slack', space: 'T1', id: 'U0ANA' } as const
const ids = (text: string) => mentionedPeople(text, slack).map(({ id }) => id)

test('people are known by their ids, once each; a typed name is nobody', () => {
  expect(ids('<@U0BEN> and <@U0BEN|ben>, @U0ANA. Not @ben, not U0EVA')).toEqual(['U0BEN', 'U0ANA'])
  expect(ids('<@U_BEN_01> on a server that stands in for Slack')).toEqual(['U_BEN_01'])
})

test('one person and nothing else', () => {
  expect(personIn(' <@U0BEN> ', slack)).toEqual({ platform: 'slack', space: 'T1', id: 'U0BEN' })
  expect(personIn('<@U0BEN> <@U0ANA>', slack)).toBeUndefined()
  expect(personIn('ask <@U0BEN>', slack)).toBeUndefined()
})
