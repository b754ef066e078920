/** Purpose: what the fake Slack and the fake Discord of the bench share. They check nothing (the tests’ fakes do), so that they take little of the
 *  time that is measured. Each program under test is known by its token, so that both can be connected at once. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { WebSocket, WebSocketServer } from 'ws'
import type { Times } from './waiting.ts'

/** Said as a slash command where nothing else is named, else written in a channel or directly. */
export type Command = { readonly name: string; readonly words: string; readonly way?: 'mention' | 'direct' }
/** One program’s side of the fake: `who` is what its token ends with. */
export type Guest = {
  readonly settings: Readonly<Record<string, string>>
  connected(): Promise<void>
  ask(command: Command): Promise<Times>
}
export type FakeChat = { guest(who: string): Guest; close(): void }

export type Hall = { enter(who: string, socket: WebSocket): void; socketOf(who: string): WebSocket; waitFor(who: string): Promise<void> }

/** Who is connected, over which sockets. */
export function makeHall(): Hall {
  const sockets = new Map<string, WebSocket[]>()
  const watchers = new Set<() => void>()
  const isIn = (who: string) => (sockets.get(who)?.length ?? 0) > 0
  let turn = 0
  return {
    enter(who, socket) {
      sockets.set(who, [...(sockets.get(who) ?? []), socket])
      socket.on('close', () =>
        sockets.set(
          who,
          (sockets.get(who) ?? []).filter(other => other !== socket),
        ),
      )
      for (const look of watchers) look()
    },
    socketOf(who) {
      const open = sockets.get(who) ?? []
      const socket = open[turn++ % Math.max(1, open.length)]
      if (!socket) throw new Error(`${who} has no socket`)
      return socket
    },
    waitFor: who =>
      new Promise(resolve => {
        const look = () => {
          if (!isIn(who)) return
          watchers.delete(look)
          resolve()
        }
        watchers.add(look)
        look()
      }),
  }
}

export type Answer = (path: string, body: string, request: IncomingMessage) => string | undefined

/** A server that answers every request with the JSON (or the word) that `answer` gives, and with “no content” for nothing. */
export async function serve(answer: Answer): Promise<{ server: Server; host: string }> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const text = answer(request.url ?? '/', Buffer.concat(chunks).toString(), request)
      response.writeHead(text === undefined ? 204 : 200, text?.startsWith('{') ? { 'content-type': 'application/json' } : {}).end(text)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { server, host: `127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}` }
}

export function closeAll(hub: WebSocketServer, server: Server): void {
  hub.close()
  server.closeAllConnections()
  server.close()
}
