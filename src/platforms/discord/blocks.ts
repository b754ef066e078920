/** Purpose: a reply in blocks that stay together, each knowing how much of a message it takes. */
import { type APIComponentInContainer, type APIMessageTopLevelComponent, ComponentType } from 'discord.js'
import {
  type Attachment,
  type Button,
  type Card,
  type Field,
  type Picture,
  plainText,
  type Reply,
  type Span,
  type Text,
} from '../../reply.ts'
import { shorten } from '../fit-text.ts'
import { countOfRows, type Ids, toRows } from './buttons.ts'
import { FILE, MESSAGE } from './limits.ts'
import { spansOf, writeMarkdown } from './markdown.ts'
import type { Wording } from './render.ts'

export type File = Attachment & { readonly description?: string }
/** `words` and `buttons` are what must not be lost where the block itself finds no place. `url` gives the address of a file in the message. */
export type Block = {
  readonly count: number
  readonly characters: number
  words(): string
  buttons(): readonly Button[]
  readonly files: readonly File[]
  build(ids: Ids, url: (file: File) => string): APIMessageTopLevelComponent[]
}

/** A little below the limit, so that a card's heading and small print still go with it. */
const TEXT = MESSAGE.text - 200
const NOTE = 600
const TITLE = 400

export function toBlocks({ text, cards = [], buttons = [], pictures = [], files = [] }: Reply, label: Wording): Block[] {
  return [
    ...writeMarkdown(text, TEXT).map(textBlock),
    ...cards.flatMap(card => cardBlocks(card, label)),
    ...pictures.map(picture => pictureBlock(picture, label)),
    ...files.map(file => fileBlock(file, label)),
    ...buttonBlocks(buttons, label),
  ]
}

const EMPTY = { count: 0, characters: 0, words: () => '', buttons: () => [], files: [] }

export const textBlock = (content: string): Block => ({
  ...EMPTY,
  count: 1,
  characters: content.length,
  words: () => content,
  build: () => [{ type: ComponentType.TextDisplay, content }],
})

/** Rows of their own: so many that they need more than one message go into several blocks. */
export function buttonBlocks(buttons: readonly Button[], label: Wording): Block[] {
  const perBlock = 400
  return Array.from({ length: Math.ceil(buttons.length / perBlock) }, (_, at) => {
    const some = buttons.slice(at * perBlock, (at + 1) * perBlock)
    return { ...EMPTY, count: countOfRows(some.length), buttons: () => some, build: ids => toRows(some, ids, label('discord.choose')) }
  })
}

/** One frame with its text and its buttons, or, where a card is larger than a message, its parts one after the other. */
function cardBlocks(card: Card, label: Wording): Block[] {
  const texts = cardTexts(card)
  const { buttons = [] } = card
  const count = 1 + texts.length + countOfRows(buttons.length)
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  if (count > MESSAGE.components || characters > MESSAGE.text)
    return [...texts.map(text => frame(card, [text], [], label)), ...buttonBlocks(named(card), label)]
  return [{ ...frame(card, texts, buttons, label), buttons: () => named(card) }]
}

function frame(card: Card, texts: readonly string[], buttons: readonly Button[], label: Wording): Block {
  return {
    ...EMPTY,
    count: 1 + texts.length + countOfRows(buttons.length),
    characters: texts.reduce((sum, text) => sum + text.length, 0),
    words: () => cardWords(card),
    build: ids => [
      {
        type: ComponentType.Container,
        components: [
          ...texts.map((content): APIComponentInContainer => ({ type: ComponentType.TextDisplay, content })),
          ...toRows(buttons, ids, label('discord.choose')),
        ],
      },
    ],
  }
}

/** Away from its card, a button says whose it is. */
const named = ({ id, title, buttons = [] }: Card): Button[] =>
  buttons.map(button => ({ ...button, label: `${shorten(id ?? plainText(title), 40)}: ${button.label}` }))

function cardTexts({ id, title, text = '', fields = [], note = '' }: Card): string[] {
  const [heading = '', ...longTitle] = writeMarkdown([...spansOf(title).map(inOneLine), ...(id ? [' ', { code: id }] : [])], TITLE)
  const body = writeMarkdown([...spansOf(text), ...fields.flatMap(field => ['\n', ...fieldSpans(field)])], TEXT)
  const small = writeMarkdown(spansOf(note).map(inOneLine), NOTE)
  return glue([...(heading ? [`### ${heading}`] : []), ...longTitle, ...body, ...small.map(piece => `-# ${piece}`)])
}

const fieldSpans = ({ label, value }: Field): Span[] => [
  { strong: `${label}:` },
  plainText(value).includes('\n') ? '\n' : ' ',
  ...spansOf(value),
]

const inOneLine = (span: Span): Span =>
  typeof span === 'string' ? span.replace(/\s+/g, ' ') : 'strong' in span ? { strong: span.strong.replace(/\s+/g, ' ') } : span

/** Lines together as long as they fit into one text. */
function glue(lines: readonly string[]): string[] {
  const texts: string[] = []
  for (const line of lines) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + 1 + line.length <= MESSAGE.text) texts[texts.length - 1] = `${last}\n${line}`
    else texts.push(line)
  }
  return texts.length > 0 ? texts : ['…']
}

const cardWords = ({ id, title, text = '', fields = [], note = '' }: Card) =>
  [`${plainText(title)}${id ? ` (${id})` : ''}`, text, ...fields.map(({ label, value }): Text => `${label}: ${plainText(value)}`), note]
    .map(plainText)
    .filter(line => line !== '')
    .join('\n')

function pictureBlock({ name, png, alt }: Picture, label: Wording): Block {
  const file: File = { name, type: 'image/png', bytes: png, description: shorten(alt, FILE.description) }
  if (png.byteLength > FILE.bytes) return tooLarge(name, alt, label)
  const description = file.description?.trim() || name || '…'
  return {
    ...EMPTY,
    count: 1,
    words: () => alt,
    files: [file],
    build: (_, url) => [{ type: ComponentType.MediaGallery, items: [{ media: { url: url(file) }, description }] }],
  }
}

export function fileBlock(file: Attachment, label: Wording): Block {
  if (file.bytes.byteLength > FILE.bytes) return tooLarge(file.name, file.name, label)
  return {
    ...EMPTY,
    count: 1,
    files: [file],
    words: () => file.name,
    build: (_, url) => [{ type: ComponentType.File, file: { url: url(file) } }],
  }
}

const tooLarge = (name: string, words: string, label: Wording): Block => ({
  ...textBlock(writeMarkdown(label('discord.too-large', { name }), TEXT)[0] ?? name),
  words: () => words,
})
