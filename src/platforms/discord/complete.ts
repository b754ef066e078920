/** Purpose: complete an option while it is typed. */
import { InteractionResponseType } from 'discord.js'
import { UMBRELLA } from '../../command-kit/command-book.ts'
import type { Conversation, Visitor } from '../../command-kit/run-command.ts'
import type { Choice } from '../../reply.ts'
import { shorten } from '../fit-text.ts'
import type { Direct } from './direct.ts'
import { CHOICE, FIND_SERVER } from './limits.ts'
import type { InteractionEvent } from './read-event.ts'
import { placeOf, readCommand } from './read-interaction.ts'
import type { ReceiveParts } from './receive.ts'

export async function complete({ conversation, calls, direct }: ReceiveParts, event: InteractionEvent, by: Visitor): Promise<void> {
  const found = await suggestWhere(direct, conversation, event, by).catch(() => [])
  const choices = found
    // A value that was cut would mean something else; it can still be typed out.
    .filter(({ value }) => value.trim() !== '' && value.length <= CHOICE.value)
    .slice(0, CHOICE.count)
    .map(({ value, label }) => ({ name: shorten(label.trim() || value, CHOICE.name), value }))
  const handle = { id: event.id, token: event.token, applicationId: event.application_id }
  await calls.answer(handle, { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } })
}

/** In a direct message as in the server that it belongs to; nothing while that is not known. */
async function suggestWhere(direct: Direct, conversation: Conversation, event: InteractionEvent, by: Visitor): Promise<readonly Choice[]> {
  if (event.guild_id !== undefined) return suggest(conversation, event, by)
  const at = await direct.settle({ by, said: READING, within: FIND_SERVER.atOnce })
  return at.reply ? [] : suggest(conversation, { ...event, space: at.space }, at.by)
}
/** Whatever anybody may do. */
const READING = { command: 'help', options: {} }

async function suggest(
  conversation: Conversation,
  event: InteractionEvent & { readonly space?: string },
  by: Visitor,
): Promise<readonly Choice[]> {
  const { name = '', options = [] } = event.data ?? {}
  const place = placeOf(event)
  const { command, values } = readCommand(name, options)
  const typed = values.find(({ focused }) => focused)
  if (!typed) return []
  const text = String(typed.value ?? '')
  if (name === UMBRELLA) return completeLine(await conversation.complete(by, place, text))
  const several = conversation.book.find(command)?.options[typed.name]?.many === true
  const [, before = '', last = text] = several ? (/^(.*,\s*)?([^,]*)$/s.exec(text) ?? []) : []
  const found = await conversation.completeOption(by, place, command, typed.name, last)
  return found.map(({ value, label }) => ({ value: before + value, label: before + label }))
}

/** What is chosen stands in the field as its name, and the person types on: so the name is the line itself. */
const completeLine = (found: readonly Choice[]): Choice[] =>
  found.map(({ value }) => value.replace(/^\//, '')).map(value => ({ value, label: value }))
