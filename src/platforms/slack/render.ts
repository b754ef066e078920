/** Purpose: a reply as the messages that Slack takes: filled card by card, the rest in a file, no button ever lost. */
import type { types } from '@slack/bolt'
import type { Label } from '../../locales/say.ts'
import type { Attachment, Reply } from '../../reply.ts'
import { splitText } from '../fit-text.ts'
import { MESSAGE, MOST_MESSAGES } from './limits.ts'
import { cutReply, type IdOf, notePieces, type Piece, textPieces, type Unit } from './pieces.ts'
import { escapeWords } from './words.ts'

/** `text` is what notifications and screen readers say, escaped; `blocks` is what is seen. */
export type SlackMessage = { readonly text: string; readonly blocks: types.KnownBlock[] }
export type Rendered = { readonly messages: readonly SlackMessage[]; readonly files: readonly SlackFile[] }
/** `alt` says what a picture shows. */
export type SlackFile = Attachment & { readonly alt?: string }
export type RenderOptions = { readonly label: Label; readonly idOf?: IdOf; readonly sharedBy?: string | undefined }

const REST_NAME = 'plenary.txt'

export function renderReply(reply: Reply, { label, idOf, sharedBy }: RenderOptions): Rendered {
  const shared = sharedBy === undefined ? [] : [notePieces(label('slack.shared-by', { name: sharedBy }))]
  const messages = fill([...shared, ...cutReply(reply, idOf)])
  const files = [
    ...(reply.files ?? []),
    ...(reply.pictures ?? []).map(({ name, png, alt }) => ({ name, type: 'image/png', bytes: png, alt })),
  ]
  if (messages.length <= MOST_MESSAGES) return { messages: messages.map(toMessage), files }
  const shown = messages.slice(0, MOST_MESSAGES - 1)
  const rest = messages.slice(MOST_MESSAGES - 1).flat()
  const words = rest.map(piece => piece.words).filter(line => line !== '')
  const buttons = rest.flatMap(piece => piece.buttons)
  const last = fill([textPieces(label('slack.rest-in-file', { name: REST_NAME })), ...rows(buttons, idOf)])
  const file: Attachment = { name: REST_NAME, type: 'text/plain', bytes: new TextEncoder().encode(`${words.join('\n\n')}\n`) }
  return { messages: [...shown, ...last].map(toMessage), files: words.length > 0 ? [file, ...files] : files }
}

/** Blocks of a page (Home, a dialog), which has no second page: what is too much is said, the buttons stay. */
export function renderPage(reply: Reply, { label, idOf }: RenderOptions, most: number): types.KnownBlock[] {
  const pieces = cutReply(reply, idOf).flat()
  if (pieces.length <= most) return pieces.map(({ block }) => block)
  const full = rows(
    pieces.flatMap(({ buttons }) => buttons),
    idOf,
  ).flat()
  const note = textPieces(label('slack.too-much-here'))
  const room = Math.max(0, most - full.length - note.length)
  const shown = pieces.filter(({ buttons }) => buttons.length === 0).slice(0, room)
  return [...shown, ...note, ...full].slice(0, most).map(({ block }) => block)
}

const rows = (buttons: Piece['buttons'], idOf: IdOf | undefined): Unit[] => cutReply({ text: '', buttons }, idOf)

/** A unit goes whole into one message where it can; a longer one is cut between its pieces. */
function fill(units: readonly Unit[]): Piece[][] {
  const messages: Piece[][] = []
  let current: Piece[] = []
  let taken = EMPTY
  const open = () => {
    if (current.length > 0) messages.push(current)
    current = []
    taken = EMPTY
  }
  for (const unit of units) {
    const sized = unit.map(piece => ({ piece, size: sizeOf(piece) }))
    const size = sized.reduce((sum, part) => add(sum, part.size), EMPTY)
    if (!fits(add(taken, size)) && fits(size)) open()
    for (const { piece, size } of sized) {
      if (!fits(add(taken, size))) open()
      if (piece.block.type === 'divider' && current.length === 0) continue
      current.push(piece)
      taken = add(taken, size)
    }
  }
  open()
  return messages.filter(message => message.some(({ block }) => block.type !== 'divider'))
}

type Size = { readonly blocks: number; readonly words: number; readonly json: number }
/** The brackets around all blocks. */
const EMPTY: Size = { blocks: 0, words: 0, json: 1 }
const sizeOf = ({ block, words }: Piece): Size => ({ blocks: 1, words: words.length + 1, json: JSON.stringify(block).length + 1 })
const add = (one: Size, other: Size): Size => ({
  blocks: one.blocks + other.blocks,
  words: one.words + other.words,
  json: one.json + other.json,
})
const fits = ({ blocks, words, json }: Size) => blocks <= MESSAGE.blocks && words <= MESSAGE.words && json <= MESSAGE.json

function toMessage(pieces: readonly Piece[]): SlackMessage {
  const words = pieces.map(piece => piece.words).filter(line => line !== '')
  const labels = () => pieces.flatMap(({ buttons }) => buttons.map(({ label }) => label))
  const text = words.length > 0 ? words.join('\n') : labels().join(' · ')
  return { text: escapeWords(splitText(text, MESSAGE.words)[0] ?? '…'), blocks: pieces.map(({ block }) => block) }
}
