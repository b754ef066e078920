/** Purpose: what Plenary says: words, cards, pictures, files and buttons. */
import type { WireFile, WirePicture, WireReply } from '../wire.ts'
import type { PrivateItem } from './channel-log.ts'
import { type Child, el } from './el.ts'
import { icon } from './icons.ts'
import { plainText } from './plain-text.ts'
import { showButtons } from './show-buttons.ts'
import { showCard } from './show-card.ts'
import { showBlock, webAddress } from './show-text.ts'
import { say } from './strings.ts'
import type { Tools } from './tools.ts'

export const showReply = (reply: WireReply, owner: PrivateItem | undefined, tools: Tools): Child => [
  showSaid(reply, tools),
  reply.cards.length > 0 &&
    el(
      'div',
      { class: 'cards' },
      reply.cards.map(card => showCard(card, owner, tools)),
    ),
  reply.pictures.map(showPicture),
  reply.files.length > 0 && el('ul', { class: 'files' }, reply.files.map(showFile)),
  showButtons(reply.buttons, owner, tools),
]

/** Where the one card says the same, the words are only for those who listen. */
function showSaid({ text, mood, cards }: WireReply, tools: Tools): HTMLElement {
  const [only, ...others] = cards
  const repeated = only && others.length === 0 && plainText(text, tools.clock).includes(plainText(only.title, tools.clock))
  return showBlock(text, repeated ? 'unseen' : mood === 'error' ? 'said is-error' : 'said', tools)
}

const showPicture = ({ src, alt }: WirePicture): Child =>
  /^(data:image\/|\/)/.test(src) && el('img', { class: 'picture', src, alt, loading: 'lazy' })

function showFile({ name, href }: WireFile): Child {
  const safe = /^(data:|\/[^/])/.test(href) ? href : webAddress(href)
  if (safe === undefined) return undefined
  const label = el('span', { dir: 'auto' }, name)
  return el(
    'li',
    {},
    el('a', { class: 'file', href: safe, download: name, 'aria-label': say('page.download', { name }) }, icon('file'), label),
  )
}
