/** Purpose: refuse blocks as Slack does: by its limits, with its error codes. Independent of the code that makes them. */
import { z } from 'zod'

const plain = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(max), emoji: z.boolean().optional() })
const id = z.string().min(1).max(255)
const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
  })
  .optional()
const url = z.url({ protocol: /^https?$/ }).max(3000)
const option = z.strictObject({ text: plain(75), value: z.string().min(1).max(75) })

const richElement = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
  z.strictObject({ type: z.literal('link'), url, text: z.string().min(1).optional(), style }),
  z.strictObject({ type: z.literal('date'), timestamp: z.number().int(), format: z.string().min(1), fallback: z.string().optional() }),
])
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: id.optional(),
  elements: z.array(z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(richElement).min(1) })).min(1),
})
const button = z.strictObject({
  type: z.literal('button'),
  text: plain(75),
  action_id: id,
  value: z.string().max(2000),
  style: z.enum(['primary', 'danger']).optional(),
})
const actions = z.strictObject({ type: z.literal('actions'), block_id: id.optional(), elements: z.array(button).min(1).max(25) })
const context = z.strictObject({ type: z.literal('context'), elements: z.array(plain(2000)).min(1).max(10) })
const divider = z.strictObject({ type: z.literal('divider') })
const shown = z.discriminatedUnion('type', [richText, actions, context, divider])

const input = z.strictObject({
  type: z.literal('input'),
  block_id: id,
  label: plain(2000),
  optional: z.boolean().optional(),
  element: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('plain_text_input'),
      action_id: id,
      multiline: z.boolean().optional(),
      max_length: z.number().int().min(1).max(3000).optional(),
      initial_value: z.string().max(3000).optional(),
    }),
    z.strictObject({
      type: z.literal('static_select'),
      action_id: id,
      placeholder: plain(150).optional(),
      options: z.array(option).min(1).max(100),
      initial_option: option.optional(),
    }),
    z.strictObject({
      type: z.literal('users_select'),
      action_id: id,
      placeholder: plain(150).optional(),
      initial_user: z
        .string()
        .regex(/^[UW][A-Z0-9]+$/)
        .optional(),
    }),
    z.strictObject({
      type: z.literal('external_select'),
      action_id: id,
      placeholder: plain(150).optional(),
      min_query_length: z.number().int().min(0).optional(),
      initial_option: option.optional(),
    }),
  ]),
})

const modal = z.strictObject({
  type: z.literal('modal'),
  callback_id: id.optional(),
  title: plain(24),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  private_metadata: z.string().max(3000).optional(),
  blocks: z
    .array(z.discriminatedUnion('type', [richText, actions, context, divider, input]))
    .min(1)
    .max(100),
})
const home = z.strictObject({
  type: z.literal('home'),
  private_metadata: z.string().max(3000).optional(),
  blocks: z.array(shown).min(1).max(100),
})
const view = z.discriminatedUnion('type', [modal, home])

/** What Slack would answer; nothing when it takes the message. */
export function refuseMessage(text: unknown, blocks: unknown): string | undefined {
  if (typeof text === 'string' && text.length > 40_000) return 'msg_too_long'
  if (blocks === undefined) return typeof text === 'string' && text !== '' ? undefined : 'no_text'
  if (!Array.isArray(blocks) || blocks.length > 50) return 'invalid_blocks'
  if (!z.array(shown).min(1).safeParse(blocks).success || repeatsIds(blocks)) return 'invalid_blocks'
  return JSON.stringify(blocks).length > 13_200 ? 'msg_blocks_too_long' : undefined
}

export function refuseView(given: unknown): string | undefined {
  const read = view.safeParse(given)
  if (!read.success) return 'invalid_arguments'
  const { blocks } = read.data
  const asks = blocks.some(block => block.type === 'input')
  if (read.data.type === 'modal' && asks && !read.data.submit) return 'missing_submit'
  if (JSON.stringify(given).length > 250_000) return 'view_too_large'
  return repeatsIds(blocks) ? 'invalid_blocks' : undefined
}

export const refuseOptions = (given: unknown) =>
  z.strictObject({ options: z.array(option).max(100) }).safeParse(given).success ? undefined : 'invalid_options'

/** `block_id` differs within a message, `action_id` within a block. */
function repeatsIds(blocks: readonly unknown[]): boolean {
  const parts = z
    .array(
      z.looseObject({ block_id: z.string().optional(), elements: z.array(z.looseObject({ action_id: z.string().optional() })).optional() }),
    )
    .parse(blocks)
  const named = parts.flatMap(({ block_id }) => block_id ?? [])
  const twice = (names: readonly string[]) => new Set(names).size !== names.length
  return twice(named) || parts.some(({ elements = [] }) => twice(elements.flatMap(({ action_id }) => action_id ?? [])))
}
