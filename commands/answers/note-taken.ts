/** Purpose: take what was typed as notes, and say in one short line what became of each. */
import type { Context } from '../../src/command-kit/context.ts'
import { commaOf } from '../../src/locales/say.ts'
import type { Button, Reply } from '../../src/reply.ts'
import { NOTE_TYPES, type NoteType } from '../../src/sessions/note-types.ts'
import type { Note } from '../../src/sessions/notes.ts'
import type { Session } from '../../src/sessions/session.ts'
import type { Read } from '../../src/sessions/take-notes.ts'
import { findSession, isSession, mustWrite } from './session-here.ts'

export const typeLabel = (type: NoteType) => `note.type.${type}` as const

/** Nothing typed is lost: where no session is open, the note waits in the button that opens one. */
export async function takeNotes(context: Context, text: string, given?: string): Promise<Reply> {
  const named = given === undefined ? /^\s*(s-\d{1,6})\s+(.+)$/is.exec(text) : null
  const words = named?.[2] ?? text
  const session = await findSession(context, given ?? named?.[1], { label: '', command: 'note add', options: { text: words } })
  if (!isSession(session)) return noSession(context, session, words)
  mustWrite(context, session)
  const { sessions, person, say } = context
  const read = sessions.rules.read(session, person.address, words)
  const { added, notes } = await sessions.addNotes(
    session,
    person.address,
    read.map(({ note }) => note),
  )
  const [first] = added
  const [line] = read
  if (!first || !line) return { text: say('note.empty') }
  return added.length === 1 ? oneTaken(context, session, first, notes, line) : manyTaken(context, session, added)
}

function noSession({ say, label }: Context, asked: Reply, text: string): Reply {
  if (!asked.buttons?.some(({ command }) => command === 'session open')) return asked
  return {
    text: say('note.no-session', { note: text.length > 200 ? `${text.slice(0, 200)}…` : text }),
    buttons: [{ label: label('session.open.summary'), command: 'session open', options: { note: text }, form: true, look: 'primary' }],
  }
}

function oneTaken(context: Context, session: Session, note: Note, notes: readonly Note[], { speaker }: Read): Reply {
  const { say, label } = context
  const type = label(typeLabel(note.type))
  const facts = [
    note.proposed ? label('note.proposed', { type }) : type,
    ...whereItIs(context, session, note, notes),
    ...understood(context, session, note),
    ...(speaker ? [label(`note.speaker-${speaker}`)] : []),
  ]
  const undo: Button = { label: label('note.undo'), command: 'note undo', options: { session: session.ref } }
  return {
    text: say('note.taken', { number: note.number, facts: facts.join(' · '), session: session.ref }),
    buttons: [undo, ...(note.proposed ? otherTypes(context, session, note) : [])],
  }
}

/** “2 of 4”, “belongs to #5”, or that the template has no place for it. */
export function whereItIs({ label, person, sessions }: Context, session: Session, note: Note, notes: readonly Note[]): string[] {
  const where = sessions.rules.whereIs(session, notes, note)
  if (where.kind === 'homeless') return [label('note.homeless')]
  if (where.kind === 'part') return [where.of === null ? label('note.loose') : label('note.belongs', { to: where.of })]
  const { place, limit, alone, section } = where
  const title = alone ? [] : [section.title[person.language]]
  if (limit === undefined) return title
  return [...title, label(place > limit ? 'note.over' : 'note.place', { place, limit })]
}

export function understood({ label, person, sessions }: Context, session: Session, note: Note): string[] {
  const { targets, who, due } = sessions.rules.details(session, note)
  const comma = commaOf(person.language)
  const day = due.on ? Temporal.PlainDate.from(due.on).toLocaleString(person.language, { dateStyle: 'long' }) : ''
  return [
    ...(targets.length > 0 ? [label('note.for', { targets: targets.map(target => label(`target.${target}`)).join(comma) })] : []),
    ...(who === '' ? [] : [label('note.who', { who })]),
    ...(day === '' ? [] : [label('note.due', { day })]),
  ]
}

/** Types that the template has a place for. */
export const typesOf = ({ template }: Session): NoteType[] =>
  NOTE_TYPES.filter(type =>
    template.sections.some(({ types, parts }) => types.includes(type) || parts.some(part => part.types.includes(type))),
  )

const otherTypes = ({ label }: Context, session: Session, note: Note): Button[] =>
  typesOf(session)
    .filter(type => type !== note.type)
    .slice(0, 4)
    .map(type => ({
      label: label(typeLabel(type)),
      command: 'note move',
      options: { number: String(note.number), to: type, session: session.ref },
    }))

function manyTaken({ say, label, person }: Context, session: Session, added: readonly Note[]): Reply {
  const counts = NOTE_TYPES.map(type => ({ type, count: added.filter(note => note.type === type).length })).filter(({ count }) => count > 0)
  const proposed = added.filter(note => note.proposed).map(({ number }) => `#${number}`)
  return {
    text: [
      say('note.taken-many', {
        count: added.length,
        first: added[0]?.number ?? 0,
        last: added.at(-1)?.number ?? 0,
        types: counts.map(({ type, count }) => `${label(typeLabel(type))} ${count}`).join(commaOf(person.language)),
        session: session.ref,
      }),
      ...(proposed.length > 0 ? [' ', label('note.proposed-many', { numbers: proposed.slice(0, 20).join(' ') })] : []),
    ].flat(),
    buttons: [{ label: label('note.list'), command: 'note list', options: { session: session.ref } }],
  }
}
