/** Purpose: a direct message has no server around it, so the buttons of a letter say which server it was written in: who presses one speaks as its member. */
import { InteractionType } from 'discord.js'
import type { InteractionEvent } from './read-event.ts'

/** Whoever is known from direct messages alone has no server. */
export const withSpace = (id: string, space = '') => (/^\d+$/.test(space) ? `@${space} ${id}` : id)

export function readSpace(id: string): { readonly space?: string; readonly id: string } {
  const [, space, rest] = /^@(\d+) (.*)$/s.exec(id) ?? []
  return space === undefined || rest === undefined ? { id } : { space, id: rest }
}

/** The event with the server that a pressed button, or a dialog that it opened, belongs to. Only our own messages carry such ids. */
export async function inItsSpace(
  event: InteractionEvent,
  readKept: (id: string) => Promise<string | undefined>,
): Promise<InteractionEvent & { readonly space?: string }> {
  const { type, guild_id, data: { values, custom_id } = {} } = event
  if (guild_id !== undefined || (type !== InteractionType.MessageComponent && type !== InteractionType.ModalSubmit)) return event
  const { space } = readSpace((await readKept(values?.[0] ?? custom_id ?? '')) ?? '')
  return space === undefined ? event : { ...event, space }
}
