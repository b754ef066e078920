/** Purpose: answer what people do in Discord: commands, buttons, lists, dialogs, a message's menu, and completion while they type. */
import { InteractionType } from 'discord.js'
import type { CommandBook } from '../../command-kit/command-book.ts'
import { opensForm } from '../../command-kit/form.ts'
import { parseLine } from '../../command-kit/parse-line.ts'
import type { Conversation, Heard, Said, Visitor } from '../../command-kit/run-command.ts'
import { type Label, labelIn, languageOf, type Say, sayIn } from '../../locales/say.ts'
import { type Log, reportTo } from '../../ops/log.ts'
import type { Button, Reply } from '../../reply.ts'
import { UserError } from '../../user-error.ts'
import { makeRenderedOnce } from '../rendered-once.ts'
import type { TakeTurn } from '../turns.ts'
import { type Answer, makeAnswer } from './answer.ts'
import { withByline } from './byline.ts'
import type { Calls } from './calls.ts'
import { complete } from './complete.ts'
import type { Direct, Settled } from './direct.ts'
import type { KeptButtons } from './kept-buttons.ts'
import { FIND_SERVER, WORK_BEFORE_DEFER } from './limits.ts'
import { formButton, toDialog } from './modal.ts'
import type { InteractionEvent } from './read-event.ts'
import { isMadeOfComponents, isOwnMessage, placeOf, readSaid, visitorOf } from './read-interaction.ts'
import { type Rendered, renderReply } from './render.ts'
import { inItsSpace } from './space-mark.ts'
import { adviceFor, isTooLate, troubleOf } from './trouble.ts'

export type ReceiveParts = {
  readonly conversation: Conversation
  readonly calls: Calls
  readonly kept: KeptButtons
  readonly log: Log
  readonly takeTurn: TakeTurn
  readonly direct: Direct
}
type Words = { readonly say: Say; readonly label: Label }

/** Never throws: what fails is said to the person where Discord still lets us, and to the log. */
export async function receive(parts: ReceiveParts, given: InteractionEvent): Promise<void> {
  try {
    const event = await inItsSpace(given, id => parts.kept.read(id))
    const by = visitorOf(event)
    if (!by || event.type === InteractionType.Ping) return
    if (event.type === InteractionType.ApplicationCommandAutocomplete) await complete(parts, event, by)
    else await answerTo(parts, event, by)
  } catch (error) {
    logFailure(parts.log, given, error)
  }
}

type InSpace = InteractionEvent & { readonly space?: string; readonly chosen?: true }

async function answerTo(parts: ReceiveParts, event: InSpace, by: Visitor) {
  const answer = makeAnswer(parts.calls, event)
  let deadline: NodeJS.Timeout | undefined
  const stopWaiting = () => clearTimeout(deadline)
  try {
    const said = await readSaid(event, parts.conversation.book, id => parts.kept.read(id))
    if (event.type === InteractionType.ApplicationCommand && !mayOpenForm(parts.conversation, event, said))
      await promiseFirst(parts, answer)
    else if (!mayOpenForm(parts.conversation, event, said)) deadline = setTimeout(() => answer.promise(), WORK_BEFORE_DEFER)
    const at = await settle(parts, event, by, said)
    const there = at.space === undefined ? event : { ...event, space: at.space }
    const heard = at.reply ? { reply: at.reply } : await hear(parts, there, at.by, at.said)
    await show(parts, there, answer, { by: at.by, said: at.said, ...heard }, stopWaiting)
  } catch (error) {
    stopWaiting()
    if (isTooLate(troubleOf(error))) throw error
    await confess(parts, event, answer, by, error)
  }
}

type Place = Omit<Settled, 'space'> & { readonly space?: string }

/** In a server everybody speaks there; in a direct message the server must be found first. */
async function settle({ direct, conversation }: ReceiveParts, event: InSpace, by: Visitor, said: Settled['said']): Promise<Place> {
  if (event.guild_id !== undefined) return { by, said }
  const within = mayOpenForm(conversation, event, said) ? FIND_SERVER.atOnce : FIND_SERVER.promised
  return direct.settle({ by, said, space: event.space, chosen: event.chosen, within })
}

/** A command is acknowledged before its work begins: then no other command's work can delay it, and what follows changes that one message,
 *  which is safe to try again. Buttons are answered directly, as most are done in a moment, and only promised when they are not. */
function promiseFirst({ takeTurn }: ReceiveParts, answer: Answer) {
  answer.promise()
  return takeTurn()
}

