/** Purpose: a whole Plenary connected to a made-up Slack, and what is needed to look at it. */
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { assemble, type Plenary } from '../../../src/assemble.ts'
import { readConfig, type SlackConfig } from '../../../src/config.ts'
import { makeLog } from '../../../src/ops/log.ts'
import { startSlack } from '../../../src/platforms/slack/connect.ts'
import type { HttpDoor } from '../../../src/platforms/slack/http-door.ts'
import { makePerson, overSockets } from './person.ts'
import { type FakeSlack, startFakeSlack } from './start.ts'
import { APP_TOKEN, BOT_TOKEN, type Shown } from './state.ts'

export type OnSlack = Awaited<ReturnType<typeof openSlack>>
type Options = {
  readonly config?: Partial<SlackConfig>
  readonly httpDoor?: HttpDoor
  readonly fake?: FakeSlack
  readonly plenary?: Plenary
  readonly giveUpAfter?: number
}

/** One for the whole file, as the library takes a second to read; what a test left about people is forgotten before the next. */
let shared: Promise<Plenary> | undefined
async function sharedPlenary(): Promise<Plenary> {
  shared ??= assemble({ ...readConfig({}), databaseUrl: ':memory:' }, makeLog('error'))
  const { db } = await shared
  for (const table of ['members', 'slack_events', 'kept_buttons'] as const) await db.deleteFrom(table).execute()
  return shared
}

export async function openSlack({ config = {}, httpDoor, fake: given, plenary: made, giveUpAfter }: Options = {}) {
  const fake = given ?? (await startFakeSlack())
  const plenary = made ?? (await sharedPlenary())
  const logged: string[] = []
  const platform = await startSlack(plenary.conversation, {
    config: { botToken: BOT_TOKEN, appToken: APP_TOKEN, signingSecret: undefined, apiUrl: fake.api, ...config },
    language: 'en',
    db: plenary.db,
    log: makeLog('info', { write: line => void logged.push(line) }),
    now: Temporal.Now.instant,
    httpDoor,
    ...(giveUpAfter !== undefined && { giveUpAfter }),
  })
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= platform.stop())
  onTestFinished(stop)
  const carry = overSockets(fake)
  return {
    fake,
    plenary,
    platform,
    logged,
    stop,
    carry,
    person: (id: string, more?: Readonly<Record<string, unknown>>, channel?: string) => makePerson(fake, carry, id, more, channel),
  }
}

export async function until<T>(probe: () => T | undefined | false, what = 'it', ms = 3_000): Promise<T> {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise(resolve => setTimeout(resolve, 5))) {
    const found = probe()
    if (found !== undefined && found !== false) return found
  }
  throw new Error(`${what} did not happen within ${ms} ms`)
}

const withButtons = z.array(
  z.looseObject({
    type: z.string(),
    elements: z
      .array(
        z.looseObject({ type: z.string(), value: z.string().optional(), action_id: z.string().optional(), text: z.unknown().optional() }),
      )
      .optional(),
  }),
)
export type SeenButton = { readonly label: string; readonly value: string; readonly action_id: string }

export const buttonsOf = (blocks: unknown): SeenButton[] =>
  withButtons.parse(blocks).flatMap(({ type, elements = [] }) =>
    type !== 'actions'
      ? []
      : elements.map(({ value = '', action_id = '', text }) => ({
          value,
          action_id,
          label: z.object({ text: z.string() }).parse(text).text,
        })),
  )

export function buttonOn(message: Pick<Shown, 'blocks'>, label: string | RegExp): SeenButton {
  const all = buttonsOf(message.blocks)
  const found = all.find(button => (typeof label === 'string' ? button.label === label : label.test(button.label)))
  if (!found) throw new Error(`No button “${label}” among: ${all.map(button => button.label).join(', ')}`)
  return found
}
