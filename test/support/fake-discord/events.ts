/** Purpose: the scheduled events of a made-up server: what Discord takes and refuses, and what becomes of them as time goes by. */
import { z } from 'zod'
import type { Request } from './fake-discord.ts'
import type { Guild } from './guild.ts'
import { type Refusal, refuse, refuseForm } from './refusals.ts'

const rule = z
  .strictObject({
    start: z.iso.datetime(),
    frequency: z.int().min(0).max(3),
    interval: z.int().min(1).max(2),
    by_weekday: z.array(z.int().min(0).max(6)).nullish(),
    by_n_weekday: z.array(z.strictObject({ n: z.int().min(1).max(5), day: z.int().min(0).max(6) })).nullish(),
    by_month: z.array(z.int().min(1).max(12)).nullish(),
    by_month_day: z.array(z.int().min(1).max(31)).nullish(),
    end: z.null().optional(),
    count: z.null().optional(),
    by_year_day: z.null().optional(),
  })
  .refine(fits, 'GUILD_SCHEDULED_EVENT_RECURRENCE_RULE')
export type FakeRule = {
  frequency: number
  interval: number
  by_weekday?: number[] | null | undefined
  by_n_weekday?: { n: number; day: number }[] | null | undefined
  by_month?: number[] | null | undefined
  by_month_day?: number[] | null | undefined
}
const [YEARLY, MONTHLY, WEEKLY, DAILY] = [0, 1, 2, 3]
const SETS = ['0,1,2,3,4', '1,2,3,4,5', '6,0,1,2,3', '4,5', '5,6', '6,0']

function fits({ frequency, interval, by_weekday, by_n_weekday, by_month, by_month_day }: FakeRule): boolean {
  const has = (...parts: readonly unknown[]) =>
    [by_weekday, by_n_weekday, by_month, by_month_day].every(part => !!part === parts.includes(part))
  if (interval !== 1 && frequency !== WEEKLY) return false
  if (frequency === DAILY) return has(by_weekday) && SETS.includes(by_weekday?.join() ?? '')
  if (frequency === WEEKLY) return has(by_weekday) && by_weekday?.length === 1
  if (frequency === MONTHLY) return has(by_n_weekday) && by_n_weekday?.length === 1
  return frequency === YEARLY && has(by_month, by_month_day) && by_month?.length === 1 && by_month_day?.length === 1
}

const change = z.strictObject({
  name: z.string().min(1).max(100),
  description: z.string().min(1).max(1000),
  scheduled_start_time: z.iso.datetime(),
  scheduled_end_time: z.iso.datetime(),
  entity_metadata: z.strictObject({ location: z.string().min(1).max(100) }),
  recurrence_rule: rule.nullish(),
})
const creation = change.extend({ entity_type: z.literal(3), privacy_level: z.literal(2) })
export type FakeEvent = z.infer<typeof change> & { readonly id: string; creator_id: string; status: number }
type Result = { readonly status: number; readonly body?: unknown }

const [SCHEDULED, ACTIVE, COMPLETED] = [1, 2, 3]
const [CREATE, MANAGE] = [1n << 44n, 1n << 33n]
const missing = refuse(403, 50013, 'Missing Permissions')
const unknown = refuse(404, 10070, 'Unknown Guild Scheduled Event')
let lastId = 888_100_000_000_000_000n

type Handler = (guild: Guild, request: Request, parts: readonly string[]) => Result
const ONE = /^\/guilds\/(\d+)\/scheduled-events\/(\d+)$/
const ALL = /^\/guilds\/(\d+)\/scheduled-events$/
export const EVENT_ROUTES: readonly (readonly [string, RegExp, Handler])[] = [
  ['GET', ALL, inGuild(guild => ({ status: 200, body: [...guild.events.values()].filter(isOpen) }))],
  ['POST', ALL, inGuild(create)],
  ['GET', ONE, inGuild((guild, _, [, id = '']) => (guild.events.has(id) ? { status: 200, body: guild.events.get(id) } : unknown))],
  ['PATCH', ONE, inGuild(modify)],
  ['DELETE', ONE, inGuild((guild, _, [, id = '']) => refusalFor(guild, id) ?? (guild.events.delete(id) ? { status: 204 } : unknown))],
]

