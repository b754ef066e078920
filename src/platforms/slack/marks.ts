/** Purpose: the mark on a message that was sent unasked (metadata, which people do not see), and finding it again among the recent ones. */
import { z } from 'zod'
import type { Address } from '../../address.ts'
import { type SendOptions, TryLater } from '../../messenger.ts'
import type { Self } from './introduce.ts'
import { SlackTrouble } from './trouble.ts'
import type { SlackClient } from './web-client.ts'

const EVENT_TYPE = 'plenary_delivery'
/** How far back is looked. */
const PAGE = 200
const PAGES = 5
const DAY = 86_400

export type FoundPart = { readonly part: number; readonly of: number; readonly id: string }

export const markOf = (marker: string, part: number, of: number) => ({ event_type: EVENT_TYPE, event_payload: { marker, part, of } })

/** Only our own messages are looked at, and of them only the mark; nothing is kept. Others could wear our mark: who wrote it counts. */
export async function lookForParts(
  { client, self }: { readonly client: SlackClient; readonly self: () => Self | undefined },
  to: Address,
  { marker, privately }: SendOptions,
  signal: AbortSignal,
): Promise<FoundPart[]> {
  const me = self()
  if (!me) throw new TryLater(undefined, 'platform')
  const channel = privately ? (await client.conversations.open({ users: to.id })).channel?.id : to.id
  if (!channel) throw new SlackTrouble({ code: 'user_not_found', outcome: 'not done' })
  const oldest = String(Math.floor(Date.now() / 1_000) - DAY)
  const found: FoundPart[] = []
  let cursor = ''
  for (let page = 0; page < PAGES && !signal.aborted; page++) {
    const answer = await client.conversations.history({
      ...{ channel, oldest, limit: PAGE, include_all_metadata: true },
      ...(cursor && { cursor }),
    })
    const read = history.parse(answer)
    for (const { ts, user, bot_id, metadata } of read.messages) {
      const own = user === me.user || (bot_id !== undefined && bot_id === me.bot)
      const mark = own ? markShape.safeParse(metadata).data?.event_payload : undefined
      if (mark?.marker === marker) found.push({ part: mark.part, of: mark.of, id: ts })
    }
    cursor = read.response_metadata?.next_cursor ?? ''
    if (cursor === '' || found[0]?.of === found.length) break
  }
  return found
}

const history = z.object({
  messages: z
    .array(z.object({ ts: z.string(), user: z.string().optional(), bot_id: z.string().optional(), metadata: z.unknown() }))
    .default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})
const markShape = z.object({
  event_type: z.literal(EVENT_TYPE),
  event_payload: z.object({ marker: z.string(), part: z.coerce.number(), of: z.coerce.number() }),
})
