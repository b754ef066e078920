/** Purpose: turn what people do in Slack into invocations. Each delivery is acknowledged first and worked on after. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '@slack/bolt'
import { readButtonId } from '../../command-kit/button-id.ts'
import { shorten } from '../fit-text.ts'
import { type AnswerParts, answer, tellOne } from './answer.ts'
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
import { placeOf, recall, type Spot, type View } from './spot.ts'
import { readMessage, readWords } from './words.ts'

export type ReceiveParts = AnswerParts & {
  /** Plenary's own user, once Slack has said who it is. */
  readonly self: () => { readonly team: string; readonly user: string } | undefined
  readonly revoked: () => void
}

/** What Slack calls a direct conversation where it gives names. */
const DIRECT = 'directmessage'
const SUGGEST_WITHIN = 2_000

export function receive(app: App, parts: ReceiveParts): void {
  receiveCommands(app, parts)
  receiveActions(app, parts)
  receiveShortcuts(app, parts)
  receiveForms(app, parts)
  receiveEvents(app, parts)
  app.error(async error => {
    const { code, original } = { original: undefined, ...error }
    parts.log.error({ code, err: original ?? error }, 'a delivery of Slack failed')
  })
}

function receiveCommands(app: App, parts: ReceiveParts) {
  app.command(/.*/, async ({ ack, body }) => {
    await ack()
    const { command, text, team_id, user_id, user_name, channel_id, channel_name, trigger_id, response_url } = commandBody.parse(body)
    const spot: Spot = {
      team: team_id ?? parts.self()?.team ?? '',
      user: user_id,
      userName: user_name,
      channel: channel_id,
      private: channel_name === DIRECT,
      responseUrl: response_url,
      triggerId: trigger_id,
    }
    await answer(parts, spot, { line: `${command} ${readWords(text)}` })
  })
}

function receiveActions(app: App, parts: ReceiveParts) {
  app.action(/.*/, async ({ ack, body }) => {
    await ack()
    const pressed = actionBody.parse(body)
    const value = pressed.actions[0]?.value
    if (value === undefined) return
    const spot = spotOfAction(pressed, parts)
    const id = await fullId(parts.kept, value)
    if (id === undefined) return tellOne(parts, spot, 'slack.button-forgotten')
    await answer(parts, spot, readButtonId(id))
  })
  app.options(/.*/, async ({ ack, body }) => {
    await ack({ options: await Promise.race([suggest(parts, body), sleep(SUGGEST_WITHIN, [], { ref: false })]) })
  })
}

function spotOfAction(pressed: ReturnType<typeof actionBody.parse>, { self }: ReceiveParts): Spot {
  const { user, team, channel, container, message, view, response_url, trigger_id } = pressed
  const opened = recall(view?.private_metadata ?? '')
  const direct = channel ? channel.name === DIRECT : opened.direct
  return {
    team: team?.id ?? self()?.team ?? '',
    user: user.id,
    userName: user.name,
    channel: channel?.id ?? opened.channel,
    thread: container?.thread_ts ?? message?.thread_ts ?? opened.thread,
    private: direct,
    responseUrl: response_url,
    triggerId: trigger_id,
    view: view ? viewOf(view) : undefined,
    ownMessage: direct || container?.is_ephemeral === true,
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

function receiveShortcuts(app: App, parts: ReceiveParts) {
  app.shortcut(/.*/, async ({ ack, body }) => {
    await ack()
    const { user, team, type, callback_id, channel, message, trigger_id, response_url } = shortcutBody.parse(body)
    const spot: Spot = {
      team: team?.id ?? parts.self()?.team ?? '',
      user: user.id,
      userName: user.name,
      channel: channel?.id,
      thread: message?.thread_ts,
      private: channel?.name === DIRECT,
      responseUrl: response_url,
      triggerId: trigger_id,
    }
    const command = callback_id.slice(MESSAGE_SHORTCUT.length)
    const action = callback_id.startsWith(MESSAGE_SHORTCUT) ? parts.conversation.book.find(command) : undefined
    const option = action?.fromMessage
    if (type === 'shortcut' || !action || !option) return answer(parts, spot, { command: homeCommand(parts), options: {} })
    const words = shorten(readMessage(message?.text ?? '', parts.self()?.user), action.options[option]?.maxLength ?? 0)
    return answer(parts, spot, { command, options: words === '' ? {} : { [option]: words } })
  })
}

function receiveEvents(app: App, parts: ReceiveParts) {
  const { self } = parts
  const hear = (spot: Spot, text: string) => {
    const line = readWords(text, self()?.user)
    return answer(parts, spot, line === '' ? { command: homeCommand(parts), options: {} } : { line, loose: true })
  }
  app.event('app_mention', async ({ body }) => {
    const { event, ...envelope } = mentionBody.parse(body)
    const { user, channel, text, thread_ts: thread } = event
    await hear({ team: teamOf(envelope) ?? self()?.team ?? '', user, channel, thread, private: false }, text)
  })
  app.event('message', async ({ body }) => {
    const read = directMessageBody.safeParse(body)
    if (!read.success) return
    const { event, ...envelope } = read.data
    if (event.user === self()?.user) return
    const { user, channel, text, thread_ts: thread } = event
    await hear({ team: teamOf(envelope) ?? self()?.team ?? '', user, channel, thread, private: true }, text)
  })
  app.event('app_home_opened', async ({ body }) => {
    const { event, ...envelope } = homeOpenedBody.parse(body)
    if (event.tab === 'home') await publishHome(parts, { team: teamOf(envelope) ?? self()?.team ?? '', user: event.user })
  })
  for (const end of ['tokens_revoked', 'app_uninstalled'] as const) app.event(end, async () => parts.revoked())
}
