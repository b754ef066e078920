/** Purpose: count what sessions keep about somebody, and give a coalition's sessions to another. */

import { nextNumber } from '../database/counters-store.ts'
import type { Database, Trx } from '../database/open.ts'

export async function heldInSessions(db: Database, people: readonly string[]) {
  const [notes, sessions, quotes] = await Promise.all([
    db
      .selectFrom('note_events')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('by', 'in', people)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('session_rapporteurs')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('person', 'in', people)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('quote_consents')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('speaker', 'in', people)
      .executeTakeFirstOrThrow(),
  ])
  return { notes: notes.total, sessions: sessions.total, quotes: quotes.total }
}

const TABLES = ['session_places', 'session_rapporteurs', 'note_events', 'reports', 'report_reviews', 'quote_consents'] as const

/** Numbers go on after the other coalition's, so that no two sessions are called the same. */
export async function moveSessionRows(trx: Trx, from: number, to: number): Promise<void> {
  for (const { id } of await trx.selectFrom('sessions').select('id').where('coalition_id', '=', from).orderBy('number').execute())
    await trx
      .updateTable('sessions')
      .set({ coalition_id: to, number: await nextNumber(trx, to, 'sessions') })
      .where('id', '=', id)
      .execute()
  for (const table of TABLES) await trx.updateTable(table).set({ coalition_id: to }).where('coalition_id', '=', from).execute()
  const known = trx.selectFrom('session_templates').select('id').where('coalition_id', '=', to)
  await trx.deleteFrom('session_templates').where('coalition_id', '=', from).where('id', 'in', known).execute()
  await trx.updateTable('session_templates').set({ coalition_id: to }).where('coalition_id', '=', from).execute()
}
