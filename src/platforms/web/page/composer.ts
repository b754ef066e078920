/** Purpose: where one writes: grows with the words, completes commands, recalls what was said, and never loses a word. */
import type { Choice } from '../../../reply.ts'
import { askCompletions } from './api.ts'
import { el } from './el.ts'
import { icon } from './icons.ts'
import { say } from './strings.ts'
import { suggestFor } from './suggestions.ts'

export type Composer = {
  readonly node: HTMLElement
  fill(line: string): void
  focus(): void
}
export type ComposerOptions = {
  readonly channel: string
  readonly name: string
  readonly draft: string
  /** What was said before, the latest last. */
  readonly said: () => readonly string[]
  onSend(line: string): void
  /** Words that were not sent make room for others. */
  onReplaced(text: string): void
  onDraft(text: string): void
  announce(words: string): void
}

/** The server takes no more in one line. */
const MAX_LINE = 10_000

export function makeComposer(options: ComposerOptions): Composer {
  const field = el('textarea', {
    id: 'composer',
    rows: 1,
    dir: 'auto',
    enterkeyhint: 'send',
    autocapitalize: 'sentences',
    placeholder: say('page.placeholder', { channel: options.name }),
    'aria-label': say('page.composer', { channel: options.name }),
  })
  const send = el('button', { type: 'submit', class: 'send', 'aria-label': say('page.send'), title: say('page.send') }, icon('send'))
  const slash = el(
    'button',
    { type: 'button', class: 'slash', 'aria-label': say('page.commands'), title: say('page.commands') },
    icon('slash'),
  )
  const warning = el('p', { class: 'over', role: 'alert' })
  const suggestions = suggestFor({
    field,
    id: 'completions',
    label: say('page.commands'),
    find: async (line, signal) => (isCommand(line) ? askCompletions(options.channel, line, signal) : []),
    pick: choice => set(choice.value, true),
    show: showCompletion,
    takesFirst,
    announce: options.announce,
  })

  const grow = () => {
    field.style.height = 'auto'
    field.style.height = `${field.scrollHeight}px`
  }
  const changed = () => {
    grow()
    options.onDraft(field.value)
    send.classList.toggle('is-ready', field.value.trim() !== '')
    const over = field.value.trim().length - MAX_LINE
    warning.textContent = over > 0 ? say('page.too-long', { over }) : ''
    if (isCommand(field.value)) suggestions.refresh()
    else suggestions.close()
  }
  const set = (text: string, focus: boolean) => {
    field.value = text
    if (focus) field.focus()
    field.setSelectionRange(text.length, text.length)
    changed()
  }
  const submit = () => {
    const line = field.value.trim()
    if (line === '' || line.length > MAX_LINE) return field.focus()
    set('', false)
    suggestions.close()
    options.onSend(line)
  }

  const recall = recallWith(field, options.said, text => set(text, true))
  field.addEventListener('input', changed)
  field.addEventListener('keydown', event => {
    const sends = event.key === 'Enter' && !event.shiftKey && !event.isComposing
    if (suggestions.takesKey(event) || recall(event)) event.preventDefault()
    else if (sends) {
      event.preventDefault()
      submit()
    }
  })
  slash.addEventListener('click', () => set(isCommand(field.value) ? field.value : `/${field.value}`, true))
  const node = el('form', { class: 'composer' }, suggestions.list, warning, el('div', { class: 'writing' }, slash, field, send))
  node.addEventListener('submit', event => {
    event.preventDefault()
    submit()
  })
  set(options.draft, false)
  suggestions.close()
  requestAnimationFrame(grow)
  const fill = (line: string) => {
    if (field.value.trim() !== '') options.onReplaced(field.value.trim())
    set(line, true)
  }
  return { node, fill, focus: () => field.focus() }
}

const isCommand = (line: string) => line.startsWith('/') && !line.includes('\n')

/** A word that is not finished: Tab goes on with it anywhere, Enter only with the command itself. */
function takesFirst(line: string, choices: readonly Choice[], key: 'Enter' | 'Tab'): boolean {
  const unfinished = !line.endsWith(' ') && choices.every(({ value }) => value.trim() !== line.trim())
  return unfinished && (key === 'Tab' || (!line.includes(' ') && line.length > 1))
}

/** The last word of what the line would become, and what it means. */
function showCompletion({ value, label }: Choice, line: string) {
  const before = line.slice(0, line.lastIndexOf(' ') + 1)
  const word = before !== '' && value.startsWith(before) ? value.slice(before.length) : value
  return [el('span', { class: 'suggested', dir: 'auto' }, word.trim()), el('span', { class: 'meaning', dir: 'auto' }, label)]
}

/** ↑ in an empty field brings back what was said; ↑ and ↓ go on from there. */
function recallWith(field: HTMLTextAreaElement, said: () => readonly string[], set: (text: string) => void) {
  let back = 0
  let shown = ''
  return ({ key }: KeyboardEvent): boolean => {
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return false
    if (field.value === '') back = 0
    else if (field.value !== shown || back === 0) return false
    const lines = said()
    const next = back + (key === 'ArrowUp' ? 1 : -1)
    if (next < 0 || next > lines.length) return key === 'ArrowUp' && back > 0
    back = next
    shown = lines.at(-back) ?? ''
    if (back === 0) shown = ''
    set(shown)
    return true
  }
}
