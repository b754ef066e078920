/** Purpose: give the role of a home to its people and take it, one by one as Discord wants it, and know of whom this was done. */
import { Routes } from 'discord.js'
import { z } from 'zod'
import type { Address } from '../../address.ts'
import { type Failed, type Home, HomeTrouble } from '../../groups/homes-port.ts'
import type { Ask } from './ask.ts'
import { isPersonal } from './homes-trouble.ts'
import { troubleOf } from './trouble.ts'

/** In memory only; the oldest are forgotten first, and are then given the role once more. */
const MOST_BROUGHT = 50_000
const member = z.object({ roles: z.array(z.string()) })

export function makeBelong(ask: Ask, self: () => string) {
  const brought = new Set<string>()
  const keyOf = ({ address }: Home, { id }: Pick<Address, 'id'>) => `${address.id} ${id}`

  async function isPresent({ address, role }: Home, { id }: Address): Promise<boolean> {
    const route = role === undefined ? Routes.threadMembers(address.id, id) : Routes.guildMember(address.space, id)
    try {
      const found = await ask('GET', route)
      return role === undefined || member.parse(found).roles.includes(role)
    } catch (error) {
      if (error instanceof HomeTrouble && error.why === 'unknown-person') return false
      throw error
    }
  }

  return {
    async present(home: Home, thread: boolean, among?: readonly Address[]): Promise<Address[]> {
      // What has no role and is open to all has nobody missing.
      if (home.role === undefined && !thread) return home.private ? [] : [...(among ?? [])]
      const { platform, space, id: channel } = home.address
      const ids = [...brought].filter(key => key.startsWith(`${channel} `)).map(key => key.slice(channel.length + 1))
      const present: Address[] = []
      for (const person of among ?? ids.map(id => ({ platform, space, id }))) if (await isPresent(home, person)) present.push(person)
      return present.filter(({ id }) => id !== self())
    },
    async bring(home: Home, thread: boolean, person: Address) {
      const { address, role } = home
      if (role !== undefined) await ask('PUT', Routes.guildMemberRole(address.space, person.id, role))
      if (thread) await ask('PUT', Routes.threadMembers(address.id, person.id))
      brought.add(keyOf(home, person))
      const [oldest] = brought
      if (brought.size > MOST_BROUGHT && oldest !== undefined) brought.delete(oldest)
    },
    async takeOut(home: Home, thread: boolean, person: Address) {
      const { address, role } = home
      // Plenary never takes itself out.
      if (person.id === self()) return
      if (thread) await orAway(ask('DELETE', Routes.threadMembers(address.id, person.id)))
      if (role !== undefined) await orAway(ask('DELETE', Routes.guildMemberRole(address.space, person.id, role)))
      brought.delete(keyOf(home, person))
    },
  }
}

/** Who left the server, or whose role was deleted, is not there any more. */
const ROLE_GONE = '10011'
const orAway = (work: Promise<unknown>) =>
  work.catch(error => {
    const away = error instanceof HomeTrouble && (error.why === 'unknown-person' || troubleOf(error.cause).code === ROLE_GONE)
    if (!away) throw error
  })

/** What concerns everybody ends it, also because Discord bans who goes on against refusals: told as a whole when nothing was done yet, and later of
 *  each who is left. */
export async function oneByOne(people: readonly Address[], work: (person: Address) => Promise<void>): Promise<Failed[]> {
  const failed: Failed[] = []
  for (const [at, person] of people.entries()) {
    try {
      await work(person)
    } catch (error) {
      if (!(error instanceof HomeTrouble)) throw error
      const { why } = error
      if (isPersonal(error)) failed.push({ person, why })
      else if (at === 0) throw error
      else return [...failed, ...people.slice(at).map(left => ({ person: left, why }))]
    }
  }
  return failed
}
