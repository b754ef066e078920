/** Purpose: the requests of the outbox: each once, told at once when Discord asks to slow down, and ended by a signal. */
import { type RawFile, REST, Routes } from 'discord.js'
import { z } from 'zod'
import type { Attachment } from '../../reply.ts'
import { isTokenRefused } from './trouble.ts'

export type CallsOnce = {
  /** @param nonce within some minutes, the same one posts once */
  post(channel: string, nonce: string, body: object, files: readonly Attachment[], signal: AbortSignal): Promise<string>
  openDirect(user: string, signal: AbortSignal): Promise<string>
  /** A hundred messages, newest first. Of those by others Discord shows us no words, and we look at none. */
  recent(channel: string, before: string | undefined, signal: AbortSignal): Promise<readonly RecentMessage[]>
}
export type RecentMessage = z.infer<typeof recentMessage>

const TIMEOUT = 10_000
const PAGE = 100

export function makeCallsOnce(token: string, apiUrl: string | undefined, onRefused: () => void): CallsOnce {
  const options = { version: '10', retries: 0, timeout: TIMEOUT, rejectOnRateLimit: () => true, ...(apiUrl && { api: apiUrl }) }
  const rest = new REST(options).setToken(token)
  const asBot = <T>(work: Promise<T>): Promise<T> =>
    work.catch(error => {
      if (isTokenRefused(error)) onRefused()
      throw error
    })
  return {
    async post(channel, nonce, body, files, signal) {
      const sent = { body: { ...body, nonce, enforce_nonce: true }, signal, ...(files.length > 0 && { files: files.map(toRaw) }) }
      return withId.parse(await asBot(rest.post(Routes.channelMessages(channel), sent))).id
    },
    async openDirect(user, signal) {
      return withId.parse(await asBot(rest.post(Routes.userChannels(), { body: { recipient_id: user }, signal }))).id
    },
    async recent(channel, before, signal) {
      const query = new URLSearchParams({ limit: String(PAGE), ...(before !== undefined && { before }) })
      return z.array(recentMessage).parse(await asBot(rest.get(Routes.channelMessages(channel), { query, signal })))
    },
  }
}

const withId = z.looseObject({ id: z.string() })
const recentMessage = z.object({
  id: z.string(),
  author: z.object({ id: z.string() }),
  content: z.string().default(''),
  components: z.array(z.looseObject({ id: z.number().optional() })).default([]),
})

const toRaw = ({ name, type, bytes }: Attachment): RawFile => ({ name, contentType: type, data: Buffer.from(bytes) })
