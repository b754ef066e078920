/** Purpose: who somebody in Slack is: role, language, time zone and name, asked once an hour and kept in memory only. */
import { z } from 'zod'
import type { Visitor } from '../../command-kit/run-command.ts'
import type { Log } from '../../ops/log.ts'
import { troubleOf } from './trouble.ts'
import type { SlackClient } from './web-client.ts'

const MOST_KNOWN = 5_000
const HOUR = 3_600_000
/** After a failure Slack is not asked again for the same person before this. */
const PAUSE = 30_000
/** So long a role counts that Slack said once and can't say again. */
const STILL_COUNTS = 24 * HOUR

export type SlackVisitor = Visitor & { readonly name: string | undefined }
export type Visitors = { find(team: string, user: string): Promise<SlackVisitor> }

const SILENT = 'Slack did not say who somebody is (users.info); what was known before is used, and who is not known is a guest'
const NOBODY = 'this server knows no users.info, so it is not Slack; everybody there counts as a member'

const info = z.object({
  user: z.object({
    team_id: z.string().optional(),
    is_admin: z.boolean().optional(),
    is_owner: z.boolean().optional(),
    is_restricted: z.boolean().optional(),
    is_ultra_restricted: z.boolean().optional(),
    is_stranger: z.boolean().optional(),
    enterprise_user: z.object({ teams: z.array(z.string()).optional() }).optional(),
    locale: z.string().optional(),
    tz: z.string().nullish(),
    real_name: z.string().optional(),
    profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
  }),
})
type User = z.infer<typeof info>['user']
/** `toldAt`: when Slack last said who it is. */
type Known = { readonly visitor: Promise<SlackVisitor>; until: number; toldAt: number | undefined }

export function makeVisitors(client: SlackClient, log: Log, clock: () => number = Date.now): Visitors {
  const known = new Map<string, Known>()
  const ask = async (team: string, user: string, remember: Known | undefined): Promise<SlackVisitor> => {
    try {
      const answer = info.parse(await client.users.info({ user, include_locale: true }))
      return describe(team, user, answer.user)
    } catch (error) {
      const { code } = troubleOf(error)
      // Slack knows this method. Another server that does not can tell nobody from anybody, so all are members there.
      const tellsNobody = code === 'unknown_method'
      log.warn({ code, user }, tellsNobody ? NOBODY : SILENT)
      const entry = known.get(`${team} ${user}`)
      if (entry) Object.assign(entry, { until: clock() + PAUSE, toldAt: remember?.toldAt })
      const before = (await remember?.visitor) ?? { address: { platform: 'slack', space: team, id: user }, name: undefined }
      if (tellsNobody) return before
      // Nobody gets more than they have because Slack is silent: they could be a guest of one channel.
      return remember?.toldAt !== undefined && clock() - remember.toldAt < STILL_COUNTS ? before : { ...before, vouched: 'guest' }
    }
  }
  return {
    find(team, user) {
      const key = `${team} ${user}`
      const before = known.get(key)
      if (before && before.until > clock()) return before.visitor
      const entry: Known = { visitor: Promise.resolve().then(() => ask(team, user, before)), until: clock() + HOUR, toldAt: clock() }
      known.delete(key)
      known.set(key, entry)
      for (const oldest of known.keys()) {
        if (known.size <= MOST_KNOWN) break
        known.delete(oldest)
      }
      return entry.visitor
    },
  }
}

function describe(team: string, id: string, user: User): SlackVisitor {
  const role = roleOf(team, user)
  const names = [user.profile?.display_name, user.profile?.real_name, user.real_name]
  return {
    address: { platform: 'slack', space: team, id },
    name: names.find(name => name !== undefined && name !== ''),
    ...(role && { vouched: role }),
    ...(user.locale && { locale: user.locale }),
    ...(user.tz && { zone: user.tz }),
  }
}

/** Guests of the workspace, and people from another organisation in a shared channel, are guests here too. */
function roleOf(team: string, user: User): 'admin' | 'guest' | undefined {
  const foreign = user.team_id !== undefined && user.team_id !== team && !user.enterprise_user?.teams?.includes(team)
  if (foreign || user.is_stranger || user.is_restricted || user.is_ultra_restricted) return 'guest'
  return user.is_admin || user.is_owner ? 'admin' : undefined
}
