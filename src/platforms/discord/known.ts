/** Purpose: what a message does not say of its author: their language, which interactions tell, and what they may do in the server. */
import { type Client, GuildFeature } from 'discord.js'
import type { Visitor } from '../../command-kit/run-command.ts'
import type { MessageEvent } from './read-event.ts'
import { mayManage } from './read-interaction.ts'

/** A message, or what else tells of somebody in a server. */
type Said = Pick<MessageEvent, 'author' | 'guild_id' | 'member'> & Partial<MessageEvent>

export type Known = {
  remember(visitor: Visitor | undefined): void
  of(client: Client | undefined, message: Said): Pick<Visitor, 'locale' | 'vouched'>
}

/** In memory only; the oldest are forgotten first. */
const MOST = 10_000

export function makeKnown(): Known {
  const locales = new Map<string, string>()
  return {
    remember(visitor) {
      if (visitor?.locale === undefined || locales.get(visitor.address.id) === visitor.locale) return
      locales.set(visitor.address.id, visitor.locale)
      if (locales.size <= MOST) return
      const [oldest] = locales.keys()
      if (oldest !== undefined) locales.delete(oldest)
    },
    of(client, { author, guild_id, member }) {
      const guild = guild_id === undefined ? undefined : client?.guilds.cache.get(guild_id)
      // Only communities choose a language; for all others Discord says English.
      const locale = locales.get(author.id) ?? (guild?.features.includes(GuildFeature.Community) ? guild.preferredLocale : undefined)
      const roles = guild ? [guild.id, ...(member?.roles ?? [])].map(role => guild.roles.cache.get(role)?.permissions.bitfield ?? 0n) : []
      const manages = guild !== undefined && (guild.ownerId === author.id || roles.some(mayManage))
      return { ...(locale && { locale }), ...(manages && { vouched: 'admin' as const }) }
    },
  }
}
