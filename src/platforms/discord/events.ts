/** Purpose: show a date as a scheduled event of a Discord server: made once, changed where it differs, found again by a line that only it has. */
import {
  GuildScheduledEventEntityType as Kind,
  GuildScheduledEventPrivacyLevel as Level,
  type REST,
  Routes,
  GuildScheduledEventStatus as Status,
} from 'discord.js'
import { z } from 'zod'
import { EventTrouble, type EventTroubleWhy, type PublishEvents } from '../../calendar/events-port.ts'
import { type Ask, makeAsk } from './ask.ts'
import { bodyOf, isSame, lastLine, recurrence } from './event-body.ts'
import { OUTSIDE } from './space-mark.ts'
import { type Trouble, troubleOf } from './trouble.ts'

export type EventParts = {
  readonly rest: REST
  /** Plenary's own id, empty until Discord has said it. */
  readonly self: () => string
  /** The token no longer works. */
  readonly refused: () => void
}

const event = z.object({
  id: z.string(),
  creator_id: z.string().nullish(),
  name: z.string(),
  description: z.string().nullish(),
  status: z.number(),
  scheduled_start_time: z.string(),
  scheduled_end_time: z.string().nullish(),
  entity_metadata: z.object({ location: z.string().nullish() }).nullish(),
  recurrence_rule: recurrence.nullish(),
})
type Seen = z.infer<typeof event>
const withId = z.looseObject({ id: z.string() })
const isOpen = ({ status }: Seen) => status === Status.Scheduled || status === Status.Active

export function makeDiscordEvents({ rest, self, refused }: EventParts): PublishEvents {
  const ask = makeAsk(rest, refused, cause => new EventTrouble(whyOf(troubleOf(cause)), { cause }))
  const find = async (server: string, marker: string) => (await ours(ask, self(), server, marker))[0]
  return {
    has: server => server !== OUTSIDE,
    link: (server, id) => `https://discord.com/events/${server}/${id}`,
    async put(server, wish, known) {
      const seen = known === undefined ? undefined : await look(ask, server, known)
      if (known !== undefined && (!seen || seen.status === Status.Canceled)) return { outcome: 'deleted' }
      // Before one is made it is looked for: an earlier try may have arrived though its answer did not.
      const open = seen && isOpen(seen) ? seen : await find(server, wish.marker)
      if (open?.status === Status.Active) return { outcome: 'under-way', eventId: open.id }
      const body = bodyOf(wish)
      if (open && !isSame(open, body)) await ask('PATCH', Routes.guildScheduledEvent(server, open.id), body)
      return { outcome: 'there', eventId: open?.id ?? (await make(ask, server, body)) }
    },
    async remove(server, marker, known) {
      const found = (await ours(ask, self(), server, marker)).map(({ id }) => id)
      for (const id of new Set([...(known === undefined ? [] : [known]), ...found]))
        await orGone(() => ask('DELETE', Routes.guildScheduledEvent(server, id)))
    },
  }
}

/** Events of ours that are to come or under way, with this line. */
async function ours(ask: Ask, self: string, server: string, marker: string): Promise<Seen[]> {
  if (self === '') throw new EventTrouble('unreachable')
  const all = z.array(event).parse(await ask('GET', Routes.guildScheduledEvents(server)))
  return all.filter(seen => seen.creator_id === self && isOpen(seen) && lastLine(seen.description) === marker)
}

const look = (ask: Ask, server: string, id: string): Promise<Seen | undefined> =>
  orGone(async () => event.parse(await ask('GET', Routes.guildScheduledEvent(server, id))))

async function make(ask: Ask, server: string, { recurrence_rule, ...body }: ReturnType<typeof bodyOf>): Promise<string> {
  const whole = { ...body, entity_type: Kind.External, privacy_level: Level.GuildOnly, ...(recurrence_rule && { recurrence_rule }) }
  return withId.parse(await ask('POST', Routes.guildScheduledEvents(server), whole)).id
}

const UNKNOWN_EVENT = '10070'
async function orGone<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof EventTrouble && troubleOf(error.cause).code === UNKNOWN_EVENT) return undefined
    throw error
  }
}

const WHYS: Readonly<Record<string, EventTroubleWhy>> = {
  '10004': 'space-gone',
  // Whoever is not in a server sees nothing of it.
  '50001': 'space-gone',
  '30038': 'full',
  '50013': 'not-allowed',
  // It was deleted, or ended, between looking and changing: it is looked at once more.
  [UNKNOWN_EVENT]: 'unreachable',
  '180000': 'unreachable',
}
const whyOf = ({ code, outcome }: Trouble): EventTroubleWhy =>
  WHYS[code] ?? (outcome === 'unknown' || /^(http_5|http_429|E[A-Z]|UND_|token-)/.test(code) ? 'unreachable' : 'refused')
