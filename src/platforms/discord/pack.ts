/** Purpose: fill as few messages as needed with the blocks of a reply; what is beyond five messages goes into a file, its buttons into lists. */
import { type APIMessageTopLevelComponent, MessageFlags } from 'discord.js'
import type { Reply } from '../../reply.ts'
import { type Block, buttonBlocks, type File, fileBlock, textBlock, toBlocks } from './blocks.ts'
import { makeIds } from './buttons.ts'
import { FILE, MESSAGE, MOST_MESSAGES } from './limits.ts'
import { writeMarkdown } from './markdown.ts'
import { bare, type Outgoing, type Rendered, type Wording } from './render.ts'

/** All files of one message; Discord takes 25 MiB for the whole request. */
const BYTES = 24 * 1024 * 1024

export function packMessages(reply: Reply, label: Wording, space?: string): Rendered {
  const blocks = toBlocks(reply, label)
  const all = fill(blocks.length > 0 ? blocks : [textBlock('…')])
  const fits = all.length <= MOST_MESSAGES
  const messages = fits ? all : [...all.slice(0, MOST_MESSAGES - 1), ...fill(restOf(all.slice(MOST_MESSAGES - 1).flat(), label))]
  const [first = build([textBlock('…')]), ...others] = messages.map(blocks => build(blocks, space))
  return { messages: [first.outgoing, ...others.map(({ outgoing }) => outgoing)], kept: [first, ...others].flatMap(({ kept }) => kept) }
}

function fill(blocks: readonly Block[]): Block[][] {
  const messages: Block[][] = []
  let room = emptyRoom()
  for (const block of blocks) {
    const left = without(room, block)
    const opens = messages.length === 0 || Object.values(left).some(amount => amount < 0)
    if (opens) messages.push([block])
    else messages.at(-1)?.push(block)
    room = opens ? without(emptyRoom(), block) : left
  }
  return messages
}

type Room = { readonly components: number; readonly characters: number; readonly files: number; readonly bytes: number }
const emptyRoom = (): Room => ({ components: MESSAGE.components, characters: MESSAGE.text, files: MESSAGE.files, bytes: BYTES })
const without = (room: Room, { count, characters, files }: Block): Room => ({
  components: room.components - count,
  characters: room.characters - characters,
  files: room.files - files.length,
  bytes: room.bytes - files.reduce((sum, file) => sum + file.bytes.byteLength, 0),
})

/** Everything else that the reply had: words in a file, buttons in lists, and files as they were. */
function restOf(blocks: readonly Block[], label: Wording): Block[] {
  const words = [...new Set(blocks.map(block => block.words()))].filter(text => text !== '').join('\n\n')
  const rest: File = { name: 'plenary.txt', type: 'text/plain; charset=utf-8', bytes: new TextEncoder().encode(words).slice(0, FILE.bytes) }
  return [
    ...writeMarkdown(label('discord.rest-in-file'), MESSAGE.text).map(textBlock),
    fileBlock(rest, label),
    ...blocks.filter(({ files }) => files.length > 0),
    ...buttonBlocks(
      blocks.flatMap(block => block.buttons()),
      label,
    ),
  ]
}

function build(blocks: readonly Block[], space?: string): { outgoing: Outgoing; kept: readonly string[] } {
  const ids = makeIds(space)
  const files = blocks.flatMap(block => block.files)
  const names = new Map<File, string>()
  for (const file of files) names.set(file, freeName(file.name, [...names.values()]))
  const nameOf = (file: File) => names.get(file) ?? file.name
  const components: APIMessageTopLevelComponent[] = blocks.flatMap(block => block.build(ids, file => `attachment://${nameOf(file)}`))
  const attachments = files.map((file, at) => ({
    id: String(at),
    filename: nameOf(file),
    ...(file.description && { description: file.description }),
  }))
  const body = { ...bare(components), attachments, flags: MessageFlags.IsComponentsV2 }
  return { outgoing: { body, files: files.map(file => ({ ...file, name: nameOf(file) })) }, kept: [...ids.kept] }
}

/** A name as an address takes it, once in each message. */
function freeName(wanted: string, taken: readonly string[]): string {
  const plain =
    wanted
      .replace(/[^\w.-]+/g, '_')
      .slice(-FILE.name)
      .replace(/^\.+/, '') || 'file'
  return taken.includes(plain) ? freeName(`${taken.length}-${plain}`, taken) : plain
}
