/** Purpose: mend notes: fix the words, change the type, say what belongs to what, take something back. Every answer echoes the note as it is now. */
import type { Context } from '../../src/command-kit/context.ts'
import { commaOf } from '../../src/locales/say.ts'
import type { Button, Reply } from '../../src/reply.ts'
import { noteTypeOf } from '../../src/sessions/note-types.ts'
import type { Note } from '../../src/sessions/notes.ts'
import type { Session } from '../../src/sessions/session.ts'
import { UserError } from '../../src/user-error.ts'
import { typeLabel, typesOf, whereItIs } from './note-taken.ts'
import { findSession, isSession, mustWrite } from './session-here.ts'

type Work = (session: Session, note: Note, notes: readonly Note[]) => Promise<Reply>

/** Finds the session and the note, or says what to do instead. */
async function mend(context: Context, given: string | undefined, number: number, command: string, work: Work): Promise<Reply> {
  const session = await findSession(context, given, { label: '', command, options: { number: String(number) } })
  if (!isSession(session)) return session
  mustWrite(context, session)
  const { notes } = await context.sessions.notebook(session)
  const note = notes.find(known => known.number === number)
  if (!note) throw new UserError('error.note-unknown', { number, session: session.ref }, { field: 'number' })
  return work(session, note, notes)
}

export const fixNote = (context: Context, given: string | undefined, number: number, change: string): Promise<Reply> =>
  mend(context, given, number, 'note fix', async (session, note) => {
    const replacing = /^s[/|#,]/.test(change.trim())
    const text = replacing ? context.sessions.rules.mended(note.text, change) : change.trim()
    if (text === undefined || text === '') throw new UserError('error.note-fix', { number, text: note.text }, { field: 'change' })
    const { notes } = await context.sessions.changeNote(session, context.person.address, { kind: 'fixed', number, text })
    return mended(context, session, number, notes, 'note.fixed')
  })

/** To a type, or to a section by its id (`six-months-after`). */
export const moveNote = (context: Context, given: string | undefined, number: number, to: string): Promise<Reply> =>
  mend(context, given, number, 'note move', async (session, note, notes) => {
    const { template } = session
    const wanted = to.trim().toLowerCase()
    const section = template.sections.find(
      ({ id, title }) => id === wanted || Object.values(title).some(name => name.toLowerCase() === wanted),
    )
    const type = section ? (section.types.includes(note.type) ? note.type : section.types[0]) : noteTypeOf(wanted)
    if (!type)
      throw new UserError(
        'error.note-type',
        {
          given: to,
          types: typesOf(session)
            .map(known => context.label(typeLabel(known)))
            .join(commaOf(context.person.language)),
        },
        { field: 'to' },
      )
    const others = notes.filter(other => other.number !== number)
    const placed = section ? { section: section.id, parent: null } : context.sessions.rules.place(session, others, { ...note, type })
    const { address } = context.person
    const moved = await context.sessions.changeNote(session, address, { kind: 'moved', number, type, section: placed.section })
    const attached =
      placed.parent === null ? moved : await context.sessions.changeNote(session, address, { kind: 'attached', number, to: placed.parent })
    return mended(context, session, number, attached.notes, 'note.moved')
  })

export const attachNote = (context: Context, given: string | undefined, number: number, to: number): Promise<Reply> =>
  mend(context, given, number, 'note attach', async (session, note, notes) => {
    const whole = notes.find(other => other.number === to)
    const where = context.sessions.rules.whereIs(session, notes, note)
    if (!whole || where.kind !== 'part' || whole.section !== note.section || whole.number === number)
      throw new UserError('error.note-attach', { number, to, type: context.label(typeLabel(note.type)) }, { field: 'to' })
    const after = await context.sessions.changeNote(session, context.person.address, { kind: 'attached', number, to })
    return mended(context, session, number, after.notes, 'note.attached')
  })

export const raiseNote = (context: Context, given: string | undefined, number: number): Promise<Reply> =>
  mend(context, given, number, 'note up', async (session, note, notes) => {
    const row = notes.filter(other => other.section === note.section && other.parent === note.parent && other.type === note.type)
    const before = row[row.findIndex(other => other.number === number) - 1]
    if (!before) return { text: context.say('note.is-first', { number }) }
    const after = await context.sessions.changeNote(session, context.person.address, { kind: 'placed', number, before: before.number })
    return mended(context, session, number, after.notes, 'note.raised')
  })

export const removeNote = (context: Context, given: string | undefined, number: number): Promise<Reply> =>
  mend(context, given, number, 'note remove', async (session, note) => {
    await context.sessions.changeNote(session, context.person.address, { kind: 'removed', number })
    const restore: Button = {
      label: context.label('note.restore'),
      command: 'note restore',
      options: { number: String(number), session: session.ref },
    }
    return { text: context.say('note.removed', { number, text: note.text }), buttons: [restore] }
  })

export async function restoreNote(context: Context, given: string | undefined, number: number): Promise<Reply> {
  const session = await findSession(context, given, { label: '', command: 'note restore', options: { number: String(number) } })
  if (!isSession(session)) return session
  mustWrite(context, session)
  const { notes } = await context.sessions.changeNote(session, context.person.address, { kind: 'restored', number })
  if (!notes.some(note => note.number === number)) throw new UserError('error.note-unknown', { number, session: session.ref })
  return mended(context, session, number, notes, 'note.restored')
}

export async function undoLast(context: Context, given: string | undefined): Promise<Reply> {
  const { sessions, person, say } = context
  const session = await findSession(context, given, { label: '', command: 'note undo' })
  if (!isSession(session)) return session
  mustWrite(context, session)
  const undone = await sessions.undo(session, person.address)
  if (!undone) return { text: say('note.nothing-to-undo', { session: session.ref }) }
  const { what, note } = undone
  return { text: say('note.undone', { what: context.label(`note.event.${what.kind}`), number: note?.number ?? 0, text: note?.text ?? '' }) }
}

function mended(
  context: Context,
  session: Session,
  number: number,
  notes: readonly Note[],
  key: 'note.fixed' | 'note.moved' | 'note.attached' | 'note.raised' | 'note.restored',
): Reply {
  const note = notes.find(known => known.number === number)
  const { label, say } = context
  const facts = note ? [label(typeLabel(note.type)), ...whereItIs(context, session, note, notes)].join(' · ') : ''
  return {
    text: say(key, { number, text: note?.text ?? '', facts }),
    buttons: [{ label: label('note.undo'), command: 'note undo', options: { session: session.ref } }],
  }
}
