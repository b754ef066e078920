/** Purpose: what went wrong at Discord, in a short code, whether it surely did not happen, and what an operator can do about it. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'

/** `unknown` means that Discord may have done it all the same: then only what can't happen twice may be tried again. */
export type Trouble = { readonly code: string; readonly outcome: 'not done' | 'unknown' }

/** An answer that did not get through; `outcome` says whether trying again could post twice. */
export class DiscordTrouble extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble, cause?: unknown) {
    super(`Discord: ${trouble.code}${ADVICE[trouble.code] ? `; ${ADVICE[trouble.code]}` : ''}`, { cause })
    this.name = 'DiscordTrouble'
    this.trouble = trouble
  }
}

const NOT_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']

export function troubleOf(error: unknown): Trouble {
  if (error instanceof DiscordTrouble) return error.trouble
  if (error instanceof DiscordAPIError) return { code: String(error.code || `http_${error.status}`), outcome: 'not done' }
  if (error instanceof RateLimitError) return { code: 'rate-limited', outcome: 'not done' }
  if (error instanceof HTTPError) return { code: `http_${error.status}`, outcome: 'unknown' }
  const code = networkCode(error)
  return { code, outcome: NOT_CONNECTED.includes(code) ? 'not done' : 'unknown' }
}

/** The innermost code or name of a failed connection. */
function networkCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.message.startsWith('Expected token to be set')) return TOKEN_REFUSED
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout'
  if ('code' in error && typeof error.code === 'string') return error.code
  const [, status] = /^Unexpected server response: (\d{3})$/.exec(error.message) ?? []
  if (status !== undefined) return `http_${status}`
  return error.cause instanceof Error ? networkCode(error.cause) : error.name
}

/** After a 401 discord.js throws the token away, and every later request fails before it is sent. */
const TOKEN_REFUSED = 'token-refused'
export const isTokenRefused = (error: unknown) =>
  (error instanceof DiscordAPIError && error.status === 401 && !error.url.includes('/webhooks/')) || troubleOf(error).code === TOKEN_REFUSED

/** A refusal is final; what a server or the way there failed at may pass. */
export const isPassing = (error: unknown) => /^(http_5|timeout|E[A-Z]|UND_|unknown|TypeError|SocketError)/.test(troubleOf(error).code)

const UNKNOWN_INTERACTION = '10062'
const ANSWERED_ALREADY = '40060'
const TOKEN_EXPIRED = '50027'
export const isAnsweredAlready = ({ code }: Trouble) => code === ANSWERED_ALREADY
/** The person has waited too long for Discord: there is no way left to them through this interaction. */
export const isTooLate = ({ code }: Trouble) => code === UNKNOWN_INTERACTION || code === TOKEN_EXPIRED || code === '10015'
/** 50001 can't see the channel, 50013 may not write in it, 160002 can't read back in it. */
export const mayNotWrite = ({ code }: Trouble) => ['50001', '50013'].includes(code)
/** The person takes no direct messages from us: closed, or no server in common any more. */
export const takesNoDirect = ({ code }: Trouble) => ['50007', '50278', '40003'].includes(code)

/** What mends it, for the one line of the log. */
const ADVICE: Readonly<Record<string, string>> = {
  '10003': 'the channel was deleted',
  '10013': 'nobody has this id',
  '10062': 'the answer came later than the three seconds that Discord waits',
  '40060': 'another Plenary answered with the same token: stop one of them',
  '40003': 'too many direct messages were opened at once',
  '50001': 'give Plenary “View Channel” there',
  '50007': 'the person takes no direct messages from Plenary',
  '50013': 'give Plenary “Send Messages” (in threads “Send Messages in Threads”, for files “Attach Files”) there',
  '50027': 'the answer came later than the fifteen minutes that Discord waits',
  '50035': 'Discord refused the form of the message: this is a mistake in Plenary, please report it',
  '50278': 'the person shares no server with Plenary any more',
  [TOKEN_REFUSED]: 'DISCORD_TOKEN was refused',
}
export const adviceFor = ({ code }: Trouble) => ADVICE[code]
