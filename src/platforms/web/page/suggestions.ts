/** Purpose: a list of suggestions below or above a field: arrow keys choose, Tab and Enter accept, Escape closes. Used by the composer and by forms. */
import type { Choice } from '../../../reply.ts'
import { type Child, el } from './el.ts'
import { say } from './strings.ts'

export type Suggestions = {
  readonly list: HTMLElement
  /** Whether the key was for the list, and is done with. */
  takesKey(event: KeyboardEvent): boolean
  refresh(): void
  close(): void
}
export type SuggestOptions = {
  readonly field: HTMLInputElement | HTMLTextAreaElement
  readonly id: string
  readonly label: string
  find(typed: string, signal: AbortSignal): Promise<readonly Choice[]>
  pick(choice: Choice): void
  show(choice: Choice, typed: string): Child
  /** Whether Enter (or Tab) takes the first one without an arrow key. */
  takesFirst(typed: string, choices: readonly Choice[], key: 'Enter' | 'Tab'): boolean
  announce(words: string): void
}

const PAUSE = 90

export function suggestFor(options: SuggestOptions): Suggestions {
  const { field, id } = options
  const list = el('ul', { id, class: 'suggestions', role: 'listbox', 'aria-label': options.label, hidden: true })
  let choices: readonly Choice[] = []
  let active = -1
  let asking = new AbortController()

  const mark = (at: number) => {
    active = at
    for (const [index, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(index === at))
    if (at < 0) return field.removeAttribute('aria-activedescendant')
    field.setAttribute('aria-activedescendant', `${id}-${at}`)
    list.children[at]?.scrollIntoView({ block: 'nearest' })
  }
  const close = () => {
    asking.abort()
    choices = []
    list.hidden = true
    field.setAttribute('aria-expanded', 'false')
    mark(-1)
  }
  const pick = (choice: Choice | undefined) => {
    if (!choice) return false
    close()
    options.pick(choice)
    return true
  }
  const showOption = (choice: Choice, index: number) => {
    const option = el('li', { id: `${id}-${index}`, role: 'option', 'aria-selected': 'false' }, options.show(choice, field.value))
    option.addEventListener('pointerdown', event => event.preventDefault())
    option.addEventListener('click', () => pick(choice))
    return option
  }
  const open = (found: readonly Choice[]) => {
    if (found.length === 0) return close()
    choices = found
    list.replaceChildren(...found.map(showOption))
    list.hidden = false
    list.scrollTop = 0
    field.setAttribute('aria-expanded', 'true')
    mark(options.takesFirst(field.value, found, 'Enter') ? 0 : -1)
    options.announce(say('page.suggestions', { count: found.length }))
  }
  const refresh = () => {
    asking.abort()
    asking = new AbortController()
    const { signal } = asking
    const typed = field.value
    setTimeout(async () => {
      if (signal.aborted) return
      const found = await options.find(typed, signal).catch(() => [])
      if (!signal.aborted && field.value === typed && document.activeElement === field) open(found)
    }, PAUSE)
  }
  const takesKey = ({ key, shiftKey, isComposing }: KeyboardEvent) => {
    if (list.hidden || isComposing) return false
    if (key === 'Escape') close()
    else if (key === 'ArrowDown') mark((active + 1) % choices.length)
    else if (key === 'ArrowUp') mark(active <= 0 ? choices.length - 1 : active - 1)
    else if (key === 'Enter' && !shiftKey) return pick(choices[active])
    else if (key === 'Tab' && !shiftKey)
      return pick(choices[active] ?? (options.takesFirst(field.value, choices, 'Tab') ? choices[0] : undefined))
    else return false
    return true
  }

  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-haspopup', 'listbox'],
    ['aria-expanded', 'false'],
    ['aria-controls', id],
    ['autocomplete', 'off'],
  ] as const)
    field.setAttribute(name, value)
  field.addEventListener('blur', close)
  return { list, takesKey, refresh, close }
}
