/** Purpose: ask Plenary what a person asked in Slack, and show the answer where they are: privately, in a dialog, or shared to the channel. */
import { writeButtonId } from '../../command-kit/button-id.ts'
import type { Conversation, Said } from '../../command-kit/run-command.ts'
import { type Label, labelIn, languageOf, type MessageKey, type MessageValues, type Say, sayIn } from '../../locales/say.ts'
import { type Log, reportTo } from '../../ops/log.ts'
import type { Form, Reply } from '../../reply.ts'
import { makeRenderedOnce } from '../rendered-once.ts'
import type { TakeTurn } from '../turns.ts'
import { deliverPrivately, type Telling, uploadFiles } from './deliver.ts'
import { VIEW } from './limits.ts'
import { tellLostFiles } from './lost-files.ts'
import { answerView, formView } from './modal.ts'
import type { KeptButtons, Prepare } from './prepare.ts'
import { type Rendered, renderPage, renderReply, type SlackFile } from './render.ts'
import { type Pacer, sendReply } from './send.ts'
import { isAlone, placeOf, remember, type Spot } from './spot.ts'
import { sentenceFor, type Trouble, troubleOf } from './trouble.ts'
import type { SlackVisitor, Visitors } from './visitors.ts'
import type { Clients } from './web-client.ts'

export type AnswerParts = {
  readonly conversation: Conversation
  readonly clients: Clients
  readonly visitors: Visitors
  readonly prepare: Prepare
  readonly kept: KeptButtons
  readonly pacer: Pacer
  readonly takeTurn: TakeTurn
  readonly log: Log
  /** Hears of every call that failed. */
  readonly notice: (trouble: Trouble) => void
}
export type Asked = { readonly by: SlackVisitor; readonly reply: Reply; readonly say: Say; readonly label: Label }

/** A person who waits for a share waits no longer than this for Slack’s leave, in seconds. */
const SHARE_PATIENCE = 5
/** Dialogs may lie on each other three deep. */
const DEEPEST = 3

export async function answer(parts: AnswerParts, spot: Spot, said: Said): Promise<void> {
  try {
    await show(parts, spot, await ask(parts, spot, said))
  } catch (error) {
    const reference = reportTo(parts.log)(error, { user: spot.user })
    await tellOne(parts, spot, 'error.unexpected', { reference: { code: reference } })
  }
}

export async function ask({ conversation, visitors, takeTurn }: AnswerParts, spot: Spot, said: Said): Promise<Asked> {
  const by = await visitors.find(spot.team, spot.user)
  await takeTurn()
  const { reply, language } = await conversation.hear({ by, place: placeOf(spot), said })
  return { by, reply, say: sayIn(language), label: labelIn(language) }
}

/** A database that is away must not keep the sentence about that from the person. */
async function speakTo(conversation: Conversation, by: SlackVisitor): Promise<Pick<Asked, 'say' | 'label'>> {
  const language = (await languageFor(conversation, by)) ?? languageOf(by.locale) ?? 'en'
  return { say: sayIn(language), label: labelIn(language) }
}

const languageFor = (conversation: Conversation, by: SlackVisitor) =>
  conversation.recognise(by).then(
    ({ language }) => language,
    () => undefined,
  )

/** One of our own sentences, without asking anything. */
export async function tellOne(parts: AnswerParts, spot: Spot, key: MessageKey, values: MessageValues = {}): Promise<void> {
  const by = await parts.visitors.find(spot.team, spot.user)
  const speech = await speakTo(parts.conversation, by)
  await show(parts, spot, { by, ...speech, reply: { text: speech.say(key, values), mood: 'error' } })
}

export async function show(parts: AnswerParts, spot: Spot, asked: Asked): Promise<void> {
  const { reply } = asked
  if (reply.form) return openForm(parts, spot, asked, reply.form)
  if (reply.audience === 'channel') return share(parts, spot, asked)
  if (spot.channel === undefined && spot.triggerId !== undefined) return showInDialog(parts, spot, asked)
  return tell(parts, spot, asked)
}

const renderedOnce = makeRenderedOnce<Rendered>()

/** Says it to the person alone, in as many messages as it takes. */
async function tell({ clients, log, prepare, notice }: AnswerParts, spot: Spot, { reply, label }: Asked): Promise<void> {
  const { reply: ready, idOf } = await prepare(reply)
  const { messages, files } = renderedOnce(ready, () => renderReply(ready, { label, idOf }))
  await deliverPrivately({ clients, log, notice }, spot, messages, reply.instead === true)
  await tellFiles({ clients, log, notice }, spot, label, files)
}

