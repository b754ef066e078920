/** Purpose: read what a person typed: `/practice xenophobia schools region:europe`, on any platform that gives us bare text. */

import { nearest } from '../nearest.ts'
import type { Button } from '../reply.ts'
import { UserError } from '../user-error.ts'
import { type CommandBook, fullName, UMBRELLA } from './command-book.ts'
import type { Action, Command } from './define-command.ts'
import { isGreeting } from './offer-welcome.ts'
import type { RawOptions } from './options.ts'

/** What plain words to Plenary mean. */
const LOOSE_COMMAND = 'library search'
const GREETED = 'home'

export type ParsedLine = { readonly command: string; readonly options: RawOptions }

/** A line of one command: its name (with the action) and its options, not yet checked.
 *  @throws UserError for an unknown word, with the command that was probably meant */
export function parseLine(book: CommandBook, line: string, { loose = false }: { readonly loose?: boolean } = {}): ParsedLine {
  const tokens = wordsOf(line)
  const word = tokens.shift()?.text.toLowerCase() ?? 'help'
  const command = book.commands.get(word)
  if (!command && loose && isGreeting(line)) return { command: book.commands.has(GREETED) ? GREETED : 'help', options: {} }
  if (!command && loose) return { command: LOOSE_COMMAND, options: { words: line.trim() } }
  if (!command) throw unknownCommand(book, word, line)
  const named = Object.hasOwn(command.actions, tokens[0]?.text.toLowerCase() ?? '') ? tokens.shift()?.text.toLowerCase() : undefined
  const name = named ?? command.bare
  const action = command.actions[name]
  if (!action) throw new Error(`The bare action of ${word} does not exist`)
  const asTyped = verbatimIn(action)
  if (asTyped) return { command: fullName(word, name), options: fillVerbatim(action, asTyped, restOfLine(line, word, named)) }
  const { filled, lost } = fillOptions(action, tokens)
  if (lost === undefined) return { command: fullName(word, name), options: filled }
  throw named === undefined ? unknownAction(book, word, command, line, lost) : new UserError('error.too-many-words', { word: lost })
}

/** A word after a command that is none of its actions: the one that was meant, or all that there are. */
function unknownAction(book: CommandBook, word: string, { actions }: Command, line: string, lost: string): UserError {
  const names = namesOf(actions)
  if (names.length === 0) return new UserError('error.too-many-words', { word: lost })
  const meant = nearest(names, name => name, lost)
  if (meant) return meantInstead(book, `${word} ${lost}`, corrected(line, word, lost, meant))
  const help = { label: `/plenary help ${word}`, command: 'help', options: { command: word } }
  return new UserError(
    'error.unknown-action',
    { word: lost, command: { code: `/${word}` }, actions: names.join(' · ') },
    { buttons: [help] },
  )
}

/** The option that takes the rest of a line as it stands. */
const verbatimIn = ({ options }: Pick<Action, 'options'> = { options: {} }) => Object.keys(options).find(name => options[name]?.verbatim)

const namesOf = (actions: Command['actions']) => Object.keys(actions).filter(name => name !== '')

/** The line with the action that was meant right after its command: anywhere else it would be no action. */
function corrected(line: string, word: string, typed: string, meant: string): string {
  const umbrella = CALLED.exec(line.trim())?.[1] ?? ''
  const mistake = new RegExp(`(?<!\\S)["“«]?${RegExp.escape(typed)}["”»]?(?!\\S)\\s*`, 'i')
  return `/${umbrella}${word} ${meant} ${restOfLine(line, word, undefined).replace(mistake, '')}`.trim()
}

/** Where a command takes words of its own, a mistyped action is read as one of them (`/group jion europe`): what was probably meant, for when that failed.
 *  Not for what is taken down as it stands: in `/note moved to the west` nothing is mistyped. */
