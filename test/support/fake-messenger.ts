/** Purpose: a platform that behaves as a test tells it to, and remembers what is in its channels. */
import type { Address } from '../../src/address.ts'
import { type Messenger, Refused, type SendOptions, TryLater } from '../../src/messenger.ts'
import { plainText, type Reply } from '../../src/reply.ts'

export type Posted = { readonly to: Address; readonly reply: Reply; readonly options: SendOptions | undefined }
/** What happens at a send: `arrive` says whether it was posted before the failure. */
export type Mishap = { readonly arrive: boolean; readonly error: Error }
export type FakeMessenger = Messenger & {
  readonly posted: Posted[]
  texts(channel?: string): string[]
  /** The next sends fail like this, one each. */
  fail(...mishaps: Mishap[]): void
}

/** @param gone a channel that refuses everything
 *  @param busy never says whether something was sent */
export function makeFakeMessenger({ finds = true, gone = '', busy = false } = {}): FakeMessenger {
  const posted: Posted[] = []
  const mishaps: Mishap[] = []
  const send: Messenger['send'] = async (to, reply, options) => {
    if (to.id === gone) throw new Refused('gone')
    const mishap = mishaps.shift()
    if (!mishap || mishap.arrive) posted.push({ to, reply, options })
    if (mishap) throw mishap.error
    return { messageId: String(posted.length) }
  }
  return {
    posted,
    send,
    ...(finds && {
      wasSent: async (_, { marker }) => {
        if (busy) throw new TryLater(1_000)
        return posted.some(({ options }) => options?.marker === marker)
      },
    }),
    texts: channel => posted.filter(({ to }) => channel === undefined || to.id === channel).map(({ reply }) => plainText(reply.text)),
    fail: (...more) => void mishaps.push(...more),
  }
}
