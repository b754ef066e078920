/** Purpose: from what was typed to notes that are kept, each with what was understood of it. */
import type { Address } from '../address.ts'
import { readDue } from '../commitments/read-due.ts'
import { mentionedPeople } from '../mention.ts'
import { gapWords } from './gap-words.ts'
import { monthsUntil, type NewNote } from './notebooks.ts'
import type { Note } from './notes.ts'
import { isPart, type Placed, placeNote, wholeNotes } from './place-note.ts'
import { type Details, readDetails } from './read-details.ts'
import { type Line, readNotes, substitute } from './read-notes.ts'
import { measureProgress, type Progress } from './report.ts'
import { type Session, sessionDay } from './session.ts'
import type { Section } from './template.ts'

/** `place` counts from 1 among the notes of its section; a part has the number of the note that it belongs to instead. */
export type NotePlace =
  | { readonly kind: 'homeless' }
  | { readonly kind: 'part'; readonly section: Section; readonly of: number | null }
  | {
      readonly kind: 'whole'
      readonly section: Section
      readonly place: number
      readonly limit: number | undefined
      readonly alone: boolean
    }

/** `speaker` of a quote: asked whether to be named, or not found. */
export type Read = { readonly note: NewNote; readonly speaker: 'asked' | 'unknown' | undefined }

export type NoteRules = {
  read(session: Session, by: Address, text: string): Read[]
  whereIs(session: Session, notes: readonly Note[], note: Note): NotePlace
  details(session: Session, note: Note): Details
  /** What a commitment written outside any session says. */
  commitment(text: string, today: Temporal.PlainDate): Details
  due(words: string, today: Temporal.PlainDate): Details['due']
  progress(session: Session, notes: readonly Note[]): Progress
  readonly gapWords: typeof gapWords
  /** The text after `s/old/new/`; nothing when the old words are not in it. */
  mended(text: string, change: string): string | undefined
  /** Where it would go, were it new. */
  place(session: Session, notes: readonly Note[], note: Note): Placed
}

export const noteRules: NoteRules = {
  read: (session, by, text) => readNotes(text, session.template).map(line => withSpeaker(line, by)),
  whereIs: ({ template }, notes, note) => {
    const section = template.sections.find(({ id }) => id === note.section)
    if (!section) return { kind: 'homeless' }
    if (isPart(section, note.type)) return { kind: 'part', section, of: note.parent }
    const place = wholeNotes(notes, section).findIndex(({ number }) => number === note.number) + 1
    const alone = template.sections.filter(({ types }) => types.includes(note.type)).length === 1
    return { kind: 'whole', section, place, limit: section.limit, alone }
  },
  details: (session, { type, text }) => readDetails(type, text, sessionDay(session)),
  commitment: (text, today) => readDetails('commitment', text, today),
  due: (words, today) => ({ on: readDue(words, today), words }),
  progress: (session, notes) => measureProgress(session.template, notes, sessionDay(session)),
  gapWords,
  mended: substitute,
  place: (session, notes, { type, text }) => placeNote(session.template, notes, type, monthsUntil(session, type, text)),
}

function withSpeaker({ from, ...line }: Line, by: Address): Read {
  if (from === undefined) return { note: line, speaker: undefined }
  const [speaker] = mentionedPeople(from, by)
  return { note: { ...line, ...(speaker && { speaker }) }, speaker: speaker ? 'asked' : 'unknown' }
}
