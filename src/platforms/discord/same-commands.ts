/** Purpose: tell whether the commands that Discord has are the ones that we want, whatever it adds to them. */
import { z } from 'zod'
import type { DiscordCommand } from './register.ts'

const listed = z.array(z.looseObject({ name: z.string(), type: z.number().default(1) }))

export function sameCommands(known: unknown, wanted: readonly DiscordCommand[]): boolean {
  const parsed = listed.safeParse(known)
  if (!parsed.success) return false
  return fingerprint(parsed.data) === fingerprint(wanted)
}

const fingerprint = (commands: readonly object[]) =>
  JSON.stringify(commands.map(canonical).sort((one, other) => compare(keyOf(one), keyOf(other))))

const keyOf = (value: unknown) => JSON.stringify(value)
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** What we ever say of a command; Discord adds ids, versions and its defaults. */
const OURS = ['type', 'name', 'name_localizations', 'description', 'description_localizations', 'required', 'autocomplete', 'max_length']
const LISTS = ['options', 'choices']
/** Their order means nothing. */
const SETS = ['contexts', 'integration_types']

function canonical(value: object): unknown[] {
  const fields = new Map(Object.entries(value))
  return [
    ...OURS.map(name => [name, plain(fields.get(name))]),
    ...LISTS.map(name => [name, asList(fields.get(name)).map(item => (isObject(item) ? canonical(item) : item))]),
    ...SETS.map(name => [name, asList(fields.get(name)).map(Number).sort()]),
    ['value', fields.get('value') ?? null],
  ]
}

/** Missing, `null`, `false`, empty and the type of typed commands are the same to Discord. */
function plain(value: unknown): unknown {
  if (value === undefined || value === false || value === '') return null
  if (!isObject(value)) return value
  const entries = Object.entries(value).sort(([one], [other]) => compare(one, other))
  return entries.length === 0 ? null : entries
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
