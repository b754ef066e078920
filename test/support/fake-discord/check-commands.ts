/** Purpose: what Discord takes as application commands: names, counts, order, totals. */
import { z } from 'zod'

const LOCALES = ['en-US', 'en-GB', 'fr', 'es-ES', 'es-419', 'de', 'it', 'pt-BR'] as const
const slashName = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
  .refine(name => name === name.toLowerCase(), 'upper case')
const localised = (value: z.ZodString | typeof slashName) => z.partialRecord(z.enum(LOCALES), value).optional()
const description = z.string().min(1).max(100)
const named = {
  name: slashName,
  name_localizations: localised(slashName),
  description,
  description_localizations: localised(description),
}
const choice = z.strictObject({ name: description, name_localizations: localised(description), value: description })
const plain = z.union([
  z
    .strictObject({
      ...named,
      type: z.literal(3),
      required: z.boolean().optional(),
      choices: z.array(choice).max(25).optional(),
      autocomplete: z.boolean().optional(),
      min_length: z.int().min(0).max(6000).optional(),
      max_length: z.int().min(1).max(6000).optional(),
    })
    .refine(({ choices, autocomplete }) => !(choices && autocomplete), 'choices and autocomplete'),
  z.strictObject({ ...named, type: z.literal(4), required: z.boolean().optional() }),
])
const options = z
  .array(plain)
  .max(25)
  .refine(list => !list.some((option, at) => option.required && list[at - 1] && !list[at - 1]?.required), 'required ones first')
  .refine(list => new Set(list.map(({ name }) => name)).size === list.length, 'a name twice')
const sub = z.strictObject({ ...named, type: z.literal(1), options: options.optional() })
const everywhere = {
  contexts: z.array(z.int().min(0).max(2)).min(1).optional(),
  integration_types: z.array(z.int().min(0).max(1)).min(1).optional(),
}
const menuName = z.string().min(1).max(32)
const command = z.union([
  z.strictObject({ ...named, ...everywhere, type: z.literal(1), options: z.union([options, z.array(sub).min(1).max(25)]).optional() }),
  z.strictObject({
    ...everywhere,
    type: z.union([z.literal(2), z.literal(3)]),
    name: menuName,
    name_localizations: localised(menuName),
  }),
])
const commands = z
  .array(command)
  .refine(list => list.filter(({ type }) => type === 1).length <= 100, '100 typed ones')
  .refine(list => list.filter(({ type }) => type === 3).length <= 15, '15 in a message’s menu')
  .refine(list => list.every(one => charactersOf(one) <= 8000), '8000 characters')
  .superRefine((list, context) => {
    for (const locale of [undefined, ...LOCALES]) {
      const names = list.map(one => `${one.type} ${(locale && one.name_localizations?.[locale]) ?? one.name}`)
      if (new Set(names).size !== names.length) context.addIssue(`APPLICATION_COMMANDS_DUPLICATE_NAME ${locale}: ${names.join()}`)
    }
  })
export type FakeCommand = z.infer<typeof command>

export function checkCommands(body: unknown): string[] {
  const parsed = commands.safeParse(body)
  return parsed.success
    ? []
    : parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message} ${JSON.stringify(issue).slice(0, 600)}`)
}

type Sized = { name?: unknown; description?: unknown; value?: unknown; options?: unknown; choices?: unknown }
/** Names, descriptions and values; of each the longest translation, as Discord counts them. */
export function charactersOf(part: object): number {
  const own = new Map(Object.entries(part))
  const longest = (field: keyof Sized) => {
    const all = [own.get(field), ...Object.values(own.get(`${field}_localizations`) ?? {})]
    return Math.max(0, ...all.map(value => (typeof value === 'string' ? value.length : 0)))
  }
  const inner = ['options', 'choices'].flatMap(field => (Array.isArray(own.get(field)) ? own.get(field) : []))
  return longest('name') + longest('description') + longest('value') + inner.reduce((sum, one) => sum + charactersOf(one), 0)
}