/** A dialog can't follow a promise, so whatever may open one is never promised. */
function mayOpenForm({ book }: Conversation, { type }: InteractionEvent, said: Awaited<ReturnType<typeof readSaid>>): boolean {
  if (type === InteractionType.ModalSubmit || said === undefined || typeof said === 'string') return false
  const call = 'line' in said ? readLine(book, said.line) : said
  const action = call && book.find(call.command)
  return ('form' in said && said.form === true) || (action !== undefined && opensForm(action, call?.options ?? {}, 'line' in said))
}

/** Nothing for a line with a mistake; the conversation explains it. */
function readLine(book: CommandBook, line: string) {
  try {
    return parseLine(book, line)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

async function hear(
  { conversation }: ReceiveParts,
  event: InteractionEvent,
  by: Visitor,
  said: Awaited<ReturnType<typeof readSaid>>,
): Promise<Heard> {
  if (said !== undefined && typeof said !== 'string') return conversation.hear({ by, place: placeOf(event), said })
  const { language } = await conversation.recognise(by)
  return { reply: { text: sayIn(language)(said === 'no words' ? 'discord.no-words' : 'discord.old-button'), mood: 'error' }, language }
}

type Answered = Pick<Heard, 'reply'> & Partial<Heard> & { readonly by: Visitor; readonly said: Said | string | undefined }

async function show(parts: ReceiveParts, event: InSpace, answer: Answer, answered: Answered, stopWaiting: () => void) {
  const { by, reply, said } = answered
  if (reply.form && answer.fresh() && event.type !== InteractionType.ModalSubmit) {
    stopWaiting()
    const dialog = toDialog(reply.form, event.space)
    await parts.kept.keep(dialog.kept)
    return answer.open(dialog.data)
  }
  const words = await wordsOf(parts.conversation, answered)
  const forAll = reply.audience === 'channel'
  const whole = withWayBack(reply, event, said, words)
  const shown = forAll ? withByline(whole, words.say('discord.shared-by', { who: { person: by.address } })) : whole
  const rendered = renderFor(event, words.label, shown)
  if (rendered.kept.length > 0) await parts.kept.keep(rendered.kept)
  stopWaiting()
  const shared = () => renderReply({ text: words.say('discord.shared') }, words).messages[0]
  await answer.deliver(rendered.messages, { instead: reply.instead === true, forAll, shared })
}

const renderedOnce = makeRenderedOnce<Rendered>()

/** What is not for a special place looks the same for everybody who is given the same reply. */
function renderFor(event: InSpace, label: Label, reply: Reply): Rendered {
  const { space } = event
  const onto = reply.instead && isOwnMessage(event) && isMadeOfComponents(event) ? 'components' : undefined
  const render = () => renderReply(reply, { label, onto, space })
  return onto === undefined && space === undefined ? renderedOnce(reply, render) : render()
}

/** A form that comes too late for a dialog, or a wrong field, gets a button that opens the dialog with what was typed. */
function withWayBack(reply: Reply, { type }: InteractionEvent, said: Answered['said'], { say, label }: Words): Reply {
  const { form, ...rest } = reply
  if (form)
    return { ...rest, text: say('discord.form-late'), buttons: [...(reply.buttons ?? []), formButton(form, label('discord.open-form'))] }
  if (type !== InteractionType.ModalSubmit || reply.mood !== 'error' || typeof said !== 'object' || 'line' in said) return reply
  const typed = Object.fromEntries(Object.entries(said.options).filter(([, value]) => value !== ''))
  const again: Button = { label: label('discord.form-again'), command: said.command, options: typed, form: true, look: 'primary' }
  return { ...reply, buttons: [again, ...(reply.buttons ?? [])] }
}

async function wordsOf(conversation: Conversation, { by, language: known }: Answered): Promise<Words> {
  const language = known ?? (await conversation.recognise(by)).language
  return { say: sayIn(language), label: labelIn(language) }
}

/** Something of ours failed: the person gets a reference, in the plainest message there is. */
async function confess({ log }: ReceiveParts, { id, type }: InteractionEvent, answer: Answer, by: Visitor, error: unknown) {
  const reference = reportTo(log)(error, { platform: 'discord', interaction: id, kind: String(type), ...troubleOf(error) })
  const language = languageOf(by.locale) ?? 'en'
  const text = sayIn(language)('error.unexpected', { reference: { code: reference } })
  const { messages } = renderReply({ text }, { label: labelIn(language) })
  await answer.deliver(messages, { instead: false, forAll: false, shared: () => messages[0] })
}

function logFailure(log: Log, { id, type }: InteractionEvent, error: unknown) {
  const trouble = troubleOf(error)
  log.warn({ platform: 'discord', interaction: id, kind: type, ...trouble, advice: adviceFor(trouble) }, 'Discord did not take an answer')
}
