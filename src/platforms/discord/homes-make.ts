/** Purpose: make the two things that a group's home in Discord is: a role, and a channel with it. */
import { PermissionFlagsBits, Routes } from 'discord.js'
import { z } from 'zod'
import type { HomeWish } from '../../groups/homes-port.ts'
import { shorten } from '../fit-text.ts'
import type { Ask } from './ask.ts'
import { CHANNEL } from './limits.ts'
import { escapeWords } from './markdown.ts'
import { bits } from './permissions.ts'

const withId = z.looseObject({ id: z.string() })
const SEE = bits(PermissionFlagsBits.ViewChannel)
/** What Plenary needs to go on speaking in a channel that is closed to everyone. */
const SEE_AND_SPEAK = bits(PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages)
const NONE = 0
const ROLE = 0
const MEMBER = 1
const TEXT = 0
const NAMELESS = 'group'

/** The role allows nothing by itself: it only says who belongs. */
export async function makeRole(ask: Ask, server: string, name: string): Promise<string> {
  const words = name.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  const body = { name: shorten(words === '' ? NAMELESS : words, CHANNEL.name), permissions: NONE, mentionable: false }
  return withId.parse(await ask('POST', Routes.guildRoles(server), body)).id
}

export async function makeChannel(
  ask: Ask,
  server: string,
  { name, about, private: closed }: HomeWish,
  { role, self }: { readonly role: string; readonly self: string },
): Promise<string> {
  const permission_overwrites = [
    { id: server, type: ROLE, allow: NONE, deny: SEE },
    { id: role, type: ROLE, allow: SEE, deny: NONE },
    { id: self, type: MEMBER, allow: SEE_AND_SPEAK, deny: NONE },
  ]
  const body = {
    name: channelName(name),
    type: TEXT,
    topic: escapeWords(shorten(about, CHANNEL.topic, text => escapeWords(text).length)),
    ...(closed && { permission_overwrites }),
  }
  return withId.parse(await ask('POST', Routes.guildChannels(server), body)).id
}

/** A role without its channel would only be in the way. */
export async function orTakeBack<T>(ask: Ask, server: string, role: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await ask('DELETE', Routes.guildRole(server, role)).catch(() => undefined)
    throw error
  }
}

/** Small letters and hyphens, as Discord would make of it by itself. */
const channelName = (name: string) =>
  shorten(
    name
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu)
      ?.join('-') ?? NAMELESS,
    CHANNEL.name,
  )