/** In a channel a file would be everybody's: it goes into the direct conversation. */
async function tellFiles({ clients, log, notice }: Telling, spot: Spot, label: Label, files: readonly SlackFile[]) {
  if (files.length === 0) return
  const direct = isAlone(spot) && spot.channel !== undefined
  const notes = await uploadFiles(clients.patient, { channel: direct ? spot.channel : undefined, user: spot.user }, files).then(
    () => (direct ? [] : [label('slack.file-in-direct')]),
    error => {
      log.error({ code: troubleOf(error).code, user: spot.user }, 'a file could not be sent (is the scope files:write there?)')
      return tellLostFiles(files, label)
    },
  )
  for (const text of notes) await deliverPrivately({ clients, log, notice }, spot, renderReply({ text }, { label }).messages, false)
}

async function share(parts: AnswerParts, spot: Spot, asked: Asked): Promise<void> {
  const { by, label, say, reply } = asked
  const tellInstead = (instead: Reply) => show(parts, spot, { ...asked, reply: instead })
  if (spot.channel === undefined) return tellInstead({ text: say('slack.no-channel'), mood: 'error' })
  const to = { platform: 'slack', space: spot.team, id: spot.channel, thread: spot.thread } as const
  const sharedBy = by.name ?? spot.userName ?? spot.user
  const patient = {
    ...parts.pacer,
    inTurn: <T>(channel: string, task: () => Promise<T>) => parts.pacer.inTurn(channel, task, SHARE_PATIENCE),
  }
  try {
    await sendReply({ client: parts.clients.patient, pacer: patient, prepare: parts.prepare, label, sharedBy }, to, reply)
  } catch (error) {
    const trouble = troubleOf(error)
    parts.notice(trouble)
    parts.log.warn({ code: trouble.code, channel: spot.channel }, 'an answer could not be shared')
    return tellInstead({ text: say(...sentenceFor(trouble)), mood: 'error' })
  }
}

/** On the Home page, or after a shortcut, there is no channel to answer in: the answer is a dialog. */
async function showInDialog(parts: AnswerParts, spot: Spot, asked: Asked): Promise<void> {
  const { view, triggerId = '' } = spot
  const dialog = await makeAnswerView(parts, spot, asked)
  const { views } = parts.clients.quick
  try {
    const deep = view?.kind === 'modal' && (asked.reply.instead === true || view.depth >= DEEPEST)
    if (view && deep) await views.update({ view_id: view.id, view: dialog })
    else if (view?.kind === 'modal') await views.push({ trigger_id: triggerId, view: dialog })
    else await views.open({ trigger_id: triggerId, view: dialog })
  } catch (error) {
    parts.log.warn({ code: troubleOf(error).code, user: spot.user }, 'a dialog did not open; the answer goes as a direct message')
    return tell(parts, spot, asked)
  }
}

export async function makeAnswerView({ prepare, clients, log, notice }: AnswerParts, spot: Spot, { reply, label }: Asked) {
  const { reply: ready, idOf } = await prepare(reply)
  const { files } = renderReply({ ...reply, cards: [], buttons: [] }, { label })
  void tellFiles({ clients, log, notice }, spot, label, files)
  return answerView('Plenary', renderPage(ready, { label, idOf }, VIEW.blocks), remember(spot), label)
}

async function openForm(parts: AnswerParts, spot: Spot, asked: Asked, form: Form): Promise<void> {
  const late = () => tell(parts, spot, { ...asked, reply: formButton(asked, form) })
  if (spot.triggerId === undefined) return late()
  try {
    const view = await makeFormView(parts, spot, asked, form)
    const { views } = parts.clients.quick
    if (spot.view?.kind !== 'modal') await views.open({ trigger_id: spot.triggerId, view })
    else if (spot.view.depth < DEEPEST) await views.push({ trigger_id: spot.triggerId, view })
    else await views.update({ view_id: spot.view.id, view })
  } catch (error) {
    parts.log.warn({ code: troubleOf(error).code, user: spot.user }, 'a form did not open in time; the person gets a button for it')
    return late()
  }
}

/** What opens the form again, with what is known of it. */
export function formButton({ say, label, reply }: Asked, { command, options, fields }: Form): Reply {
  const known = Object.fromEntries(fields.flatMap(({ name, value }) => (value ? [[name, value]] : [])))
  const button = { label: label('slack.open-form'), command, options: { ...options, ...known }, form: true, look: 'primary' } as const
  return { text: reply.text === '' ? say('slack.form-late') : reply.text, buttons: [button] }
}

export async function makeFormView({ conversation, kept }: AnswerParts, spot: Spot, { by, label }: Asked, form: Form) {
  const id = writeButtonId({ label: '', command: form.command, options: form.options })
  const whole = remember(spot, id)
  const metadata = whole.length > VIEW.metadata ? remember(spot, await kept.keep(id)) : whole
  const known = form.fields.filter(({ kind, value }) => kind === 'search' && value)
  const labels = await Promise.all(
    known.map(async ({ name, value = '' }) => {
      const choices = await conversation.completeOption(by, placeOf(spot), form.command, name, value)
      return [name, choices.find(choice => choice.value === value)?.label ?? value] as const
    }),
  )
  return formView(form, metadata, label, new Map(labels))
}
