/** Purpose: short private confirmations that come and go, and errors that stay until they are put away; all are read aloud. */
import { type Child, el } from './el.ts'
import { icon } from './icons.ts'
import { say } from './strings.ts'

export type Toasts = {
  readonly node: HTMLElement
  tell(words: Child): void
  /** Stays; `again` offers to try once more. */
  complain(words: Child, again?: () => void): void
  /** Only for those who listen. */
  announce(words: string): void
}

const STAYS = 6000
const MOST = 3

export function makeToasts(): Toasts {
  const polite = el('div', { class: 'toast-list', role: 'status' })
  const urgent = el('div', { class: 'toast-list', role: 'alert' })
  const heard = el('div', { class: 'unseen', role: 'status' })
  const add = (list: HTMLElement, toast: HTMLElement) => {
    while (list.childElementCount >= MOST) list.firstElementChild?.remove()
    list.append(toast)
  }
  return {
    node: el('div', { class: 'toasts' }, polite, urgent, heard),
    tell(words) {
      const toast = makeToast('check', words)
      add(polite, toast)
      leaveAfter(toast, STAYS)
    },
    complain(words, again) {
      const retry = el('button', { type: 'button', class: 'link' }, say('page.retry'))
      const toast = makeToast('warning', [el('div', {}, words), again && retry])
      retry.addEventListener('click', () => {
        toast.remove()
        again?.()
      })
      add(urgent, toast)
    },
    announce(words) {
      heard.textContent = words
    },
  }
}

function makeToast(kind: 'check' | 'warning', words: Child): HTMLElement {
  const toast: HTMLElement = el(
    'div',
    { class: `toast is-${kind}` },
    icon(kind),
    el('div', { class: 'toast-words', dir: 'auto' }, words),
    el('button', { type: 'button', class: 'quiet', 'aria-label': say('page.dismiss'), onclick: () => toast.remove() }, icon('close')),
  )
  return toast
}

/** Nothing is taken away while somebody reads it or has the cursor in it. */
function leaveAfter(toast: HTMLElement, milliseconds: number): void {
  setTimeout(() => {
    if (toast.matches(':hover, :focus-within')) leaveAfter(toast, 1000)
    else toast.remove()
  }, milliseconds)
}
