/** Purpose: two sockets to Slack (Socket Mode), each replaced before it goes, so that no command ever meets a closed door.
 *
 *  The SDK's client closes first and waits five seconds before it opens again, dies of a delivery without an event, and leaves a failed
 *  reconnection as an unhandled rejection. So its own reconnecting is off, its messages pass through here, and each client is used once. */
import { setTimeout as sleep } from 'node:timers/promises'
import { SocketModeReceiver } from '@slack/bolt'
import type { Log } from '../../ops/log.ts'
import type { Delivery } from './accept.ts'
import { hintFor, isDeadToken, SlackTrouble, troubleOf } from './trouble.ts'
import { clientOptions, quietLogger } from './web-client.ts'

export type Sockets = { start(accept: (delivery: Delivery) => Promise<void>): Promise<void>; open(): number; stop(): Promise<void> }
export type SocketOptions = { readonly appToken: string; readonly apiUrl: string | undefined; readonly log: Log }

type Client = SocketModeReceiver['client']

const PAIR = 2
const HELLO_WITHIN = 15_000
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 30_000
/** An old socket serves until Slack closes it; one that Slack forgot is closed after this, in milliseconds. */
const FORGOTTEN = 30_000
/** A socket that lasted no longer was hardly one; where that happens again and again, the next is not opened at once. */
const BRIEF = 10_000
/** Nobody waits longer than this for a close handshake, whose other side may be gone. */
const CLOSE_WITHIN = 1_000

export function makeSockets({ appToken, apiUrl, log }: SocketOptions): Sockets {
  const live = new Set<Client>()
  const stopping = new AbortController()
  let dead = false

  const rest = (pause: number) => sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined)

  /** Opens one socket, trying again for as long as that can help.
   *  @param brief how many before it, one after the other, were hardly opened */
  const openOne = async (accept: (delivery: Delivery) => Promise<void>, brief = 0): Promise<void> => {
    if (brief > 1) {
      log.warn({ times: brief }, 'sockets to Slack are closed soon after they open')
      await rest(Math.min(FIRST_PAUSE * 2 ** (brief - 2), LONGEST_PAUSE))
    }
    for (let pause = FIRST_PAUSE; !stopping.signal.aborted && !dead; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      try {
        return await connect(accept, brief)
      } catch (error) {
        const trouble = troubleOf(error)
        if (dead) return
        dead = isDeadToken(trouble)
        if (dead) log.error({ setting: 'SLACK_APP_TOKEN', code: trouble.code }, DEAD)
        else
          log.warn(
            { code: trouble.code, againIn: trouble.retryAfter ?? pause / 1000, ...hintFor(trouble, apiUrl) },
            'no socket to Slack yet',
          )
        await rest(Math.max(pause, (trouble.retryAfter ?? 0) * 1000))
      }
    }
  }

  const connect = async (accept: (delivery: Delivery) => Promise<void>, brief: number) => {
    const client = makeClient(appToken, apiUrl)
    let openedAt: number | undefined
    // One that never opened is tried again by whoever opens it: replaced as well, it would become two, four, eight.
    const replace = () => {
      if (openedAt === undefined || stopping.signal.aborted) return
      const next = performance.now() - openedAt < BRIEF ? brief + 1 : 0
      openedAt = undefined
      void openOne(accept, next).then(() => retire(client))
    }
    guard(client, log, replace)
    client.on('slack_event', ({ body, ack, envelope_id, retry_num, retry_reason }) => {
      const delivery = {
        body,
        ack,
        envelope: envelope_id,
        ...(retry_num !== undefined && { retryNum: retry_num, retryReason: retry_reason }),
      }
      accept(delivery).catch(error =>
        log.error({ err: error }, 'a delivery was not kept, so it is not acknowledged; Slack delivers it again'),
      )
    })
    let broken: unknown
    client.on('error', ({ original }: { original?: unknown }) => {
      broken = original
    })
    client.on('connected', () => {
      if (stopping.signal.aborted) return void close(client)
      openedAt = performance.now()
      live.add(client)
    })
    client.on('disconnected', () => {
      live.delete(client)
      replace()
    })
    try {
      await Promise.race([client.start(), tooLate()])
    } catch (error) {
      client.removeAllListeners('connected')
      client.removeAllListeners('disconnected')
      await close(client)
      throw error ?? broken ?? new SlackTrouble({ code: 'closed_before_hello', outcome: 'not done' })
    }
  }

  /** Closing it ourselves would lose what is under way to us just now. */
  const retire = async (client: Client) => {
    await sleep(FORGOTTEN, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
    if (live.delete(client)) await close(client)
  }

  return {
    start: async accept => void (await Promise.race(Array.from({ length: PAIR }, () => openOne(accept)))),
    open: () => live.size,
    async stop() {
      stopping.abort()
      await Promise.all(Array.from(live, close))
      live.clear()
    },
  }
}

const DEAD =
  'Slack refuses SLACK_APP_TOKEN. Make a new app-level token with the scope connections:write on the app’s page “Basic Information”, set it and start again; the rest of Plenary runs on'

const makeClient = (appToken: string, apiUrl: string | undefined): Client =>
  new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: quietLogger(),
    installerOptions: { clientOptions: clientOptions(apiUrl) },
  }).client

/** Stands before the SDK's own reading of messages. */
function guard(client: Client, log: Log, replace: () => void) {
  const builtIn = client.listeners('ws_message')
  client.removeAllListeners('ws_message')
  client.on('ws_message', (data: unknown, isBinary: unknown) => {
    const frame = MAY_CONCERN_US.test(String(data)) ? readFrame(data) : {}
    const { type, reason, payload } = frame
    if (type === 'disconnect') {
      log.info({ reason }, 'Slack asks for a fresh socket')
      if (reason === 'link_disabled') log.error('Socket Mode is switched off for this app: switch it on under “Socket Mode”')
      return replace()
    }
    const message = type === 'events_api' && !hasEvent(payload) ? withEvent(frame) : data
    for (const listener of builtIn) listener.call(client, message, isBinary)
  })
}

/** Most messages are none of our business, and reading each twice would make acknowledgements later. */
const MAY_CONCERN_US = /"type"\s*:\s*"(disconnect|events_api)"/

type Frame = { readonly type?: unknown; readonly reason?: unknown; readonly payload?: unknown }

function readFrame(data: unknown): Frame {
  try {
    const frame: unknown = JSON.parse(String(data))
    return typeof frame === 'object' && frame !== null ? frame : {}
  } catch {
    return {}
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const hasEvent = (payload: unknown) => isObject(payload) && 'event' in payload && isObject(payload.event)
/** A notice such as `app_rate_limited` carries no event, and the SDK dies of that: it gets one to read. */
const withEvent = (frame: Frame) =>
  JSON.stringify({ ...frame, payload: { ...(isObject(frame.payload) ? frame.payload : {}), event: { type: 'none' } } })

/** A server that takes the connection and then says nothing. */
const tooLate = () =>
  sleep(HELLO_WITHIN, undefined, { ref: false }).then(() =>
    Promise.reject(new Error('Slack did not say hello', { cause: new DOMException('', 'TimeoutError') })),
  )

const close = (client: Client) => Promise.race([client.disconnect().catch(() => undefined), sleep(CLOSE_WITHIN)])
