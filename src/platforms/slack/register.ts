/** Purpose: the app as Slack must know it: its manifest, generated from the commands. Scopes and events are only those in use. */
import { type CommandBook, fullName, UMBRELLA } from '../../command-kit/command-book.ts'
import type { Action } from '../../command-kit/define-command.ts'
import { labelIn } from '../../locales/say.ts'
import { shorten } from '../fit-text.ts'

/** Slack's own commands: these words cannot be an app's. They are reached as `/plenary <word>`. */
export const RESERVED: readonly string[] = [
  'active',
  'apps',
  'archive',
  'away',
  'call',
  'collapse',
  'dm',
  'dnd',
  'expand',
  'feed',
  'feedback',
  'help',
  'huddle',
  'invite',
  'invite_people',
  'join',
  'keys',
  'leave',
  'me',
  'msg',
  'mute',
  'open',
  'part',
  'prefs',
  'remind',
  'remove',
  'rename',
  'search',
  'shortcuts',
  'shrug',
  'star',
  'status',
  'todo',
  'topic',
  'unarchive',
  'who',
]
/** Slack takes more, but says five in one place and fifty in another for commands; shortcuts stay within the smaller number. */
const MOST = { commands: 50, shortcuts: 5, name: 24, description: 150, commandDescription: 2_000, hint: 1_000 } as const

export const MESSAGE_SHORTCUT = 'message:'
export const GLOBAL_SHORTCUT = 'global:home'

/** Why each is asked for. */
const SCOPES = {
  commands: 'slash commands and shortcuts',
  'chat:write': 'answers, and what is shared or sent to a channel that Plenary was invited to',
  'app_mentions:read': '“@Plenary …” in channels and threads',
  'im:history': 'what people write to Plenary directly',
  'channels:history': 'whether a message of unknown fate arrived; only Plenary’s own messages are looked at, and nothing is kept',
  'groups:history': 'the same in private channels',
  'im:write': 'files that are for one person alone',
  'files:write': 'answers that are too long for messages, pictures and reports',
  'channels:manage': 'a public channel for a group that wants one, its members brought there, and taken out where a coordinator asked',
  'groups:write': 'the same for private channels',
  'channels:read': 'whether a group’s channel is still there, and who is in it, so that only those who are missing are brought',
  'groups:read': 'the same for private channels to which Plenary belongs',
  'users:read': 'a person’s name, language, time zone and whether they are a guest or an admin',
} as const
const EVENTS = ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'] as const

export type ManifestOptions = {
  /** The public address of the web chat; then Slack sends over HTTP instead of Socket Mode. */
  readonly url?: string
  /** Only `/plenary …`, where other apps already own the short names. */
  readonly umbrellaOnly?: boolean
}

export function slackManifest(book: CommandBook, { url, umbrellaOnly = false }: ManifestOptions = {}) {
  const requestUrl = url === undefined ? undefined : new URL('/slack/events', url).href
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: 'Plenary',
      description: shorten(label('home.hello'), 140),
      background_color: '#1f4e5f',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Plenary', always_online: true },
      shortcuts: shortcuts(book),
      slash_commands: slashCommands(book, umbrellaOnly).map(command => ({
        ...command,
        ...(requestUrl && { url: requestUrl }),
        // So that a person who is mentioned comes as an id, whatever they are called.
        should_escape: true,
      })),
    },
    oauth_config: { scopes: { bot: Object.keys(SCOPES) } },
    settings: {
      event_subscriptions: { ...(requestUrl && { request_url: requestUrl }), bot_events: [...EVENTS] },
      interactivity: { is_enabled: true, ...(requestUrl && { request_url: requestUrl, message_menu_options_url: requestUrl }) },
      org_deploy_enabled: false,
      socket_mode_enabled: requestUrl === undefined,
      token_rotation_enabled: false,
    },
  }
}

const label = labelIn('en')

function slashCommands(book: CommandBook, umbrellaOnly: boolean) {
  const alone = umbrellaOnly ? [] : [...book.commands].filter(([word]) => !RESERVED.includes(word)).slice(0, MOST.commands - 1)
  return [
    { command: `/${UMBRELLA}`, description: shorten(label('home.hello'), MOST.commandDescription), usage_hint: 'help' },
    ...alone.map(([word, { summary, actions, bare }]) => {
      const hint = usageHint(actions[bare])
      return {
        command: `/${word}`,
        description: shorten(label(summary), MOST.commandDescription),
        ...(hint !== '' && { usage_hint: hint }),
      }
    }),
  ]
}

const usageHint = (action: Action | undefined) => shorten(action?.examples.find(example => example !== '') ?? '', MOST.hint)

function shortcuts(book: CommandBook) {
  const own = {
    name: 'Plenary',
    type: 'global',
    callback_id: GLOBAL_SHORTCUT,
    description: shorten(label('home.summary'), MOST.description),
  }
  const fromMessages = messageActions(book).map(([name, { menuName, summary }]) => ({
    // A name cut in half says less than the command's own words.
    name: label(menuName ?? summary).length <= MOST.name ? label(menuName ?? summary) : shorten(name, MOST.name),
    type: 'message',
    callback_id: `${MESSAGE_SHORTCUT}${name}`,
    description: shorten(label(summary), MOST.description),
  }))
  return [own, ...fromMessages].slice(0, MOST.shortcuts)
}

/** Actions that are offered in a message's menu. */
const messageActions = (book: CommandBook): [string, Action][] =>
  [...book.commands].flatMap(([word, { actions }]) =>
    Object.entries(actions)
      .filter(([, { fromMessage }]) => fromMessage !== undefined)
      .map(([name, action]): [string, Action] => [fullName(word, name), action]),
  )
