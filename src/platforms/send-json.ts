/** Purpose: send JSON to an address of a platform with as little work as can be, as it happens at every answer: `fetch` would be most of what an answer
 *  costs, and Node’s own client needs three times as much. */
import { Agent } from 'undici'

export type JsonRequest = {
  readonly method: 'POST' | 'PATCH'
  readonly url: string
  readonly body: object
  readonly headers?: Readonly<Record<string, string>>
  /** In milliseconds, from now to the end of the answer. */
  readonly within: number
}
export type JsonAnswer = {
  readonly status: number
  readonly text: string
  /** Seconds, where the platform asks to wait. */
  readonly retryAfter?: number | undefined
}

/** A connection is kept for the next request, but let go before servers usually close it. In milliseconds. */
const KEPT = 4_000
// One request at a time on each connection: one that hangs holds up no other.
const agent = new Agent({ keepAliveTimeout: KEPT, keepAliveMaxTimeout: KEPT, pipelining: 1, allowH2: false })

/** Redirections are not followed: what was meant for one address goes nowhere else.
 *  @throws an error with the network's code, or `TimeoutError` after `within` milliseconds */
export function sendJson({ method, url, body, headers, within }: JsonRequest): Promise<JsonAnswer> {
  const { origin, pathname, search } = new URL(url)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let status = 0
    let retryAfter: number | undefined
    let end: ((reason: Error) => void) | undefined
    let late: Error | undefined
    const timer = setTimeout(() => {
      late = new DOMException('No answer in time', 'TimeoutError')
      reject(late)
      end?.(late)
    }, within)
    const request = { origin, path: pathname + search, method, headers: { ...JSON_ONLY, ...headers }, body: JSON.stringify(body) }
    agent.dispatch(request, {
      onRequestStart(controller) {
        end = reason => controller.abort(reason)
        // It had waited for a connection until it was given up: then it must not be sent.
        if (late) end(late)
      },
      onResponseStart(_, code, { 'retry-after': wait }) {
        status = code
        retryAfter = wait === undefined ? undefined : Number(wait)
      },
      onResponseData: (_, chunk) => void chunks.push(chunk),
      onResponseEnd() {
        clearTimeout(timer)
        resolve({ status, retryAfter, text: Buffer.concat(chunks).toString() })
      },
      onResponseError(_, error) {
        clearTimeout(timer)
        reject(error)
      },
    })
  })
}

const JSON_ONLY = { 'content-type': 'application/json; charset=utf-8' }
