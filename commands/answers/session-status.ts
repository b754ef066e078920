/** Purpose: how far a session is: what is there, what is missing, in one look. */
import type { Context } from '../../src/command-kit/context.ts'
import type { Button, Card, Reply } from '../../src/reply.ts'
import type { Gap } from '../../src/sessions/report.ts'
import type { Session } from '../../src/sessions/session.ts'
import { findSession, isSession, mayWrite } from './session-here.ts'

export async function showStatus(context: Context, given: string | undefined): Promise<Reply> {
  const session = await findSession(context, given, { label: '', command: 'session status' })
  if (!isSession(session)) return session
  const { say, label, sessions, person } = context
  const { notes } = await sessions.notebook(session)
  const progress = sessions.rules.progress(session, notes)
  const filled = progress.sections
    .filter(({ count, limit }) => count > 0 || limit !== undefined)
    .map(
      ({ section, count, limit }) =>
        `${section.title[person.language]}: ${limit === undefined ? count : label('session.of', { count, limit })}`,
    )
  const gaps = gapLines(context, progress.gaps)
  return {
    text: say('session.status', {
      session: `${session.ref} ${session.title}`,
      state: label(`session.state.${session.state}`),
      template: session.template.title[person.language],
      count: notes.length,
    }),
    cards: [
      { title: label('session.filled'), text: filled.join('\n') },
      { title: label('session.missing'), text: gaps.length > 0 ? gaps.join('\n') : label('session.nothing-missing') },
    ],
    pictures: [await sessions.picture(session, person.language)],
    buttons: mayWrite(context, session) ? workButtons(context, session) : [],
  }
}

/** What is missing, a line each. */
export const gapLines = ({ label, sessions, person: { language } }: Context, gaps: readonly Gap[]): string[] =>
  sessions.rules.gapWords(gaps, label, language)

const workButtons = ({ label }: Context, { ref, state }: Session): Button[] => [
  { label: label('session.see-report'), command: 'session report', options: { session: ref }, look: 'primary' },
  { label: label('note.list'), command: 'note list', options: { session: ref } },
  ...(state === 'open' ? [{ label: label('session.close'), command: 'session close', options: { session: ref } }] : []),
]

export async function listSessions(context: Context, page = 1): Promise<Reply> {
  const { say, label, sessions, person } = context
  const all = await sessions.find(person.coalition, {})
  const open: Button = { label: label('session.open.summary'), command: 'session open', form: true, look: 'primary' }
  if (all.length === 0) return { text: say('session.list-empty'), buttons: [open] }
  const size = 5
  const pages = Math.ceil(all.length / size)
  const shown = Math.min(page, pages)
  const turn = (to: number, key: 'search.next' | 'search.previous'): Button => ({
    label: label(key),
    command: 'session list',
    options: { page: String(to) },
  })
  return {
    text: say('session.list-title', { count: all.length, page: shown, pages }),
    cards: all.slice((shown - 1) * size, shown * size).map(session => sessionCard(context, session)),
    buttons: [...(shown > 1 ? [turn(shown - 1, 'search.previous')] : []), ...(shown < pages ? [turn(shown + 1, 'search.next')] : [])],
    ...(page > 1 && { instead: true as const }),
  }
}

function sessionCard({ label, person }: Context, session: Session): Card {
  const { ref, title, template, state, version, openedAt, zone } = session
  return {
    id: ref,
    title,
    text: [
      `${template.title[person.language]} · ${label(`session.state.${state}`)}${version > 0 ? ` · ${label('report.version', { version })}` : ''} · `,
      { instant: openedAt, zone },
    ],
    buttons: [
      { label: label('session.see-status'), command: 'session status', options: { session: ref } },
      { label: label('session.see-report'), command: 'session report', options: { session: ref } },
    ],
  }
}
