/** Purpose: ask Discord about what a server has (channels, roles, members, events). All of it may be asked twice, but for what makes something: so nothing is repeated. */
import { type REST, RequestMethod, type RouteLike } from 'discord.js'
import { isTokenRefused } from './trouble.ts'

export type Ask = (method: `${RequestMethod}`, route: RouteLike, body?: object) => Promise<unknown>

/** Discord's “too fast” is waited out, but making many roles can bring a wait of a day. In milliseconds. */
const PATIENCE = 20_000

/** @param judge what a refusal means to whoever asks */
export const makeAsk =
  (rest: REST, refused: () => void, judge: (cause: unknown) => Error): Ask =>
  async (method, fullRoute, body) => {
    const signal = AbortSignal.timeout(PATIENCE)
    const late = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    try {
      const request = { fullRoute, method: METHODS[method], signal, ...(body && { body }) }
      return await Promise.race([rest.request(request), late])
    } catch (error) {
      if (isTokenRefused(error)) refused()
      throw judge(error)
    }
  }

const METHODS = {
  GET: RequestMethod.Get,
  POST: RequestMethod.Post,
  PUT: RequestMethod.Put,
  PATCH: RequestMethod.Patch,
  DELETE: RequestMethod.Delete,
} as const
