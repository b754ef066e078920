/** Purpose: what travels between the web chat's server and its page, as JSON. The page imports only these types. */
import type { Choice, Field, Form, Text } from '../../reply.ts'

/** `id` is the written form of the button (`command-kit/button-id.ts`); the page sends it back as it is. */
export type WireButton = { readonly id: string; readonly label: string; readonly look?: 'primary' | 'danger' }
export type WireCard = {
  readonly id?: string
  readonly title: Text
  readonly text?: Text
  readonly fields: readonly Field[]
  readonly note?: Text
  readonly buttons: readonly WireButton[]
}
export type WirePicture = { readonly src: string; readonly alt: string }
export type WireFile = { readonly name: string; readonly href: string }
export type WireReply = {
  readonly text: Text
  readonly cards: readonly WireCard[]
  readonly buttons: readonly WireButton[]
  readonly pictures: readonly WirePicture[]
  readonly files: readonly WireFile[]
  readonly form?: Form
  readonly instead?: true
  readonly mood?: 'error'
  readonly field?: string
}

/** A message that all in the channel see. `id` rises; `sentAt` is UTC epoch milliseconds; Plenary's own have `author.plenary`. */
export type WireMessage = {
  readonly id: number
  readonly channel: string
  readonly author: { readonly name: string; readonly plenary: boolean; readonly you: boolean; readonly sharedBy?: string }
  readonly sentAt: number
  readonly reply: WireReply
  /** Nobody else in the channel sees it: a reminder for this visitor. */
  readonly onlyYou?: true
}

/** Answer to saying, pressing or submitting: a private reply, or nothing when it went to the channel (it arrives as an event). */
export type WireAnswer = { readonly reply?: WireReply; readonly language: string }

export type WireMe = {
  readonly name: string
  readonly role: string
  readonly roleName: string
  readonly language: string
  readonly rightToLeft: boolean
  readonly zone: string
  readonly channels: readonly { readonly id: string; readonly name: string }[]
  /** Whom one may be here; only on this machine's own address. */
  readonly personas: readonly { readonly id: string; readonly name: string; readonly roleName: string }[]
  readonly languages: readonly Choice[]
  readonly examples: readonly string[]
  /** The page's own sentences, in the visitor's language: every key of the catalogue that starts with `page.`. */
  readonly strings: Readonly<Record<string, string>>
}

export type WireSay = { readonly channel: string; readonly line: string; readonly key: string }
export type WirePress = { readonly channel: string; readonly id: string; readonly key: string }
export type WireSubmit = {
  readonly channel: string
  readonly command: string
  readonly options: Readonly<Record<string, string>>
  readonly key: string
}
