/** Purpose: answer in a channel or to a person: in order within a channel, side by side across channels, each message once. */
import { randomBytes } from 'node:crypto'
import { type Language, labelIn } from '../../locales/say.ts'
import type { Reply } from '../../reply.ts'
import type { Calls } from './calls.ts'
import type { KeptButtons } from './kept-buttons.ts'
import { type Outgoing, renderReply } from './render.ts'
import { DiscordTrouble, troubleOf } from './trouble.ts'

export type Sender = {
  /** @param key makes the nonces: the same key posts once, however often it is tried within some minutes
   *  @param space the server that a direct message belongs to, for its buttons */
  post(channel: string, reply: Reply, language: Language, key?: string, space?: string): Promise<string>
  /** @throws DiscordTrouble saying whether it surely was not posted */
  postDirect(user: string, reply: Reply, language: Language, key?: string, space?: string): Promise<string>
  /** After everything that was to be posted in this channel before. */
  inTurn<T>(channel: string, work: () => Promise<T>): Promise<T>
  /** The channel of the direct messages with a person. */
  directChannel(user: string, open?: (user: string) => Promise<string>): Promise<string>
}
type SenderParts = { readonly calls: Calls; readonly kept: KeptButtons }

/** Direct channels are remembered, the oldest forgotten first. */
const MOST_DIRECT = 10_000

export function makeSender({ calls, kept }: SenderParts): Sender {
  const queues = new Map<string, Promise<unknown>>()
  const direct = new Map<string, string>()

  function inTurn<T>(channel: string, work: () => Promise<T>): Promise<T> {
    const turn = (queues.get(channel) ?? Promise.resolve()).then(work, work)
    queues.set(channel, turn)
    const leave = () => void (queues.get(channel) === turn && queues.delete(channel))
    turn.then(leave, leave)
    return turn
  }

  async function post(channel: string, reply: Reply, language: Language, key = newKey(), space?: string) {
    const { messages, kept: ids } = renderReply(reply, { label: labelIn(language), space })
    await kept.keep(ids)
    return inTurn(channel, () => postAll(calls, channel, messages, key))
  }

  const directChannel: Sender['directChannel'] = async (user, open = calls.openDirect) => {
    const known = direct.get(user)
    if (known !== undefined) return known
    const channel = await open(user)
    direct.set(user, channel)
    const [oldest] = direct.keys()
    if (direct.size > MOST_DIRECT && oldest !== undefined) direct.delete(oldest)
    return channel
  }

  return {
    post: (channel, reply, language, key, space) => troubled(() => post(channel, reply, language, key, space)),
    postDirect: (user, reply, language, key, space) => troubled(async () => post(await directChannel(user), reply, language, key, space)),
    inTurn,
    directChannel,
  }
}

const troubled = <T>(work: () => Promise<T>): Promise<T> =>
  work().catch(error => {
    throw error instanceof DiscordTrouble ? error : new DiscordTrouble(troubleOf(error), error)
  })

/** The id of the first message; all have their own nonce. */
async function postAll(calls: Calls, channel: string, messages: readonly Outgoing[], key: string): Promise<string> {
  let firstId: string | undefined
  for (const [at, { body, files }] of messages.entries()) {
    const id = await calls.post(channel, at === 0 ? key : `${key}-${at}`, body, files)
    firstId ??= id
  }
  return firstId ?? ''
}

/** Discord takes 25 characters. */
const newKey = () => randomBytes(12).toString('base64url')
