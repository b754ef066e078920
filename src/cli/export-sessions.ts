/** Purpose: sessions and their notes for `export`: as they stand, with nobody who wrote or said them. */
import type { Plenary } from '../assemble.ts'
import type { Note } from '../sessions/notes.ts'
import type { Session } from '../sessions/session.ts'

export type ExportedNote = {
  readonly session: string
  readonly number: number
  readonly type: string
  readonly section: string
  /** The number of the note that it belongs to. */
  readonly belongsTo: string
  readonly text: string
}
export type ExportedSession = {
  readonly id: string
  readonly title: string
  readonly template: string
  readonly state: string
  readonly day: string
  readonly version: number
  readonly notes: readonly ExportedNote[]
}

export async function gatherSessions({ sessions }: Plenary, coalition: number): Promise<ExportedSession[]> {
  const all = (await sessions.find(coalition, { limit: 10_000 })).toReversed()
  return Promise.all(
    all.map(async session => {
      const { notes } = await sessions.notebook(session)
      const { ref, title, template, state, version, openedAt, zone } = session
      const day = Temporal.Instant.fromEpochMilliseconds(openedAt).toZonedDateTimeISO(zone).toPlainDate().toString()
      return { id: ref, title, template: template.id, state, day, version, notes: notes.map(note => exported(session, note)) }
    }),
  )
}

const exported = ({ ref, template }: Session, { number, type, section, parent, text }: Note): ExportedNote => ({
  ...{ session: ref, number, type, text },
  section: template.sections.find(({ id }) => id === section)?.id ?? '',
  belongsTo: parent === null ? '' : String(parent),
})

export const sessionRows = (sessions: readonly ExportedSession[]): string[][] => [
  ['id', 'title', 'template', 'state', 'day', 'version', 'notes'],
  ...sessions.map(one => [one.id, one.title, one.template, one.state, one.day, String(one.version), String(one.notes.length)]),
]

export const noteRows = (sessions: readonly ExportedSession[]): string[][] => [
  ['session', 'number', 'type', 'section', 'belongs to', 'text'],
  ...sessions.flatMap(({ notes }) =>
    notes.map(note => [note.session, String(note.number), note.type, note.section, note.belongsTo, note.text]),
  ),
]

/** What stands in a session, as lists; a report in its template is what `export reports` gives. */
export const sessionMarkdown = ({ id, title, template, state, day, notes }: ExportedSession): string =>
  [
    `## ${id} ${literal(title)}`,
    '',
    `*${template}, ${state}, ${day}*`,
    '',
    ...notes.map(
      ({ number, type, belongsTo, text }) => `- #${number} ${type}${belongsTo === '' ? '' : ` (of #${belongsTo})`}: ${literal(text)}`,
    ),
    '',
  ].join('\n')

/** Words by people stay words. */
const literal = (text: string) => text.replace(/[\\`*_[\]<>|~]/g, '\\$&').replace(/\s*\n\s*/g, ' ')
