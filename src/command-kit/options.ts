/** Purpose: the options of commands, declared once: how they are read, completed, asked for in a form and explained. */
import { z } from 'zod'
import type { MessageKey } from '../locales/say.ts'
import type { Choice } from '../reply.ts'
import type { Context } from './context.ts'

export type Complete = (context: Context, typed: string) => readonly Choice[] | Promise<readonly Choice[]>

/** `words` takes what is left of a line; the others are typed as `name:value`. `hidden` ones are only filled in by buttons. */
export type Option<T = unknown> = {
  readonly about: MessageKey
  readonly kind: 'words' | 'line' | 'paragraph' | 'choice' | 'number'
  readonly schema: z.ZodType<T>
  readonly required: boolean
  readonly hidden: boolean
  readonly maxLength: number
  readonly choices?: readonly string[]
  /** Several values, with commas between. */
  readonly many?: true
  readonly choiceLabel?: (value: string) => MessageKey
  readonly complete?: Complete
  /** Somebody, as people there mention each other. */
  readonly person?: true
  /** Takes the rest of a typed line just as it stands: line breaks, quotes and colons included. */
  readonly verbatim?: true
}
export type Options = Readonly<Record<string, Option>>
export type Values<O extends Options> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never }
export type RawOptions = Readonly<Record<string, string>>

type More = { readonly maxLength?: number; readonly complete?: Complete }

export const words = (about: MessageKey, more: More = {}) => textual('words', about, more)
export const line = (about: MessageKey, more: More = {}) => textual('line', about, more)
export const paragraph = (about: MessageKey, more: More = {}) => textual('paragraph', about, { maxLength: 3000, ...more })

export const mention = (about: MessageKey): Option<string> => ({ ...line(about, { maxLength: 80 }), person: true })

/** The last option of an action; those before it take one word each when they are typed. */
export const verbatim = (about: MessageKey, more: More = {}): Option<string> => ({ ...paragraph(about, more), verbatim: true })

function textual(kind: 'words' | 'line' | 'paragraph', about: MessageKey, { maxLength = 300, complete }: More): Option<string> {
  const schema = z.string().trim().min(1).max(maxLength)
  return { about, kind, schema, required: true, hidden: false, maxLength, ...(complete && { complete }) }
}

export function choice<const C extends string>(
  about: MessageKey,
  choices: readonly [C, ...C[]],
  choiceLabel: (value: string) => MessageKey,
): Option<C> {
  return { about, kind: 'choice', schema: z.enum(choices), required: true, hidden: false, maxLength: 100, choices, choiceLabel }
}

/** Any of several: `target:cities,states`, or the option written twice. */
export function choices<const C extends string>(
  about: MessageKey,
  allowed: readonly [C, ...C[]],
  choiceLabel: (value: string) => MessageKey,
): Option<readonly C[]> {
  return {
    ...choice(about, allowed, choiceLabel),
    schema: z
      .string()
      .transform(splitList)
      .pipe(z.array(z.enum(allowed))),
    many: true,
  }
}

export const splitList = (text: string) =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')

export const number = (about: MessageKey, { min = 1, max = 1_000_000 } = {}): Option<number> => ({
  about,
  kind: 'number',
  schema: z.coerce.number().int().min(min).max(max),
  required: true,
  hidden: false,
  maxLength: 12,
})

export const optional = <T>(option: Option<T>): Option<T | undefined> => ({ ...option, schema: option.schema.optional(), required: false })
export const hidden = <T>(option: Option<T>): Option<T> => ({ ...option, hidden: true })
