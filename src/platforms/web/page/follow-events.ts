/** Purpose: stay connected to the server: come back after every break, from the last id that was seen. */
import type { WireMe, WireMessage } from '../wire.ts'
import { readEvents } from './read-events.ts'

export type Follower = {
  /** The last id that was seen; without one, only what is new from now on comes. */
  readonly after: () => number | undefined
  readonly onMessage: (message: WireMessage) => void
  /** All that this visitor may see now. */
  readonly onChannels: (channels: WireMe['channels']) => void
  readonly onOpen: () => void
  readonly onBreak: () => void
  readonly onSignedOut: () => void
  readonly signal: AbortSignal
}

/** The server's heartbeat comes every 20 seconds: two and a half of them missing is a dead line. */
const SILENCE = 50_000
const PAUSES = [500, 1000, 2000, 4000, 8000, 15_000]

export async function followEvents(follower: Follower): Promise<void> {
  let failures = 0
  while (!follower.signal.aborted) {
    const opened = await readUntilBreak(follower)
    if (follower.signal.aborted) return
    follower.onBreak()
    failures = opened ? 0 : failures + 1
    await pause((PAUSES[Math.min(failures, PAUSES.length - 1)] ?? 0) * (0.75 + Math.random() / 2), follower.signal)
  }
}

async function readUntilBreak({ after, onMessage, onChannels, onOpen, onSignedOut, signal }: Follower): Promise<boolean> {
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), SILENCE)
  try {
    const seen = after()
    const response = await fetch(`/api/events${seen === undefined ? '' : `?after=${seen}`}`, {
      headers: { accept: 'text/event-stream' },
      cache: 'no-store',
      signal: AbortSignal.any([signal, silence.signal]),
    })
    if (response.status === 401) onSignedOut()
    if (!response.ok || !response.body) return false
    onOpen()
    for await (const event of readEvents(response.body)) {
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(), SILENCE)
      if (event?.name === 'message') onMessage(JSON.parse(event.data))
      if (event?.name === 'channels') onChannels(JSON.parse(event.data))
    }
    return true
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

/** Ends early when the network is back or the page is looked at again. */
const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>(resolve => {
    const waking = new AbortController()
    const wake = () => {
      waking.abort()
      resolve()
    }
    const heard = { signal: AbortSignal.any([waking.signal, signal]) }
    setTimeout(wake, milliseconds)
    signal.addEventListener('abort', wake, { once: true })
    addEventListener('online', wake, heard)
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake(), heard)
  })
