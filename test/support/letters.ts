/** Purpose: what waits to be said privately to a member, as the outbox keeps it. */
import { z } from 'zod'
import type { Button } from '../../src/reply.ts'
import type { TestPlenary } from './make-plenary.ts'

const button = z.looseObject({ label: z.string(), command: z.string(), options: z.record(z.string(), z.string()).optional() })
const body = z.looseObject({
  reply: z.looseObject({
    text: z.unknown(),
    buttons: z.array(button).optional(),
    cards: z.array(z.looseObject({ id: z.string().optional(), buttons: z.array(button).optional() })).optional(),
  }),
})
export type Letter = { readonly key: string; readonly text: string; readonly buttons: readonly Button[] }

export async function lettersTo({ db }: TestPlenary, name: string): Promise<Letter[]> {
  const rows = await db.selectFrom('deliveries').select(['key', 'body']).where('key', 'like', `@web:test:${name}:%`).orderBy('id').execute()
  return rows.map(({ key, body: text }) => {
    const { reply } = body.parse(JSON.parse(text))
    const buttons = [...(reply.buttons ?? []), ...(reply.cards ?? []).flatMap(card => card.buttons ?? [])]
    return {
      key,
      text: JSON.stringify(reply.text),
      buttons: buttons.map(({ label, command, options = {} }) => ({ label, command, options })),
    }
  })
}

export const pressed = ({ buttons }: Letter, label: string): Button => {
  const found = buttons.find(each => each.label === label)
  if (!found) throw new Error(`No button “${label}” among: ${buttons.map(each => each.label).join(', ')}`)
  return found
}
