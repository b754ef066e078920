/** Purpose: put names where a reply names people. The web chat knows its visitors' names; of people elsewhere it shows only the platform. */
import type { Address } from '../../address.ts'
import type { Card, Field, Reply, Span, Text } from '../../reply.ts'

export type NameOf = (visitor: string) => Promise<string | undefined>

export async function namePeople(reply: Reply, nameOf: NameOf): Promise<Reply> {
  const named = new Map<string, string>()
  for (const { platform, id } of peopleIn(reply)) {
    if (!named.has(id)) named.set(id, (platform === 'web' ? await nameOf(id) : undefined) ?? platform)
  }
  return named.size === 0 ? reply : mapTexts(reply, text => (typeof text === 'string' ? text : text.map(span => nameSpan(span, named))))
}

const nameSpan = (span: Span, named: ReadonlyMap<string, string>): Span =>
  typeof span !== 'string' && 'person' in span ? `@${named.get(span.person.id) ?? span.person.platform}` : span

function peopleIn(reply: Reply): Address[] {
  const people: Address[] = []
  mapTexts(reply, text => {
    if (typeof text !== 'string') people.push(...text.flatMap(span => (typeof span !== 'string' && 'person' in span ? [span.person] : [])))
    return text
  })
  return people
}

type Change = (text: Text) => Text

const mapTexts = (reply: Reply, change: Change): Reply => ({
  ...reply,
  text: change(reply.text),
  ...(reply.cards && { cards: reply.cards.map(card => mapCard(card, change)) }),
})

const mapCard = (card: Card, change: Change): Card => ({
  ...card,
  title: change(card.title),
  ...(card.text && { text: change(card.text) }),
  ...(card.note && { note: change(card.note) }),
  ...(card.fields && { fields: card.fields.map((field): Field => ({ ...field, value: change(field.value) })) }),
})
