/** Purpose: where in Slack something was said or pressed, and so where its answer belongs. */
import { z } from 'zod'
import type { Place } from '../../command-kit/context.ts'

export type View = { readonly id: string; readonly kind: 'home' | 'modal'; readonly depth: number }
export type Spot = {
  readonly team: string
  readonly user: string
  /** What Slack calls them in the delivery itself, in case it cannot be asked. */
  readonly userName?: string | undefined
  /** None on the Home page and in dialogs opened from it. */
  readonly channel?: string | undefined
  readonly thread?: string | undefined
  /** A direct conversation. */
  readonly private: boolean
  /** A direct conversation in which somebody else reads along. */
  readonly overheard?: boolean | undefined
  readonly responseUrl?: string | undefined
  readonly triggerId?: string | undefined
  readonly view?: View | undefined
  /** The message whose button was pressed is the person's own, so that an answer may take its place. */
  readonly ownMessage?: boolean
}

/** A slash command knows no thread; a mention, a button and a message's menu do. */
export const placeOf = ({ team, user, channel, thread, private: direct }: Spot): Place => ({
  address: { platform: 'slack', space: team, id: channel ?? user },
  private: direct || channel === undefined,
  ...(channel && thread && { thread: { platform: 'slack', space: team, id: `${channel}:${thread}` } }),
})

/** Whether only the person reads what is said there. */
export const isAlone = ({ private: direct, overheard }: Pick<Spot, 'private' | 'overheard'>) => direct && overheard !== true

/** What a dialog remembers of where it was opened, and what its answer does: `id` as of a button. */
const memory = z.object({
  id: z.string().default(''),
  channel: z.string().optional(),
  thread: z.string().optional(),
  direct: z.boolean().default(false),
  overheard: z.boolean().optional(),
  url: z.string().optional(),
})
export type Memory = z.infer<typeof memory>

export function remember({ channel, thread, private: direct, overheard, responseUrl }: Spot, id = ''): string {
  const heard = overheard === true && { overheard }
  const known: Memory = {
    id,
    direct,
    ...heard,
    ...(channel && { channel }),
    ...(thread && { thread }),
    ...(responseUrl && { url: responseUrl }),
  }
  return JSON.stringify(known)
}

export function recall(metadata: string): Memory {
  try {
    return memory.parse(JSON.parse(metadata || '{}'))
  } catch {
    return { id: '', direct: false }
  }
}
