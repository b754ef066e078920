/** Purpose: every reply, any words become payloads that Slack takes, in which nothing pings, nothing is forged, no button and no word is lost. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeButtonId } from '../../../src/command-kit/button-id.ts'
import { labelIn } from '../../../src/locales/say.ts'
import { answerView } from '../../../src/platforms/slack/modal.ts'
import { renderPage, renderReply } from '../../../src/platforms/slack/render.ts'
import { type Button, type Card, plainText, type Reply, type Text } from '../../../src/reply.ts'
import { refuseMessage, refuseView } from '../../support/fake-slack/check-blocks.ts'
import { buttonsOf } from '../../support/fake-slack/plenary-on-slack.ts'

const label = labelIn('en')
const NASTY = [
  '<!channel>',
  '<!here|x>',
  '<@U1>',
  '<https://evil.example|bank>',
  '&amp;',
  '```code```',
  '*bold*',
  '@everyone',
  '> quote',
  '\n\n',
  '👩‍👩‍👧‍👦',
  '\u202e',
  'https://a.example/x?y=1&z=2',
]
const words = (max: number) =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
        fc.constantFrom(...NASTY),
        fc.lorem({ maxCount: 60 }),
      ),
      { maxLength: max },
    )
    .map(parts => parts.join(' '))
const url = fc.oneof(fc.webUrl(), fc.constantFrom('javascript:alert(1)', 'data:text/html,x', `https://a.example/${'x'.repeat(4_000)}`))
const text = (max: number): fc.Arbitrary<Text> =>
  fc.oneof(
    words(max),
    fc.array(
      fc.oneof(
        words(max),
        fc.record({ code: words(3) }),
        fc.record({ strong: words(3) }),
        fc.record({ link: words(2), url }),
        fc.record({ instant: fc.integer({ min: 0, max: 4e12 }), zone: fc.constantFrom('Africa/Nairobi', 'UTC') }),
      ),
      { maxLength: 6 },
    ),
  )
const button: fc.Arbitrary<Button> = fc.record(
  {
    label: words(2),
    command: fc.constantFrom('library get', 'practice'),
    options: fc.dictionary(fc.constantFrom('id', 'words', 'page'), fc.string({ maxLength: 300 }), { maxKeys: 3 }),
    share: fc.constant(true as const),
    look: fc.constantFrom('primary' as const, 'danger' as const),
  },
  { requiredKeys: ['label', 'command'] },
)
const card: fc.Arbitrary<Card> = fc.record(
  {
    id: fc.constantFrom('P-001', 'R-200'),
    title: text(2),
    text: text(12),
    fields: fc.array(fc.record({ label: words(1), value: text(3) }), { maxLength: 8 }),
    note: text(3),
    buttons: fc.array(button, { maxLength: 12 }),
  },
  { requiredKeys: ['title'] },
)
const reply: fc.Arbitrary<Reply> = fc.record(
  { text: text(20), cards: fc.array(card, { maxLength: 40 }), buttons: fc.array(button, { maxLength: 60 }) },
  { requiredKeys: ['text'] },
)

const allButtons = ({ buttons = [], cards = [] }: Reply) => [...cards.flatMap(each => each.buttons ?? []), ...buttons]
const sorted = (ids: readonly string[]) => [...ids].sort()
const squeeze = (value: string) => value.replace(/[\s\p{C}]+/gu, '')
const seen = (blocks: unknown): string => {
  if (typeof blocks !== 'object' || blocks === null) return ''
  if (Array.isArray(blocks)) return blocks.map(seen).join('')
  if ('type' in blocks && blocks.type === 'actions') return ''
  if ('elements' in blocks) return seen(blocks.elements)
  return 'text' in blocks && typeof blocks.text === 'string' ? blocks.text : ''
}

test('any reply fits, pings nobody, and keeps every button', () => {
  fc.assert(
    fc.property(reply, value => {
      const { messages } = renderReply(value, { label })
      for (const message of messages) {
        expect(refuseMessage(message.text, message.blocks)).toBeUndefined()
        expect(message.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/)
        expect(JSON.stringify(message.blocks).isWellFormed()).toBe(true)
      }
      const carried = messages.flatMap(({ blocks }) => buttonsOf(blocks)).map(({ value }) => value)
      expect(sorted(carried)).toEqual(sorted(allButtons(value).map(writeButtonId)))
    }),
    { numRuns: 60 },
  )
})

test('no word of any reply is lost: what is not in a message is in the file', () => {
  fc.assert(
    fc.property(reply, value => {
      const { messages, files } = renderReply(value, { label })
      const file = files[0] ? new TextDecoder().decode(files[0].bytes) : ''
      const all = squeeze(
        messages
          .slice(0, file === '' ? undefined : 4)
          .map(({ blocks }) => seen(blocks))
          .join('') + file,
      )
      const strings = [value.text, ...(value.cards ?? []).flatMap(({ text = '', note = '' }) => [text, note])].filter(
        part => typeof part === 'string',
      )
      for (const part of strings) expect(all).toContain(squeeze(part))
    }),
    { numRuns: 60 },
  )
})

test('any reply makes a page that Slack takes, with every button', () => {
  fc.assert(
    fc.property(reply, value => {
      const view = answerView('Plenary', renderPage({ ...value, text: ['Hello', plainText(value.text)] }, { label }, 100), '{}', label)
      expect(refuseView(view)).toBeUndefined()
      expect(sorted(buttonsOf(view.blocks).map(({ value }) => value))).toEqual(sorted(allButtons(value).map(writeButtonId)))
    }),
    { numRuns: 40 },
  )
})

describe('words stay words', () => {
  const rendered = (value: Text) => JSON.stringify(renderReply({ text: value }, { label }).messages)

  test('a link leads where it says, and only to the web', () => {
    expect(rendered([{ link: 'https://bank.example', url: 'https://evil.example/' }])).not.toContain('bank.example')
    expect(rendered([{ link: 'bank.example', url: 'https://evil.example/' }])).not.toContain('bank.example"')
    expect(rendered([{ link: 'here', url: 'javascript:alert(1)' }])).not.toContain('javascript')
    expect(rendered([{ link: 'the report', url: 'https://a.example/r' }])).toContain('"url":"https://a.example/r","text":"the report"')
  })

  test('a mention, a code block and a link in people’s words are shown as typed', () => {
    const [message] = renderReply({ text: '<!channel> ```x``` <https://evil.example|bank> *b*' }, { label }).messages
    expect(message?.blocks).toEqual([
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '<!channel> ```x``` <https://evil.example|bank> *b*' }] }],
      },
    ])
    expect(message?.text).toBe('&lt;!channel&gt; ```x``` &lt;https://evil.example|bank&gt; *b*')
  })

  test('an instant is shown in the reader’s own zone, with ours where that cannot be', () => {
    const at = Temporal.Instant.from('2026-03-21T12:00:00Z').epochMilliseconds
    expect(rendered([{ instant: at, zone: 'Africa/Nairobi' }])).toContain('"timestamp":1774094400')
    expect(rendered([{ instant: at, zone: 'Africa/Nairobi' }])).toContain('2026-03-21 15:00 Africa/Nairobi')
  })
})

test('two hundred cards: four messages, the rest in a file, all buttons', () => {
  const cards = Array.from({ length: 200 }, (_, at) => ({
    id: `P-${at}`,
    title: `Card ${at}`,
    text: 'word '.repeat(60),
    buttons: [{ label: 'Open', command: 'library get', options: { id: `P-${at}` } }],
  }))
  const { messages, files } = renderReply({ text: 'Many', cards }, { label })
  expect(files[0]?.name).toBe('plenary.txt')
  expect(new TextDecoder().decode(files[0]?.bytes)).toContain('Card 199')
  expect(messages.flatMap(({ blocks }) => buttonsOf(blocks))).toHaveLength(200)
})
