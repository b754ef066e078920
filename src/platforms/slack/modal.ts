/** Purpose: a form as Slack's dialog, and what was filled in as the options of its command. */
import type { types } from '@slack/bolt'
import type { Label } from '../../locales/say.ts'
import type { Choice, Form, FormField } from '../../reply.ts'
import { shorten } from '../fit-text.ts'
import { withoutControls } from '../without-controls.ts'
import { CONTEXT, INPUT, OPTION, VIEW } from './limits.ts'
import { readable } from './words.ts'

export const FORM = 'form'
export const ANSWER = 'answer'
/** The one element of each field; which field it is stands in its block. */
const ANSWERED = 'answered'

/** @param metadata see `remember`
 *  @param labels what the known values of type-ahead fields are called */
export function formView(form: Form, metadata: string, label: Label, labels: ReadonlyMap<string, string> = new Map()): types.ModalView {
  return {
    type: 'modal',
    callback_id: FORM,
    title: plain(wholeWords(form.title, VIEW.title), VIEW.title),
    submit: plain(form.submit, VIEW.title),
    close: plain(label('slack.close'), VIEW.title),
    private_metadata: metadata,
    blocks: [...wholeTitle(form.title), ...form.fields.slice(0, VIEW.blocks - 1).map(field => toInput(field, label, labels))],
  }
}

/** Slack's titles are short: a longer one is cut between words, and stands in full above the fields. */
const wholeTitle = (title: string): types.ContextBlock[] =>
  title.length > VIEW.title ? [{ type: 'context', elements: [plain(title, CONTEXT)] }] : []
const wholeWords = (text: string, max: number) => (text.length > max ? shorten(text, max).replace(/(?<=\S)\s+\S*…$/u, '…') : text)

const toInput = (field: FormField, label: Label, labels: ReadonlyMap<string, string>): types.InputBlock => ({
  type: 'input',
  block_id: field.name,
  label: plain(field.label, INPUT.label),
  optional: !field.required,
  element: toElement(field, label, labels),
})

export const answerView = (title: string, blocks: types.KnownBlock[], metadata: string, label: Label): types.ModalView => ({
  type: 'modal',
  callback_id: ANSWER,
  title: plain(title, VIEW.title),
  close: plain(label('slack.close'), VIEW.title),
  private_metadata: metadata,
  blocks,
})

type Element = types.PlainTextInput | types.StaticSelect | types.ExternalSelect | types.UsersSelect
type Answered = {
  readonly value?: string | null | undefined
  readonly selected_option?: { readonly value: string } | null | undefined
  readonly selected_user?: string | null | undefined
}
export type Filled = Readonly<Record<string, Readonly<Record<string, Answered>>>>

/** Fields left empty are left out. */
export const readFilled = (values: Filled): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([field, elements]) => {
      const element = Object.values(elements)[0]
      const chosen = element?.selected_user ? `@${element.selected_user}` : element?.selected_option?.value
      const value = readable(chosen ?? element?.value ?? '')
      return value.trim() === '' ? [] : [[field, value]]
    }),
  )

/** Choices as Slack takes them; those whose value is too long to travel are left out. */
export const toOptions = (choices: readonly Choice[]): types.PlainTextOption[] =>
  choices
    .filter(({ value }) => value !== '' && value.length <= OPTION.value)
    .slice(0, OPTION.count)
    .map(({ value, label }) => ({ text: plain(label, OPTION.label), value }))

function toElement(field: FormField, label: Label, labels: ReadonlyMap<string, string>): Element {
  const { kind, choices = [], value } = field
  const known = value !== undefined && value !== '' && value.length <= OPTION.value ? value : undefined
  if (kind === 'choice' && choices.length > 0 && choices.length <= OPTION.count) {
    const options = toOptions(choices)
    const chosen = options.find(option => option.value === known)
    return {
      type: 'static_select',
      action_id: ANSWERED,
      placeholder: plain(label('slack.choose'), INPUT.placeholder),
      options,
      ...(chosen && { initial_option: chosen }),
    }
  }
  if (kind === 'person') {
    const initial = known?.replace(/^@/, '') ?? ''
    const placeholder = plain(label('slack.choose'), INPUT.placeholder)
    return { type: 'users_select', action_id: ANSWERED, placeholder, ...(PERSON.test(initial) && { initial_user: initial }) }
  }
  if (kind === 'search' && (value === undefined || value === '' || known !== undefined)) {
    return {
      type: 'external_select',
      action_id: ANSWERED,
      min_query_length: 0,
      placeholder: plain(label('slack.type-to-search'), INPUT.placeholder),
      ...(known !== undefined && { initial_option: { text: plain(labels.get(field.name) ?? known, OPTION.label), value: known } }),
    }
  }
  return textInput(field)
}

/** Slack opens no form with somebody whom it does not know. */
const PERSON = /^[UW][A-Z0-9_]{2,}$/

function textInput({ kind, value = '', maxLength }: FormField): types.PlainTextInput {
  const most = Math.min(maxLength, INPUT.length)
  const start = value.length > most ? shorten(value, most) : value
  return {
    type: 'plain_text_input',
    action_id: ANSWERED,
    multiline: kind === 'paragraph',
    max_length: most,
    ...(start !== '' && { initial_value: start }),
  }
}

const plain = (text: string, max: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: shorten(withoutControls(text).trim() || '…', max),
  emoji: false,
})
