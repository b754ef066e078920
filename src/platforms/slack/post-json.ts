/** Purpose: post JSON to an address that Slack gave. `fetch` would be most of the work of an answer; Node's own client needs a quarter of that. */
import { Agent as PlainAgent, request as plainRequest } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'

/** A connection is kept for the next post, but let go before servers usually close it. In milliseconds. */
const KEPT = { keepAlive: true, timeout: 4_000 }
const plain = { request: plainRequest, agent: new PlainAgent(KEPT) }
const secure = { request: secureRequest, agent: new SecureAgent(KEPT) }

/** Redirections are not followed: what was meant for Slack goes nowhere else.
 *  @throws an error with the network's code, or `TimeoutError` after `within` milliseconds */
export function postJson(url: string, body: object, within: number): Promise<{ readonly status: number; readonly text: string }> {
  const { request, agent } = url.startsWith('https:') ? secure : plain
  const json = Buffer.from(JSON.stringify(body))
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': json.byteLength }
  return new Promise((resolve, reject) => {
    const posting = request(url, { agent, method: 'POST', headers }, response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
      response.on('error', reject)
    })
    const timer = setTimeout(() => {
      reject(new DOMException('No answer in time', 'TimeoutError'))
      posting.destroy()
    }, within)
    posting.on('error', reject)
    posting.on('close', () => clearTimeout(timer))
    posting.end(json)
  })
}
