/** Purpose: what stands in a stream with nothing in it: an invitation, a short wait, or what went wrong. */
import type { Why } from './api.ts'
import { el } from './el.ts'
import { say } from './strings.ts'

const CHIPS = 4

/** A warm start with things to try; each chip sends itself. */
export const showEmpty = (channel: string, examples: readonly string[], onTry: (line: string) => void): HTMLElement =>
  el(
    'div',
    { class: 'empty' },
    el('img', { class: 'empty-mark', src: '/page/mark.svg', alt: '', width: 72, height: 72 }),
    el('p', { class: 'empty-title', dir: 'auto' }, say('page.empty-title', { channel })),
    el('p', { class: 'empty-text', dir: 'auto' }, say('page.empty-text')),
    el('p', { class: 'empty-try' }, say('page.try')),
    el(
      'ul',
      { class: 'chips' },
      examples
        .slice(0, CHIPS)
        .map(line => el('li', {}, el('button', { type: 'button', class: 'chip', dir: 'ltr', onclick: () => onTry(line) }, line))),
    ),
  )

export const showLoading = (): HTMLElement =>
  el(
    'div',
    { class: 'loading' },
    el('span', { class: 'unseen' }, say('page.loading')),
    [0, 1, 2].map(() => el('div', { class: 'ghost', 'aria-hidden': 'true' })),
  )

export const showTrouble = (why: Why, onRetry: () => void): HTMLElement =>
  el(
    'div',
    { class: 'empty', role: 'alert' },
    el('p', { class: 'empty-title' }, say('page.failed-title')),
    el('p', { class: 'empty-text' }, say(`page.failed-${why}`)),
    el('button', { type: 'button', class: 'button primary', onclick: onRetry }, say('page.retry')),
  )
