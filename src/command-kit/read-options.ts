/** Purpose: turn what was typed or chosen into the values that a command asked for, or say which one is wrong and what was expected. */
import { CATALOGUES, commaOf, LANGUAGES } from '../locales/say.ts'
import { nearest } from '../nearest.ts'
import { UserError } from '../user-error.ts'
import type { Context } from './context.ts'
import { type Option, type Options, type RawOptions, splitList, type Values } from './options.ts'

/** @throws UserError naming the first option that is missing or wrong */
export function readOptions<O extends Options>(context: Context, options: O, raw: RawOptions): Values<O> {
  const entries = Object.entries(options).map(([name, option]) => [name, readOption(context, name, option, raw[name])])
  // Each value was made by the schema of its own option just above; the compiler cannot follow that through `entries`.
  return Object.fromEntries(entries) as Values<O>
}

function readOption(context: Context, name: string, option: Option, raw: string | undefined): unknown {
  const given = raw?.trim() || undefined
  if (given === undefined && !option.required) return undefined
  if (given === undefined)
    throw new UserError('error.option-missing', { option: name, about: context.label(option.about) }, { field: name })
  if (given.length > option.maxLength) {
    throw new UserError('error.option-too-long', { option: name, max: option.maxLength, length: given.length }, { field: name })
  }
  const parsed = option.schema.safeParse(option.choices ? matchChoices(option, given) : given)
  if (parsed.success) return parsed.data
  throw wrongOption(context, name, option, given)
}

function wrongOption(context: Context, name: string, option: Option, given: string): UserError {
  if (!option.choices)
    return new UserError('error.option-wrong', { option: name, given, about: context.label(option.about) }, { field: name })
  const { choiceLabel } = option
  const names = option.choices.map(value => (choiceLabel ? context.label(choiceLabel(value)) : value))
  const choices = names.join(commaOf(context.person.language))
  return new UserError('error.option-choice', { option: name, given, choices }, { field: name })
}

const matchChoices = (option: Option, given: string) =>
  option.many
    ? splitList(given)
        .map(part => matchChoice(option, part))
        .join(',')
    : matchChoice(option, given)

/** The choice that was meant: by its id, by its name in any of our languages, or by the nearest spelling of either. */
function matchChoice({ choices = [], choiceLabel }: Option, given: string): string {
  const names = choices.flatMap(value => {
    const labels = choiceLabel ? LANGUAGES.map(language => CATALOGUES[language][choiceLabel(value)]) : []
    return [value, ...labels].map(name => ({ name, value }))
  })
  return nearest(names, name => name.name, given)?.value ?? given
}
