/** Purpose: every reply, any words: messages within Discord's limits, no ping, no forged link, no button or card lost. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readButtonId, writeButtonId } from '../../../src/command-kit/button-id.ts'
import { labelIn } from '../../../src/locales/say.ts'
import { type Outgoing, renderReply } from '../../../src/platforms/discord/render.ts'
import { keptButtonKey } from '../../../src/platforms/kept-buttons-store.ts'
import type { Button, Reply } from '../../../src/reply.ts'
import { checkMessage, everyComponent, type FakeMessage, isEmpty, posted } from '../../support/fake-discord/check-message.ts'
import { wordsOf } from '../../support/fake-discord/person.ts'
import { allButtons, anyReply } from '../../support/random-reply.ts'
import { readMarkdown } from './read-markdown.ts'

const label = labelIn('en')
const render = (reply: Reply) => renderReply(reply, { label })
const read = ({ body }: Outgoing): FakeMessage => posted.parse(body)

describe('any reply', () => {
  test('is messages that Discord takes, in every way of sending', () => {
    fc.assert(
      fc.property(anyReply, fc.constantFrom('components' as const, undefined), (reply, onto) => {
        for (const { body, files } of renderReply(reply, { label, onto }).messages) {
          const names = files.map(({ name }) => name)
          expect(checkMessage(body, 'post', names)).toEqual([])
          expect(checkMessage({ ...body, content: body.content ?? null }, 'edit', names)).toEqual([])
          expect(isEmpty(posted.parse(body))).toBe(false)
          if (onto) expect(body.flags).toBe(32768)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('keeps every button, in at most five messages of words', () => {
    fc.assert(
      fc.property(anyReply, reply => {
        const { messages, kept } = render(reply)
        const long = new Map(kept.map(id => [keptButtonKey(id), id]))
        const ids = messages.flatMap(message => idsOf(read(message))).map(id => long.get(id) ?? id)
        const calls = (all: readonly string[]) => all.map(id => JSON.stringify(readButtonId(id))).sort()
        expect(calls(ids)).toEqual(calls(allButtons(reply).map((button: Button) => writeButtonId(button))))
        expect(
          messages.filter(message => everyComponent(read(message).components ?? []).some(({ type }) => type === 10)).length,
        ).toBeLessThanOrEqual(5)
      }),
      { numRuns: 50 },
    )
  })

  test('pings nobody and forges nothing: read as Discord reads it, only our own links, instants and stresses are there', () => {
    fc.assert(
      fc.property(anyReply, reply => {
        const own = new Set(linksOf(reply))
        for (const message of render(reply).messages) {
          for (const part of readMarkdown(textsOf(read(message)))) {
            expect(part.kind).not.toMatch(/mention|block|emoji|spoiler/)
            if (part.kind === 'link') expect(own).toContain(part.url)
          }
          expect(textsOf(read(message))).not.toMatch(/@(everyone|here)/i)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('much', () => {
  const card = (at: number) => ({
    id: `P-${at}`,
    title: `Practice ${at}`,
    text: 'words '.repeat(100),
    buttons: [{ label: 'Details', command: 'library get', options: { id: `P-${at}` } }],
  })

  test('forty cards stay whole, with their buttons, within five messages', () => {
    const { messages } = render({ text: 'Forty', cards: Array.from({ length: 40 }, (_, at) => card(at)) })
    expect(messages.length).toBeLessThanOrEqual(5)
  })

  test('what is more goes into a file, in order, its buttons into lists', () => {
    const { messages } = render({ text: 'Much', cards: Array.from({ length: 90 }, (_, at) => card(at)) })
    const last = messages.at(-1)
    const file = new TextDecoder().decode(last?.files[0]?.bytes)
    expect(file).toContain('Practice 89 (P-89)')
    expect(file).not.toContain('Practice 1 (P-1)')
    expect(wordsOf(read(last ?? messages[0]))).toContain('[P-89: Details]')
  })

  test('many buttons are a list to choose from', () => {
    const buttons = Array.from({ length: 30 }, (_, at) => ({
      label: `Theme ${at}`,
      command: 'library search',
      options: { theme: `t${at}` },
    }))
    const [{ body }] = render({ text: 'Choose', buttons }).messages
    expect(body.content).toBe('Choose')
    expect(body.components.flatMap(row => ('components' in row ? row.components.map(({ type }) => type) : []))).toEqual([3, 3])
  })

  test('the same button twice has two ids that mean the same', () => {
    const button = { label: 'A', command: 'practice', options: { words: 'x' } }
    const [message] = render({ text: 'x', buttons: [button, button] }).messages
    const [one = '', other = ''] = idsOf(read(message))
    expect(one).not.toBe(other)
    expect(readButtonId(one)).toEqual(readButtonId(other))
  })
})

describe('few words', () => {
  test('are a plain message, as notifications show it', () => {
    const [{ body }] = render({ text: ['Try ', { code: '/practice' }, ' ', { link: 'here', url: 'https://example.org/a_b' }] }).messages
    expect(body).toMatchObject({ content: 'Try `/practice` [here](<https://example.org/a_b>)', flags: 4, allowed_mentions: { parse: [] } })
  })

  test('a link that pretends to be another shows where it leads', () => {
    const [{ body }] = render({ text: [{ link: 'https://bank.example', url: 'https://evil.example/' }] }).messages
    expect(body.content).toBe('https\\://bank.example (<https://evil.example/>)')
  })

  test('an instant is shown in the reader’s own zone', () => {
    const [{ body }] = render({ text: [{ instant: 1_774_080_000_000, zone: 'Africa/Nairobi' }] }).messages
    expect(body.content).toBe('<t:1774080000:f>')
  })
})

const textsOf = ({ content, components = [] }: FakeMessage) =>
  [content ?? '', ...everyComponent(components).flatMap(part => (part.type === 10 ? [part.content] : []))].join('\n\n')

const idsOf = ({ components = [] }: FakeMessage) =>
  everyComponent(components).flatMap(part =>
    part.type === 2 ? [part.custom_id] : part.type === 3 ? part.options.map(({ value }) => value) : [],
  )

/** Addresses that are links of ours, and those that people wrote out, which show as written. */
function linksOf(reply: Reply): string[] {
  const all = JSON.stringify(reply)
  const typed = Array.from(all.matchAll(/https?:\/\/[^\s"\\<>]+/g), ([address]) => address)
  return typed.flatMap(address => [
    address,
    ...(URL.canParse(address)
      ? [new URL(address).href.replace(/[()[\]`]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)]
      : []),
    ...prefixes(address),
  ])
}
const prefixes = (address: string) => Array.from(address, (_, at) => address.slice(0, at + 1)).filter(part => part.length > 10)
