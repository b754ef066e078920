/** Purpose: what Slack sends, as far as Plenary reads it; everything else is left aside. */
import { z } from 'zod'

const id = z.string().min(1)
/** On the Home page there is none; some servers then send one without an id. */
const channel = z.object({ id, name: z.string().optional() }).nullish().catch(undefined)
const view = z.object({
  id,
  type: z.string(),
  private_metadata: z.string().default(''),
  root_view_id: z.string().nullish(),
  previous_view_id: z.string().nullish(),
})
const from = {
  user: z.object({ id, name: z.string().optional() }),
  team: z.object({ id }).nullish(),
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
}

export const commandBody = z.object({
  command: z.string(),
  text: z.string().default(''),
  team_id: z.string().optional(),
  user_id: id,
  user_name: z.string().optional(),
  channel_id: id,
  channel_name: z.string().optional(),
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
})

export const actionBody = z.object({
  ...from,
  actions: z.array(z.object({ action_id: z.string(), type: z.string(), value: z.string().optional() })),
  channel,
  container: z
    .object({
      is_ephemeral: z.boolean().optional(),
      thread_ts: z.string().optional(),
    })
    .optional(),
  message: z.object({ thread_ts: z.string().optional() }).nullish(),
  view: view.nullish(),
})

export const shortcutBody = z.object({
  ...from,
  type: z.enum(['shortcut', 'message_action']),
  callback_id: z.string(),
  channel,
  message: z.object({ text: z.string().nullish(), thread_ts: z.string().optional() }).nullish(),
})

const state = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_user: z.string().nullish(),
})
export const submissionBody = z.object({
  ...from,
  view: view.extend({ state: z.object({ values: z.record(z.string(), z.record(z.string(), state)) }) }),
})

export const suggestionBody = z.object({
  ...from,
  block_id: z.string(),
  value: z.string().default(''),
  view: view.nullish(),
})

const said = {
  user: id,
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  channel: id,
}
const envelope = {
  event_id: z.string().optional(),
  team_id: z.string().optional(),
  authorizations: z.array(z.object({ team_id: z.string().nullish() })).nullish(),
}
export const mentionBody = z.object({ ...envelope, event: z.object(said) })
/** Only what a person newly wrote: edits, deletions and what bots write have a subtype or no user. */
export const directMessageBody = z.object({
  ...envelope,
  event: z.object({
    ...said,
    channel_type: z.literal('im'),
    subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
    bot_id: z.undefined().optional(),
  }),
})
export const homeOpenedBody = z.object({ ...envelope, event: z.object({ user: id, tab: z.string().default('home') }) })

/** The workspace in which Plenary is installed: not the writer's own, which may be another one in a shared channel. */
export const teamOf = ({
  authorizations,
  team_id,
}: {
  authorizations?: { team_id?: string | null | undefined }[] | null | undefined
  team_id?: string | undefined
}) => authorizations?.[0]?.team_id ?? team_id
