/** Purpose: a direct message has no server around it, so the buttons of a letter say which server it was written in: who presses one speaks as its member. */
import { InteractionType } from 'discord.js'
import { readButtonId, writeButtonId } from '../../command-kit/button-id.ts'
import type { Said } from '../../command-kit/run-command.ts'
import type { Button } from '../../reply.ts'
import type { InteractionEvent } from './read-event.ts'

/** The space of who shares no server with Plenary; nobody's rows lie in it. */
export const OUTSIDE = 'outside'

/** Whoever is known from direct messages alone has no server. */
export const withSpace = (id: string, space = '') => (/^\d+$/.test(space) ? `@${space} ${id}` : id)

type Marked = { readonly space?: string; readonly chosen?: true; readonly id: string }

export function readSpace(id: string): Marked {
  if (id.startsWith(`${CHOOSE}|`)) return readChoice(id)
  const [, space, rest] = /^@(\d+) (.*)$/s.exec(id) ?? []
  return space === undefined || rest === undefined ? { id } : { space, id: rest }
}

/** Asks which server is meant: pressing it runs the same there. A command's name is a word, so none is like this one. */
const CHOOSE = '=server'
const [LINE, LOOSE] = ['/', '>']

export function chooseButton(label: string, space: string, said: Said): Button {
  const run = 'line' in said ? `${said.loose ? LOOSE : LINE}${said.line}` : writeButtonId(asButton(said))
  return { label, command: CHOOSE, options: { in: space, run } }
}

const asButton = ({ command, options, share, form }: Exclude<Said, { line: string }>): Button => ({
  label: '',
  command,
  options,
  ...(share && { share: true as const }),
  ...(form && { form: true as const }),
})

function readChoice(id: string): Marked {
  const { in: space = '', run = '' } = readButtonId(id).options
  return { space, chosen: true, id: run }
}

/** The line that was typed, where the id of a button is one. */
export function readLineId(id: string): Said | undefined {
  if (id.startsWith(LOOSE)) return { line: id.slice(1), loose: true }
  return id.startsWith(LINE) ? { line: id.slice(1) } : undefined
}

/** The event with the server that a pressed button, or a dialog that it opened, belongs to. Only our own messages carry such ids. */
export async function inItsSpace(
  event: InteractionEvent,
  readKept: (id: string) => Promise<string | undefined>,
): Promise<InteractionEvent & { readonly space?: string; readonly chosen?: true }> {
  const { type, guild_id, data: { values, custom_id } = {} } = event
  if (guild_id !== undefined || (type !== InteractionType.MessageComponent && type !== InteractionType.ModalSubmit)) return event
  const { space, chosen } = readSpace((await readKept(values?.[0] ?? custom_id ?? '')) ?? '')
  return space === undefined ? event : { ...event, space, ...(chosen && { chosen }) }
}
