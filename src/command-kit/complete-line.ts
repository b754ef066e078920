/** Purpose: complete a line while it is typed: the command, then its options, then their values. */

import { fold, ranked } from '../nearest.ts'
import type { Choice } from '../reply.ts'
import { actionNames, UMBRELLA } from './command-book.ts'
import type { Context } from './context.ts'
import type { Action } from './define-command.ts'
import type { Option } from './options.ts'

/** Discord shows 25 at most; more than that is not a help on a phone either. */
export const MAX_COMPLETIONS = 25

/** The whole lines that the typed one could become; `label` says what each means. */
export async function completeLine(context: Context, line: string): Promise<readonly Choice[]> {
  const typed = line.replace(/^[/!]/, '').replace(new RegExp(`^${UMBRELLA}\\s+`, 'i'), '')
  const name = actionNames(context.book)
    .filter(action => typed.toLowerCase().startsWith(`${action} `))
    .sort((one, other) => other.length - one.length)[0]
  if (name === undefined) return completeCommand(context, typed)
  const action = context.book.find(name)
  return action ? (await completeOptions(context, action, line)).slice(0, MAX_COMPLETIONS) : []
}

function completeCommand(context: Context, typed: string): Choice[] {
  const names = actionNames(context.book)
  const starting = names.filter(name => name.startsWith(fold(typed)))
  const found = starting.length > 0 ? starting : ranked(names, name => name, typed)
  return found.slice(0, MAX_COMPLETIONS).flatMap(name => {
    const action = context.book.find(name)
    return action ? [{ value: `/${name} `, label: context.label(action.summary) }] : []
  })
}

async function completeOptions(context: Context, action: Action, line: string): Promise<Choice[]> {
  const [, before = '', last = ''] = /^(.*\s)(\S*)$/s.exec(line) ?? []
  const [, name, value] = /^([\p{L}-]+):(.*)$/su.exec(last) ?? []
  const option = name === undefined ? undefined : action.options[name]
  if (name !== undefined && option) {
    return (await completeValue(context, option, value ?? '')).map(found => ({
      value: `${before}${name}:${quote(found.value)} `,
      label: found.label,
    }))
  }
  const open = Object.entries(action.options).filter(
    ([key, { hidden, kind }]) => !hidden && kind !== 'words' && !before.includes(`${key}:`),
  )
  const starting = last === '' ? [] : open.filter(([key]) => key.startsWith(fold(last)))
  const first = open.find(([, { required, complete, choices }]) => required && (complete || choices))
  const values = first && before.trim().split(/\s+/).length <= 2 ? await completeValue(context, first[1], last) : []
  return [
    ...values.map(found => ({ value: `${before}${quote(found.value)} `, label: found.label })),
    ...(last === '' ? open : starting).map(([key, { about }]) => ({ value: `${before}${key}:`, label: context.label(about) })),
  ]
}

/** The values of one option that fit what was typed of it. */
export async function completeValue(context: Context, option: Option, typed: string): Promise<readonly Choice[]> {
  if (option.complete) return (await option.complete(context, typed)).slice(0, MAX_COMPLETIONS)
  const { choices = [], choiceLabel } = option
  const named = choices.map(value => ({ value, label: choiceLabel ? context.label(choiceLabel(value)) : value }))
  return ranked(named, ({ value, label }) => `${label} ${value}`, typed).slice(0, MAX_COMPLETIONS)
}

const quote = (value: string) => (/\s/.test(value) ? `"${value}"` : value)
