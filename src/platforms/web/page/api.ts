/** Purpose: ask the server. A request that got no answer is repeated with the same key, so that nothing happens twice. */
import type { Choice } from '../../../reply.ts'
import type { WireAnswer, WireMe, WireMessage, WirePress, WireSay, WireSubmit } from '../wire.ts'

export type Why = 'signed-out' | 'offline' | 'too-fast' | 'too-long' | 'refused' | 'broken'
export class Failure extends Error {
  readonly why: Why
  constructor(why: Why) {
    super(why)
    this.why = why
  }
}

/** Something to do that needs an answer; kept as it is, so that it can be sent again. */
export type Asked =
  | { readonly path: 'say'; readonly body: WireSay }
  | { readonly path: 'press'; readonly body: WirePress }
  | { readonly path: 'submit'; readonly body: WireSubmit }
export type Messages = { readonly messages: readonly WireMessage[]; readonly more: boolean }

const PATIENCE = 30_000
/** How long to wait before asking once more, in milliseconds. */
const AGAIN_AFTER = [500, 2000]

export const askMe = () => request<WireMe>('me')
export const askMessages = (channel: string, before?: number) =>
  request<Messages>(`messages?${new URLSearchParams({ channel, ...(before !== undefined && { before: String(before) }) })}`)
export const askCompletions = (channel: string, line: string, signal: AbortSignal) =>
  request<readonly Choice[]>(`complete?${new URLSearchParams({ channel, line })}`, { signal })
export const askOptionValues = (asked: { command: string; option: string; typed: string }, signal: AbortSignal) =>
  request<readonly Choice[]>(`complete-option?${new URLSearchParams(asked)}`, { signal })
export const signOut = () => request<unknown>('leave', post({}))
export const choosePersona = (id: string) => request<unknown>('persona', post({ id }))

export async function ask({ path, body }: Asked): Promise<WireAnswer> {
  for (const wait of AGAIN_AFTER) {
    try {
      return await request<WireAnswer>(path, post(body))
    } catch (failure) {
      if (whyOf(failure) !== 'offline' && whyOf(failure) !== 'too-fast') throw failure
      await new Promise(resolve => setTimeout(resolve, wait))
    }
  }
  return request<WireAnswer>(path, post(body))
}

export const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), byte => byte.toString(16).padStart(2, '0')).join('')
export const whyOf = (failure: unknown): Why => (failure instanceof Failure ? failure.why : 'broken')

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

async function request<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await reach(path, init)
  if (!response.ok) throw new Failure(whyOfStatus(response.status))
  const answer: Answer = await response.json()
  return answer
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    const signal = AbortSignal.any([AbortSignal.timeout(PATIENCE), ...(init.signal ? [init.signal] : [])])
    return await fetch(`/api/${path}`, { ...init, signal })
  } catch {
    throw new Failure('offline')
  }
}

export function whyOfStatus(status: number): Why {
  if (status === 401) return 'signed-out'
  if (status === 413) return 'too-long'
  if (status === 429) return 'too-fast'
  return status >= 500 ? 'broken' : 'refused'
}
