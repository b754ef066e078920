/** Purpose: what somebody may do who shares no server with Plenary: read the starter library and the help, and have forgotten what was once kept. */
import type { CommandBook } from '../../command-kit/command-book.ts'
import { parseLine } from '../../command-kit/parse-line.ts'
import type { Said } from '../../command-kit/run-command.ts'
import { UserError } from '../../user-error.ts'

/** None of these keeps anything. */
const OPEN = [
  ...['help', 'practice', 'recommendation', 'resource'],
  ...['library search', 'library get', 'library like', 'library themes', 'library find'],
  ...['my data', 'my erase'],
]

/** A line as its command, so that plain words are only searched for; one with a mistake stays, and the conversation explains it. */
export function readOutside(book: CommandBook, said: Said): Said {
  if (!('line' in said)) return said
  try {
    return parseLine(book, said.line, said)
  } catch (error) {
    if (error instanceof UserError) return { line: said.line }
    throw error
  }
}

export const mayOutside = (said: Said) => 'line' in said || OPEN.includes(said.command)
