/** Purpose: a button that opens a small panel of choices; Escape or a click elsewhere closes it. */
import { type Child, el } from './el.ts'
import { icon } from './icons.ts'

export type MenuChoice = { readonly label: Child; readonly current: boolean; readonly lang?: string; onPick(): void }
/** `own` choices take effect at once, in this page; others wait for the server, and the page is then shown anew. */
export type MenuGroup = { readonly title: string; readonly about?: string; readonly own?: true; readonly choices: readonly MenuChoice[] }

export function makeMenu(id: string, name: string, face: Child, groups: readonly MenuGroup[]): HTMLElement {
  const panel = el('div', { id, class: 'menu', popover: 'auto', role: 'dialog', 'aria-label': name })
  const button = el(
    'button',
    { type: 'button', class: 'menu-button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false', popovertarget: id },
    face,
  )
  panel.append(...groups.map((group, at) => showGroup(group, `${id}-${at}`, () => panel.hidePopover())))
  panel.addEventListener('toggle', () => {
    const open = panel.matches(':popover-open')
    button.setAttribute('aria-expanded', String(open))
    if (open) (panel.querySelector<HTMLElement>('[aria-pressed=true]') ?? panel.querySelector('button'))?.focus()
  })
  panel.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const buttons = [...panel.querySelectorAll('button')]
    const at = buttons.findIndex(other => other.matches(':focus'))
    buttons.at((at + step) % buttons.length)?.focus()
  })
  return el('div', { class: 'menu-frame' }, button, panel)
}

function showGroup({ title, about, own, choices }: MenuGroup, id: string, close: () => void): HTMLElement {
  const buttons = choices.map(({ label, current, lang, onPick }) => {
    const button = el(
      'button',
      { type: 'button', class: 'menu-choice', 'aria-pressed': String(current), lang },
      el('span', { dir: 'auto' }, label),
      icon('check'),
    )
    button.addEventListener('click', () => {
      if (own) for (const other of buttons) other.setAttribute('aria-pressed', String(other === button))
      else close()
      onPick()
    })
    return button
  })
  return el(
    'div',
    { class: 'menu-group', role: 'group', 'aria-labelledby': id },
    el('p', { id, class: 'menu-title' }, title),
    about !== undefined && el('p', { class: 'menu-about' }, about),
    buttons,
  )
}
