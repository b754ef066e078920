/** Purpose: what only this visitor sees: what they asked, and Plenary's answer below it. */

import { isChat, isSmall, type PrivateItem } from './channel-log.ts'
import { type Child, el } from './el.ts'
import { isForPlenary } from './for-plenary.ts'
import { icon } from './icons.ts'
import { showFace, showTime } from './show-message.ts'
import { showReply } from './show-reply.ts'
import { showBlock } from './show-text.ts'
import { say } from './strings.ts'
import type { Tools } from './tools.ts'

export function showPrivate(item: PrivateItem, you: string, tools: Tools): HTMLElement {
  if (isChat(item)) return showUnsent(item, you, tools)
  if (item.reply && isSmall(item.reply)) return showSmall(item, item.reply.mood === 'error', tools)
  return el(
    'li',
    { class: 'row private' },
    el('div', { class: 'margin' }, showFace({ name: 'Plenary', plenary: true })),
    el(
      'div',
      { class: 'row-body private-box', role: 'group', 'aria-label': say('page.only-you') },
      el(
        'div',
        { class: 'private-head' },
        el('span', { class: 'only-you' }, icon('private'), say('page.only-you')),
        showTime(item.at, tools),
        removeButton(item, tools),
      ),
      showEcho(item.line, tools),
      item.reply && showReply(item.reply, item, tools),
      showState(item, tools),
    ),
  )
}

/** A confirmation, which was a toast before: one quiet line, so that it can still be found. */
const showSmall = (item: PrivateItem, error: boolean, tools: Tools) =>
  el(
    'li',
    { class: `row small-line${error ? ' is-error' : ''}` },
    el('div', { class: 'margin' }, icon(error ? 'warning' : 'private')),
    el(
      'div',
      { class: 'row-body', role: 'group', 'aria-label': say('page.only-you') },
      showEcho(item.line, tools),
      item.reply && showBlock(item.reply.text, 'small-text', tools),
    ),
    removeButton(item, tools),
  )

/** The visitor's own words, until the server has them. */
const showUnsent = (item: PrivateItem, you: string, tools: Tools) =>
  el(
    'li',
    { class: `row message is-${item.state}` },
    el('div', { class: 'margin' }, showFace({ name: you, plenary: false })),
    el(
      'div',
      { class: 'row-body' },
      el('div', { class: 'by' }, el('span', { class: 'author', dir: 'auto' }, you), showTime(item.at, tools)),
      showBlock(item.line, 'said', tools),
      showState(item, tools),
    ),
  )

/** What was typed or pressed; a command can be taken up again. */
const showEcho = (line: string, tools: Tools): Child =>
  isForPlenary(line)
    ? el('button', { type: 'button', class: 'echo', dir: 'auto', title: say('page.use-line'), onclick: () => tools.use(line) }, line)
    : el('p', { class: 'echo', dir: 'auto' }, line)

function showState(item: PrivateItem, tools: Tools): Child {
  if (item.state === 'waiting') return el('p', { class: 'waiting' }, say('page.waiting'))
  if (item.state !== 'failed') return undefined
  return el(
    'div',
    { class: 'failed' },
    el('p', {}, icon('warning'), `${say('page.not-sent')} ${say(`page.failed-${item.why ?? 'broken'}`)}`),
    el(
      'div',
      { class: 'buttons' },
      el('button', { type: 'button', class: 'button primary', onclick: () => tools.retry(item) }, say('page.retry')),
      item.asked.path === 'say' &&
        el('button', { type: 'button', class: 'button plain', onclick: () => tools.edit(item) }, say('page.edit')),
    ),
  )
}

const removeButton = (item: PrivateItem, tools: Tools) =>
  el(
    'button',
    { type: 'button', class: 'remove', 'aria-label': say('page.remove'), title: say('page.remove'), onclick: () => tools.remove(item) },
    icon('close'),
  )
