/** Purpose: say that the line to the server is down, quietly; a short break is nobody's business. */
import { el } from './el.ts'
import { say } from './strings.ts'

const SHORT = 1200

export function showLine(banner: HTMLElement, isOnline: () => boolean): void {
  if (isOnline()) {
    banner.replaceChildren()
    return
  }
  setTimeout(() => {
    if (!isOnline() && banner.childElementCount === 0) banner.append(el('p', {}, el('span', { class: 'pulse' }), say('page.reconnecting')))
  }, SHORT)
}
