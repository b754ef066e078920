/** Purpose: names and descriptions in the languages that Discord shows commands in. */
import type { Locale, LocalizationMap } from 'discord.js'
import { CATALOGUES, type Language, labelIn, type MessageKey } from '../../locales/say.ts'
import { shorten } from '../fit-text.ts'
import { COMMAND } from './limits.ts'

/** Discord's documentation lists 32 locales without Arabic (its clients have none), and one unknown locale would void the whole registration: Arabic is left out.
 *  English stands under both its locales, since each falls back to the other before it falls back to the default. */
const LOCALES: readonly (readonly [`${Locale}`, Language])[] = [
  ['en-US', 'en'],
  ['en-GB', 'en'],
  ['fr', 'fr'],
  ['es-ES', 'es'],
  ['es-419', 'es'],
]

export type Named = { name: string; name_localizations: LocalizationMap }
export type Described = { description: string; description_localizations: LocalizationMap }

/** A word such as `practice`, with its translations where the catalogue has them. */
export const localiseName = (word: string): Named => ({
  name: word,
  name_localizations: Object.fromEntries(LOCALES.map(([locale, language]) => [locale, nameIn(language, word)])),
})

/** A word's name in a language: the catalogue's, as long as Discord takes it. */
export function nameIn(language: Language, word: string): string {
  const key = `discord.name.${word}`
  const name = isKey(key) ? CATALOGUES[language][key] : word
  return NAME.test(name) && name === name.toLowerCase() ? name : word
}
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const isKey = (key: string): key is MessageKey => Object.hasOwn(CATALOGUES.en, key)

export const localiseDescription = (key: MessageKey): Described => ({
  description: describe('en', key),
  description_localizations: Object.fromEntries(LOCALES.map(([locale, language]) => [locale, describe(language, key)])),
})

/** The label of something to choose, in each language. */
export const localiseLabel = (key: MessageKey, max: number): Named => ({
  name: shorten(labelIn('en')(key), max),
  name_localizations: Object.fromEntries(LOCALES.map(([locale, language]) => [locale, shorten(labelIn(language)(key), max)])),
})

const describe = (language: Language, key: MessageKey) => shorten(labelIn(language)(key), COMMAND.description)
