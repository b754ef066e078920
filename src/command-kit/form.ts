/** Purpose: ask for a command's options in a dialog, derived from the same declaration as everything else. */
import type { Form, FormField } from '../reply.ts'
import type { Context } from './context.ts'
import type { Action } from './define-command.ts'
import type { Option, RawOptions } from './options.ts'

/** Whether a command that came with these options should first open its form: without any, or where a typed line leaves out what it needs.
 *  What can't do without an option asks for it, declared or not. */
export function opensForm(action: Action, options: RawOptions, typed = false): boolean {
  const { asks = needed(action) } = action
  if (asks.length === 0) return false
  return Object.keys(options).length === 0 || (typed && needed(action).some(name => options[name] === undefined))
}

const needed = ({ options }: Pick<Action, 'options'>) => Object.keys(options).filter(name => options[name]?.required)

/** The form of a command; fields start with the values that are known. */
export function makeForm(context: Context, name: string, action: Action, known: RawOptions): Form {
  const asked = askedIn(action, known)
  return {
    title: context.label(action.summary),
    submit: context.label('form.submit'),
    command: name,
    options: Object.fromEntries(Object.entries(known).filter(([option]) => !asked.includes(option))),
    fields: asked.flatMap(option => {
      const declared = action.options[option]
      return declared ? [makeField(context, option, declared, known[option])] : []
    }),
  }
}

/** The options that a form asks for: besides the declared ones those that nobody gave and that the command needs, or it would be sent in vain. */
export function askedIn(action: Pick<Action, 'asks' | 'options'>, known: RawOptions = {}): readonly string[] {
  const { asks, options } = action
  if (!asks) return Object.keys(options).filter(name => !options[name]?.hidden)
  return [...needed(action).filter(name => !asks.includes(name) && known[name] === undefined), ...asks]
}

function makeField(context: Context, name: string, option: Option, value: string | undefined): FormField {
  const { choiceLabel = () => option.about } = option
  return {
    name,
    label: context.label(option.about),
    kind: fieldKind(option),
    required: option.required,
    maxLength: option.maxLength,
    ...(option.choices && { choices: option.choices.map(choice => ({ value: choice, label: context.label(choiceLabel(choice)) })) }),
    ...(value !== undefined && { value }),
  }
}

function fieldKind({ kind, complete, person }: Option): FormField['kind'] {
  if (person) return 'person'
  if (kind === 'choice') return 'choice'
  if (complete) return 'search'
  return kind === 'paragraph' ? 'paragraph' : 'line'
}
