/** Purpose: the parts of Discord's events that we read, checked at the border. */
import { z } from 'zod'

/** Discord leaves out what is not there; others who speak its protocol say `null`, and may write as numbers the ids that Discord writes as text. */
const read = <T extends z.ZodType>(shape: T) => z.preprocess(withoutNulls, shape)
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const there = Object.entries(value).filter(([, one]) => one !== null)
  return Object.fromEntries(there.map(([key, one]) => [key, withoutNulls(one)]))
}
const id = z.union([z.string(), z.number().transform(String)])

const user = z.object({ id, bot: z.boolean().optional() })
const leaf = z.object({
  name: z.string(),
  type: z.number(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
})
const option = leaf.extend({ options: z.array(leaf).optional() })
/** A field of a submitted form: a text has a `value`, a list `values`; of a list of people these are their ids. */
const field = z.object({
  type: z.number().optional(),
  custom_id: z.string(),
  value: z.string().optional(),
  values: z.array(z.string()).optional(),
})

const data = z.object({
  name: z.string().optional(),
  type: z.number().optional(),
  options: z.array(option).optional(),
  target_id: id.optional(),
  resolved: z.object({ messages: z.record(z.string(), z.object({ content: z.string().default('') })).optional() }).optional(),
  custom_id: z.string().optional(),
  values: z.array(z.string()).optional(),
  components: z
    .array(z.object({ component: field.optional().catch(undefined), components: z.array(field).optional().catch(undefined) }))
    .optional(),
})

export const interactionEvent = read(
  z.object({
    id,
    application_id: id,
    type: z.number(),
    token: z.string(),
    guild_id: id.optional(),
    channel_id: id.optional(),
    channel: z.object({ id }).optional(),
    locale: z.string().optional(),
    member: z.object({ user, permissions: id.default('0') }).optional(),
    user: user.optional(),
    message: z.object({ id, flags: z.number().optional() }).optional(),
    data: data.optional(),
  }),
)
export type InteractionEvent = z.infer<typeof interactionEvent>
export type EventOption = z.infer<typeof option>

export const messageEvent = read(
  z.object({
    id,
    channel_id: id,
    guild_id: id.optional(),
    type: z.number().default(0),
    content: z.string().default(''),
    author: user,
    webhook_id: id.optional(),
    nonce: z.union([z.string(), z.number()]).optional().catch(undefined),
    mentions: z.array(z.object({ id })).default([]),
    member: z.object({ roles: z.array(z.string()).default([]) }).optional(),
  }),
)
export type MessageEvent = z.infer<typeof messageEvent>

/** An application made today has the id of its bot. */
export const readyEvent = read(
  z
    .object({ user: z.object({ id }), application: z.looseObject({ id }).optional() })
    .transform(({ user, application = user }) => ({ user, application })),
)
export type ReadyEvent = z.infer<typeof readyEvent>
