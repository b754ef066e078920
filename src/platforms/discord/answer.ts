/** Purpose: one interaction's way of answering: at once, or promised first and kept later; a dialog; privately or for all. */
import { type APIModalInteractionResponseCallbackData, InteractionResponseType, InteractionType, MessageFlags } from 'discord.js'
import type { Calls, Handle } from './calls.ts'
import type { InteractionEvent } from './read-event.ts'
import { isOwnMessage } from './read-interaction.ts'
import type { MessageBody, Outgoing } from './render.ts'

/** How the messages of a reply shall stand: in place of the one whose button was pressed, for all in the channel, or for the asker alone.
 *  `shared` is what the asker alone is told of an answer that stands in the channel. */
export type Delivery = { readonly instead: boolean; readonly forAll: boolean; readonly shared: () => Outgoing }

export type Answer = {
  /** Whether Discord still waits for the first answer, so that a dialog can open. */
  readonly fresh: () => boolean
  /** Tells Discord that an answer will come. */
  promise(): void
  open(dialog: APIModalInteractionResponseCallbackData): Promise<void>
  deliver(messages: readonly Outgoing[], delivery: Delivery): Promise<void>
}

export function makeAnswer(calls: Calls, event: InteractionEvent): Answer {
  const handle: Handle = { id: event.id, token: event.token, applicationId: event.application_id }
  // A promise on a button leaves its message as it is: whether the answer replaces it or stands beside it can then be decided later.
  const onButton = event.type === InteractionType.MessageComponent
  const own = isOwnMessage(event)
  const hidden = event.guild_id === undefined ? 0 : MessageFlags.Ephemeral
  let promised: Promise<void> | undefined
  let answered = false

  /** The message that stands for the first answer; the others follow it. */
  async function answerFirst(first: Outgoing, { instead, forAll, shared }: Delivery, flags: number) {
    const replace = instead && own
    if (answered) return calls.followUp(handle, withFlags(first.body, flags), first.files)
    if (!promised) return calls.answer(handle, replace ? inPlace(first) : anew(first, flags), first.files)
    await promised
    if (replace || (!onButton && (!forAll || hidden === 0))) return calls.editAnswer(handle, forEdit(first.body), first.files)
    // Promised for the asker alone, but meant for all: the promise is kept with a word, the answer stands beside it.
    if (!onButton) await calls.editAnswer(handle, forEdit(shared().body))
    await calls.followUp(handle, withFlags(first.body, flags), first.files)
  }

  return {
    fresh: () => promised === undefined,
    promise() {
      promised ??= calls.answer(handle, onButton ? LATER_IN_PLACE : { type: LATER, data: { flags: hidden } })
      // It is looked at when the answer is delivered.
      promised.catch(() => undefined)
    },
    open: data => calls.answer(handle, { type: InteractionResponseType.Modal, data }),
    async deliver(messages, delivery) {
      const flags = delivery.forAll ? 0 : hidden
      const [first, ...others] = messages
      if (!first) return
      await answerFirst(first, delivery, flags)
      answered = true
      for (const { body, files } of others) await calls.followUp(handle, withFlags(body, flags), files)
    },
  }
}

const LATER = InteractionResponseType.DeferredChannelMessageWithSource
const LATER_IN_PLACE = { type: InteractionResponseType.DeferredMessageUpdate }

const anew = ({ body }: Outgoing, flags: number) => ({
  type: InteractionResponseType.ChannelMessageWithSource,
  data: withFlags(body, flags),
})
const inPlace = ({ body }: Outgoing) => ({ type: InteractionResponseType.UpdateMessage, data: forEdit(body) })

const withFlags = (body: MessageBody, flags: number): MessageBody => ({ ...body, flags: body.flags | flags })

/** A message of components takes the place of words only where these are taken away by name. */
const forEdit = (body: MessageBody): MessageBody => ({ ...body, content: body.content ?? null })
