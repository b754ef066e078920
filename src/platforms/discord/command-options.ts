/** Purpose: the options of an action as Discord's own: with choices, or completed while they are typed. */
import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord.js'
import type { Action } from '../../command-kit/define-command.ts'
import type { Option } from '../../command-kit/options.ts'
import { CHOICE, COMMAND } from './limits.ts'
import { localiseDescription, localiseLabel, localiseName } from './localise.ts'

/** Hidden options are for buttons only. Discord wants the required ones first. */
export const optionsOf = ({ options }: Action): APIApplicationCommandBasicOption[] =>
  Object.entries(options)
    .filter(([, { hidden }]) => !hidden)
    .sort(([, one], [, other]) => Number(other.required) - Number(one.required))
    .slice(0, COMMAND.options)
    .map(([name, option]) => toOption(name, option))

function toOption(name: string, option: Option): APIApplicationCommandBasicOption {
  const base = { ...localiseName(name), ...localiseDescription(option.about), required: option.required }
  if (option.kind === 'number') return { type: ApplicationCommandOptionType.Integer, ...base }
  if (hasFixedChoices(option)) return { type: ApplicationCommandOptionType.String, ...base, choices: choicesOf(option) }
  const max_length = Math.min(option.maxLength, COMMAND.longestValue)
  return { type: ApplicationCommandOptionType.String, ...base, max_length, ...(isCompleted(option) && { autocomplete: true as const }) }
}

/** Of fixed choices Discord takes one; where several may be named, they are typed with commas between, and completed. */
const hasFixedChoices = ({ choices = [], many }: Option) => !many && choices.length > 0 && choices.length <= CHOICE.count

const isCompleted = ({ complete, choices }: Option) => complete !== undefined || choices !== undefined

const choicesOf = ({ choices = [], choiceLabel }: Option) =>
  choices.map(value => ({ ...(choiceLabel ? localiseLabel(choiceLabel(value), CHOICE.name) : { name: value }), value }))
