/** Purpose: the notes of a session to look through and to mend, and what happened to one of them. */
import type { Context } from '../../src/command-kit/context.ts'
import type { Button, Card, Reply } from '../../src/reply.ts'
import type { Note } from '../../src/sessions/notes.ts'
import type { Session } from '../../src/sessions/session.ts'
import { UserError } from '../../src/user-error.ts'
import { typeLabel, understood, whereItIs } from './note-taken.ts'
import { findSession, isSession, mustWrite } from './session-here.ts'

const PAGE_SIZE = 8

export async function showNotes(context: Context, given: string | undefined, page = 1): Promise<Reply> {
  const session = await findSession(context, given, { label: '', command: 'note list' })
  if (!isSession(session)) return session
  mustWrite(context, session)
  const { notes } = await context.sessions.notebook(session)
  const { say, label } = context
  if (notes.length === 0) return { text: say('note.list-empty', { session: `${session.ref} ${session.title}` }) }
  const pages = Math.ceil(notes.length / PAGE_SIZE)
  const shown = Math.min(page, pages)
  const turn = (to: number, key: 'search.next' | 'search.previous'): Button => ({
    label: label(key),
    command: 'note list',
    options: { session: session.ref, page: String(to) },
  })
  const ordered = inReport(session, notes)
  return {
    text: say('note.list-title', { count: notes.length, session: `${session.ref} ${session.title}`, page: shown, pages }),
    cards: ordered.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE).map(note => noteCard(context, session, note, notes)),
    buttons: [...(shown > 1 ? [turn(shown - 1, 'search.previous')] : []), ...(shown < pages ? [turn(shown + 1, 'search.next')] : [])],
    ...(page > 1 && { instead: true as const }),
  }
}

/** By section, each part after the note that it belongs to. */
function inReport({ template }: Session, notes: readonly Note[]): Note[] {
  const wholes = [...template.sections.map(({ id }) => id), null].flatMap(id =>
    notes.filter(note => note.section === id && note.parent === null),
  )
  return wholes
    .flatMap(note => [note, ...notes.filter(part => part.parent === note.number)])
    .concat(notes.filter(note => note.parent !== null && !wholes.some(({ number }) => number === note.parent)))
}

function noteCard(context: Context, session: Session, note: Note, notes: readonly Note[]): Card {
  const { label } = context
  const number = String(note.number)
  const to = { number, session: session.ref }
  return {
    id: `#${number}`,
    title: [label(typeLabel(note.type)), ...whereItIs(context, session, note, notes)].join(' · '),
    text: note.text,
    ...(note.mark !== '' && { note: label('note.marked', { what: note.mark }) }),
    ...(understood(context, session, note).length > 0 && note.mark === '' && { note: understood(context, session, note).join(' · ') }),
    buttons: [
      { label: label('note.fix'), command: 'note fix', options: { ...to, ...(fitsForm(note) && { change: note.text }) }, form: true },
      { label: label('note.up'), command: 'note up', options: to },
      { label: label('note.remove'), command: 'note remove', options: to },
    ],
  }
}

/** A dialog that shows only the beginning of a note would cut it; such a note is mended by `s/old/new/`. */
const fitsForm = ({ text }: Note) => text.length <= 2000

export async function showHistory(context: Context, given: string | undefined, number: number): Promise<Reply> {
  const session = await findSession(context, given, { label: '', command: 'note history', options: { number: String(number) } })
  if (!isSession(session)) return session
  mustWrite(context, session)
  const { events } = await context.sessions.notebook(session)
  const own = new Set(events.filter(({ event }) => 'number' in event && event.number === number).map(({ id }) => id))
  if (own.size === 0) throw new UserError('error.note-unknown', { number, session: session.ref }, { field: 'number' })
  const happened = events.filter(({ id, event }) => own.has(id) || (event.kind === 'undone' && own.has(event.event)))
  const { say, label, person } = context
  return {
    text: say('note.history', { number, session: session.ref }),
    cards: happened.slice(-PAGE_SIZE).map(({ at, event }) => ({
      title: [label(`note.event.${event.kind}`), ' · ', { instant: at, zone: person.zone }],
      ...('text' in event && { text: event.text }),
    })),
  }
}
