/** Purpose: every request to Discord, each repeated only where it can't happen twice. */
import { setTimeout as wait } from 'node:timers/promises'
import { type RawFile, REST, RequestMethod, type RouteLike, Routes } from 'discord.js'
import { z } from 'zod'
import type { Attachment } from '../../reply.ts'
import { type AnswerRequest, makeSendAnswer, type SendAnswer } from './send-answer.ts'
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
/** How long “too many requests” is waited out: the first answer must come in time, the others while the token lives. */
const ANSWER_PATIENCE = 1000
const TOKEN_LIVES = 15 * 60_000

/** discord.js by itself repeats every request three times at once, posts too: here it repeats nothing, and only waits out a 429. */
export function makeCalls(token: string, apiUrl: string | undefined, onRefused: () => void): Calls {
  const options = { version: '10', retries: 0, timeout: TIMEOUT, handlerSweepInterval: 300_000, ...(apiUrl && { api: apiUrl }) }
  const rest = new REST(options).setToken(token)
  // Answers to interactions don't count against the bot's 50 requests a second, but discord.js holds them back as if they did.
  const answers = new REST({ ...options, globalRequestsPerSecond: Number.POSITIVE_INFINITY })
  const carryOut = makeCarryOut(answers, makeSendAnswer(apiUrl))
  const asBot = <T>(work: Promise<T>): Promise<T> =>
    work.catch(error => {
      if (isTokenRefused(error)) onRefused()
      throw error
    })
  return {
    rest,
    answer: ({ id, token }, body, files) => {
      const route = Routes.interactionCallback(id, token)
      return answerOnce(() => carryOut({ method: 'POST', route, body, files, within: ANSWER_TIMEOUT, patience: ANSWER_PATIENCE }))
    },
    editAnswer({ applicationId, token }, body, files) {
      const route = Routes.webhookMessage(applicationId, token, '@original')
      const edit = () => carryOut({ method: 'PATCH', route, body, files, within: TIMEOUT, patience: TOKEN_LIVES })
      return tryAgain(edit, PATIENT, () => true)
    },
    followUp({ applicationId, token }, body, files) {
      const route = Routes.webhook(applicationId, token)
      const post = () => carryOut({ method: 'POST', route, body, files, within: TIMEOUT, patience: TOKEN_LIVES })
      return tryAgain(post, PATIENT, error => troubleOf(error).outcome === 'not done')
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

async function answerOnce(work: () => Promise<void>) {
  let tries = 0
  const answer = async () => {
    tries++
    try {
      await work()
    } catch (error) {
      // Then the first try had arrived after all.
      if (tries === 1 || !isAnsweredAlready(troubleOf(error))) throw error
    }
  }
  await tryAgain(answer, SOON, () => true)
}

type AnswerWithFiles = AnswerRequest & { readonly route: RouteLike; readonly files: Files | undefined }

/** discord.js knows how files go with a message. */
function makeCarryOut(rest: REST, send: SendAnswer) {
  return async ({ files, ...request }: AnswerWithFiles) => {
    if (!files?.length) return send(request)
    const { route: fullRoute, method, body, within } = request
    const signal = AbortSignal.timeout(within)
    const response = await rest.queueRequest({ fullRoute, method: METHODS[method], body, ...withFiles(files), auth: false, signal })
    // Nothing in it matters, but it is read to its end, so that the connection can be used again.
    await response.arrayBuffer()
  }
}
const METHODS = { POST: RequestMethod.Post, PATCH: RequestMethod.Patch }

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
