/** Purpose: `/slack/events` on the web chat's port: everything that Slack sends over HTTP, each request verified. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { Delivery } from './accept.ts'
import { makeSignatureCheck } from './signature.ts'

/** As Bolt's own receiver: no payload of Slack is larger. */
const MAX_BODY = 4 * 1024 * 1024

export type HttpDoor = {
  readonly routes: Hono
  /** Until somebody is behind the door, Slack is told to come back. */
  open(accept: (delivery: Delivery) => Promise<void>): void
  close(): void
}

export function makeHttpDoor(signingSecret: string, now: () => Temporal.Instant): HttpDoor {
  const check = makeSignatureCheck(signingSecret, now)
  let accept: ((delivery: Delivery) => Promise<void>) | undefined
  const routes = new Hono()
  routes.post('/slack/events', bodyLimit({ maxSize: MAX_BODY }), async context => {
    const body = await context.req.text()
    const verdict = check({
      timestamp: context.req.header('x-slack-request-timestamp'),
      signature: context.req.header('x-slack-signature'),
      body,
    })
    if (verdict !== 'fine') return context.json({ error: verdict }, 401)
    const read = readBody(context.req.header('content-type') ?? '', body)
    if (!read) return context.json({ error: 'not understood' }, 400)
    if (read['ssl_check'] !== undefined) return context.body(null, 200)
    if (read['type'] === 'url_verification') return context.json({ challenge: read['challenge'] })
    if (!accept) return context.json({ error: 'not ready' }, 503)
    return answerOf(accept, { body: read, ...retryOf(context.req.header()) })
  })
  return {
    routes,
    open: handler => {
      accept = handler
    },
    close: () => {
      accept = undefined
    },
  }
}

/** The response is what the acknowledgement carries; a delivery that could not be kept is refused, so that Slack repeats it. */
const answerOf = (accept: (delivery: Delivery) => Promise<void>, delivery: Omit<Delivery, 'ack'>) =>
  new Promise<Response>(resolve => {
    const ack = async (response?: unknown) => resolve(toResponse(response))
    accept({ ...delivery, ack }).then(
      () => resolve(toResponse(undefined)),
      () => resolve(Response.json({ error: 'not kept' }, { status: 503 })),
    )
  })

function toResponse(body: unknown): Response {
  if (body === undefined || body === '') return new Response(null, { status: 200 })
  return typeof body === 'string' ? new Response(body, { headers: { 'content-type': 'text/plain; charset=utf-8' } }) : Response.json(body)
}

const json = z.record(z.string(), z.unknown())

/** Events are JSON; commands are a form; interactions are JSON in a form's field. */
function readBody(type: string, body: string): Record<string, unknown> | undefined {
  try {
    if (type.startsWith('application/json')) return json.parse(JSON.parse(body))
    const form = Object.fromEntries(new URLSearchParams(body))
    return form['payload'] === undefined ? form : json.parse(JSON.parse(form['payload']))
  } catch {
    return undefined
  }
}

function retryOf(headers: Record<string, string>): Pick<Delivery, 'retryNum' | 'retryReason'> {
  const [number, reason] = [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]
  return { ...(number !== undefined && { retryNum: Number(number) }), ...(reason !== undefined && { retryReason: reason }) }
}
