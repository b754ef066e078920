/** Purpose: put a delivery into words at the moment it is sent; several of one kind as one message. */
import { z } from 'zod'
import { LANGUAGES, type Language, sayIn } from '../locales/say.ts'
import type { Reply } from '../reply.ts'
import type { Facts } from './outbox.ts'

/** One thing to say: its facts, and when it should have been said. */
export type Item = { readonly facts: Facts; readonly dueAt: number }
/** `stale`: what it was about is no more. `moveTo`: it is due at another time now. */
export type Composed = { readonly reply: Reply } | { readonly stale: true } | { readonly moveTo: number }
export type Composer = {
  compose(item: Item, now: number): Promise<Composed>
  /** Several as one message, oldest first; left out where each must be said by itself. */
  digest?(items: readonly Item[], now: number): Promise<Composed>
}
/** Late enough that it must be said, in milliseconds. */
export const LATE = 3_600_000
export type Composers = Readonly<Record<string, Composer>>

const facts = z.record(z.string(), z.union([z.string(), z.number()]))
const bodySchema = z.union([
  z.object({ topic: z.string(), facts }),
  z.object({ topic: z.string(), many: z.array(z.object({ facts, dueAt: z.number() })).readonly() }),
  z.object({ reply: z.looseObject({}), saysLate: z.enum(LANGUAGES).optional() }),
])
export type Body = z.infer<typeof bodySchema>

export const readBody = (body: string): Body => bodySchema.parse(JSON.parse(body))

/** The words of a row. @throws Error where its topic has no composer: then it waits for a version that has one */
export async function compose(composers: Composers, body: string, dueAt: number, now: number): Promise<Composed> {
  const read = readBody(body)
  // A kept reply was a `KeptReply` when it was put; the row only made text of it.
  if ('reply' in read) return { reply: markLate(read.reply as unknown as Reply, read.saysLate, dueAt, now) }
  const composer = composers[read.topic]
  if (!composer) throw new Error(`Nobody composes messages of the topic “${read.topic}”`)
  if ('facts' in read) return composer.compose({ facts: read.facts, dueAt }, now)
  if (!composer.digest) throw new Error(`The topic “${read.topic}” has no digest`)
  return composer.digest(read.many, now)
}

function markLate(reply: Reply, language: Language | undefined, dueAt: number, now: number): Reply {
  if (language === undefined || now - dueAt <= LATE) return reply
  const late = sayIn(language)('delivery.late-words', { due: { instant: dueAt, zone: 'UTC' } })
  return { ...reply, text: [reply.text, '\n', late].flat() }
}
