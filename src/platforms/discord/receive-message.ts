/** Purpose: answer direct messages and mentions. Discord shows us the content of just these, so no privileged intent is needed. */

import { parseLine } from '../../command-kit/parse-line.ts'
import type { Conversation, Visitor } from '../../command-kit/run-command.ts'
import { type Language, labelIn, sayIn } from '../../locales/say.ts'
import type { Log } from '../../ops/log.ts'
import type { Reply } from '../../reply.ts'
import { UserError } from '../../user-error.ts'
import { withByline } from './byline.ts'
import type { Direct } from './direct.ts'
import { FIND_SERVER } from './limits.ts'
import { formButton } from './modal.ts'
import type { MessageEvent } from './read-event.ts'
import { readTyped } from './read-typed.ts'
import type { Sender } from './send.ts'
import { OUTSIDE } from './space-mark.ts'
import { adviceFor, mayNotWrite, takesNoDirect, troubleOf } from './trouble.ts'

export type MessageParts = {
  readonly conversation: Conversation
  readonly sender: Sender
  readonly log: Log
  readonly direct: Direct
  /** Our own id, which in a line to us says nothing. */
  readonly self: () => string
  /** What only the gateway's cache knows of a person in a server. */
  readonly knownOf: (event: MessageEvent) => Pick<Visitor, 'locale' | 'vouched'>
}

/** A message and an answer to another one; all others are notices by Discord itself. */
const BY_PEOPLE = [0, 19]

/** Whether a message is meant for us: direct, or with our name written in it. An answer to us alone is not: people talk about our answers. */
export const isForUs = ({ guild_id, author, webhook_id, type, content }: MessageEvent, self: string) =>
  !author.bot && webhook_id === undefined && BY_PEOPLE.includes(type) && (guild_id === undefined || mentionOf(self).test(content))

const mentionOf = (self: string) => new RegExp(`<@!?${self}>`)

/** Never throws. */
export async function receiveMessage(parts: MessageParts, event: MessageEvent): Promise<void> {
  try {
    await (event.guild_id === undefined ? answerDirect(parts, event) : answerMention(parts, event))
  } catch (error) {
    const trouble = troubleOf(error)
    const facts = { platform: 'discord', channel: event.channel_id, message: event.id, ...trouble, advice: adviceFor(trouble) }
    parts.log.warn(facts, 'Discord did not take an answer to a message')
  }
}

async function answerDirect(parts: MessageParts, event: MessageEvent) {
  const { by, place, line } = read(parts, event)
  const said = line === '' ? homeOf(parts.conversation) : { line, loose: true as const }
  const at = await parts.direct.settle({ by, said, within: FIND_SERVER.promised })
  const there = { ...place, address: { ...place.address, space: at.space } }
  const heard = at.reply === undefined && typeof at.said === 'object'
  const reply = heard ? (await parts.conversation.hear({ by: at.by, place: there, said: at.said })).reply : at.reply
  const language = await languageFor(parts, at.by)
  if (reply) await parts.sender.post(event.channel_id, formAsButton(reply, language), language, event.id, at.space)
}

/** What may be shared is answered where it was asked; all else is for the asker alone, and no message in a channel is. */
async function answerMention(parts: MessageParts, event: MessageEvent) {
  const { by, place, line } = read(parts, event)
  const language = await languageFor(parts, by)
  const shareable = line === '' ? undefined : shareableCall(parts.conversation, line)
  const said = line === '' ? homeOf(parts.conversation) : { line, loose: true as const }
  const { reply } = await parts.conversation.hear({ by, place, said: shareable ? { ...shareable, share: true } : said })
  if (reply.audience !== 'channel') return answerPrivately(parts, event, by, formAsButton(reply, language))
  const byline = sayIn(language)('discord.asked-by', { who: { person: by.address } })
  try {
    await parts.sender.post(event.channel_id, withByline(reply, byline), language, event.id)
  } catch (error) {
    if (!mayNotWrite(troubleOf(error))) throw error
    parts.log.warn(
      { platform: 'discord', channel: event.channel_id, ...troubleOf(error), advice: adviceFor(troubleOf(error)) },
      'Plenary may not write there',
    )
    await parts.sender.postDirect(event.author.id, { text: sayIn(language)('discord.may-not-write') }, language, `${event.id}-d`)
  }
}

/** Said in public and to be answered in private: by direct message; the channel only learns where the answer is when it can't be given there. */
async function answerPrivately({ sender, conversation }: MessageParts, event: MessageEvent, by: Visitor, reply: Reply) {
  const { language } = await conversation.recognise(by)
  try {
    await sender.postDirect(event.author.id, reply, language, `${event.id}-d`, by.address.space)
  } catch (error) {
    if (!takesNoDirect(troubleOf(error))) throw error
    const say = sayIn(language)
    const byline = say('discord.asked-by', { who: { person: by.address } })
    await sender.post(event.channel_id, withByline({ text: say('discord.may-not-write-to-you') }, byline), language, event.id)
  }
}

/** The command of a line, where its answer may be shown to a channel. A line with a mistake is left to the conversation, which explains it. */
function shareableCall({ book }: Conversation, line: string) {
  try {
    const call = parseLine(book, line, { loose: true })
    return book.find(call.command)?.whoCanShare === undefined ? undefined : call
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

const homeOf = ({ book }: Conversation) => ({ command: book.find('home') ? 'home' : 'help', options: {} })

function read({ knownOf, self }: MessageParts, event: MessageEvent) {
  const space = event.guild_id ?? OUTSIDE
  const by: Visitor = { address: { platform: 'discord', space, id: event.author.id }, ...knownOf(event) }
  const place = { address: { platform: 'discord', space, id: event.channel_id } as const, private: event.guild_id === undefined }
  return { by, place, line: readTyped(event.content, self()) }
}

const languageFor = async ({ conversation }: MessageParts, by: Visitor): Promise<Language> => (await conversation.recognise(by)).language

/** A dialog opens only from a press. */
function formAsButton(reply: Reply, language: Language): Reply {
  const { form, ...rest } = reply
  if (!form) return reply
  const button = formButton(form, labelIn(language)('discord.open-form'))
  return { ...rest, text: sayIn(language)('discord.form-late'), buttons: [...(reply.buttons ?? []), button] }
}
