/** Purpose: the two rules of a group as one choice, so that a form has room for it: who may join, and who sees who is in it. */
import { choice, optional } from '../../src/command-kit/options.ts'
import type { Group } from '../../src/groups/group.ts'

const RULES = ['open', 'visible', 'asked', 'asked-visible'] as const
type Rules = (typeof RULES)[number]

export const rulesOption = optional(choice('group.option.rules', RULES, value => rulesKey(RULES.find(rules => rules === value) ?? 'open')))

export const readRules = (rules: Rules): Pick<Group, 'sensitive' | 'openRoster'> => ({
  sensitive: rules === 'asked' || rules === 'asked-visible',
  openRoster: rules === 'visible' || rules === 'asked-visible',
})

export const rulesKey = (rules: Rules) => `group.rules.${rules}` as const

export const rulesOf = ({ sensitive, openRoster }: Pick<Group, 'sensitive' | 'openRoster'>): Rules =>
  sensitive ? (openRoster ? 'asked-visible' : 'asked') : openRoster ? 'visible' : 'open'
