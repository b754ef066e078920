/** Purpose: the same question has the very same answer, until the library changes; and only for those who see the same library in the same language. */
import { expect, test } from 'vitest'
import type { Said } from '../../src/command-kit/run-command.ts'
import type { Reply } from '../../src/reply.ts'
import { makePlenary, type TestPlenary } from '../support/make-plenary.ts'

const asking = ({ conversation }: TestPlenary, space: string, locale: string) => {
  const by = { address: { platform: 'web', space, id: locale }, locale } as const
  const place = { address: { platform: 'web', space, id: 'general' }, private: false } as const
  return async (said: Said) => (await conversation.hear({ by, place, said })).reply
}
const idsOf = ({ cards = [] }: Reply) => cards.map(({ id }) => id)
const BIKES: Said = { command: 'practice', options: { words: 'bicycle repair workshop' } }

test('asked twice, it is one reply; another language, page or filter has its own', async () => {
  const plenary = await makePlenary()
  const [english, french] = [asking(plenary, 'home', 'en'), asking(plenary, 'home', 'fr')]
  const first = await english(BIKES)
  expect(await english({ line: '/practice bicycle repair workshop' })).toBe(first)
  expect(await french(BIKES)).not.toEqual(first)
  for (const change of [{ page: '2' }, { target: 'cities' }, { words: 'Bicycle repair workshop' }])
    expect(await english({ ...BIKES, options: { ...BIKES.options, ...change } })).not.toBe(first)
  expect(await english(BIKES)).toBe(first)
})

test('what is added is found at once, and only by those whose it is', async () => {
  const plenary = await makePlenary()
  const [here, elsewhere] = [asking(plenary, 'home', 'en'), asking(plenary, 'elsewhere', 'en')]
  const before = await here(BIKES)
  const what = 'Neighbours teach each other bicycle repair, in a workshop run by refugees'
  await here({ command: 'library add', options: { what, where: 'Sweden', source: 'Visit of our network' } })
  for (const name of ['ben', 'cleo', 'dora'])
    await plenary.member(name, { space: 'home' }).says(`/library approve N-001 organisation:${name}`)
  expect(idsOf(before)).not.toContain('P-5001')
  expect(idsOf(await here(BIKES))).toContain('P-5001')
  expect(idsOf(await elsewhere(BIKES))).not.toContain('P-5001')
})

test('a mistake is never kept, and only so many answers are', async () => {
  const ask = asking(await makePlenary(), 'home', 'en')
  const wrong: Said = { command: 'practice', options: { words: 'schools', region: 'mars' } }
  expect((await ask(wrong)).mood).toBe('error')
  expect(await ask(wrong)).not.toBe(await ask(wrong))
  const first = await ask(BIKES)
  for (let at = 0; at < 128; at++) await ask({ command: 'practice', options: { words: `schools ${at}` } })
  expect(await ask(BIKES)).not.toBe(first)
  expect(await ask(BIKES)).toEqual(first)
})
