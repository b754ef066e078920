/** Purpose: one thing among several as a card: its id, title, text, facts, small print and what one can do with it. */
import type { Field } from '../../../reply.ts'
import type { WireCard } from '../wire.ts'
import type { PrivateItem } from './channel-log.ts'
import { el } from './el.ts'
import { showButtons } from './show-buttons.ts'
import { showBlock, showText } from './show-text.ts'
import type { Tools } from './tools.ts'

export function showCard({ id, title, text, fields, note, buttons }: WireCard, owner: PrivateItem | undefined, tools: Tools): HTMLElement {
  const name = el('h3', { dir: 'auto' }, showText(title, tools))
  return el(
    'article',
    { class: 'card' },
    el('header', { class: 'card-head' }, id !== undefined && el('span', { class: 'badge', dir: 'ltr' }, id), name),
    text !== undefined && showBlock(text, 'card-text', tools),
    fields.length > 0 &&
      el(
        'dl',
        { class: 'fields' },
        fields.map(field => showField(field, tools)),
      ),
    note !== undefined && el('p', { class: 'note', dir: 'auto' }, showText(note, tools)),
    showButtons(buttons, owner, tools, id ?? name.textContent),
  )
}

const showField = ({ label, value }: Field, tools: Tools) =>
  el('div', { class: 'field' }, el('dt', { dir: 'auto' }, label), el('dd', {}, showBlock(value, 'field-value', tools)))
