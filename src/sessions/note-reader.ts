/** Purpose: the notes of a session as they stand, read on from where this process last stopped reading. Who wrote them is never held in memory. */
import type { Database, Trx } from '../database/open.ts'
import { readEvents } from './note-store.ts'
import { type Happened, type Note, type NoteEvent, replay } from './notes.ts'

export type Notebook = { readonly events: readonly Happened[]; readonly notes: readonly Note[] }
/** In a transaction it is asked before that writes events of its own: what may still be taken back must not be remembered. */
export type ReadNotebook = (db: Database | Trx, session: number) => Promise<Notebook>

/** Sessions under way at the same time; the one that was not asked for longest is read anew. */
const MOST = 16

/** Events are written once, and a session's row is held while they are, so within a session a later id is a later event. */
export function makeNotebookReader(): ReadNotebook {
  const known = new Map<number, Notebook>()
  return async (db, session) => {
    const before = known.get(session) ?? { events: [], notes: [] }
    const fresh = await readEvents(db, session, before.events.at(-1)?.id ?? 0)
    const now = fresh.length === 0 ? before : extend(before, fresh)
    // Another one may have read further in the meantime.
    if ((known.get(session)?.events.length ?? 0) <= now.events.length) {
      known.delete(session)
      known.set(session, now)
    }
    const [oldest] = known.keys()
    if (known.size > MOST && oldest !== undefined) known.delete(oldest)
    return now
  }
}

/** With what has just been written. */
export function extend({ events, notes }: Notebook, more: readonly Happened[]): Notebook {
  const all = [...events, ...more]
  // New notes change nothing of the others, and stand at the end.
  const onlyNew = more.every(({ event }) => event.kind === 'added')
  return { events: all, notes: onlyNew ? [...notes, ...replay(more)] : replay(all) }
}

export const happenedNow = (ids: readonly number[], at: number, events: readonly NoteEvent[]): Happened[] =>
  events.map((event, index) => ({ id: ids[index] ?? 0, at, event }))
