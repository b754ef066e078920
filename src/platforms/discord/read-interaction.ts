/** Purpose: what an interaction says: who, where, and which command with which options. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js'
import { readButtonId } from '../../command-kit/button-id.ts'
import { type CommandBook, fullName, UMBRELLA } from '../../command-kit/command-book.ts'
import type { Place } from '../../command-kit/context.ts'
import type { RawOptions } from '../../command-kit/options.ts'
import type { Said, Visitor } from '../../command-kit/run-command.ts'
import { splitText } from '../fit-text.ts'
import type { EventOption, InteractionEvent } from './read-event.ts'
import { readSearch, readTyped } from './read-typed.ts'
import { LINE, menuActionNamed } from './register.ts'
import { OUTSIDE, readLineId, readSpace } from './space-mark.ts'

/** `space` is the server that a direct message belongs to. */
type InSpace = InteractionEvent & { readonly space?: string }

export function visitorOf({ guild_id, space = OUTSIDE, member, user, locale }: InSpace): Visitor | undefined {
  const id = member?.user.id ?? user?.id
  if (id === undefined) return undefined
  return {
    address: { platform: 'discord', space: guild_id ?? space, id },
    ...(locale && { locale }),
    ...(member && mayManage(BigInt(/^\d+$/.test(member.permissions) ? member.permissions : 0)) && { vouched: 'admin' as const }),
  }
}

/** Whoever may manage the server may manage Plenary in it. */
export const mayManage = (permissions: bigint) =>
  (permissions & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n

export const placeOf = ({ guild_id, space = OUTSIDE, channel_id, channel, user, member }: InSpace): Place => ({
  address: { platform: 'discord', space: guild_id ?? space, id: channel_id ?? channel?.id ?? user?.id ?? member?.user.id ?? '' },
  private: guild_id === undefined,
})

/** Whether an answer may take the place of the message whose button was pressed: nobody else sees that message. */
export const isOwnMessage = ({ guild_id, message }: InteractionEvent) =>
  message !== undefined && (guild_id === undefined || ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0)

export const isMadeOfComponents = ({ message }: InteractionEvent) => ((message?.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0

/** Ids that are too long for Discord are read back by `readKept`; it gives nothing for a button that has been forgotten. */
export async function readSaid(
  event: InteractionEvent,
  book: CommandBook,
  readKept: (id: string) => Promise<string | undefined>,
): Promise<Said | 'no words' | 'forgotten' | undefined> {
  const { type, data = {} } = event
  if (type === InteractionType.ApplicationCommand && data.type === ApplicationCommandType.Message) return readMenu(event, book)
  if (type === InteractionType.ApplicationCommand) return readSlash(event)
  const id = await readKept(data.values?.[0] ?? data.custom_id ?? '')
  if (id === undefined) return 'forgotten'
  const bare = readSpace(id).id
  const line = readLineId(bare)
  if (line) return line
  const call = readButtonId(bare)
  if (type === InteractionType.MessageComponent) return call
  const { command, options } = call
  return { command, options: { ...options, ...readFields(event) } }
}

function readSlash({ data: { name = '', options = [] } = {} }: InteractionEvent): Said {
  if (name === UMBRELLA) return { line: String(options.find(option => option.name === LINE)?.value ?? '') }
  const { command, values } = readCommand(name, options)
  return { command, options: Object.fromEntries(values.map(option => [option.name, String(option.value ?? '')])) }
}

/** The full name of the command, and the options that belong to it. */
export function readCommand(name: string, options: readonly EventOption[]): { command: string; values: readonly EventOption[] } {
  const [sub] = options
  return sub?.type === ApplicationCommandOptionType.Subcommand
    ? { command: fullName(name, sub.name), values: sub.options ?? [] }
    : { command: name, values: options }
}

function readMenu({ data = {} }: InteractionEvent, book: CommandBook): Said | 'no words' | undefined {
  const action = menuActionNamed(book, data.name ?? '')
  if (!action) return undefined
  const { maxLength = 300, verbatim } = book.find(action.command)?.options[action.option] ?? {}
  const words = (verbatim ? readTyped : readSearch)(data.resolved?.messages?.[data.target_id ?? '']?.content ?? '')
  return words === '' ? 'no words' : { command: action.command, options: { [action.option]: splitText(words, maxLength)[0] ?? words } }
}

/** Fields that were left empty stay there as empty: that a form was sent must be seen, or it would open again. */
function readFields({ data: { components = [] } = {} }: InteractionEvent): RawOptions {
  const fields = components.flatMap(({ component, components: inRow = [] }) => (component ? [component] : inRow))
  const people = (type: number | undefined, id: string) => (type === ComponentType.UserSelect ? `@${id}` : id)
  return Object.fromEntries(
    fields.map(({ type, custom_id, value, values = [] }) => [custom_id, value ?? values.map(id => people(type, id)).join(',')]),
  )
}
