/** Purpose: look at a channel or thread that is a group's home: where it is, whether everyone sees it, whether it rests. */
import { PermissionFlagsBits, Routes } from 'discord.js'
import { z } from 'zod'
import { HomeTrouble } from '../../groups/homes-port.ts'
import type { Ask } from './ask.ts'
import { bits } from './permissions.ts'

const THREADS = [10, 11, 12]
const PRIVATE_THREAD = 12
const ROLE = 0

const channel = z
  .object({
    id: z.string(),
    type: z.number(),
    guild_id: z.string().optional(),
    parent_id: z.string().nullish(),
    permission_overwrites: z.array(z.object({ id: z.string(), deny: z.union([z.string(), z.number()]) })).default([]),
    thread_metadata: z.object({ archived: z.boolean().default(false), locked: z.boolean().default(false) }).optional(),
  })
  .transform(found => ({ ...found, thread: THREADS.includes(found.type) }))
export type Channel = z.infer<typeof channel>
type Look = (id: string) => Promise<Channel>

/** @throws HomeTrouble */
export const makeLook =
  (ask: Ask): Look =>
  async id =>
    channel.parse(await ask('GET', Routes.channel(id)))

/** A thread is as open as the channel that it is in, unless it is a private one. */
export async function isPrivate(look: Look, found: Channel): Promise<boolean> {
  if (found.type === PRIVATE_THREAD) return true
  if (found.thread && found.parent_id) return isPrivate(look, await look(found.parent_id))
  const everyone = found.permission_overwrites.find(({ id }) => id === found.guild_id)
  return everyone !== undefined && (BigInt(everyone.deny) & PermissionFlagsBits.ViewChannel) !== 0n
}

/** Nobody can be added to a thread while it rests. */
export async function wake(ask: Ask, { id, thread_metadata }: Channel): Promise<void> {
  if (thread_metadata?.locked) throw new HomeTrouble('archived')
  if (thread_metadata?.archived) await ask('PATCH', Routes.channel(id), { archived: false })
}

export const letIn = (ask: Ask, id: string, role: string) =>
  ask('PUT', Routes.channelPermission(id, role), { type: ROLE, allow: bits(PermissionFlagsBits.ViewChannel), deny: 0 })
