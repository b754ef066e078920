/** Purpose: speak unasked in Discord, as the outbox wants it: one attempt, in time, each message once and with a mark that nobody sees. */
import { randomBytes } from 'node:crypto'
import type { Address } from '../../address.ts'
import { type Language, labelIn } from '../../locales/say.ts'
import { type Messenger, type SendOptions, TryLater } from '../../messenger.ts'
import type { Log } from '../../ops/log.ts'
import type { Reply } from '../../reply.ts'
import { type Attempt, inTime } from '../in-time.ts'
import { makeParts, type Parts } from '../parts.ts'
import type { CallsOnce, RecentMessage } from './calls-once.ts'
import { failureOf } from './failure.ts'
import type { KeptButtons } from './kept-buttons.ts'
import { findParts, hasRoom, nonceOf, withMark } from './marks.ts'
import { makeNonces, type Nonces } from './nonces.ts'
import type { MessageEvent } from './read-event.ts'
import { renderReply } from './render.ts'
import type { Sender } from './send.ts'
import { adviceFor, troubleOf } from './trouble.ts'

export type UnaskedParts = {
  readonly calls: CallsOnce
  readonly sender: Sender
  readonly kept: KeptButtons
  readonly log: Log
  readonly language: Language
  /** Our own id, empty until Discord has said it. */
  readonly self: () => string
  /** In milliseconds. */
  readonly giveUpAfter: number
}
/** `saw` hears of our own messages as Discord tells of them: a post whose answer was lost is known from this. */
export type Unasked = Required<Messenger> & { saw(message: MessageEvent): void }

/** Hundreds of messages to look back. */
const PAGES = 3

export function makeUnasked(own: UnaskedParts): Unasked {
  const { giveUpAfter, log } = own
  const [parts, nonces] = [makeParts(), makeNonces()]
  const judge = (to: Address) => (error: unknown) => {
    const trouble = troubleOf(error)
    log.warn({ platform: 'discord', to: to.id, ...trouble, advice: adviceFor(trouble) }, 'Discord did not take a message')
    return failureOf(error)
  }
  return {
    send: (to, reply, options) => inTime(giveUpAfter, attempt => send({ ...own, parts, nonces }, to, reply, options, attempt), judge(to)),
    wasSent(to, { marker, privately }) {
      if (parts.isWhole(marker)) return Promise.resolve(true)
      const look = async ({ signal }: Attempt) => {
        for (const { part, of, id } of findParts(await ownMessages(own, to, privately, signal), marker)) parts.note(marker, part, of, id)
        return parts.isWhole(marker)
      }
      return inTime(giveUpAfter, look, judge(to))
    },
    saw({ id, nonce }) {
      const known = nonces.find(nonce)
      if (known) parts.note(known.marker, known.part, known.of, id)
    },
  }
}

async function send(
  { calls, sender, kept, language, parts, nonces }: UnaskedParts & { readonly parts: Parts; readonly nonces: Nonces },
  to: Address,
  reply: Reply,
  options: SendOptions | undefined,
  attempt: Attempt,
): Promise<{ messageId: string }> {
  const marker = options?.marker ?? randomBytes(12).toString('hex')
  const label = labelIn(language)
  const space = options?.privately ? to.space : undefined
  const plain = renderReply(reply, { label, space })
  const { messages, kept: ids } = plain.messages.every(({ body }) => hasRoom(body))
    ? plain
    : renderReply(reply, { label, onto: 'components', space })
  await kept.keep(ids)
  const channel = options?.privately ? await sender.directChannel(to.id, user => calls.openDirect(user, attempt.signal)) : to.id
  const of = messages.length
  const post = async (part: number) => {
    const message = messages[part]
    if (!message || parts.idOf(marker, part) !== undefined) return
    attempt.leave()
    const nonce = nonceOf(marker, part)
    nonces.expect(nonce, { marker, part, of })
    const body = options ? withMark(message.body, marker, part, of) : message.body
    parts.note(marker, part, of, await calls.post(channel, nonce, body, message.files, attempt.signal))
  }
  // All of it in one turn, so that nothing else comes between.
  await sender.inTurn(channel, async () => {
    for (const part of messages.keys()) {
      await post(part)
      attempt.arrived()
    }
  })
  return { messageId: parts.idOf(marker, 0) ?? '' }
}

async function ownMessages({ calls, sender, self }: UnaskedParts, to: Address, privately: boolean, signal: AbortSignal) {
  const me = self()
  if (me === '') throw new TryLater(undefined, 'platform')
  const channel = privately ? await sender.directChannel(to.id, user => calls.openDirect(user, signal)) : to.id
  const own: RecentMessage[] = []
  let before: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const messages = await calls.recent(channel, before, signal)
    own.push(...messages.filter(({ author }) => author.id === me))
    before = messages.at(-1)?.id
    if (before === undefined) break
  }
  return own
}
