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
  /** Whether this key takes the first suggestion without an arrow key before. */
  takesFirst(typed: string, choices: readonly Choice[], key: 'Enter' | 'Tab'): boolean
  announce(words: string): void
}

const PAUSE = 90

/** What is open at the moment; `typed` is what the choices were found for, so that an old list accepts nothing. */
type State = {
  readonly options: SuggestOptions
  readonly list: HTMLElement
  choices: readonly Choice[]
  typed: string
  active: number
  asking: AbortController
}

export function suggestFor(options: SuggestOptions): Suggestions {
  const { field, id, label } = options
  const list = el('ul', { id, class: 'suggestions', role: 'listbox', 'aria-label': label, hidden: true })
  const state: State = { options, list, choices: [], typed: '', active: -1, asking: new AbortController() }
  field.setAttribute('aria-autocomplete', 'list')
  field.setAttribute('aria-controls', id)
  field.setAttribute('autocomplete', 'off')
  field.addEventListener('blur', () => leave(state))
  close(state)
  return { list, takesKey: event => takesKey(state, event), refresh: () => refresh(state), close: () => close(state) }
}

/** Asks a little later, and drops what was asked before. */
function refresh(state: State): void {
  const { field, find } = state.options
  state.asking.abort()
  state.asking = new AbortController()
  const { signal } = state.asking
  const typed = field.value
  setTimeout(async () => {
    if (signal.aborted) return
    const found = await find(typed, signal).catch(() => [])
    if (!signal.aborted && field.value === typed && document.activeElement === field) show(state, typed, found)
  }, PAUSE)
}

const show = (state: State, typed: string, choices: readonly Choice[]) => (choices.length > 0 ? open(state, typed, choices) : close(state))

function open(state: State, typed: string, choices: readonly Choice[]): void {
  const { field, announce, takesFirst } = state.options
  Object.assign(state, { choices, typed })
  state.list.replaceChildren(...choices.map((choice, at) => showOption(state, choice, at)))
  state.list.hidden = false
  state.list.scrollTop = 0
  setOpen(field, true)
  if (field instanceof HTMLInputElement) state.list.scrollIntoView({ block: 'nearest' })
  mark(state, takesFirst(typed, choices, 'Enter') ? 0 : -1)
  announce(say('page.suggestions', { count: choices.length }))
}

/** Whoever presses a button below the list leaves the field: if the list went at once, the button would move away from under the finger. */
function leave(state: State): void {
  if (pressed) document.addEventListener('pointerup', () => setTimeout(() => close(state)), { once: true })
  else close(state)
}

let pressed = false
const press = (now: boolean) => () => {
  pressed = now
}
document.addEventListener('pointerdown', press(true), { capture: true })
document.addEventListener('pointerup', press(false), { capture: true })
document.addEventListener('pointercancel', press(false), { capture: true })

function close(state: State): void {
  state.asking.abort()
  state.choices = []
  state.list.hidden = true
  setOpen(state.options.field, false)
  mark(state, -1)
}

/** A field of several lines is a combobox only while its list is open; otherwise it is what it looks like. */
function setOpen(field: HTMLElement, isOpen: boolean): void {
  if (field instanceof HTMLInputElement || isOpen) {
    field.setAttribute('role', 'combobox')
    field.setAttribute('aria-expanded', String(isOpen))
  } else {
    field.removeAttribute('role')
    field.removeAttribute('aria-expanded')
  }
}

function mark(state: State, at: number): void {
  const { field, id } = state.options
  state.active = at
  for (const [index, option] of [...state.list.children].entries()) option.setAttribute('aria-selected', String(index === at))
  if (at < 0) field.removeAttribute('aria-activedescendant')
  else field.setAttribute('aria-activedescendant', `${id}-${at}`)
  state.list.children[at]?.scrollIntoView({ block: 'nearest' })
}

function showOption(state: State, choice: Choice, at: number): HTMLElement {
  const { id, show } = state.options
  const option = el('li', { id: `${id}-${at}`, role: 'option', 'aria-selected': 'false' }, show(choice, state.typed))
  // The field keeps the cursor.
  option.addEventListener('pointerdown', event => event.preventDefault())
  option.addEventListener('click', () => pick(state, choice))
  return option
}

function pick(state: State, choice: Choice | undefined): boolean {
  if (!choice || state.options.field.value !== state.typed) return false
  close(state)
  state.options.pick(choice)
  return true
}

function takesKey(state: State, { key, shiftKey, isComposing }: KeyboardEvent): boolean {
  const { choices, active, options, typed } = state
  if (state.list.hidden || isComposing) return false
  if (key === 'Enter' && !shiftKey) return pick(state, choices[active])
  if (key === 'Tab' && !shiftKey)
    return pick(state, choices[active] ?? (options.takesFirst(typed, choices, 'Tab') ? choices[0] : undefined))
  if (key === 'Escape') close(state)
  else if (key === 'ArrowDown') mark(state, (active + 1) % choices.length)
  else if (key === 'ArrowUp') mark(state, active <= 0 ? choices.length - 1 : active - 1)
  else return false
  return true
}
