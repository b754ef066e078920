/** Purpose: listen, and stop: what is being answered is finished, and no open page can keep the process alive. */
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'

type Fetch = (request: Request) => Response | Promise<Response>

/** How long a stop waits for answers that are under way, in milliseconds. */
const GRACE = 5000
const SWEEP_EVERY = 50

/** @throws Error with code EADDRINUSE when the port is taken */
export const listen = (fetch: Fetch, host: string, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(getRequestListener(fetch))
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })

export function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The web chat listens on no port')
  return address.port
}

/** A browser keeps connections open and goes on asking on them, so each is closed as soon as it is idle. */
export async function close(server: Server): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY)
  const force = setTimeout(() => server.closeAllConnections(), GRACE)
  await new Promise<void>(resolve => server.close(() => resolve()))
  clearInterval(sweep)
  clearTimeout(force)
}
