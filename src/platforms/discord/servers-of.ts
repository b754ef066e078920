/** Purpose: which servers a person shares with Plenary. Discord answers for one server at a time without a privileged intent; what it said is kept for minutes. */
import { Routes } from 'discord.js'
import { z } from 'zod'
import type { Ask } from './ask.ts'
import { troubleOf } from './trouble.ts'

export type Membership = { readonly server: string; readonly roles: readonly string[] }
/** Both throw when Discord does not say: then nobody knows. */
export type ServersOf = {
  all(user: string): Promise<readonly Membership[]>
  one(user: string, server: string): Promise<Membership | undefined>
}
export type ServersParts = {
  readonly ask: Ask
  /** The ids of the servers that Plenary is in; nothing before Discord has said it. */
  readonly servers: () => readonly string[] | undefined
  readonly now: () => number
}

/** Milliseconds. Who leaves a server is not told to us without a privileged intent; who comes shall not wait long. */
const KEEP = { member: 300_000, stranger: 60_000 }
/** In memory only; the oldest answers are forgotten first. */
const MOST = 20_000
const AT_ONCE = 5
const member = z.object({ roles: z.array(z.string()).default([]) })

export function makeServersOf({ ask, servers, now }: ServersParts): ServersOf {
  const answers = new Map<string, { readonly found: Promise<Membership | undefined>; until: number }>()

  function remember(key: string, found: Promise<Membership | undefined>) {
    const entry = { found, until: Number.POSITIVE_INFINITY }
    answers.delete(key)
    answers.set(key, entry)
    found.then(
      one => {
        entry.until = now() + (one ? KEEP.member : KEEP.stranger)
      },
      () => void (answers.get(key) === entry && answers.delete(key)),
    )
    const [oldest] = answers.keys()
    if (answers.size > MOST && oldest !== undefined) answers.delete(oldest)
    return found
  }

  function look(user: string, server: string): Promise<Membership | undefined> {
    const key = `${server} ${user}`
    const known = answers.get(key)
    return known && known.until > now() ? known.found : remember(key, askFor(ask, user, server))
  }

  function present(): readonly string[] {
    const all = servers()
    if (!all) throw new Error('Discord has not said yet which servers there are')
    return all
  }

  return {
    async all(user) {
      const left = [...present()].sort()
      const found: Membership[] = []
      const work = async () => {
        for (let server = left.shift(); server !== undefined; server = left.shift()) {
          const one = await look(user, server)
          if (one) found.push(one)
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, work))
      return found.sort((one, other) => (one.server < other.server ? -1 : 1))
    },
    one: async (user, server) => (present().includes(server) ? look(user, server) : undefined),
  }
}

async function askFor(ask: Ask, user: string, server: string): Promise<Membership | undefined> {
  try {
    return { server, roles: member.parse(await ask('GET', Routes.guildMember(server, user))).roles }
  } catch (error) {
    if (NOT_THERE.includes(troubleOf(error).code)) return undefined
    throw error
  }
}

/** Unknown Guild, Member, User; Missing Access is what Discord says of a server that Plenary is not in any more. */
const NOT_THERE = ['10004', '10007', '10013', '50001']
