/** Purpose: a reply cut into pieces, each a few blocks that stay together, so that messages can be filled with them. */
import type { types } from '@slack/bolt'
import { writeButtonId } from '../../command-kit/button-id.ts'
import { type Button, type Card, plainText, type Reply, type Span, type Text } from '../../reply.ts'
import { shorten } from '../fit-text.ts'
import { withoutControls } from '../without-controls.ts'
import { BUTTON, CONTEXT } from './limits.ts'
import { richText } from './rich-text.ts'

/** `words` is what the blocks say, for notifications, screen readers and the file of what was too much. */
export type Piece = { readonly block: types.KnownBlock; readonly words: string; readonly buttons: readonly Button[] }
/** Pieces that belong together: a card with its buttons. */
export type Unit = readonly Piece[]
/** The id that a button carries; long ones are kept and have a key instead. */
export type IdOf = (button: Button) => string

export const cutReply = (reply: Reply, idOf: IdOf = writeButtonId): Unit[] =>
  [
    ...textPieces(reply.text).map(piece => [piece]),
    ...(reply.cards ?? []).map((card, at) => [...(at > 0 ? [DIVIDER] : []), ...cutCard(card, idOf)]),
    ...buttonPieces(reply.buttons ?? [], idOf).map(piece => [piece]),
  ].filter(unit => unit.length > 0)

const DIVIDER: Piece = { block: { type: 'divider' }, words: '', buttons: [] }

export const textPieces = (text: Text): Piece[] => richText(text).map(({ block, words }) => ({ block, words, buttons: [] }))

function cutCard({ id, title, text, fields = [], note, buttons = [] }: Card, idOf: IdOf): Piece[] {
  const spans: Span[] = [
    ...(id ? [{ code: id }, ' '] : []),
    ...strong(title),
    ...(text ? ['\n', ...spansOf(text)] : []),
    ...fields.flatMap(({ label, value }): Span[] => ['\n', { strong: `${label}: ` }, ...spansOf(value)]),
  ]
  return [...textPieces(spans), ...(note ? notePieces(note) : []), ...buttonPieces(buttons, idOf)]
}

const spansOf = (text: Text): readonly Span[] => (typeof text === 'string' ? [text] : text)
const strong = (text: Text): Span[] => spansOf(text).map(span => (typeof span === 'string' ? { strong: span } : span))

/** Small print, as long as nothing in it needs more than plain words. */
export function notePieces(note: Text): Piece[] {
  const words = withoutControls(plainText(note))
  const plain = typeof note === 'string' || note.every(span => typeof span === 'string' || 'strong' in span || 'code' in span)
  if (words.trim() === '') return []
  if (!plain || words.length > CONTEXT) return textPieces(note)
  return [{ block: { type: 'context', elements: [{ type: 'plain_text', text: words, emoji: false }] }, words, buttons: [] }]
}

/** Rows of buttons. Each button's `action_id` only has to differ from the others of its row: what it does is in `value`. */
export function buttonPieces(buttons: readonly Button[], idOf: IdOf): Piece[] {
  const rows: { buttons: Button[]; elements: types.Button[]; size: number }[] = []
  for (const button of buttons) {
    const element = toElement(button, idOf(button))
    const size = JSON.stringify(element).length
    const row = rows.at(-1)
    if (!row || row.buttons.length === BUTTON.inRow || row.size + size > BUTTON.rowJson) {
      rows.push({ buttons: [button], elements: [{ ...element, action_id: 'press-0' }], size })
      continue
    }
    row.elements.push({ ...element, action_id: `press-${row.elements.length}` })
    row.buttons.push(button)
    row.size += size
  }
  return rows.map(row => ({ block: { type: 'actions', elements: row.elements }, buttons: row.buttons, words: '' }))
}

const toElement = ({ label, look }: Button, value: string): types.Button => ({
  type: 'button',
  text: { type: 'plain_text', text: shorten(withoutControls(label).trim() || '…', BUTTON.label), emoji: false },
  value,
  ...(look && { style: look }),
})
