/** Purpose: Discord's gateway: greets, takes identities, resumes, dispatches; and the ways in which it can fail. */
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'

const OP = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalidSession: 9, hello: 10, ack: 11 }
const packet = z.object({ op: z.number(), d: z.unknown() })
const identity = z.object({ token: z.string(), intents: z.number(), shard: z.tuple([z.number(), z.number()]).optional() })

export type FakeGateway = {
  /** Everything that was said in an identify. */
  readonly identities: z.infer<typeof identity>[]
  readonly resumes: number
  dispatch(type: string, data: unknown): void
  /** Asks the client to come back (op 7), or just cuts the line. */
  drop(how: 'reconnect' | 'cut' | 'invalid session'): void
  close(code: number): void
  /** An HTTP status for who wants to connect, as when Discord’s doorkeeper is overloaded. */
  turnAway: number | undefined
  /** When somebody wanted to connect, by `performance.now()`. */
  readonly handshakes: number[]
  /** Whoever wants to go on with a session gets no answer. */
  deafToResumes: boolean
  /** Announced servers whose GUILD_CREATE never comes. */
  slowServers: boolean
  stop(): void
}
export type GatewayOptions = {
  readonly token: string
  readonly application: string
  readonly guilds: readonly object[]
  closeAtIdentify?: number
  /** Fields of READY that are otherwise; `undefined` leaves one out. */
  readonly ready?: object
}

export function startGateway(server: Server, options: GatewayOptions, url: () => string): FakeGateway {
  const handshakes: number[] = []
  const verifyClient = (_: unknown, done: (welcome: boolean, status?: number) => void) => {
    handshakes.push(performance.now())
    done(gateway.turnAway === undefined, gateway.turnAway)
  }
  const sockets = new WebSocketServer({ server, verifyClient })
  const ready = new Set<WebSocket>()
  let sequence = 0
  const send = (socket: WebSocket, message: object) => socket.send(JSON.stringify(message))
  const dispatchTo = (socket: WebSocket, t: string, d: unknown) => send(socket, { op: OP.dispatch, t, s: ++sequence, d })
  let resumes = 0

  function identify(socket: WebSocket, data: unknown) {
    const who = identity.parse(data)
    gateway.identities.push(who)
    if (who.token !== options.token) return socket.close(4004, 'Authentication failed')
    if (options.closeAtIdentify !== undefined) return socket.close(options.closeAtIdentify)
    const { application, guilds } = options
    const listed = guilds.map(guild => ({ ...guild, unavailable: true }))
    const user = { id: application, username: 'Plenary', discriminator: '0', avatar: null, bot: true }
    dispatchTo(socket, 'READY', {
      v: 10,
      user,
      guilds: listed.map(({ unavailable, ...guild }) => ({ id: 'id' in guild ? guild.id : '', unavailable })),
      session_id: `session-${sequence}`,
      resume_gateway_url: url(),
      application: { id: application, flags: 0 },
      ...(who.shard && { shard: who.shard }),
      ...options.ready,
    })
    ready.add(socket)
    if (!gateway.slowServers) for (const guild of guilds) dispatchTo(socket, 'GUILD_CREATE', guild)
  }

  sockets.on('connection', socket => {
    send(socket, { op: OP.hello, d: { heartbeat_interval: 45_000 } })
    socket.on('close', () => ready.delete(socket))
    socket.on('error', () => undefined)
    socket.on('message', raw => {
      const { op, d } = packet.parse(JSON.parse(String(raw)))
      if (op === OP.heartbeat) send(socket, { op: OP.ack })
      if (op === OP.identify) identify(socket, d)
      if (op === OP.resume) {
        resumes++
        if (gateway.deafToResumes) return
        ready.add(socket)
        dispatchTo(socket, 'RESUMED', {})
      }
    })
  })

  const each = (work: (socket: WebSocket) => void) => {
    for (const socket of sockets.clients) work(socket)
  }
  const gateway = {
    identities: [] as z.infer<typeof identity>[],
    get resumes() {
      return resumes
    },
    turnAway: undefined as number | undefined,
    handshakes,
    deafToResumes: false,
    slowServers: false,
    /** To the first connection, as direct messages and the only server are. */
    dispatch(type: string, data: unknown) {
      const [first] = ready
      if (!first) throw new Error('Nobody is connected to the fake gateway')
      dispatchTo(first, type, data)
    },
    drop(how: 'reconnect' | 'cut' | 'invalid session') {
      each(socket => {
        if (how === 'cut') socket.terminate()
        else send(socket, how === 'reconnect' ? { op: OP.reconnect, d: null } : { op: OP.invalidSession, d: false })
      })
    },
    close: (code: number) => each(socket => socket.close(code)),
    stop() {
      each(socket => socket.terminate())
      sockets.close()
    },
  }
  return gateway
}
