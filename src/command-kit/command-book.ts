/** Purpose: all commands by name, and what was meant by a word that is none of them. */

import { nearest } from '../nearest.ts'
import type { Action, Command } from './define-command.ts'

/** The word that every command can also be reached by: `/plenary practice …`. */
export const UMBRELLA = 'plenary'

export type CommandBook = {
  readonly commands: ReadonlyMap<string, Command>
  /** The action of a full name such as `library get`, or of a word alone (its bare action). */
  find(name: string): Action | undefined
  /** The command whose name looks like the word. */
  suggest(word: string): string | undefined
}

export function makeCommandBook(commands: ReadonlyMap<string, Command>): CommandBook {
  return {
    commands,
    find(name) {
      const [word = '', named] = name.split(' ')
      const command = commands.get(word)
      const action = named ?? command?.bare ?? ''
      return command && Object.hasOwn(command.actions, action) ? command.actions[action] : undefined
    },
    suggest: word => nearest([...commands.keys()], name => name, word),
  }
}

/** The full names of every action: `practice`, `library get`. */
export const actionNames = (book: CommandBook): string[] =>
  [...book.commands].flatMap(([word, { actions }]) => Object.keys(actions).map(action => fullName(word, action)))

export const fullName = (word: string, action: string) => (action === '' ? word : `${word} ${action}`)