const isOpen = ({ status }: FakeEvent) => status === SCHEDULED || status === ACTIVE

function inGuild(handle: Handler): Handler {
  return (guild, request, parts) => (parts[0] === guild.id ? handle(guild, request, parts) : refuse(404, 10004, 'Unknown Guild'))
}

function create(guild: Guild, { body }: Request): Result {
  const { data, error } = creation.safeParse(body)
  if ((guild.permissions & CREATE) === 0n) return missing
  if (!data) return refuseForm([error.message])
  const wrong = wrongTimes(data, guild.now())
  if (wrong) return wrong
  if ([...guild.events.values()].filter(isOpen).length >= guild.mostEvents)
    return refuse(400, 30038, 'Maximum number of uncompleted guild scheduled events reached (100)')
  const event = { ...data, id: String(++lastId), creator_id: guild.bot, status: SCHEDULED }
  guild.events.set(event.id, event)
  return { status: 200, body: event }
}

function modify(guild: Guild, { body }: Request, [, id = '']: readonly string[]): Result {
  const event = guild.events.get(id)
  const { data, error } = change.partial().safeParse(body)
  if (!event) return unknown
  const refused = refusalFor(guild, id)
  if (refused) return refused
  if (!data) return refuseForm([error.message])
  if (!isOpen(event)) return refuse(400, 180000, 'Cannot update a finished event')
  const changed = { ...event, ...JSON.parse(JSON.stringify(data)) }
  const wrong = wrongTimes(changed, guild.now())
  if (wrong) return wrong
  guild.events.set(id, changed)
  return { status: 200, body: changed }
}

/** Whoever made it may change it with either permission; anybody else needs that of managing. */
function refusalFor(guild: Guild, id: string): Refusal | undefined {
  const needed = guild.events.get(id)?.creator_id === guild.bot ? CREATE | MANAGE : MANAGE
  return (guild.permissions & needed) === 0n ? missing : undefined
}

function wrongTimes(
  { scheduled_start_time, scheduled_end_time }: { scheduled_start_time: string; scheduled_end_time: string },
  now: number,
) {
  if (Date.parse(scheduled_start_time) <= now) return refuseForm(['scheduled_start_time: GUILD_SCHEDULED_EVENT_SCHEDULE_PAST'])
  return Date.parse(scheduled_end_time) <= Date.parse(scheduled_start_time)
    ? refuseForm(['scheduled_end_time: before its start'])
    : undefined
}

/** External events begin and end by themselves; one that recurs goes on to its next day, at the same hour in UTC. */
export function passTime(guild: Guild): void {
  const now = guild.now()
  for (const event of [...guild.events.values()].filter(isOpen)) {
    const length = Date.parse(event.scheduled_end_time) - Date.parse(event.scheduled_start_time)
    while (event.recurrence_rule && Date.parse(event.scheduled_end_time) <= now) {
      const next = nextStart(event.recurrence_rule, event.scheduled_start_time)
      event.scheduled_start_time = new Date(next).toISOString()
      event.scheduled_end_time = new Date(next + length).toISOString()
    }
    const begun = Date.parse(event.scheduled_start_time) <= now
    event.status = !begun ? SCHEDULED : Date.parse(event.scheduled_end_time) <= now ? COMPLETED : ACTIVE
  }
}

/** By the rule as Discord was told it, day by day. */
export function nextStart(rule: FakeRule & { start: string }, after: string): number {
  const start = Date.parse(rule.start)
  for (let at = Date.parse(after) + DAY; ; at += DAY) if (falls(rule, new Date(at), start)) return at
}
const DAY = 86_400_000

function falls({ frequency, interval, by_weekday, by_n_weekday, by_month, by_month_day }: FakeRule, day: Date, start: number): boolean {
  const weekday = (day.getUTCDay() + 6) % 7
  if (frequency === DAILY) return by_weekday?.includes(weekday) ?? true
  if (frequency === WEEKLY) return by_weekday?.[0] === weekday && Math.floor((day.getTime() - start) / DAY / 7) % interval === 0
  if (frequency === MONTHLY) return by_n_weekday?.[0]?.day === weekday && by_n_weekday[0].n === Math.ceil(day.getUTCDate() / 7)
  return by_month?.[0] === day.getUTCMonth() + 1 && by_month_day?.[0] === day.getUTCDate()
}
