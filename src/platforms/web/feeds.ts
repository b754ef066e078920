/** Purpose: calendars that other programs follow: whoever knows the secret address reads it, and nobody else. */
import { Hono } from 'hono'

/** Gives the calendar file behind a secret, or nothing. */
export type ReadFeed = (token: string) => Promise<string | undefined>

export function feedRoutes(read: ReadFeed): Hono {
  const routes = new Hono()
  routes.get('/feeds/:file', async context => {
    const token = /^([\w-]{20,60})\.ics$/.exec(context.req.param('file'))?.[1]
    const calendar = token === undefined ? undefined : await read(token)
    if (calendar === undefined) return context.notFound()
    return context.body(calendar, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="plenary.ics"',
      'cache-control': 'private, max-age=900',
      'referrer-policy': 'no-referrer',
    })
  })
  return routes
}
