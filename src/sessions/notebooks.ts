/** Purpose: write notes and mend them. Each change is decided on what stands in the same transaction, and stays as an event for ever. */
import type { Address } from '../address.ts'
import type { Trx } from '../database/open.ts'
import { meetSpeaker, requestConsent, type Speaker } from './consent-request.ts'
import { findConsents } from './consent-store.ts'
import { extend, happenedNow, type Notebook } from './note-reader.ts'
import { readOwnIds, takeNumbers, writeEvents } from './note-store.ts'
import type { NoteType } from './note-types.ts'
import { type Note, type NoteEvent, standing } from './notes.ts'
import { placeNote } from './place-note.ts'
import { readDetails } from './read-details.ts'
import type { Line } from './read-notes.ts'
import { type Session, sessionDay } from './session.ts'
import type { InnerParts } from './sessions.ts'

/** A line, with the speaker of a quote once it is known who that is, and what an import found suspicious. */
export type NewNote = Omit<Line, 'from'> & { readonly speaker?: Address; readonly mark?: string; readonly section?: string }
export type Undone = { readonly what: NoteEvent; readonly note: Note | undefined }

export type { Notebook }

export type Notebooks = {
  notebook(session: Session): Promise<Notebook>
  /** @returns the new notes, in order, and all that stand now */
  addNotes(
    session: Session,
    by: Address,
    lines: readonly NewNote[],
  ): Promise<{ readonly added: readonly Note[]; readonly notes: readonly Note[] }>
  /** One change to one note. */
  changeNote(session: Session, by: Address, event: NoteEvent): Promise<Notebook>
  /** Takes back the last thing that this person did here. */
  undo(session: Session, by: Address): Promise<Undone | undefined>
}

export function makeNotebooks(parts: InnerParts): Notebooks {
  const { db } = parts
  return {
    notebook: session => parts.readNotebook(db, session.id),
    async addNotes(session, by, lines) {
      const speakers = await Promise.all(lines.map(({ speaker }) => speaker && meetSpeaker(parts, session, speaker)))
      return db.transaction().execute(trx => addNotes(parts, trx, session, by, lines, speakers))
    },
    async changeNote(session, by, event) {
      const asked = event.kind === 'fixed' ? await speakerOf(parts, session, event.number) : undefined
      return db.transaction().execute(trx => changeNote(parts, trx, session, by, event, asked))
    },
    undo: (session, by) => db.transaction().execute(trx => undo(parts, trx, session, by)),
  }
}

/** Who was asked about a quote, and must be asked again when its words change. */
async function speakerOf(parts: InnerParts, session: Session, note: number): Promise<Speaker | undefined> {
  const consent = (await findConsents(parts.db, session.id)).find(known => known.note === note)
  return consent?.speaker && meetSpeaker(parts, session, consent.speaker)
}

async function changeNote(parts: InnerParts, trx: Trx, session: Session, by: Address, event: NoteEvent, asked: Speaker | undefined) {
  const at = parts.now().epochMilliseconds
  await takeNumbers(trx, session.id, 0, at)
  const before = await parts.readNotebook(trx, session.id)
  const ids = await writeEvents(trx, { session: session.id, coalition: session.coalition, by, at }, [event])
  const notebook = extend(before, happenedNow(ids, at, [event]))
  const note = notebook.notes.find(({ number }) => 'number' in event && number === event.number)
  if (asked && note) await requestConsent(parts, trx, session, note, asked)
  return notebook
}

async function addNotes(
  parts: InnerParts,
  trx: Trx,
  session: Session,
  by: Address,
  lines: readonly NewNote[],
  speakers: readonly (Speaker | undefined)[],
) {
  const at = parts.now().epochMilliseconds
  const first = await takeNumbers(trx, session.id, lines.length, at)
  const { notes } = await parts.readNotebook(trx, session.id)
  const all = [...notes]
  const added = lines.map((line, index) => {
    const note = placed(session, all, line, first + index)
    all.push(note)
    return note
  })
  const events = added.map(({ kept: _, ...note }): NoteEvent => ({ kind: 'added', ...note }))
  await writeEvents(trx, { session: session.id, coalition: session.coalition, by, at }, events)
  for (const [index, note] of added.entries()) {
    const speaker = speakers[index]
    if (speaker) await requestConsent(parts, trx, session, note, speaker)
  }
  return { added, notes: all }
}

function placed(session: Session, notes: readonly Note[], { type, text, proposed, to, mark = '', section }: NewNote, number: number): Note {
  const meant = section ? { section, parent: null } : placeNote(session.template, notes, type, monthsUntil(session, type, text))
  const parent = to !== undefined && notes.some(note => note.number === to && note.section === meant.section) ? to : meant.parent
  return { number, type, text, section: meant.section, parent, proposed, mark, kept: [] }
}

/** How many months after the session a commitment is due. */
export function monthsUntil(session: Session, type: NoteType, text: string): number | undefined {
  const today = sessionDay(session)
  const { on } = readDetails(type, text, today).due
  return on === null ? undefined : Math.max(0, today.until(Temporal.PlainDate.from(on), { largestUnit: 'months' }).months)
}

async function undo({ readNotebook, now }: InnerParts, trx: Trx, session: Session, by: Address): Promise<Undone | undefined> {
  const at = now().epochMilliseconds
  await takeNumbers(trx, session.id, 0, at)
  const before = await readNotebook(trx, session.id)
  const own = await readOwnIds(trx, session.id, by)
  const last = standing(before.events).findLast(({ id }) => own.has(id))
  if (!last) return undefined
  const undone: NoteEvent = { kind: 'undone', event: last.id }
  const ids = await writeEvents(trx, { session: session.id, coalition: session.coalition, by, at }, [undone])
  const number = 'number' in last.event ? last.event.number : 0
  const after = extend(before, happenedNow(ids, at, [undone]))
  return { what: last.event, note: [...after.notes, ...before.notes].find(note => note.number === number) }
}
