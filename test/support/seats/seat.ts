/** Purpose: what a person can do in any of the three chats, and what they then see: one conversation, acted out in each of them. */

import type { WireReply } from '../../../src/platforms/web/wire.ts'
import { plainText } from '../../../src/reply.ts'

export type SeenFile = { readonly name: string; readonly data: Uint8Array }
/** What was shown after something was done. `handle` is what the chat itself needs to press a button or to send a form. */
export type Seen<H = unknown> = {
  readonly words: string
  /** A file that came with it; some chats bring it a moment later. */
  file(name: string | RegExp): Promise<SeenFile>
  /** Nobody else sees it. */
  readonly alone: boolean
  /** The values that the fields of an open form start with. */
  readonly form?: Readonly<Record<string, string>> | undefined
  readonly handle: H
}

export type Seat<H = unknown> = {
  /** How others mention this person. */
  readonly mention: string
  /** A slash command: as it is typed, and its options where the chat takes them one by one. */
  runs(command: string, typed: string, options?: Readonly<Record<string, string | number>>): Promise<Seen<H>>
  /** With Plenary's name in front; in a thread where one is named. */
  mentions(line: string, thread?: string): Promise<Seen<H>>
  /** Chosen from the menu of somebody's message. */
  notes(message: string, thread?: string): Promise<Seen<H>>
  presses(seen: Seen<H>, label: string | RegExp): Promise<Seen<H>>
  fills(seen: Seen<H>, values: Readonly<Record<string, string>>): Promise<Seen<H>>
  /** The private message, not asked for, that holds these words. */
  letter(words: string): Promise<Seen<H>>
}

/** One chat with two people in it. */
export type Room<H = unknown> = { readonly ana: Seat<H>; readonly ben: Seat<H> }

export const findFile = (files: readonly SeenFile[], name: string | RegExp): SeenFile | undefined =>
  files.find(file => (typeof name === 'string' ? file.name === name : name.test(file.name)))

export async function fileAmong(files: readonly SeenFile[], name: string | RegExp): Promise<SeenFile> {
  const found = findFile(files, name)
  if (!found) throw new Error(`No ${name} among: ${files.map(file => file.name).join(', ')}`)
  return found
}

/** All that can be read in what the web page gets. */
export const wireWords = ({ text, cards, buttons, pictures }: WireReply): string =>
  [
    plainText(text),
    ...cards.flatMap(card => [
      card.id ?? '',
      plainText(card.title),
      plainText(card.text ?? ''),
      ...card.fields.map(({ label, value }) => `${label}: ${plainText(value)}`),
      plainText(card.note ?? ''),
      ...card.buttons.map(({ label }) => `[${label}]`),
    ]),
    ...buttons.map(({ label }) => `[${label}]`),
    ...pictures.map(({ alt }) => alt),
  ].join('\n')
