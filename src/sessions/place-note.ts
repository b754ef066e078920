/** Purpose: where in the template a note belongs: its section, and for a part the note that it is a part of. */
import type { NoteType } from './note-types.ts'
import type { Note } from './notes.ts'
import type { Section, Template } from './template.ts'

export type Placed = { readonly section: string | null; readonly parent: number | null }

/** `months`: when a commitment is due, counted from the session, where that is known. */
export function placeNote(template: Template, notes: readonly Note[], type: NoteType, months?: number): Placed {
  const open = template.sections.filter(section => section.types.includes(type))
  const whole = template.sections.find(({ parts }) => parts.some(part => part.types.includes(type)))
  if (open.length === 0 && whole) return { section: whole.id, parent: lastOf(notes, whole)?.number ?? null }
  const due = months === undefined ? undefined : open.find(({ months: span }) => span && months >= span[0] && months < span[1])
  const room = open.find(section => section.limit === undefined || wholeNotes(notes, section).length < section.limit)
  return { section: (due ?? room ?? open[0])?.id ?? null, parent: null }
}

/** Whether notes of this type are parts of others there: actions and indicators of a recommendation. */
export const isPart = (section: Section, type: NoteType) =>
  !section.types.includes(type) && section.parts.some(part => part.types.includes(type))

/** The notes that stand for themselves in a section, in order. */
export const wholeNotes = (notes: readonly Note[], section: Section): Note[] =>
  notes.filter(note => note.section === section.id && !isPart(section, note.type))

export const partsOf = (notes: readonly Note[], parent: number): Note[] => notes.filter(note => note.parent === parent)

/** Parts that belong to nothing (yet). */
export const looseParts = (notes: readonly Note[], section: Section): Note[] => {
  const wholes = new Set(wholeNotes(notes, section).map(({ number }) => number))
  return notes.filter(
    note => note.section === section.id && isPart(section, note.type) && !(note.parent !== null && wholes.has(note.parent)),
  )
}

/** The one written last, because a rapporteur adds to what was just said. */
const lastOf = (notes: readonly Note[], section: Section): Note | undefined =>
  wholeNotes(notes, section).reduce<Note | undefined>((last, note) => (last && last.number > note.number ? last : note), undefined)
