/** Purpose: end an attempt to send in time, and say what its failure means: surely not sent, refused for good, or nobody knows. */
import { type Refused, SEND_WITHIN, TryLater, Unknown } from '../messenger.ts'

/** A little earlier than the one who sends, so that its answer is ours. In milliseconds. */
export const GIVE_UP_AFTER = SEND_WITHIN - 1_000

export type Attempt = {
  readonly signal: AbortSignal
  /** Right before something is posted. @throws where the attempt was given up meanwhile: then it must not be posted */
  leave(): void
  /** A part of the message is there. */
  arrived(): void
}

/** @param judge what a failure means for the request that it befell
 *  @throws Refused, TryLater or Unknown. A part that is there already makes even a clean failure unknown: `wasSent` then finds out which. */
export async function inTime<T>(
  within: number,
  work: (attempt: Attempt) => Promise<T>,
  judge: (error: unknown) => Refused | TryLater | Unknown,
): Promise<T> {
  const over = new AbortController()
  const timer = setTimeout(() => over.abort(new DOMException('No answer in time', 'TimeoutError')), within)
  let [left, partly] = [false, false]
  const attempt: Attempt = {
    signal: over.signal,
    leave() {
      over.signal.throwIfAborted()
      left = true
    },
    arrived() {
      partly = true
    },
  }
  try {
    return await Promise.race([work(attempt), given(over.signal)])
  } catch (error) {
    const failure = judge(error)
    if (partly && failure instanceof TryLater) throw new Unknown('A part of it is there', { cause: error })
    throw failure instanceof Unknown && !left ? new TryLater(undefined, 'channel', { cause: error }) : failure
  } finally {
    clearTimeout(timer)
  }
}

const given = (up: AbortSignal) => new Promise<never>((_, reject) => up.addEventListener('abort', () => reject(up.reason), { once: true }))
