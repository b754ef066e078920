/** Purpose: what waits in the outbox for a person or a channel, as plain words, oldest first. */
import { z } from 'zod'
import type { TestPlenary } from './make-plenary.ts'

const body = z.object({ reply: z.object({ text: z.union([z.string(), z.array(z.unknown())]) }) })

export async function spokenTo({ db }: TestPlenary, id: string): Promise<string[]> {
  const rows = await db.selectFrom('deliveries').select(['body', 'lane']).orderBy('id').execute()
  return rows.filter(({ lane }) => lane.endsWith(`:${id}`)).map(row => wordsOf(body.parse(JSON.parse(row.body)).reply.text))
}

const wordsOf = (text: string | readonly unknown[]): string =>
  typeof text === 'string' ? text : text.map(span => (typeof span === 'string' ? span : JSON.stringify(span))).join('')
