/** Purpose: post to a channel or to a person: in order within a channel, side by side across channels, each message once. */
import { randomBytes } from 'node:crypto'
import type { Address } from '../../address.ts'
import { type Language, labelIn } from '../../locales/say.ts'
import type { Log } from '../../ops/log.ts'
import type { Reply } from '../../reply.ts'
import type { Calls } from './calls.ts'
import type { KeptButtons } from './kept-buttons.ts'
import { type Outgoing, renderReply } from './render.ts'
import { adviceFor, DiscordTrouble, GONE, troubleOf } from './trouble.ts'

export type Sender = {
  /** @param key makes the nonces: the same key posts once, however often it is tried within some minutes */
  post(channel: string, reply: Reply, language: Language, key?: string): Promise<string>
  /** @throws DiscordTrouble saying whether it surely was not posted */
  postDirect(user: string, reply: Reply, language: Language, key?: string): Promise<string>
  /** To a channel, or to a person where no channel has this id: an address does not tell. */
  send(to: Address, reply: Reply, language: Language): Promise<{ messageId: string }>
}
type SenderParts = { readonly calls: Calls; readonly kept: KeptButtons; readonly log: Log }

/** Direct channels are remembered, the oldest forgotten first. */
const MOST_DIRECT = 10_000

export function makeSender({ calls, kept, log }: SenderParts): Sender {
  const queues = new Map<string, Promise<unknown>>()
  const direct = new Map<string, string>()

  /** After everything that was to be posted in this channel before. */
  function inTurn<T>(channel: string, work: () => Promise<T>): Promise<T> {
    const turn = (queues.get(channel) ?? Promise.resolve()).then(work, work)
    queues.set(channel, turn)
    const leave = () => void (queues.get(channel) === turn && queues.delete(channel))
    turn.then(leave, leave)
    return turn
  }

  async function post(channel: string, reply: Reply, language: Language, key = newKey()) {
    const { messages, kept: ids } = renderReply(reply, { label: labelIn(language) })
    await kept.keep(ids)
    return inTurn(channel, () => postAll(calls, channel, messages, key))
  }

  async function directChannel(user: string) {
    const known = direct.get(user)
    if (known !== undefined) return known
    const channel = await calls.openDirect(user)
    direct.set(user, channel)
    const [oldest] = direct.keys()
    if (direct.size > MOST_DIRECT && oldest !== undefined) direct.delete(oldest)
    return channel
  }

  const postDirect: Sender['postDirect'] = (user, reply, language, key) =>
    troubled(async () => post(await directChannel(user), reply, language, key))

  return {
    post: (channel, reply, language, key) => troubled(() => post(channel, reply, language, key)),
    postDirect,
    async send({ id }, reply, language) {
      try {
        if (direct.has(id)) return { messageId: await postDirect(id, reply, language) }
        return { messageId: await troubled(() => post(id, reply, language)).catch(orToPerson(() => postDirect(id, reply, language))) }
      } catch (error) {
        const trouble = troubleOf(error)
        log.warn({ platform: 'discord', to: id, ...trouble, advice: adviceFor(trouble) }, 'Discord did not take a message')
        throw error
      }
    },
  }
}

/** Ids of people and of channels are never the same: what is no channel may be a person. If it is neither, the channel is gone. */
const orToPerson = (postDirect: () => Promise<string>) => (error: unknown) => {
  if (troubleOf(error).code !== GONE) throw error
  return postDirect().catch(other => {
    throw ['10013', '50033', '50035'].includes(troubleOf(other).code) ? error : other
  })
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
