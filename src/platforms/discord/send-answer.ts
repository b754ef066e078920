/** Purpose: one request of an interaction, which its own token allows, straight to Discord: through the queues of discord.js, which order and pace a
 *  bot’s requests, it would cost three times as much. Refusals are the errors of discord.js all the same. */
import { setTimeout as wait } from 'node:timers/promises'
import { DefaultRestOptions, DefaultUserAgent, DiscordAPIError, HTTPError } from 'discord.js'
import { z } from 'zod'
import { type JsonRequest, sendJson } from '../send-json.ts'

export type AnswerRequest = Pick<JsonRequest, 'method' | 'body' | 'within'> & {
  readonly route: string
  /** How long “too many requests” is waited out, in milliseconds. */
  readonly patience: number
}
export type SendAnswer = (request: AnswerRequest) => Promise<void>

/** Discord’s doorkeeper sends away whoever does not say in this form what they are. */
const HEADERS = { 'user-agent': DefaultUserAgent }
const TOO_MANY = 429

export const makeSendAnswer = (apiUrl: string = DefaultRestOptions.api): SendAnswer =>
  async function send({ route, patience, ...request }) {
    const url = `${apiUrl}/v10${route}`
    const { status, text, retryAfter } = await sendJson({ ...request, url, headers: HEADERS })
    if (status < 300) return
    const pause = (retryAfter ?? Number.POSITIVE_INFINITY) * 1000
    if (status !== TOO_MANY || pause > patience) throw failureOf(status, text, url, request)
    await wait(pause)
    await send({ ...request, route, patience: patience - pause })
  }

const refusal = z.looseObject({ code: z.union([z.number(), z.string()]).default(0), message: z.string() })

function failureOf(status: number, text: string, url: string, { method, body }: Pick<JsonRequest, 'method' | 'body'>) {
  const said = status < 500 ? refusal.safeParse(readJson(text)).data : undefined
  const sent = { body, files: [] }
  return said
    ? new DiscordAPIError({ ...said, code: Number(said.code) }, said.code, status, method, url, sent)
    : new HTTPError(status, '', method, url, sent)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
