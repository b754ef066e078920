/** Purpose: turn what people do in Slack into invocations. Each delivery is acknowledged first and worked on after. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '@slack/bolt'
import { ZodError } from 'zod'
import { readButtonId } from '../../command-kit/button-id.ts'
import { shorten } from '../fit-text.ts'
import { type AnswerParts, answer, tellOne } from './answer.ts'
import { type Directs, isDirect } from './directs.ts'
import { homeCommand, publishHome } from './home.ts'
import { toOptions } from './modal.ts'
import {
  actionBody,
  commandBody,
  directMessageBody,
  homeOpenedBody,
  mentionBody,
  shortcutBody,
  suggestionBody,
  teamOf,
} from './payloads.ts'
import { fullId } from './prepare.ts'
import { receiveForms } from './receive-forms.ts'
import { MESSAGE_SHORTCUT } from './register.ts'
import { isAlone, placeOf, recall, type Spot, type View } from './spot.ts'
import { readMessage, readWords, withoutCall } from './words.ts'

export type ReceiveParts = AnswerParts & {
  /** Plenary's own user, once Slack has said who it is. */
  readonly self: () => { readonly team: string; readonly user: string; readonly name: string | undefined } | undefined
  readonly directs: Directs
  readonly revoked: () => void
}

const SUGGEST_WITHIN = 2_000

/** What is most is taken here: Bolt runs the rest past every listener, with a copy of its arguments for each. */
export function receive(app: App, parts: ReceiveParts): void {
  app.use(async args => {
    if ('command' in args) return receiveCommand(parts, args)
    if ('action' in args) return receiveAction(parts, args)
    if ('shortcut' in args) return receiveShortcut(parts, args)
    if ('event' in args) return receiveEvent(parts, args)
    await args.next()
  })
  app.options(/.*/, async ({ ack, body }) => {
    await ack({ options: await Promise.race([suggest(parts, body), sleep(SUGGEST_WITHIN, [], { ref: false })]) })
  })
  receiveForms(app, parts)
  app.error(async error => {
    for (const cause of causesOf(error)) {
      if (cause instanceof ZodError) parts.log.warn({ fields: cause.issues.map(({ path }) => path.join('.')) }, MISSHAPEN)
      else parts.log.error({ err: cause }, 'a delivery of Slack failed')
    }
  })
}

const MISSHAPEN = 'a delivery without what Slack sends with it was left aside; these fields are missing or of another kind'

/** Bolt wraps what was thrown, one by one or several together. */
function causesOf(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [error]
  if ('originals' in error && Array.isArray(error.originals)) return error.originals.flatMap(causesOf)
  return 'original' in error && error.original !== undefined ? causesOf(error.original) : [error]
}

/** What came, and the way to say that it did. */
type Received = { readonly body: unknown; readonly ack: (answer?: undefined) => Promise<void> }

async function receiveCommand(parts: ReceiveParts, { ack, body }: Received) {
  await ack()
  const { command, text, team_id, user_id, user_name, channel_id, channel_name, trigger_id, response_url } = commandBody.parse(body)
  const spot: Spot = {
    team: team_id ?? parts.self()?.team ?? '',
    user: user_id,
    userName: user_name,
    channel: channel_id,
    ...(await privacyOf(parts, user_id, { id: channel_id, name: channel_name })),
    responseUrl: response_url,
    triggerId: trigger_id,
  }
  await answer(parts, spot, { line: `${command} ${readWords(text)}` })
}

async function receiveAction(parts: ReceiveParts, { ack, body }: Received) {
  await ack()
  const pressed = actionBody.parse(body)
  const value = pressed.actions[0]?.value
  if (value === undefined) return
  const spot = await spotOfAction(pressed, parts)
  const id = await fullId(parts.kept, value)
  if (id === undefined) return tellOne(parts, spot, 'slack.button-forgotten')
  await answer(parts, spot, readButtonId(id))
}

/** What is direct, and who reads along there. */
async function privacyOf({ directs }: ReceiveParts, user: string, channel: { id: string; name?: string | undefined } | null | undefined) {
  const direct = channel ? isDirect(channel) : false
  return { private: direct, overheard: channel && direct ? await directs.overheard(channel.id, user) : false }
}

