/** Purpose: publish a report: first every identity is decided on, then a last look, then a version that stays. */
import type { Context } from '../../src/command-kit/context.ts'
import type { Reply, Span } from '../../src/reply.ts'
import type { Session } from '../../src/sessions/session.ts'
import { findSession, isSession, mustWrite } from './session-here.ts'
import { fileButtons } from './session-report.ts'

const PAGE_SIZE = 5

/** First what looks like an identity, one decision each; then what will happen; then it is done. */
export async function publishReport(context: Context, given: string | undefined, version: number | undefined): Promise<Reply> {
  const { sessions, say, label, person } = context
  const session = await findSession(context, given, { label: '', command: 'session publish' })
  if (!isSession(session)) return session
  mustWrite(context, session)
  const { notes } = await sessions.notebook(session)
  if (notes.length === 0) return { text: say('publish.empty', { session: session.ref }) }
  const found = await sessions.identities(session)
  if (found.length > 0) return askAbout(context, session, found)
  const next = session.version + 1
  if (version === undefined || version > next) return confirm(context, session, next)
  if (version < next) return { text: say('publish.already', { session: session.ref, version: session.version }) }
  const report = await sessions.publish(session, person)
  return {
    text: say('publish.done', { session: `${session.ref} ${session.title}`, version: report.version }),
    buttons: [
      ...fileButtons(context, session, report.version),
      {
        label: label('search.share'),
        command: 'session report',
        options: { session: session.ref, version: String(report.version) },
        share: true,
      },
    ],
    instead: true,
  }
}

async function askAbout(context: Context, session: Session, found: Awaited<ReturnType<Context['sessions']['identities']>>): Promise<Reply> {
  const { say, label, sessions } = context
  const { notes } = await sessions.notebook(session)
  return {
    text: say('publish.check', { count: found.length }),
    cards: found.slice(0, PAGE_SIZE).map(({ note, kind, words }) => {
      const to = { number: String(note), words, session: session.ref }
      return {
        id: `#${note}`,
        title: label('report.fact', { name: label(`identity.${kind}`), value: words }),
        text: stressed(notes.find(({ number }) => number === note)?.text ?? '', words),
        buttons: [
          { label: label('publish.keep'), command: 'session keep', options: to },
          { label: label('publish.replace'), command: 'session replace', options: to, form: true },
          { label: label('publish.remove'), command: 'session blank', options: to },
        ],
      }
    }),
  }
}

function stressed(text: string, words: string): Span[] {
  const at = text.indexOf(words)
  return at === -1 ? [text] : [text.slice(0, at), { strong: words }, text.slice(at + words.length)]
}

async function confirm(context: Context, session: Session, next: number): Promise<Reply> {
  const { say, label, sessions, now } = context
  const { annex, sections } = await sessions.draft(session)
  const reviews = await sessions.reviews(session)
  const open = reviews.filter(({ state }) => state === 'asked').length
  const waiting = open > 0 && (session.reviewUntil ?? 0) > now().epochMilliseconds
  const quotes = sections.flatMap(({ items }) => items).filter(({ type }) => type === 'quote')
  return {
    text: say('publish.sure', { session: `${session.ref} ${session.title}`, version: next }),
    cards: [
      {
        title: label('publish.what-happens'),
        text: [
          label('publish.quotes', { named: quotes.filter(({ attribution }) => attribution !== '').length, total: quotes.length }),
          ...(annex.length > 0 ? [label('publish.annex', { count: annex.length })] : []),
          label('publish.authors'),
          ...(reviews.length > 0
            ? [label('publish.reviews', { approved: reviews.filter(({ state }) => state === 'approved').length, total: reviews.length })]
            : []),
          ...(waiting ? [label('publish.still-waiting')] : []),
        ].join('\n'),
      },
      ...reviews.filter(({ comment }) => comment !== '').map(({ person, comment }) => ({ title: [{ person }], text: comment })),
    ],
    buttons: [
      {
        label: label('publish.button', { version: next }),
        command: 'session publish',
        options: { session: session.ref, version: String(next) },
        look: 'primary',
      },
      { label: label('note.list'), command: 'note list', options: { session: session.ref } },
    ],
    instead: true,
  }
}

/** Decides about words that look like an identity: they stay, become others, or go. */
export async function decide(
  context: Context,
  given: string | undefined,
  number: number,
  words: string,
  instead: string | undefined,
): Promise<Reply> {
  const { sessions, person, say } = context
  const session = await findSession(context, given, { label: '', command: 'session publish' })
  if (!isSession(session)) return session
  mustWrite(context, session)
  const note = (await sessions.notebook(session)).notes.find(known => known.number === number)
  if (!note?.text.includes(words)) return { text: say('publish.gone', { number, words }) }
  const text = note.text
    .replaceAll(words, () => instead ?? '')
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/ {2,}/g, ' ')
    .trim()
  await sessions.changeNote(
    session,
    person.address,
    instead === words ? { kind: 'kept', number, words } : text === '' ? { kind: 'removed', number } : { kind: 'fixed', number, text },
  )
  return { ...(await publishReport(context, session.ref, undefined)), instead: true }
}
