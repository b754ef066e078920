/** Purpose: every reply that a command could give, with the nastiest words: for the property tests of every platform. */
import fc from 'fast-check'
import type { Button, Card, Reply, Span } from '../../src/reply.ts'

const NASTY = [
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<!channel>',
  '<!here>',
  '<!subteam^S1>',
  '<#C1|x>',
  '[click](https://evil.example)',
  '<https://evil.example|bank>',
  '```js\nx\n```',
  '`',
  '**',
  '__',
  '~~',
  '||',
  '\\',
  '# head',
  '> quote',
  '- item',
  '1. one',
  'https://example.org/a_b_c?d=*e*',
  'http://x.example/(y)',
  '👩‍👩‍👧',
  '🇰🇪',
  'é',
  '\u202eabc',
  '\u0000',
  ':smile:',
  '<t:1:f>',
  '<:e:1>',
  '&lt;',
  '&amp;',
  '\n\n',
  '  ',
] as const
const bit = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 30 }), fc.lorem({ maxCount: 12 }))
export const anyWords = (maxBits = 12) => fc.array(bit, { maxLength: maxBits }).map(bits => bits.join(' '))
const longWords = fc.oneof(
  { weight: 8, arbitrary: anyWords() },
  {
    weight: 1,
    arbitrary: fc.tuple(anyWords(4), fc.integer({ min: 1, max: 400 })).map(([words, times]) => words.repeat(times).slice(0, 20_000)),
  },
)

const span: fc.Arbitrary<Span> = fc.oneof(
  longWords,
  anyWords(3).map(code => ({ code })),
  anyWords(3).map(strong => ({ strong })),
  fc.record({
    link: anyWords(3),
    url: fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.constantFrom('javascript:alert(1)', 'https://a.example/)[x](y', 'nonsense')),
  }),
  fc.record({ instant: fc.integer({ min: 0, max: 4_000_000_000_000 }), zone: fc.constant('Africa/Nairobi') }),
)
const text = fc.oneof(longWords, fc.array(span, { maxLength: 6 }))

const button: fc.Arbitrary<Button> = fc.record(
  {
    label: anyWords(4),
    command: fc.constantFrom('practice', 'library get', 'library like'),
    options: fc.dictionary(fc.constantFrom('id', 'words', 'page'), anyWords(6), { maxKeys: 3 }),
    share: fc.constant(true as const),
    look: fc.constantFrom('primary' as const, 'danger' as const),
  },
  { requiredKeys: ['label', 'command'] },
)
const card: fc.Arbitrary<Card> = fc.record(
  {
    id: fc.constant('P-014'),
    title: text,
    text,
    fields: fc.array(fc.record({ label: anyWords(2), value: text }), { maxLength: 4 }),
    note: text,
    buttons: fc.array(button, { maxLength: 8 }),
  },
  { requiredKeys: ['title'] },
)
const bytes = fc.uint8Array({ maxLength: 20 })

export const anyReply: fc.Arbitrary<Reply> = fc.record(
  {
    text,
    cards: fc.oneof(
      { weight: 9, arbitrary: fc.array(card, { maxLength: 6 }) },
      { weight: 1, arbitrary: fc.array(card, { minLength: 30, maxLength: 45 }) },
    ),
    buttons: fc.oneof(fc.array(button, { maxLength: 8 }), fc.array(button, { minLength: 20, maxLength: 60 })),
    pictures: fc.array(fc.record({ name: fc.constantFrom('chart.png', 'ä b.png', ''), png: bytes, alt: anyWords(4) }), { maxLength: 3 }),
    files: fc.array(
      fc.record({ name: fc.constantFrom('report.docx', 'report.docx', '../x.txt'), type: fc.constant('text/plain'), bytes }),
      { maxLength: 3 },
    ),
    instead: fc.constant(true as const),
  },
  { requiredKeys: ['text'] },
)

export const allButtons = ({ buttons = [], cards = [] }: Reply): Button[] => [...buttons, ...cards.flatMap(one => one.buttons ?? [])]
