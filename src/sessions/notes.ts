/** Purpose: the notes of a session as what happened to them, replayed in order. Nothing is ever lost: an undo is one more event. */
import { z } from 'zod'
import { NOTE_TYPES, type NoteType } from './note-types.ts'

const number = z.int().min(1)
const text = z.string().min(1).max(4000)
const place = { type: z.enum(NOTE_TYPES), section: z.string().nullable() }

export const noteEventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('added'),
    number,
    text,
    ...place,
    parent: number.nullable(),
    proposed: z.boolean().optional(),
    mark: z.string().optional(),
  }),
  z.object({ kind: z.literal('fixed'), number, text }),
  z.object({ kind: z.literal('moved'), number, ...place }),
  z.object({ kind: z.literal('attached'), number, to: number.nullable() }),
  /** Stands before another one of its section from now on; at the end for null. */
  z.object({ kind: z.literal('placed'), number, before: number.nullable() }),
  z.object({ kind: z.literal('removed'), number }),
  z.object({ kind: z.literal('restored'), number }),
  /** These words of it name nobody, somebody decided. */
  z.object({ kind: z.literal('kept'), number, words: z.string() }),
  z.object({ kind: z.literal('undone'), event: z.int() }),
])
export type NoteEvent = z.infer<typeof noteEventSchema>
export type Happened = { readonly id: number; readonly at: number; readonly event: NoteEvent }

/** `section` null is the annex, because the template has no place for its type. `parent` is the note that it belongs to. */
export type Note = {
  readonly number: number
  readonly type: NoteType
  readonly text: string
  readonly section: string | null
  readonly parent: number | null
  readonly proposed: boolean
  /** What an import found suspicious. */
  readonly mark: string
  readonly kept: readonly string[]
}

/** The notes that stand, in the order of the report. */
export function replay(events: readonly Happened[]): Note[] {
  const notes = new Map<number, Note>()
  const gone = new Set<number>()
  for (const { event } of standing(events)) apply(notes, gone, event)
  return [...notes.values()].filter(note => !gone.has(note.number))
}

/** What has been removed and could be restored. */
export function removedNotes(events: readonly Happened[]): Note[] {
  const present = new Set(replay(events).map(note => note.number))
  return replay(events.filter(({ event }) => event.kind !== 'removed')).filter(note => !present.has(note.number))
}

/** Events that no later undo has taken back; an undo can itself be undone. */
export function standing(events: readonly Happened[]): readonly Happened[] {
  const undone = new Set<number>()
  for (const { id, event } of events.toReversed()) if (event.kind === 'undone' && !undone.has(id)) undone.add(event.event)
  return undone.size === 0 ? events.filter(isChange) : events.filter(happened => isChange(happened) && !undone.has(happened.id))
}

const isChange = ({ event }: Happened) => event.kind !== 'undone'

function apply(notes: Map<number, Note>, gone: Set<number>, event: NoteEvent) {
  if (event.kind === 'undone') return
  if (event.kind === 'added') {
    const { kind: _, proposed = false, mark = '', ...note } = event
    notes.set(event.number, { ...note, proposed, mark, kept: [] })
    return
  }
  const note = notes.get(event.number)
  if (!note) return
  if (event.kind === 'removed') gone.add(event.number)
  else if (event.kind === 'restored') gone.delete(event.number)
  else if (event.kind === 'placed') stand(notes, note, event.before)
  else notes.set(event.number, changed(note, event))
}

function changed(note: Note, event: Extract<NoteEvent, { kind: 'fixed' | 'moved' | 'attached' | 'kept' }>): Note {
  if (event.kind === 'fixed') return { ...note, text: event.text, mark: '' }
  if (event.kind === 'attached') return { ...note, parent: event.to }
  if (event.kind === 'kept') return { ...note, kept: [...note.kept, event.words] }
  return { ...note, type: event.type, section: event.section, parent: null, proposed: false }
}

/** A Map keeps the order in which its keys were set, so the whole order is written anew. */
function stand(notes: Map<number, Note>, note: Note, before: number | null) {
  const others = [...notes.values()].filter(other => other.number !== note.number)
  const at = before === null ? -1 : others.findIndex(other => other.number === before)
  others.splice(at === -1 ? others.length : at, 0, note)
  notes.clear()
  for (const each of others) notes.set(each.number, each)
}
