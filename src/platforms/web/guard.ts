/** Purpose: what every request must pass: our own host and origin, a strict content policy, a bounded body, a bounded pace. */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'

/** Larger than any form that commands declare. */
const MAX_BODY = 256 * 1024
const LOOPBACK_HOSTS = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

export const limitBody = bodyLimit({ maxSize: MAX_BODY, onError: context => context.json({ error: 'too large' }, 413) })

export const setHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
})

/** On loopback another website could reach us under its own name (DNS rebinding): only our own names are served. */
export const refuseForeignHosts: MiddlewareHandler = async (context, next) => {
  if (!LOOPBACK_HOSTS.test(context.req.header('host') ?? '')) return context.json({ error: 'unknown host' }, 421)
  return next()
}

/** A request that changes something must come from our own page: by its origin, and as JSON, which no foreign form can send. */
export const refuseForeignPages =
  (ownOrigin: string | undefined): MiddlewareHandler =>
  async (context, next) => {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next()
    const site = context.req.header('sec-fetch-site')
    const origin = context.req.header('origin')
    const own = ownOrigin ? [ownOrigin] : ['http', 'https'].map(scheme => `${scheme}://${context.req.header('host')}`)
    const foreign = (site !== undefined && site !== 'same-origin' && site !== 'none') || (origin !== undefined && !own.includes(origin))
    if (foreign) return context.json({ error: 'foreign page' }, 403)
    return next()
  }

/** A bucket of `burst` requests a visitor, filled again by `perSecond`; keeps a loop in a page from starving the others. */
export function limitPace(nameOf: (context: Parameters<MiddlewareHandler>[0]) => string, burst = 60, perSecond = 10): MiddlewareHandler {
  const buckets = new Map<string, { left: number; at: number }>()
  return async (context, next) => {
    const at = performance.now()
    const name = nameOf(context)
    const bucket = buckets.get(name) ?? { left: burst, at }
    const left = Math.min(burst, bucket.left + ((at - bucket.at) / 1000) * perSecond)
    if (buckets.size > 10_000) buckets.clear()
    buckets.set(name, { left: Math.max(0, left - 1), at })
    if (left < 1) return context.json({ error: 'too fast' }, 429, { 'retry-after': '1' })
    return next()
  }
}
