/** Purpose: the parts of Discord's events that we read, checked at the border. */
import { z } from 'zod'

const user = z.object({ id: z.string(), bot: z.boolean().optional() })
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
  target_id: z.string().optional(),
  resolved: z.object({ messages: z.record(z.string(), z.object({ content: z.string().default('') })).optional() }).optional(),
  custom_id: z.string().optional(),
  values: z.array(z.string()).optional(),
  components: z
    .array(z.object({ component: field.optional().catch(undefined), components: z.array(field).optional().catch(undefined) }))
    .optional(),
})

export const interactionEvent = z.object({
  id: z.string(),
  application_id: z.string(),
  type: z.number(),
  token: z.string(),
  guild_id: z.string().optional(),
  channel_id: z.string().optional(),
  channel: z.object({ id: z.string() }).optional(),
  locale: z.string().optional(),
  member: z.object({ user, permissions: z.string().default('0') }).optional(),
  user: user.optional(),
  message: z.object({ id: z.string(), flags: z.number().optional() }).optional(),
  data: data.optional(),
})
export type InteractionEvent = z.infer<typeof interactionEvent>
export type EventOption = z.infer<typeof option>

export const messageEvent = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().optional(),
  type: z.number().default(0),
  content: z.string().default(''),
  author: user,
  webhook_id: z.string().optional(),
  nonce: z.union([z.string(), z.number()]).optional().catch(undefined),
  mentions: z.array(z.object({ id: z.string() })).default([]),
  member: z.object({ roles: z.array(z.string()).default([]) }).optional(),
})
export type MessageEvent = z.infer<typeof messageEvent>

export const readyEvent = z.object({ user: z.object({ id: z.string() }), application: z.object({ id: z.string() }) })
export type ReadyEvent = z.infer<typeof readyEvent>
