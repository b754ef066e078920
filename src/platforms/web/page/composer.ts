/** Purpose: where one writes: grows with the words, completes commands, recalls what was said, and never loses a word. */
import type { Choice } from '../../../reply.ts'
import { askCompletions } from './api.ts'
import { el } from './el.ts'
import { icon } from './icons.ts'
import { recallIn } from './recall.ts'
import { say } from './strings.ts'
import { type Suggestions, suggestFor } from './suggestions.ts'

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
  const parts = makeParts(options)
  const { node, field, slash } = parts
  const set = (text: string, focus = true) => {
    field.value = text
    if (focus) field.focus()
    field.setSelectionRange(text.length, text.length)
    changed()
  }
  const suggestions = completionsFor(field, options, set)
  const changed = () => {
    options.onDraft(field.value)
    showState(parts)
    if (isCommand(field.value)) suggestions.refresh()
    else suggestions.close()
  }
  const send = () => {
    const line = field.value.trim()
    if (!/[^\s\p{Cf}]/u.test(line) || line.length > MAX_LINE) return field.focus()
    set('', false)
    options.onSend(line)
  }
  node.prepend(suggestions.list)
  node.addEventListener('submit', event => {
    event.preventDefault()
    send()
  })
  slash.addEventListener('click', () => set(isCommand(field.value) ? field.value : `/${field.value}`))
  field.addEventListener('input', changed)
  listenToKeys(field, suggestions, recallIn(field, options.said, set), send)
  field.value = options.draft
  requestAnimationFrame(() => showState(parts))
  return {
    node,
    focus: () => field.focus(),
    fill(line) {
      if (field.value.trim() !== '') options.onReplaced(field.value.trim())
      set(line)
    },
  }
}

type Parts = ReturnType<typeof makeParts>

function makeParts({ name }: ComposerOptions) {
  const field = el('textarea', {
    id: 'composer',
    rows: 1,
    dir: 'auto',
    enterkeyhint: 'send',
    autocapitalize: 'sentences',
    placeholder: say('page.placeholder'),
    'aria-label': say('page.composer', { channel: name }),
  })
  const send = el('button', { type: 'submit', class: 'send', 'aria-label': say('page.send'), title: say('page.send') }, icon('send'))
  const slash = el(
    'button',
    { type: 'button', class: 'slash', 'aria-label': say('page.commands'), title: say('page.commands') },
    icon('slash'),
  )
  const warning = el('p', { class: 'over', role: 'alert' })
  const node = el('form', { class: 'composer' }, warning, el('div', { class: 'writing' }, slash, field, send))
  return { node, field, send, slash, warning }
}

/** As high as its words; the arrow is bright when there is something to send. */
function showState({ field, send, warning }: Parts): void {
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight}px`
  send.classList.toggle('is-ready', field.value.trim() !== '')
  const over = field.value.trim().length - MAX_LINE
  warning.textContent = over > 0 ? say('page.too-long', { over }) : ''
}

function listenToKeys(field: HTMLElement, suggestions: Suggestions, recall: (event: KeyboardEvent) => boolean, send: () => void): void {
  field.addEventListener('keydown', event => {
    const sends = event.key === 'Enter' && !event.shiftKey && !event.isComposing
    if (suggestions.takesKey(event) || recall(event)) event.preventDefault()
    else if (sends) {
      event.preventDefault()
      send()
    }
  })
}

const completionsFor = (field: HTMLTextAreaElement, { channel, announce }: ComposerOptions, set: (text: string) => void): Suggestions =>
  suggestFor({
    field,
    id: 'completions',
    label: say('page.commands'),
    find: async (line, signal) => (isCommand(line) ? askCompletions(channel, line, signal) : []),
    pick: choice => set(choice.value),
    show: showCompletion,
    takesFirst,
    announce,
  })

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
