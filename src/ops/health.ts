/** Purpose: tell machines whether Plenary lives (`/healthz`), can answer (`/readyz`), and what it measures (`/metrics`). */
import { Hono } from 'hono'
import type { Metrics } from './metrics.ts'

/** Each part by name; a check throws when its part does not work. */
export type Checks = Readonly<Record<string, () => Promise<void>>>
export type OpsRoutes = { readonly routes: Hono }

/** @param metricsToken asked for as a bearer token; without one, `/metrics` answers only where `open` is true (loopback) */
export function makeOpsRoutes(
  checks: Checks,
  metrics: Metrics,
  { metricsToken, open, facts }: { metricsToken: string | undefined; open: boolean; facts?: () => Promise<object> },
): OpsRoutes {
  const routes = new Hono()
  routes.get('/healthz', async context => {
    // A database that is away must not make a living process look dead.
    const more = facts ? await facts().catch(() => ({ delivery: 'unknown' })) : {}
    return context.json({ status: 'alive', ...more })
  })
  routes.get('/readyz', async context => {
    const results = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await outcome(check)] as const))
    const ready = results.every(([, result]) => result === 'ok')
    return context.json({ status: ready ? 'ready' : 'not ready', checks: Object.fromEntries(results) }, ready ? 200 : 503)
  })
  routes.get('/metrics', async context => {
    const allowed = metricsToken === undefined ? open : context.req.header('authorization') === `Bearer ${metricsToken}`
    return allowed ? context.text(await metrics.text(), 200, { 'content-type': metrics.contentType }) : context.notFound()
  })
  return { routes }
}

const outcome = async (check: () => Promise<void>) => {
  try {
    await check()
    return 'ok'
  } catch {
    return 'failed'
  }
}
