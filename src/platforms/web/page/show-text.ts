/** Purpose: a text's spans as elements. Everything is isolated by direction, so that Arabic and Latin words do not disturb each other. */
import type { Span, Text } from '../../../reply.ts'
import { type Child, el } from './el.ts'
import { say } from './strings.ts'
import type { Tools } from './tools.ts'

/** Longer than this is folded: nobody should meet a wall of text. */
const LONG = 900
const MANY_LINES = 14
const BULLET = '• '

export const showText = (text: Text, tools: Tools): Child => (typeof text === 'string' ? text : text.map(span => showSpan(span, tools)))

/** A block of text in its own direction; a long one shows its beginning and can be opened. */
export function showBlock(text: Text, name: string, tools: Tools): HTMLElement {
  const block = el('div', { class: `text ${name}`, dir: 'auto' }, showText(text, tools))
  const lines = typeof text === 'string' ? text.split('\n') : []
  if (lines.length > 1 && lines.every(line => line.startsWith(BULLET))) block.replaceChildren(showList(lines))
  const words = block.textContent
  if (words.length <= LONG && words.split('\n').length <= MANY_LINES) return block
  return fold(block)
}

/** Only addresses of the web; anything else stays words. */
export function webAddress(url: string): string | undefined {
  const address = URL.canParse(url) ? new URL(url) : undefined
  return address?.protocol === 'https:' || address?.protocol === 'http:' ? address.href : undefined
}

const showList = (lines: readonly string[]) =>
  el(
    'ul',
    { class: 'bullets' },
    lines.map(line => el('li', { dir: 'auto' }, line.slice(BULLET.length))),
  )

function showSpan(span: Span, tools: Tools): Child {
  if (typeof span === 'string') return span
  if ('code' in span) return showCode(span.code, tools)
  if ('strong' in span) return el('strong', { dir: 'auto' }, span.strong)
  if ('link' in span) return showLink(span.link, span.url)
  if ('person' in span) return el('bdi', { class: 'person' }, span.person.id)
  const at = span.instant
  return el('time', { datetime: new Date(at).toISOString(), title: tools.clock.exact(at) }, tools.clock.full(at))
}

/** A command that is named in a text can be taken over into the message box. */
function showCode(code: string, tools: Tools): HTMLElement {
  if (!/^\/\w[^…]*$/.test(code)) return el('code', { dir: 'auto' }, code)
  return el('button', { type: 'button', class: 'code', dir: 'auto', title: say('page.use-line'), onclick: () => tools.use(code) }, code)
}

function showLink(words: string, url: string): Child {
  const href = webAddress(url)
  if (href === undefined) return el('bdi', {}, words)
  return el(
    'a',
    { href, target: '_blank', rel: 'noopener noreferrer', dir: 'auto' },
    words,
    el('span', { class: 'unseen' }, ` ${say('page.new-tab')}`),
  )
}

function fold(block: HTMLElement): HTMLElement {
  block.classList.add('is-folded')
  const button = el('button', { type: 'button', class: 'link', 'aria-expanded': 'false' }, say('page.show-all'))
  button.addEventListener('click', () => {
    const folded = block.classList.toggle('is-folded')
    button.setAttribute('aria-expanded', String(!folded))
    button.textContent = say(folded ? 'page.show-all' : 'page.show-less')
  })
  return el('div', { class: 'foldable' }, block, button)
}
