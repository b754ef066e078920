/** Purpose: the whole page when there is nobody signed in, or no server to ask: what happened, and what to do. */
import type { Why } from './api.ts'
import { el } from './el.ts'
import { say } from './strings.ts'

export function showStop(why: Why, onRetry: () => void): void {
  const out = why === 'signed-out'
  document.title = 'Plenary'
  document
    .querySelector('#app')
    ?.replaceChildren(
      el(
        'main',
        { class: 'stop' },
        el('img', { class: 'empty-mark', src: '/page/mark.svg', alt: '', width: 72, height: 72 }),
        el('h1', {}, say(out ? 'page.signed-out' : 'page.failed-title')),
        el('p', {}, say(out ? 'page.signed-out-what' : `page.failed-${why}`)),
        el('button', { type: 'button', class: 'button primary', onclick: onRetry }, say('page.retry')),
      ),
    )
}
