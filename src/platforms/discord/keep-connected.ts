/** Purpose: hold the connection: try again while Discord is away, stop where it refuses us for good, and know how things stand. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'discord.js'
import type { DiscordConfig } from '../../config.ts'
import type { Log } from '../../ops/log.ts'
import type { Health } from '../platform.ts'
import { TOKEN_REFUSED, type Verdict, verdictOn } from './close-codes.ts'
import { makeGateway } from './gateway.ts'
import { type ReadyEvent, readyEvent } from './read-event.ts'
import { troubleOf } from './trouble.ts'

export type Connection = {
  health(): Health
  /** The token was refused in a request: as if the gateway had refused it. */
  refuse(): void
  listenNoMore(): void
  readonly stopping: AbortSignal
  stop(): Promise<void>
}
type Events = {
  ready(client: Client, event: ReadyEvent): void
  interaction(data: unknown): void
  message(data: unknown): void
}

/** Milliseconds before each further try; the last one is repeated. */
const DELAYS = [1000, 2000, 5000, 15_000, 60_000]
/** A client that lived so long did well, and the next one begins at once again. Discord gives out a thousand sessions a day: a new one every few seconds would
 *  use them up in hours. */
const DID_WELL = 60_000

export function keepConnected({ token, apiUrl }: DiscordConfig, log: Log, events: Events): Connection {
  const stopping = new AbortController()
  /** Connections of the present client that Discord dropped and that are being made anew. */
  const away = new Set<number>()
  let client: Client | undefined
  let state: 'starting' | 'connected' | 'lost' | 'refused' = 'starting'
  let listening = true
  /** Wakes the loop when the present client has come to its end. */
  let end: (verdict: Verdict) => void = () => undefined

  const refuse = () => {
    if (state === 'refused') return
    end(TOKEN_REFUSED)
  }

  function connect(): Promise<Verdict> {
    return new Promise(resolve => {
      end = resolve
      away.clear()
      const current = makeGateway(apiUrl, {
        ready(data, shard) {
          away.delete(shard)
          const { data: ready } = readyEvent.safeParse(data)
          if (ready) events.ready(current, ready)
        },
        resumed: shard => void away.delete(shard),
        interaction: data => void (listening && events.interaction(data)),
        message: data => void (listening && events.message(data)),
        reconnecting(shard, code) {
          away.add(shard)
          log.info({ platform: 'discord', shard, code }, 'Discord dropped a connection; it is made anew')
        },
        stuck: () => resolve({ what: 'again', advice: 'Discord did not take the connection up again' }),
        closed: code => resolve(verdictOn(code)),
        failed: error => log.warn({ platform: 'discord', code: troubleOf(error).code }, 'a fault in the connection to Discord'),
      })
      client = current
      current.login(token).then(
        () => {
          if (state === 'starting' || state === 'lost') state = 'connected'
        },
        error =>
          resolve(isInvalidToken(error) ? TOKEN_REFUSED : { what: 'again', advice: `Discord can’t be reached (${troubleOf(error).code})` }),
      )
    })
  }

  async function hold() {
    for (let tries = 0; !stopping.signal.aborted; tries++) {
      const begun = performance.now()
      const verdict = await connect()
      if (stopping.signal.aborted) return
      if (state === 'connected' && performance.now() - begun > DID_WELL) tries = 0
      state = verdict.what === 'refused' ? 'refused' : 'lost'
      await client?.destroy().catch(() => undefined)
      if (verdict.what === 'refused') return log.error({ platform: 'discord' }, verdict.advice)
      const delay = DELAYS[Math.min(tries, DELAYS.length - 1)] ?? 0
      log.warn({ platform: 'discord', delay }, `${verdict.advice}; trying again`)
      await wait(delay, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
    }
  }

  hold().catch(error => {
    state = 'refused'
    log.error({ platform: 'discord', err: error }, 'the connection to Discord failed for a reason that Plenary does not know')
  })

  return {
    health: () => (state === 'starting' ? 'starting' : state === 'connected' && away.size === 0 ? 'up' : 'down'),
    refuse,
    listenNoMore() {
      listening = false
    },
    stopping: stopping.signal,
    async stop() {
      stopping.abort()
      await client?.destroy().catch(() => undefined)
    },
  }
}

const isInvalidToken = (error: unknown) =>
  error instanceof Error && (('code' in error && error.code === 'TokenInvalid') || ('status' in error && error.status === 401))
