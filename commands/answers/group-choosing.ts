/** Purpose: which group a person means: by name, id, region or issue, or the one whose channel this is; and what to offer when that is unclear. */
import type { Context } from '../../src/command-kit/context.ts'
import { type Complete, line, optional, words } from '../../src/command-kit/options.ts'
import type { Found } from '../../src/groups/finding.ts'
import { groupRef } from '../../src/groups/group.ts'
import type { Button, Reply } from '../../src/reply.ts'
import { UserError } from '../../src/user-error.ts'

const MAX_CHOICES = 8

const completeGroup: Complete = async ({ groups, person }, typed) => {
  const { page } = await groups.list(person.coalition, undefined, 0, 1000)
  const named = page.map(({ group }) => ({ value: groupRef(group.id), label: groups.name(group, person.language) }))
  if (typed.trim() === '') return named
  const found = (await groups.find(person.coalition, typed)).groups.map(({ id }) => groupRef(id))
  return found.flatMap(ref => named.filter(({ value }) => value === ref))
}

/** What is left of the line; nothing means the group of this channel. */
export const groupWords = optional(words('group.option.group', { complete: completeGroup, maxLength: 80 }))
export const groupLine = line('group.option.group', { complete: completeGroup, maxLength: 80 })

export type More = Readonly<Record<string, string>>

/** Does something with the one group that is meant, or asks which. @param command what the buttons do with the choice */
export async function withGroup(
  context: Context,
  given: string | undefined,
  command: string,
  work: (id: number) => Reply | Promise<Reply>,
  more: More = {},
): Promise<Reply> {
  const { groups, person, place } = context
  if (given === undefined) {
    const here = await groups.at(person.coalition, place.address)
    return here === undefined ? askWhich(context, command, more) : work(here)
  }
  const found = await groups.find(person.coalition, given)
  const [only, other] = found.groups
  if (only && !other) return work(only.id)
  if (only) return askAmong(context, given, found, command, more)
  return offerToPropose(context, given, found)
}

const choose = ({ groups, person }: Context, found: Found['groups'], command: string, more: More): Button[] =>
  found.slice(0, MAX_CHOICES).map(group => ({
    label: groups.name(group, person.language),
    command,
    options: { group: groupRef(group.id), ...more },
  }))

const askAmong = (context: Context, given: string, { groups }: Found, command: string, more: More): Reply => ({
  text: context.say('group.which-of', { given, total: groups.length }),
  buttons: choose(context, groups, command, more),
})

async function askWhich(context: Context, command: string, more: More): Promise<Reply> {
  const { groups, total } = await context.groups.list(context.person.coalition, undefined, 0, MAX_CHOICES)
  if (total === 0) return noGroups(context)
  return { text: context.say('group.which'), buttons: [...choose(context, groups, command, more), listButton(context)] }
}

export const noGroups = (context: Context): Reply => ({ text: context.say('group.none-yet'), buttons: [proposeButton(context, {})] })

function offerToPropose(context: Context, given: string, { named: { place, theme } }: Found): Reply {
  const { language } = context.person
  const name = place?.names[language] ?? theme?.names[language]
  if (name === undefined)
    throw new UserError('group.unknown', { given }, { buttons: [listButton(context), proposeButton(context, { name: given })] })
  const known: Record<string, string> = place ? { region: place.id } : theme ? { issue: theme.id } : {}
  return { text: context.say('group.none-there', { name }), buttons: [proposeButton(context, known, name), listButton(context)] }
}

export const listButton = ({ label }: Context): Button => ({ label: label('group.do-list'), command: 'group list' })

export const proposeButton = ({ label }: Context, options: Readonly<Record<string, string>>, name?: string): Button => ({
  label: name === undefined ? label('group.do-propose') : label('group.do-propose-for', { name }),
  command: 'group propose',
  options,
  form: true,
  look: 'primary',
})
