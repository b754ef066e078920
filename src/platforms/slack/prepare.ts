/** Purpose: what rendering needs from elsewhere, asked before: short keys for long buttons, and the names of people. */
import type { Address } from '../../address.ts'
import { writeButtonId } from '../../command-kit/button-id.ts'
import type { Button, Card, Field, Reply, Span, Text } from '../../reply.ts'
import { BUTTON } from './limits.ts'
import type { IdOf } from './pieces.ts'
import type { Visitors } from './visitors.ts'

export type Prepare = (reply: Reply) => Promise<{ readonly reply: Reply; readonly idOf: IdOf }>
/** Buttons whose ids are longer than Slack carries; a key starts with `~`, which no id does. */
export type KeptButtons = { keep(id: string): Promise<string>; read(key: string): Promise<string | undefined> }

/** What a button or a dialog carried, as it was before it was kept; nothing when it has been forgotten since. */
export const fullId = async (kept: KeptButtons, carried: string): Promise<string | undefined> =>
  carried.startsWith('~') ? kept.read(carried) : carried

export const makePrepare =
  (visitors: Visitors, kept: KeptButtons): Prepare =>
  async reply => ({ reply: await withNames(reply, visitors), idOf: await keepLong(reply, kept) })

async function keepLong(reply: Reply, kept: KeptButtons): Promise<IdOf> {
  const ids = new Map(allButtons(reply).map(button => [button, writeButtonId(button)]))
  for (const [button, id] of ids) if (id.length > BUTTON.value) ids.set(button, await kept.keep(id))
  return button => ids.get(button) ?? writeButtonId(button)
}

const allButtons = ({ buttons = [], cards = [] }: Reply): Button[] => [...buttons, ...cards.flatMap(card => card.buttons ?? [])]

/** People are named, not mentioned: a mention in Slack pings. */
async function withNames(reply: Reply, visitors: Visitors): Promise<Reply> {
  const people = textsOf(reply).flatMap(text =>
    typeof text === 'string' ? [] : text.flatMap(span => (isPerson(span) ? [span.person] : [])),
  )
  if (people.length === 0) return reply
  const named = await Promise.all(people.map(async person => [person.id, await nameOf(person, visitors)] as const))
  const names = new Map(named)
  const change = (text: Text): Text =>
    typeof text === 'string' ? text : text.map(span => (isPerson(span) ? { strong: names.get(span.person.id) ?? span.person.id } : span))
  return { ...reply, text: change(reply.text), ...(reply.cards && { cards: reply.cards.map(card => changeCard(card, change)) }) }
}

const isPerson = (span: Span): span is { readonly person: Address } => typeof span === 'object' && 'person' in span

async function nameOf({ platform, space, id }: Address, visitors: Visitors): Promise<string> {
  if (platform !== 'slack') return `@${id}`
  return `@${(await visitors.find(space, id)).name ?? id}`
}

const textsOf = ({ text, cards = [] }: Reply): Text[] => [
  text,
  ...cards.flatMap(card => [card.title, card.text ?? '', card.note ?? '', ...(card.fields ?? []).map(({ value }) => value)]),
]

const changeCard = (card: Card, change: (text: Text) => Text): Card => ({
  ...card,
  title: change(card.title),
  ...(card.text !== undefined && { text: change(card.text) }),
  ...(card.note !== undefined && { note: change(card.note) }),
  ...(card.fields && { fields: card.fields.map((field): Field => ({ ...field, value: change(field.value) })) }),
})
