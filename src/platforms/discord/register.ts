/** Purpose: the application commands, generated from the declarations, and their registration where Discord has others. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type REST,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js'
import { type CommandBook, fullName, UMBRELLA } from '../../command-kit/command-book.ts'
import type { Command } from '../../command-kit/define-command.ts'
import type { MessageKey } from '../../locales/say.ts'
import { optionsOf } from './command-options.ts'
import { COMMAND } from './limits.ts'
import { localiseDescription, localiseLabel, localiseName } from './localise.ts'
import { sameCommands } from './same-commands.ts'
import { troubleOf } from './trouble.ts'

/** Words of Discord's own and of Slack's: such a command would not be found, or would be another in each chat. They are reached as `/plenary <word>`. */
export const RESERVED: readonly string[] = [
  ...['me', 'nick', 'msg', 'tts', 'tenor', 'giphy', 'gif', 'shrug', 'tableflip', 'unflip', 'spoiler', 'ban', 'kick', 'timeout', 'thread'],
  ...['remind', 'status', 'search', 'help', 'dm', 'who', 'join', 'leave', 'invite', 'topic', 'mute', 'call', 'away', 'active'],
  ...['archive', 'collapse', 'expand', 'feed', 'open', 'star', 'todo', 'apps', 'close', 'remove', 'rename', 'prefs', 'shortcuts'],
]
/** The name of the umbrella's only option. */
export const LINE = 'line'
/** Discord takes so many commands that are typed, and so many in a message's menu. */
const MOST = { typed: 100, menu: 15 }

export type DiscordCommand = RESTPutAPIApplicationCommandsJSONBody[number]

/** Everything that is registered: what `plenary manifest discord` prints. */
export function discordCommands(book: CommandBook): DiscordCommand[] {
  const alone = [...book.commands].filter(([word]) => !RESERVED.includes(word) && word !== UMBRELLA)
  return [
    umbrella(),
    ...alone.slice(0, MOST.typed - 1).map(([word, command]) => typedCommand(word, command)),
    ...menuActions(book)
      .slice(0, MOST.menu)
      .map(({ key }) => ({ ...everywhere(), type: ApplicationCommandType.Message as const, ...localiseLabel(key, COMMAND.name) })),
  ]
}

/** In servers and in direct messages with Plenary; installed on servers, not on people. */
const everywhere = () => ({
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
})

const umbrella = (): DiscordCommand => ({
  ...everywhere(),
  type: ApplicationCommandType.ChatInput,
  ...localiseName(UMBRELLA),
  ...localiseDescription('discord.umbrella'),
  options: [
    {
      type: ApplicationCommandOptionType.String,
      ...localiseName(LINE),
      ...localiseDescription('discord.line'),
      required: false,
      autocomplete: true,
      max_length: COMMAND.longestValue,
    },
  ],
})

/** A command with several actions has them as subcommands; Discord then can't run it bare. */
const typedCommand = (word: string, { summary, actions }: Command): DiscordCommand => ({
  ...everywhere(),
  type: ApplicationCommandType.ChatInput,
  ...localiseName(word),
  ...localiseDescription(summary),
  options:
    actions[''] && Object.keys(actions).length === 1
      ? optionsOf(actions[''])
      : Object.entries(actions).map(([name, action]) => ({
          type: ApplicationCommandOptionType.Subcommand as const,
          ...localiseName(name),
          ...localiseDescription(action.summary),
          options: optionsOf(action),
        })),
})

type MenuAction = { readonly command: string; readonly option: string; readonly key: MessageKey }
/** What can be chosen in a message's menu. */
export const menuActions = (book: CommandBook): MenuAction[] =>
  [...book.commands].flatMap(([word, { actions }]) =>
    Object.entries(actions).flatMap(([name, { fromMessage, menuName, summary }]) =>
      fromMessage ? [{ command: fullName(word, name), option: fromMessage, key: menuName ?? summary }] : [],
    ),
  )

/** The action that a name in a message's menu stands for. */
export const menuActionNamed = (book: CommandBook, name: string) =>
  menuActions(book).find(({ key }) => localiseLabel(key, COMMAND.name).name === name)

/** Something that speaks Discord's protocol, and takes commands but doesn't list them: then they are sent at each start. */
function unlessNotListed(error: unknown): undefined {
  if (!['http_404', 'http_405', 'http_501'].includes(troubleOf(error).code)) throw error
}

/** Registers the commands where Discord has others than these; tells whether it had. */
export async function registerCommands(rest: REST, application: string, book: CommandBook): Promise<'same' | 'registered'> {
  const wanted = discordCommands(book)
  const route = Routes.applicationCommands(application)
  // Without this, Discord leaves the translations out, and every start would find a difference.
  const known: unknown = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) }).catch(unlessNotListed)
  if (sameCommands(known, wanted)) return 'same'
  await rest.put(route, { body: wanted })
  return 'registered'
}
