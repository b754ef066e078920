/** Purpose: the manifest is what Slack takes, holds every command, and asks for no more than is used. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { actionNames, type CommandBook, makeCommandBook } from '../../../src/command-kit/command-book.ts'
import { loadCommands } from '../../../src/command-kit/load-commands.ts'
import { RESERVED, slackManifest } from '../../../src/platforms/slack/register.ts'

/** After Slack's published schema of manifests, version 2. */
const command = z.strictObject({
  command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
  description: z.string().min(1).max(2000),
  usage_hint: z.string().min(1).max(1000).optional(),
  should_escape: z.boolean(),
  url: z.url().optional(),
})
const shortcut = z.strictObject({
  name: z.string().min(1).max(24),
  type: z.enum(['message', 'global']),
  callback_id: z.string().min(1).max(255),
  description: z.string().min(1).max(150),
})
const schema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.number() }),
  display_information: z.strictObject({
    name: z.string().max(35),
    description: z.string().max(140),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    shortcuts: z.array(shortcut).max(5),
    slash_commands: z.array(command).max(50),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: z.url().optional(), bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({
      is_enabled: z.literal(true),
      request_url: z.url().optional(),
      message_menu_options_url: z.url().optional(),
    }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
})
const read = async (options = {}) => schema.parse(slackManifest(await loadCommands(), options))

test('every command has its own word, but those that are Slack’s; all are under /plenary', async () => {
  const names = (await read()).features.slash_commands.map(one => one.command)
  const book = await loadCommands()
  expect(names).toContain('/plenary')
  expect(names).not.toContain('/help')
  for (const word of book.commands.keys()) if (!RESERVED.includes(word)) expect(names).toContain(`/${word}`)
  expect((await read({ umbrellaOnly: true })).features.slash_commands).toHaveLength(1)
})

test('a message’s menu offers what takes its words', async () => {
  const { shortcuts } = (await read()).features
  const book = await loadCommands()
  const fromMessages = actionNames(book).filter(name => book.find(name)?.fromMessage)
  expect(fromMessages).toContain('library search')
  expect(shortcuts.map(({ type, callback_id }) => `${type} ${callback_id}`)).toEqual([
    'global global:home',
    ...fromMessages.map(name => `message message:${name}`),
  ])
})

test('more commands than Slack takes stay reachable under the umbrella', async () => {
  const one = (await loadCommands()).commands.get('practice')
  if (!one) throw new Error('no practice')
  const many: CommandBook = makeCommandBook(new Map(Array.from({ length: 80 }, (_, at) => [`word-${at}`, one])))
  expect(schema.parse(slackManifest(many)).features.slash_commands).toHaveLength(50)
})

test('sockets need no address; HTTP names ours everywhere', async () => {
  const sockets = await read()
  expect(sockets.settings.socket_mode_enabled).toBe(true)
  expect(JSON.stringify(sockets)).not.toContain('http')
  const http = await read({ url: 'https://plenary.example.org' })
  const url = 'https://plenary.example.org/slack/events'
  expect(http.settings).toMatchObject({
    socket_mode_enabled: false,
    event_subscriptions: { request_url: url },
    interactivity: { request_url: url, message_menu_options_url: url },
  })
  expect(http.features.slash_commands.every(one => one.url === url)).toBe(true)
})

/** Which scope each use needs, by Slack's reference of methods and events. */
const NEEDED: Readonly<Record<string, RegExp>> = {
  commands: /'command' in args/,
  'chat:write': /chat\.postMessage/,
  'app_mentions:read': /type === 'app_mention'/,
  'im:history': /type === 'message'/,
  // Of the bot's own messages, after a post whose fate is unknown.
  'channels:history': /conversations\.history/,
  'groups:history': /conversations\.history/,
  'im:write': /conversations\.open/,
  'files:write': /filesUploadV2/,
  'channels:manage': /conversations\.create/,
  'groups:write': /is_private/,
  'channels:read': /conversations\.members/,
  'groups:read': /conversations\.info/,
  'users:read': /users\.info/,
}

test('each scope is used, and each use has its scope', async () => {
  const folder = new URL('../../../src/platforms/slack/', import.meta.url)
  const code = readdirSync(folder)
    .map(file => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n')
  const used = Object.keys(NEEDED).filter(scope => NEEDED[scope]?.test(code))
  expect([...(await read()).oauth_config.scopes.bot].sort()).toEqual(used.sort())
  const methods = new Set(
    Array.from(code.matchAll(/\b(auth\.test|chat\.\w+|views\.\w+|users\.\w+|conversations\.\w+)\(/g), ([, method]) => method),
  )
  expect([...methods].sort()).toEqual([
    'auth.test',
    'chat.postEphemeral',
    'chat.postMessage',
    'conversations.create',
    'conversations.history',
    'conversations.info',
    'conversations.invite',
    'conversations.kick',
    'conversations.members',
    'conversations.open',
    'conversations.setPurpose',
    'users.info',
    'views.open',
    'views.publish',
    'views.push',
    'views.update',
  ])
})
