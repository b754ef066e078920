/** Purpose: what Plenary says, before any platform gives it a shape. Texts are never parsed as markup, so words by people stay words. */
import type { Address } from './address.ts'

/** One stretch of a text: plain words, something to type, an emphasis, a link, an instant (UTC epoch milliseconds),
 *  or a person, whom naming here never pings. */
export type Span =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  | { readonly link: string; readonly url: string }
  | { readonly instant: number; readonly zone: string }
  | { readonly person: Address }
export type Text = string | readonly Span[]

/** A command with its options filled in. `share` runs it for the whole channel; `form` asks for what is missing first. */
export type Button = {
  readonly label: string
  readonly command: string
  readonly options?: Readonly<Record<string, string>>
  readonly share?: true
  readonly form?: true
  readonly look?: 'primary' | 'danger'
}

export type Field = { readonly label: string; readonly value: Text }

/** One thing among several: a search result, a date, a group. `note` is small print, such as why it was found. */
export type Card = {
  readonly id?: string
  readonly title: Text
  readonly text?: Text
  readonly fields?: readonly Field[]
  readonly note?: Text
  readonly buttons?: readonly Button[]
}

export type Choice = { readonly value: string; readonly label: string }
export type FormField = {
  readonly name: string
  readonly label: string
  /** `person`: chosen among the people there where a platform can, else a line with a mention; its value is one. */
  readonly kind: 'line' | 'paragraph' | 'choice' | 'search' | 'person'
  readonly required: boolean
  readonly choices?: readonly Choice[]
  readonly value?: string
  readonly maxLength: number
}
/** Questions asked in a dialog; its answer is the command with `options` and the fields filled in. */
export type Form = {
  readonly title: string
  readonly submit: string
  readonly command: string
  readonly options: Readonly<Record<string, string>>
  readonly fields: readonly FormField[]
}

/** `png` as it is; `alt` says in words what it shows. */
export type Picture = { readonly name: string; readonly png: Uint8Array; readonly alt: string }
export type Attachment = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

/** `text` alone must make sense: it is what notifications and screen readers say. `instead` replaces the message whose button was pressed. */
export type Reply = {
  readonly text: Text
  readonly cards?: readonly Card[]
  readonly buttons?: readonly Button[]
  readonly pictures?: readonly Picture[]
  readonly files?: readonly Attachment[]
  readonly form?: Form
  readonly audience?: 'asker' | 'channel'
  readonly instead?: true
  readonly mood?: 'error'
  /** The field of a form that an error is about. */
  readonly field?: string
}

/** The words of a text with nothing around them. */
export const plainText = (text: Text): string => (typeof text === 'string' ? text : text.map(plainSpan).join(''))

function plainSpan(span: Span): string {
  if (typeof span === 'string') return span
  if ('code' in span) return span.code
  if ('strong' in span) return span.strong
  if ('link' in span) return span.link
  if ('person' in span) return `@${span.person.id}`
  return Temporal.Instant.fromEpochMilliseconds(span.instant)
    .toZonedDateTimeISO(span.zone)
    .toString({ smallestUnit: 'minute', offset: 'never' })
}
