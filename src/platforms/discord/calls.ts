/** Purpose: every request to Discord, each repeated only where it can't happen twice. */
import { setTimeout as wait } from 'node:timers/promises'
import { type InternalRequest, type RawFile, REST, RequestMethod, Routes } from 'discord.js'
import { z } from 'zod'
import type { Attachment } from '../../reply.ts'
import { isAnsweredAlready, isPassing, isTokenRefused, troubleOf } from './trouble.ts'

/** The keys of one interaction. */
export type Handle = { readonly id: string; readonly token: string; readonly applicationId: string }
type Body = object
type Files = readonly Attachment[]

export type Calls = {
  readonly rest: REST
  /** The first answer. Discord takes only one, so a second try can't answer twice. */
  answer(handle: Handle, body: Body, files?: Files): Promise<void>
  /** Changes the first answer; the same twice is the same once. */
  editAnswer(handle: Handle, body: Body, files?: Files): Promise<void>
  /** One more message. Discord has no key against repeating here, so it is never tried again where it may have arrived. */
  followUp(handle: Handle, body: Body, files?: Files): Promise<void>
  /** @param nonce the same one posts once, however often it is tried */
  post(channel: string, nonce: string, body: Body, files?: Files): Promise<string>
  openDirect(user: string): Promise<string>
}

/** Milliseconds before each further try. */
const SOON = [100]
const PATIENT = [500, 1000, 2000]
/** Two tries of the first answer must end within Discord's three seconds. */
const ANSWER_TIMEOUT = 1300
const TIMEOUT = 10_000

/** discord.js by itself repeats every request three times at once, posts too: here it repeats nothing, and only waits out a 429. */
export function makeCalls(token: string, apiUrl: string | undefined, onRefused: () => void): Calls {
  const options = { version: '10', retries: 0, timeout: TIMEOUT, handlerSweepInterval: 300_000, ...(apiUrl && { api: apiUrl }) }
  const rest = new REST(options).setToken(token)
  // Answers to interactions don't count against the bot's 50 requests a second, but discord.js holds them back as if they did.
  const answers = new REST({ ...options, globalRequestsPerSecond: Number.POSITIVE_INFINITY })
  const asBot = <T>(work: Promise<T>): Promise<T> =>
    work.catch(error => {
      if (isTokenRefused(error)) onRefused()
      throw error
    })
  return {
    rest,
    answer: (handle, body, files) => sendAnswer(answers, handle, body, files),
    editAnswer: async ({ applicationId, token }, body, files) => {
      const fullRoute = Routes.webhookMessage(applicationId, token, '@original')
      const edit = () => carryOut(answers, { fullRoute, method: RequestMethod.Patch, body, ...withFiles(files), auth: false })
      await tryAgain(edit, PATIENT, () => true)
    },
    followUp: async ({ applicationId, token }, body, files) => {
      const fullRoute = Routes.webhook(applicationId, token)
      const post = () => carryOut(answers, { fullRoute, method: RequestMethod.Post, body, ...withFiles(files), auth: false })
      await tryAgain(post, PATIENT, error => troubleOf(error).outcome === 'not done')
    },
    async post(channel, nonce, body, files) {
      const post = () => rest.post(Routes.channelMessages(channel), { body: { ...body, nonce, enforce_nonce: true }, ...withFiles(files) })
      return withId.parse(await asBot(tryAgain(post, PATIENT, () => true))).id
    },
    async openDirect(user) {
      const open = () => rest.post(Routes.userChannels(), { body: { recipient_id: user } })
      return withId.parse(await asBot(tryAgain(open, PATIENT, () => true))).id
    },
  }
}

const withId = z.looseObject({ id: z.string() })

async function sendAnswer(rest: REST, { id, token }: Handle, body: Body, files: Files | undefined) {
  let tries = 0
  const answer = async () => {
    tries++
    try {
      const fullRoute = Routes.interactionCallback(id, token)
      const signal = AbortSignal.timeout(ANSWER_TIMEOUT)
      await carryOut(rest, { fullRoute, method: RequestMethod.Post, body, ...withFiles(files), auth: false, signal })
    } catch (error) {
      // Then the first try had arrived after all.
      if (tries === 1 || !isAnsweredAlready(troubleOf(error))) throw error
    }
  }
  await tryAgain(answer, SOON, () => true)
}

/** Where nothing in the response matters; it is still read to its end, so that the connection can be used again. */
async function carryOut(rest: REST, request: InternalRequest) {
  const response = await rest.queueRequest(request)
  await response.arrayBuffer()
}

/** Refusals are final; what a server or the way there failed at is tried again. */
async function tryAgain<T>(work: () => Promise<T>, delays: readonly number[], harmless: (error: unknown) => boolean): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const [delay, ...later] = delays
    if (delay === undefined || !isPassing(error) || !harmless(error)) throw error
    await wait(delay)
    return tryAgain(work, later, harmless)
  }
}

const withFiles = (files: Files | undefined): { files?: RawFile[] } =>
  files && files.length > 0 ? { files: files.map(({ name, type, bytes }) => ({ name, contentType: type, data: Buffer.from(bytes) })) } : {}
