/** Purpose: a reply as Discord's messages. Words alone are plain messages; cards are Components V2, so that each card keeps its own buttons. */
import { type APIMessageTopLevelComponent, MessageFlags } from 'discord.js'
import type { MessageKey, MessageValues } from '../../locales/say.ts'
import type { Attachment, Reply } from '../../reply.ts'
import { type Ids, makeIds, toRows } from './buttons.ts'
import { BUTTON, MESSAGE, SELECT } from './limits.ts'
import { writeMarkdown } from './markdown.ts'
import { packMessages } from './pack.ts'

/** A message as every endpoint of Discord takes it, but for `flags` such as “only for the asker”. `files` lie beside the body. */
export type MessageBody = {
  content?: string | null
  components: APIMessageTopLevelComponent[]
  attachments: { id: string; filename: string; description?: string }[]
  allowed_mentions: { parse: [] }
  flags: number
}
export type Outgoing = { readonly body: MessageBody; readonly files: readonly Attachment[] }
/** `kept` are the ids that must be stored before anything is sent. */
export type Rendered = { readonly messages: readonly [Outgoing, ...Outgoing[]]; readonly kept: readonly string[] }

export type Wording = (key: MessageKey, values?: MessageValues) => string
/** @param onto whether the message that will be replaced is already made of components, which Discord never takes back
 *  @param space the server that a direct message belongs to, for its buttons */
export type RenderOptions = { readonly label: Wording; readonly onto?: 'components' | undefined; readonly space?: string | undefined }

export function renderReply(reply: Reply, { label, onto, space }: RenderOptions): Rendered {
  const plain = onto === 'components' ? undefined : renderPlain(reply, label, space)
  return plain ?? packMessages(reply, label, space)
}

/** One message of words and rows of buttons, as notifications show it best; nothing where the reply needs more than that. */
function renderPlain(
  { text, cards = [], buttons = [], pictures = [], files = [] }: Reply,
  label: Wording,
  space: string | undefined,
): Rendered | undefined {
  const [content, more] = writeMarkdown(text, MESSAGE.content)
  const tooMany = buttons.length > BUTTON.inRow && Math.ceil(buttons.length / SELECT.options) > MESSAGE.rows
  if (content === undefined || more !== undefined || tooMany || cards.length + pictures.length + files.length > 0) return undefined
  const ids: Ids = makeIds(space)
  const components = toRows(buttons, ids, label('discord.choose'))
  // Addresses in a text are for pressing; a preview of each would bury the answer.
  const body: MessageBody = { ...bare(components), content, flags: MessageFlags.SuppressEmbeds }
  return { messages: [{ body, files: [] }], kept: [...ids.kept] }
}

export const bare = (components: APIMessageTopLevelComponent[]): MessageBody => ({
  components,
  attachments: [],
  allowed_mentions: { parse: [] },
  flags: 0,
})