async function spotOfAction(pressed: ReturnType<typeof actionBody.parse>, parts: ReceiveParts): Promise<Spot> {
  const { user, team, channel, container, message, view, response_url, trigger_id } = pressed
  const opened = recall(view?.private_metadata ?? '')
  const privacy = channel ? await privacyOf(parts, user.id, channel) : { private: opened.direct, overheard: opened.overheard }
  return {
    team: team?.id ?? parts.self()?.team ?? '',
    user: user.id,
    userName: user.name,
    channel: channel?.id ?? opened.channel,
    thread: container?.thread_ts ?? message?.thread_ts ?? opened.thread,
    ...privacy,
    responseUrl: response_url,
    triggerId: trigger_id,
    view: view ? viewOf(view) : undefined,
    ownMessage: isAlone(privacy) || container?.is_ephemeral === true,
  }
}

type SentView = NonNullable<ReturnType<typeof actionBody.parse>['view']>
function viewOf({ id, type, root_view_id, previous_view_id }: SentView): View {
  const depth = !previous_view_id ? 1 : previous_view_id === root_view_id ? 2 : 3
  return { id, kind: type === 'home' ? 'home' : 'modal', depth }
}

async function suggest({ conversation, visitors, kept, self, log }: ReceiveParts, body: unknown) {
  try {
    const { user, team, block_id, value, view } = suggestionBody.parse(body)
    const opened = recall(view?.private_metadata ?? '')
    const { command } = readButtonId((await fullId(kept, opened.id)) ?? '')
    const spot: Spot = { team: team?.id ?? self()?.team ?? '', user: user.id, channel: opened.channel, private: opened.direct }
    const by = await visitors.find(spot.team, spot.user)
    const choices = await conversation.completeOption(by, placeOf(spot), command, block_id, value)
    const typed = value.trim()
    const listed = typed === '' || choices.some(choice => choice.value === typed || choice.label === typed)
    // A list that is not closed: what was typed can be taken as it is.
    return toOptions(listed ? choices : [...choices.slice(0, 99), { value: typed, label: `“${shorten(typed, 60)}”` }])
  } catch (error) {
    log.error({ err: error }, 'a list of suggestions could not be made')
    return []
  }
}

async function receiveShortcut(parts: ReceiveParts, { ack, body }: Received) {
  await ack()
  const { user, team, callback_id, channel, message, trigger_id, response_url } = shortcutBody.parse(body)
  const spot: Spot = {
    team: team?.id ?? parts.self()?.team ?? '',
    user: user.id,
    userName: user.name,
    channel: channel?.id,
    thread: message?.thread_ts,
    ...(await privacyOf(parts, user.id, channel)),
    responseUrl: response_url,
    triggerId: trigger_id,
  }
  const command = callback_id.slice(MESSAGE_SHORTCUT.length)
  const action = callback_id.startsWith(MESSAGE_SHORTCUT) ? parts.conversation.book.find(command) : undefined
  const option = action?.fromMessage
  if (!action || !option) return answer(parts, spot, { command: homeCommand(parts), options: {} })
  const words = shorten(readMessage(message?.text ?? '', parts.self()?.user), action.options[option]?.maxLength ?? 0)
  return answer(parts, spot, { command, options: words === '' ? {} : { [option]: words } })
}

/** Bolt has acknowledged it; what must not be lost was kept before (`accept.ts`). */
async function receiveEvent(parts: ReceiveParts, { event: { type }, body }: { event: { type: string }; body: unknown }) {
  const teamFor = (envelope: Parameters<typeof teamOf>[0]) => teamOf(envelope) ?? parts.self()?.team ?? ''
  if (type === 'tokens_revoked' || type === 'app_uninstalled') return parts.revoked()
  if (type === 'app_home_opened') {
    const { event, ...envelope } = homeOpenedBody.parse(body)
    if (event.tab === 'home') await publishHome(parts, { team: teamFor(envelope), user: event.user })
  }
  const read = type === 'app_mention' ? mentionBody.parse(body) : type === 'message' ? directMessageBody.safeParse(body).data : undefined
  if (!read || read.event.user === parts.self()?.user) return
  const { event, ...envelope } = read
  const { user, channel, text, thread_ts: thread } = event
  if (type === 'message') parts.directs.learn(channel)
  const line = withoutCall(readWords(text, parts.self()?.user), parts.self()?.name)
  const spot: Spot = { team: teamFor(envelope), user, channel, thread, private: type === 'message' }
  await answer(parts, spot, line === '' ? { command: homeCommand(parts), options: {} } : { line, loose: true })
}
