/** Purpose: what Discord takes as a message, strictly: unknown fields, lengths, nesting, and the totals over the whole message. */
import { z } from 'zod'

export const SNOWFLAKE = /^\d{17,20}$/
const FLAGS = { embedsOff: 4, ephemeral: 64, components: 32768 }

/** Discord takes the blanks at both ends away before it looks at the length. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine(words => words.trim() !== '', 'BASE_TYPE_REQUIRED')
const button = z.strictObject({
  type: z.literal(2),
  style: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  label: text(80),
  custom_id: text(100),
  disabled: z.boolean().optional(),
})
const option = z.strictObject({ label: text(100), value: text(100), description: text(100).optional(), default: z.boolean().optional() })
export const stringSelect = z.strictObject({
  type: z.literal(3),
  custom_id: text(100),
  placeholder: z.string().max(150).optional(),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
  options: z.array(option).min(1).max(25),
})
/** Any component may have a number, once in a message. */
const id = z
  .int()
  .min(1)
  .max(2 ** 31 - 1)
  .optional()
const row = z.strictObject({
  id,
  type: z.literal(1),
  components: z.union([z.array(button).min(1).max(5), z.array(stringSelect).length(1)]),
})
const attached = z.strictObject({ url: z.string().regex(/^attachment:\/\/[\w.-]+$/) })
const textDisplay = z.strictObject({ id, type: z.literal(10), content: text(4000) })
const gallery = z.strictObject({
  id,
  type: z.literal(12),
  items: z
    .array(z.strictObject({ media: attached, description: text(1024).optional() }))
    .min(1)
    .max(10),
})
const file = z.strictObject({ id, type: z.literal(13), file: attached })
const container = z.strictObject({
  id,
  type: z.literal(17),
  accent_color: z.int().min(0).max(0xffffff).optional(),
  components: z.array(z.union([row, textDisplay, gallery, file])).min(1),
})
const component = z.union([row, textDisplay, gallery, file, container])

const message = z.strictObject({
  content: z.string().max(2000).nullish(),
  components: z.array(component).max(40).optional(),
  attachments: z
    .array(z.strictObject({ id: z.string().regex(/^\d$/), filename: text(1024), description: z.string().max(1024).optional() }))
    .max(10)
    .optional(),
  // Without it Discord would look for mentions in every text, also at every edit.
  allowed_mentions: z.strictObject({ parse: z.array(z.never()).length(0) }),
  flags: z.int().optional(),
})
export const posted = message.extend({ nonce: z.string().min(1).max(25).optional(), enforce_nonce: z.boolean().optional() })
export type FakeMessage = z.infer<typeof posted>
export type Mode = 'create' | 'post' | 'edit'

/** Each mistake as a sentence with its path; none for a message that Discord takes. */
export function checkMessage(body: unknown, mode: Mode, files: readonly string[], before?: FakeMessage): string[] {
  const parsed = (mode === 'post' ? posted : message).safeParse(body)
  if (!parsed.success)
    return parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message} ${JSON.stringify(issue).slice(0, 400)}`)
  const { content, components = [], attachments = [], flags = 0 } = parsed.data
  const isV2 = (flags & FLAGS.components) !== 0
  const all = everyComponent(components)
  const allowed = FLAGS.embedsOff | FLAGS.components | (mode === 'create' ? FLAGS.ephemeral : 0)
  const named = all.flatMap(part => addresses(part)).map(url => url.replace('attachment://', ''))
  const filenames = attachments.map(({ filename }) => filename)
  return [
    ...(flags & ~allowed ? ['flags: BITFIELD_INVALID'] : []),
    ...(isV2 && content ? ['content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'] : []),
    ...(!isV2 && components.some(({ type }) => type !== 1) ? ['components: UNION_TYPE_CHOICES'] : []),
    ...(!isV2 && components.length > 5 ? ['components: BASE_TYPE_MAX_LENGTH'] : []),
    ...(!isV2 && before && ((before.flags ?? 0) & FLAGS.components) !== 0 ? ['flags: the flag of components can’t be taken away'] : []),
    ...(mode === 'edit' && isV2 && before?.content && content !== null ? ['content: must be emptied with null'] : []),
    ...(all.length > 40 ? [`components: ${all.length} in total, at most 40`] : []),
    ...(charactersOf(all) > 4000 ? ['components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'] : []),
    ...repeated(all.flatMap(customIds)).map(id => `custom_id: COMPONENT_CUSTOM_ID_DUPLICATED ${id}`),
    ...repeated(all.flatMap(optionValues)).map(value => `options: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED ${value}`),
    ...(named.some(name => !filenames.includes(name)) ? ['components: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'] : []),
    ...(isV2 && filenames.some(name => !named.includes(name)) ? ['attachments: not shown by any component'] : []),
    ...(repeated(filenames).length > 0 ? ['attachments: the same name twice'] : []),
    ...(filenames.join() !== files.join() ? [`attachments: announced ${filenames.join()}, sent ${files.join()}`] : []),
  ]
}

/** Discord's own code for a message without anything in it. */
export const isEmpty = ({ content, components = [], attachments = [] }: FakeMessage) =>
  !content?.trim() && components.length === 0 && attachments.length === 0

type Component = z.infer<typeof component> | z.infer<typeof button> | z.infer<typeof stringSelect>
export const everyComponent = (components: readonly Component[]): Component[] =>
  components.flatMap(part => [part, ...('components' in part ? everyComponent(part.components) : [])])

const charactersOf = (all: readonly Component[]) => all.reduce((sum, part) => sum + (part.type === 10 ? [...part.content].length : 0), 0)
const customIds = (part: Component) => ('custom_id' in part ? [part.custom_id] : [])
const optionValues = (part: Component) => (part.type === 3 ? part.options.map(({ value }) => value) : [])
const addresses = (part: Component) =>
  part.type === 12 ? part.items.map(({ media }) => media.url) : part.type === 13 ? [part.file.url] : []
const repeated = (all: readonly string[]) => all.filter((item, at) => all.indexOf(item) !== at)
