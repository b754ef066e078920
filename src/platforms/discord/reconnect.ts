/** Purpose: how discord.js makes a lost connection anew: later each time, not waiting for ever to be taken back, and never for a client that is over. */
import { setTimeout as wait } from 'node:timers/promises'
import { SimpleShardingStrategy, type WebSocketOptions } from 'discord.js'

type ShardManager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0]
export type Reconnecting = {
  /** Nothing is connected any more from here on. */
  over: boolean
  /** With which code each connection was closed last. */
  readonly codes: Map<number, number>
  /** The old session is neither taken up again nor refused, for which discord.js would wait for ever. */
  stuck(): void
}

/** Milliseconds, besides the half second of discord.js: without them it tries twice a second for ever, and Discord takes a thousand connections a day. */
const PAUSES = [0, 1000, 2000, 5000, 15_000, 60_000]
/** A connection that held so long is taken for a good one. */
const HELD = 60_000
/** Silence before Discord takes a session up, or tells what was missed. */
const RESUMED_WITHIN = 10_000

/** discord.js asks for a connection's session before each try, and that is where we come in. A try that fails before Discord greets makes it go on even after
 *  its client was destroyed, beside the next client: a client that is over never gets an answer. */
export function strategyFor(manager: ShardManager, life: Reconnecting): SimpleShardingStrategy {
  const known = manager.options.retrieveSessionInfo
  const tries = new Map<number, number>()
  const pauses = new Map<number, number>()
  const begun = new Map<number, number>()

  const waits = new Map<number, NodeJS.Timeout>()
  const stopWaiting = ({ shardId }: { shardId: number }) => {
    clearTimeout(waits.get(shardId))
    waits.delete(shardId)
  }
  manager.on('hello', async ({ shardId }) => {
    if (await known(shardId)) waits.set(shardId, setTimeout(() => life.stuck(), RESUMED_WITHIN).unref())
  })
  manager.on('dispatch', ({ shardId }) => void waits.get(shardId)?.refresh())
  manager.on('resumed', stopWaiting)
  manager.on('ready', stopWaiting)
  manager.on('closed', stopWaiting)

  manager.on('closed', ({ code, shardId }) => {
    const held = performance.now() - (begun.get(shardId) ?? 0) > HELD
    const before = held ? 0 : (tries.get(shardId) ?? 0)
    tries.set(shardId, before + 1)
    pauses.set(shardId, PAUSES[Math.min(before, PAUSES.length - 1)] ?? 0)
    life.codes.set(shardId, code)
  })

  manager.options.retrieveSessionInfo = async shard => {
    const pause = pauses.get(shard)
    pauses.delete(shard)
    if (pause) await wait(pause, undefined, { ref: false })
    if (life.over) return new Promise(() => undefined)
    if (pause !== undefined || !begun.has(shard)) begun.set(shard, performance.now())
    return known(shard)
  }
  return new Strategy(manager)
}

type Connection = { readonly readyState: number; on(event: 'error', listener: () => void): unknown; terminate(): void }

/** discord.js stops listening to a connection that it gives up while it is still being made, and the failure of that one would end the process. */
class Strategy extends SimpleShardingStrategy {
  override async destroy(options?: Parameters<SimpleShardingStrategy['destroy']>[0]): Promise<void> {
    const unmade = this.#connections().filter(({ readyState }) => readyState === WebSocket.CONNECTING)
    for (const connection of unmade) connection.on('error', () => undefined)
    await super.destroy(options)
    for (const connection of unmade) connection.terminate()
  }

  #connections(): Connection[] {
    // discord.js keeps both to itself, so that its types say nothing about them.
    const shards: ReadonlyMap<number, unknown> = this['shards']
    return Array.from(shards.values(), shard => (shard as { connection: Connection | null }).connection).filter(made => made !== null)
  }
}
