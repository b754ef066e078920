/** Purpose: read every setting once, and refuse wrong ones by name before anything starts. The only reader of the environment. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { LANGUAGES } from './locales/say.ts'
import { canonicalZone } from './zones.ts'

const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

const token = (shape: RegExp, expected: string) => z.string().regex(/^\S+$/, expected).regex(shape, expected).optional()
const apiUrl = (example: string) => z.url({ protocol: /^https?$/, error: `the base address of an API such as ${example}` }).optional()

/** discord.js adds the version by itself, and Discord's API is at `/api` unless another path is said. */
function discordBase(url: string): string {
  const { origin, pathname } = new URL(url)
  const path = pathname === '/' ? '/api' : pathname.replace(/\/+$/, '').replace(/\/v\d+$/, '')
  return origin + path
}

const settings = z.object({
  DATA_DIR: z
    .string()
    .min(1, 'a folder')
    .default(fileURLToPath(new URL('../data', import.meta.url))),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'an address such as postgres://user:password@host/database')
    .optional(),
  WEB_HOST: z.string().min(1, 'an address such as 127.0.0.1').default('127.0.0.1'),
  WEB_PORT: z.coerce
    .number('a port from 0 to 65535')
    .int()
    .min(0, 'a port from 0 to 65535')
    .max(65535, 'a port from 0 to 65535')
    .default(3000),
  WEB_SECRET: z.string().min(32, 'at least 32 characters, such as from: openssl rand -hex 32').optional(),
  WEB_URL: z.url({ protocol: /^https?$/, error: 'the address that people use, such as https://plenary.example.org' }).optional(),
  METRICS_TOKEN: z.string().min(16, 'at least 16 characters').optional(),
  COALITION_LANGUAGE: z.enum(LANGUAGES, `one of ${LANGUAGES.join(', ')}`).default('en'),
  COALITION_ZONE: z
    .string()
    .refine(zone => canonicalZone(zone) !== undefined, 'an IANA time zone such as Africa/Nairobi')
    .default('UTC'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'one of debug, info, warn, error').default('info'),
  SLACK_BOT_TOKEN: token(/^(xoxe\.)?xoxb-/, 'the bot token that starts with xoxb-, from the app’s page “OAuth & Permissions”'),
  SLACK_APP_TOKEN: token(/^xapp-/, 'the app-level token that starts with xapp-, from the app’s page “Basic Information”'),
  SLACK_SIGNING_SECRET: token(/./, 'the signing secret, from the app’s page “Basic Information”'),
  SLACK_API_URL: apiUrl('https://slack.com/api/'),
  DISCORD_TOKEN: token(/./, 'the bot’s token, from the application’s page “Bot”'),
  DISCORD_API_URL: apiUrl('https://discord.com/api').transform(url => url && discordBase(url)),
})

type Settings = z.infer<typeof settings>

export type Config = {
  readonly dataDir: string
  /** A `postgres://` address, or the path of the embedded database. */
  readonly databaseUrl: string
  readonly web: {
    readonly host: string
    readonly port: number
    readonly secret: string | undefined
    readonly url: string | undefined
    readonly loopback: boolean
    readonly metricsToken: string | undefined
  }
  readonly language: z.infer<typeof settings>['COALITION_LANGUAGE']
  readonly zone: string
  readonly logLevel: z.infer<typeof settings>['LOG_LEVEL']
  /** Nothing where its token is not set: then this platform is not started. */
  readonly slack: SlackConfig | undefined
  readonly discord: DiscordConfig | undefined
}

/** `appToken` opens sockets (Socket Mode), `signingSecret` opens `/slack/events` on the web chat's port; at least one is there. */
export type SlackConfig = {
  readonly botToken: string
  readonly appToken: string | undefined
  readonly signingSecret: string | undefined
  readonly apiUrl: string | undefined
}
export type DiscordConfig = { readonly token: string; readonly apiUrl: string | undefined }

/** The names of all settings, for the test that compares them with the table in the documentation. */
export const SETTING_NAMES: readonly string[] = Object.keys(settings.shape)

export class ConfigMistakes extends Error {}

/** @throws ConfigMistakes naming every wrong setting, what was expected, and never a value that could be secret */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([name, value]) => value !== '' && name in settings.shape))
  const parsed = settings.safeParse(given)
  if (!parsed.success) throw mistakes(parsed.error.issues.map(issue => `${issue.path.join('.')}: expected ${issue.message}`))
  const { DATA_DIR, DATABASE_URL, WEB_HOST, WEB_PORT, WEB_SECRET, WEB_URL, METRICS_TOKEN, COALITION_LANGUAGE, COALITION_ZONE, LOG_LEVEL } =
    parsed.data
  const loopback = LOOPBACK.includes(WEB_HOST)
  if (!loopback && !WEB_SECRET) {
    throw mistakes([
      `WEB_SECRET: expected at least 32 characters, because WEB_HOST=${WEB_HOST} can be reached by others. Make one with: openssl rand -hex 32`,
    ])
  }
  return {
    dataDir: DATA_DIR,
    databaseUrl: DATABASE_URL ?? `${DATA_DIR}/plenary.sqlite`,
    web: { host: WEB_HOST, port: WEB_PORT, secret: WEB_SECRET, url: WEB_URL, loopback, metricsToken: METRICS_TOKEN },
    language: COALITION_LANGUAGE,
    zone: COALITION_ZONE,
    logLevel: LOG_LEVEL,
    slack: readSlack(parsed.data),
    discord:
      parsed.data.DISCORD_TOKEN === undefined ? undefined : { token: parsed.data.DISCORD_TOKEN, apiUrl: parsed.data.DISCORD_API_URL },
  }
}

function readSlack({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL }: Settings): SlackConfig | undefined {
  const receives = SLACK_APP_TOKEN !== undefined || SLACK_SIGNING_SECRET !== undefined
  if (SLACK_BOT_TOKEN === undefined && receives) {
    throw mistakes(['SLACK_BOT_TOKEN: expected the bot token that starts with xoxb-, because another setting of Slack is there'])
  }
  if (SLACK_BOT_TOKEN === undefined) return undefined
  if (!receives) {
    throw mistakes([
      'SLACK_APP_TOKEN: expected the app-level token that starts with xapp- (Socket Mode; the simpler way), or SLACK_SIGNING_SECRET (HTTP), because SLACK_BOT_TOKEN is there',
    ])
  }
  return { botToken: SLACK_BOT_TOKEN, appToken: SLACK_APP_TOKEN, signingSecret: SLACK_SIGNING_SECRET, apiUrl: SLACK_API_URL }
}

const mistakes = (lines: readonly string[]) =>
  new ConfigMistakes(`Plenary can't start; these settings need mending:\n${lines.map(line => `  ${line}`).join('\n')}`)
