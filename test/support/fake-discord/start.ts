/** Purpose: a Plenary in a fake Discord, both gone when the test ends. */
import { onTestFinished } from 'vitest'
import type { Conversation } from '../../../src/command-kit/run-command.ts'
import { type Database, openDatabase } from '../../../src/database/open.ts'
import { makeLog } from '../../../src/ops/log.ts'
import { startDiscord } from '../../../src/platforms/discord/connect.ts'
import type { Platform } from '../../../src/platforms/platform.ts'
import { makePlenary, type TestPlenary } from '../make-plenary.ts'
import { type FakeDiscord, type Options, startFakeDiscord, TOKEN } from './fake-discord.ts'
import { until } from './person.ts'

export type InDiscord = { readonly discord: FakeDiscord; readonly platform: Platform; readonly logged: string[]; readonly db: Database }
type More = Options & {
  readonly conversation?: Conversation
  readonly token?: string
  readonly plenary?: TestPlenary
  readonly wait?: boolean
  readonly discord?: FakeDiscord
  readonly giveUpAfter?: number
  readonly now?: () => Temporal.Instant
}

export async function openDiscord({
  conversation,
  token = TOKEN,
  plenary,
  wait = true,
  discord: given,
  giveUpAfter,
  now = Temporal.Now.instant,
  ...options
}: More = {}): Promise<InDiscord> {
  const discord = given ?? (await startFakeDiscord(options))
  if (!given) onTestFinished(() => discord.stop())
  const whole = plenary ?? (conversation ? undefined : await makePlenary())
  const db = whole?.db ?? (await openDatabase(':memory:'))
  if (!whole) onTestFinished(() => db.destroy())
  const talk = conversation ?? whole?.conversation
  if (!talk) throw new Error('A conversation is needed')
  const logged: string[] = []
  const log = makeLog('debug', { write: line => void logged.push(line) })
  const settings = { config: { token, apiUrl: discord.url }, db, log, now, language: 'en' } as const
  const platform = await startDiscord(talk, { ...settings, ...(giveUpAfter !== undefined && { giveUpAfter }) })
  onTestFinished(() => platform.stop())
  if (wait) await until(() => platform.health() === 'up' && discord.commands.puts > 0, `Discord to be up: ${logged.join('')}`)
  return { discord, platform, logged, db }
}
