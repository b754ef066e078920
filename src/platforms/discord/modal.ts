/** Purpose: a form as Discord's dialog. It has no type-ahead and shows no errors, so a wrong answer is said with a button that opens it again. */
import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  type APITextInputComponent,
  type APIUserSelectComponent,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js'
import { writeButtonId } from '../../command-kit/button-id.ts'
import type { Button, Form, FormField } from '../../reply.ts'
import { shorten } from '../fit-text.ts'
import { makeIds } from './buttons.ts'
import { MODAL, SELECT } from './limits.ts'

export type Dialog = { readonly data: APIModalInteractionResponseCallbackData; readonly kept: readonly string[] }

/** Discord shows five fields at most: the required ones come first, and what finds no place stays as it was. */
export function toDialog({ title, submit, command, options, fields }: Form, space?: string): Dialog {
  const ids = makeIds(space)
  const shown = [...fields].sort((one, other) => Number(other.required) - Number(one.required)).slice(0, MODAL.fields)
  const inForm = fields.filter(field => shown.includes(field))
  const left = fields.filter(field => !shown.includes(field) && field.value !== undefined).map(({ name, value = '' }) => [name, value])
  const known = { ...options, ...Object.fromEntries(left) }
  const data = {
    custom_id: ids.take(writeButtonId({ label: submit, command, options: known })),
    title: shorten(title, MODAL.title),
    components: inForm.map(toLabel),
  }
  return { data, kept: [...ids.kept] }
}

/** Where a dialog can't open by itself: a button that opens it with what is known. */
export const formButton = ({ command, options, fields }: Form, label: string): Button => ({
  label,
  command,
  options: { ...options, ...Object.fromEntries(fields.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]))) },
  form: true,
  look: 'primary',
})

function toLabel(field: FormField): APILabelComponent {
  const whole = field.label.length <= MODAL.label
  return {
    type: ComponentType.Label,
    label: shorten(field.label.trim() || field.name, MODAL.label),
    ...(!whole && { description: shorten(field.label, MODAL.description) }),
    component: field.kind === 'person' ? toPeople(field) : isList(field) ? toList(field) : toInput(field),
  }
}

const isList = ({ kind, choices = [], value }: FormField) =>
  kind === 'choice' &&
  choices.length > 0 &&
  choices.length <= SELECT.options &&
  choices.every(choice => choice.value.length <= SELECT.value) &&
  // Several at once, as a search can ask for, are only kept as words.
  (value === undefined || value === '' || choices.some(choice => choice.value === value))

const toList = ({ name, choices = [], value, required }: FormField): APIStringSelectComponent => ({
  type: ComponentType.StringSelect,
  custom_id: name,
  required,
  min_values: required ? 1 : 0,
  max_values: 1,
  options: choices.map(choice => ({
    label: shorten(choice.label, SELECT.label),
    value: choice.value,
    ...(choice.value === value && { default: true }),
  })),
})

function toPeople({ name, required, value = '' }: FormField): APIUserSelectComponent {
  const [, id] = /^@(\d{15,20})$/.exec(value) ?? []
  const before = id === undefined ? {} : { default_values: [{ id, type: SelectMenuDefaultValueType.User as const }] }
  return { type: ComponentType.UserSelect, custom_id: name, required, min_values: required ? 1 : 0, max_values: 1, ...before }
}

function toInput({ name, kind, required, maxLength, value = '' }: FormField): APITextInputComponent {
  const max_length = Math.min(Math.max(maxLength, 1), MODAL.input)
  return {
    type: ComponentType.TextInput,
    custom_id: name,
    style: kind === 'paragraph' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required,
    max_length,
    ...(value !== '' && { value: value.slice(0, max_length) }),
  }
}
