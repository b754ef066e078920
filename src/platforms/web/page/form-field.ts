/** Purpose: one question of a form: its label, its field, and what is wrong with the answer. */
import type { Choice, FormField } from '../../../reply.ts'
import { askOptionValues } from './api.ts'
import { el } from './el.ts'
import { say } from './strings.ts'
import { suggestFor } from './suggestions.ts'

export type ShownField = {
  readonly name: string
  readonly node: HTMLElement
  value(): string
  /** Shows what is wrong, or with nothing that all is well. */
  complain(words: string | undefined): void
  missing(): string | undefined
  focus(): void
}
type Control = { readonly input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement; readonly extra?: HTMLElement; value(): string }

export function makeField(field: FormField, command: string, announce: (words: string) => void): ShownField {
  const { name, label, required } = field
  const id = `field-${name}`
  const { input, extra, value } = makeControl(field, id, command, announce)
  const wrong = el('p', { class: 'wrong', id: `${id}-wrong`, dir: 'auto' })
  input.setAttribute('aria-describedby', wrong.id)
  if (required) input.setAttribute('aria-required', 'true')
  return {
    name,
    node: el(
      'div',
      { class: 'question' },
      el(
        'label',
        { for: id, dir: 'auto' },
        label,
        required &&
          el(
            'span',
            { class: 'required' },
            el('span', { 'aria-hidden': 'true' }, ' *'),
            el('span', { class: 'unseen' }, ` (${say('page.required')})`),
          ),
      ),
      el('div', { class: 'answering' }, input, extra),
      wrong,
    ),
    value,
    complain(words) {
      wrong.textContent = words ?? ''
      input.setAttribute('aria-invalid', String(words !== undefined))
      if (words !== undefined) requestAnimationFrame(() => wrong.scrollIntoView({ block: 'nearest' }))
    },
    missing: () => (required && value() === '' ? say('page.fill-in', { label }) : undefined),
    focus: () => input.focus(),
  }
}

function makeControl(field: FormField, id: string, command: string, announce: (words: string) => void): Control {
  if (field.kind === 'choice') return makeSelect(field, id)
  if (field.kind === 'search') return makeSearch(field, id, command, announce)
  const shared = { id, name: field.name, maxlength: field.maxLength, dir: 'auto' }
  const input =
    field.kind === 'paragraph' ? el('textarea', { ...shared, rows: 5 }) : el('input', { ...shared, type: 'text', autocomplete: 'off' })
  input.value = field.value ?? ''
  return { input, value: () => input.value.trim() }
}

function makeSelect({ name, choices = [], value = '', required }: FormField, id: string): Control {
  const known = choices.some(choice => choice.value === value)
  const input = el(
    'select',
    { id, name },
    (!required || !known) && el('option', { value: '' }, say(required ? 'page.choose' : 'page.any')),
    choices.map(choice => el('option', { value: choice.value, selected: choice.value === value }, choice.label)),
  )
  return { input, value: () => input.value }
}

/** Shows the label of what was picked and sends its value; own words go as they are. */
function makeSearch(
  { name, label, maxLength, value = '' }: FormField,
  id: string,
  command: string,
  announce: (words: string) => void,
): Control {
  const input = el('input', { id, name, type: 'text', maxlength: maxLength, dir: 'auto' })
  input.value = value
  let picked: Choice | undefined
  const suggestions = suggestFor({
    field: input,
    id: `${id}-list`,
    label,
    find: (typed, signal) => askOptionValues({ command, option: name, typed }, signal),
    pick(choice) {
      picked = choice
      input.value = choice.label
    },
    show: choice => el('span', { class: 'suggested', dir: 'auto' }, choice.label),
    takesFirst: () => false,
    announce,
  })
  input.addEventListener('input', suggestions.refresh)
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' && suggestions.list.hidden) suggestions.refresh()
    // Escape must close the list alone, not the dialog around it.
    if (suggestions.takesKey(event)) event.preventDefault()
  })
  return { input, extra: suggestions.list, value: () => (picked?.label === input.value ? picked.value : input.value.trim()) }
}
