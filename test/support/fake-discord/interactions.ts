/** Purpose: the life of an interaction at Discord: three seconds for the first answer, one answer only, then edits and more messages. */
import { checkMessage, type FakeMessage, isEmpty, posted } from './check-message.ts'
import { type FakeModal, type FakeSuggestions, modal, suggestions } from './check-modal.ts'
import { type Refusal, refuse, refuseForm } from './refusals.ts'

export type Shown = { readonly message: FakeMessage; readonly ephemeral: boolean; readonly files: readonly SentFile[]; readonly how: How }
export type How = 'answer' | 'update' | 'edit' | 'follow-up'
export type SentFile = { readonly name: string; readonly text: string; readonly bytes: number; readonly data: Uint8Array }
export type Interaction = {
  readonly id: string
  readonly token: string
  readonly type: number
  readonly sentAt: number
  /** The message whose button was pressed. */
  readonly onto?: FakeMessage | undefined
  readonly ontoHidden?: boolean | undefined
  /** Milliseconds from the event to the first answer. */
  answeredAfter?: number
  answerType?: number
  deferredHidden?: boolean
  readonly shown: Shown[]
  modal?: FakeModal
  choices?: FakeSuggestions
}

export const ANSWER_WITHIN = 3000
const PONG = 1
const EPHEMERAL = 64

export function answerInteraction(interaction: Interaction | undefined, body: unknown, files: readonly SentFile[]): Refusal | undefined {
  if (!interaction || performance.now() - interaction.sentAt > ANSWER_WITHIN) return refuse(404, 10062, 'Unknown interaction')
  if (interaction.answerType !== undefined) return refuse(400, 40060, 'Interaction has already been acknowledged.')
  if (typeof body !== 'object' || body === null || !('type' in body)) return refuseForm(['type: required'])
  const { type } = body
  const data = 'data' in body ? body.data : undefined
  const mistakes = checkAnswer(interaction, Number(type), data, files)
  if (mistakes.length > 0) return refuseForm(mistakes)
  interaction.answerType = Number(type)
  interaction.answeredAfter = performance.now() - interaction.sentAt
  take(interaction, Number(type), data, files)
  return undefined
}

const names = (files: readonly SentFile[]) => files.map(({ name }) => name)

function checkAnswer({ type: asked, onto }: Interaction, type: number, data: unknown, files: readonly SentFile[]): string[] {
  if (type === PONG) return ['type: only for pings']
  if (type === 8) return asked === 4 ? issues(suggestions.safeParse(data)) : ['type: only for completion']
  if (asked === 4) return ['type: completion takes only suggestions']
  if (type === 9) return asked === 5 ? ['type: no dialog after a dialog'] : issues(modal.safeParse(data))
  if (type === 6) return onto && (data === undefined || data === null) ? [] : ['type: only for components, without data']
  if (type === 7) return onto ? checkMessage(data, 'edit', names(files), onto) : ['type: only for components']
  if (type === 5) return onlyHidden(data) ? [] : ['data: a promise takes only the flag of privacy']
  return type === 4 ? checkMessage(data, 'create', names(files)) : ['type: unknown']
}

const issues = (parsed: { success: boolean; error?: { issues: readonly unknown[] } | undefined }) =>
  parsed.success ? [] : (parsed.error?.issues ?? []).map(issue => JSON.stringify(issue))

const onlyHidden = (data: unknown) =>
  data === undefined ||
  (typeof data === 'object' &&
    data !== null &&
    'flags' in data &&
    Object.keys(data).length === 1 &&
    [0, EPHEMERAL].includes(Number(data.flags)))

function take(interaction: Interaction, type: number, data: unknown, files: readonly SentFile[]) {
  if (type === 8) interaction.choices = suggestions.parse(data).choices
  if (type === 9) interaction.modal = modal.parse(data)
  if (type === 5) interaction.deferredHidden = typeof data === 'object' && data !== null && 'flags' in data && data.flags === EPHEMERAL
  if (type !== 4 && type !== 7) return
  const message = posted.parse(data)
  interaction.shown.push({
    message,
    files,
    ephemeral: type === 7 ? (interaction.ontoHidden ?? false) : ((message.flags ?? 0) & EPHEMERAL) !== 0,
    how: type === 7 ? 'update' : 'answer',
  })
}

/** `PATCH …/messages/@original` */
export function editAnswer(interaction: Interaction | undefined, body: unknown, files: readonly SentFile[]): Refusal | undefined {
  if (interaction?.answerType === undefined || interaction.answerType > 7) return refuse(404, 10015, 'Unknown Webhook')
  const before =
    interaction.shown.find(({ how }) => how !== 'follow-up')?.message ?? (interaction.answerType === 6 ? interaction.onto : undefined)
  const mistakes = checkMessage(body, 'edit', names(files), before)
  if (mistakes.length > 0) return refuseForm(mistakes)
  interaction.shown.push({
    message: posted.parse(body),
    files,
    ephemeral: interaction.deferredHidden ?? interaction.ontoHidden ?? false,
    how: 'edit',
  })
  return undefined
}

export function followUp(interaction: Interaction | undefined, body: unknown, files: readonly SentFile[]): Refusal | undefined {
  if (interaction?.answerType === undefined || interaction.answerType > 7) return refuse(404, 10015, 'Unknown Webhook')
  const mistakes = checkMessage(body, 'create', names(files))
  if (mistakes.length > 0) return refuseForm(mistakes)
  const message = posted.parse(body)
  if (isEmpty(message)) return refuse(400, 50006, 'Cannot send an empty message')
  interaction.shown.push({ message, files, ephemeral: ((message.flags ?? 0) & EPHEMERAL) !== 0, how: 'follow-up' })
  return undefined
}