export function mistypedAction(book: CommandBook, line: string): Button | undefined {
  const [word = '', typed = ''] = wordsOf(line).map(({ text }) => text.toLowerCase())
  const { actions = {}, bare = '' } = book.commands.get(word) ?? {}
  if (typed === '' || Object.hasOwn(actions, typed) || verbatimIn(actions[bare])) return undefined
  const meant = nearest(namesOf(actions), name => name, typed)
  if (meant === undefined) return undefined
  try {
    return buttonFor(book, corrected(line, word, typed, meant))
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** What stands after the command's words, with its line breaks. */
function restOfLine(line: string, word: string, named: string | undefined): string {
  const bare = line.trim().replace(/^[/!]/, '')
  const start = new RegExp(`^(?:${UMBRELLA}\\s+)?${word}(?:\\s+${named ?? ''})?`, 'i')
  return bare.replace(start, '').trim()
}

function fillVerbatim({ options }: Action, asTyped: string, rest: string): RawOptions {
  const filled: Record<string, string> = {}
  let left = rest
  for (const name of positional(options).filter(name => name !== asTyped)) {
    const [all = '', value] = /^(\S+)\s*/.exec(left) ?? []
    if (value !== undefined) filled[name] = value
    left = left.slice(all.length)
  }
  return left === '' ? filled : { ...filled, [asTyped]: left }
}

function unknownCommand(book: CommandBook, word: string, line: string): UserError {
  const meant = book.suggest(word)
  const rest = line
    .trim()
    .replace(CALLED, '')
    .replace(/^\S+\s*/, '')
  if (!meant) return new UserError('error.unknown-command', { word }, { buttons: [{ label: '/plenary help', command: 'help' }] })
  return meantInstead(book, word, `/${meant} ${rest}`.trim())
}

const meantInstead = (book: CommandBook, word: string, corrected: string) =>
  new UserError('error.unknown-command-meant', { word, command: { code: corrected } }, { buttons: [buttonFor(book, corrected)] })

function buttonFor(book: CommandBook, line: string): Button {
  const { command, options } = parseLine(book, line)
  return { label: line, command, options, look: 'primary' }
}

/** What a line may begin with before its command. */
const CALLED = new RegExp(`^[/!]?(${UMBRELLA}\\s+)?`, 'i')

/** The words of a line after `/` and Plenary’s own name. */
function wordsOf(line: string): Token[] {
  const tokens = tokenise(line.trim().replace(/^[/!]/, ''))
  return tokens[0]?.text.toLowerCase() === UMBRELLA ? tokens.slice(1) : tokens
}

type Token = { readonly text: string; readonly quoted: boolean }
const TOKEN = /(\p{L}[\p{L}-]*:)?["“«]([^"”»]*)["”»]|\S+/gu

const tokenise = (line: string): Token[] =>
  Array.from(line.matchAll(TOKEN), ([all, name, inQuotes]) => ({
    text: inQuotes === undefined ? all : (name ?? '') + inQuotes,
    quoted: inQuotes !== undefined,
  }))

/** `name:value` fills the option of that name; other words go, in order, to the options that are typed without a name. `lost` is the first that no option takes. */
function fillOptions({ options }: Action, tokens: readonly Token[]): { readonly filled: RawOptions; readonly lost: string | undefined } {
  const filled: Record<string, string> = {}
  const loose: Token[] = []
  for (const token of tokens) {
    const [, name, value] = /^(\p{L}[\p{L}-]*):(.+)$/su.exec(token.text) ?? []
    const option = name && value ? optionNamed(options, name, value, token.quoted) : undefined
    if (option && value) filled[option] = filled[option] === undefined ? value : `${filled[option]},${value}`
    else loose.push(token)
  }
  for (const name of positional(options).filter(name => filled[name] === undefined)) {
    const taken = options[name]?.kind === 'words' || options[name]?.kind === 'paragraph' ? loose.splice(0) : loose.splice(0, 1)
    if (taken.length > 0) filled[name] = taken.map(token => token.text).join(' ')
  }
  return { filled, lost: loose[0]?.text }
}

/** Options that need no name: all that are required, and those that take the rest of the line. */
const positional = (options: Action['options']) =>
  Object.keys(options).filter(
    name => !options[name]?.hidden && (options[name]?.required || options[name]?.kind === 'words' || options[name]?.kind === 'paragraph'),
  )

/** The option that a typed `name:` means; a time (10:30) or an address (https://…) is none. */
function optionNamed(options: Action['options'], typed: string, value: string, quoted: boolean): string | undefined {
  const name = typed.toLowerCase()
  if (Object.hasOwn(options, name)) return name
  if (value.startsWith('//')) return undefined
  const meant = nearest(Object.keys(options), option => option, name)
  if (meant) throw new UserError('error.unknown-option-meant', { typed, option: meant, corrected: { code: `${meant}:${value}` } })
  // Whoever takes the trouble of quotes means a filter; as mere words it would end up where nobody wants it.
  const shown = Object.keys(options).filter(option => !options[option]?.hidden)
  if (quoted && shown.length > 0)
    throw new UserError('error.unknown-option', { typed, options: shown.map(option => `${option}:`).join(' · ') })
  return undefined
}
