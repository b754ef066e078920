/** Purpose: speak the member's language. Every sentence is an ICU message; `<code>` and `<strong>` mark what is typed or stressed. */
import { IntlMessageFormat } from 'intl-messageformat'
import type { Span, Text } from '../reply.ts'
import { ar } from './ar/all.ts'
import { en } from './en/all.ts'
import { es } from './es/all.ts'
import { fr } from './fr/all.ts'

export type MessageKey = keyof typeof en
export type Catalogue = Readonly<Record<MessageKey, string>>
export type MessageValues = Readonly<Record<string, string | number | Span>>

export const LANGUAGES = ['en', 'fr', 'es', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, fr, es, ar }
/** Languages call themselves by their own names, so that everybody finds theirs. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français', es: 'Español', ar: 'العربية' }
export const isRightToLeft = (language: Language) => language === 'ar'
/** What stands between names in one line. */
export const commaOf = (language: Language) => (language === 'ar' ? '، ' : ', ')

/** `say` gives a text with its spans, `label` the bare words (buttons, titles of dialogs). Both throw on a missing value. */
export type Say = (key: MessageKey, values?: MessageValues) => Text
export type Label = (key: MessageKey, values?: MessageValues) => string

export const sayIn =
  (language: Language): Say =>
  (key, values = {}) => {
    const sentence = message(language, key)
    if (typeof sentence === 'string') return sentence
    const parts: unknown = sentence.format<unknown>({ ...values, code: codeSpan, strong: strongSpan })
    return Array.isArray(parts) ? parts.filter(isSpan) : String(parts)
  }

export const labelIn =
  (language: Language): Label =>
  (key, values = {}) => {
    const sentence = message(language, key)
    return typeof sentence === 'string' ? sentence : String(sentence.format<string>({ ...values, code: joined, strong: joined }))
  }

/** The language of ours that a platform's locale (`es-419`, `fr_CA`) means, if any. */
export function languageOf(locale: string | undefined): Language | undefined {
  const base = locale?.toLowerCase().split(/[-_]/)[0]
  return LANGUAGES.find(language => language === base)
}

const codeSpan = (chunks: unknown[]) => ({ code: joined(chunks) })
const strongSpan = (chunks: unknown[]) => ({ strong: joined(chunks) })
const joined = (chunks: unknown[]) => chunks.join('')
const isSpan = (part: unknown): part is Span => typeof part === 'string' || (typeof part === 'object' && part !== null)

/** A sentence that is the same for all values needs no compiling. */
const messages = new Map(LANGUAGES.map(language => [language, new Map<MessageKey, string | IntlMessageFormat>()] as const))
function message(language: Language, key: MessageKey): string | IntlMessageFormat {
  const known = messages.get(language)?.get(key)
  if (known !== undefined) return known
  const text = CATALOGUES[language][key]
  const made = /[{}<']/.test(text) ? new IntlMessageFormat(text, language) : text
  messages.get(language)?.set(key, made)
  return made
}
