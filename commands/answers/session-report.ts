/** Purpose: a session's report: read in the chat, or taken away as a file. */

import { sameAddress } from '../../src/address.ts'
import type { Context } from '../../src/command-kit/context.ts'
import type { Language } from '../../src/locales/say.ts'
import type { Button, Card, Reply } from '../../src/reply.ts'
import type { Item, Report } from '../../src/sessions/report.ts'
import type { Session } from '../../src/sessions/session.ts'
import type { ReportFormat } from '../../src/sessions/session-files.ts'
import { UserError } from '../../src/user-error.ts'
import { stateKey } from './commitment-words.ts'
import { findSession, isSession, mayWrite } from './session-here.ts'

export const FORMATS = ['chat', 'docx', 'markdown', 'json'] as const
type Wish = {
  readonly session: string | undefined
  readonly format: (typeof FORMATS)[number]
  readonly language: Language | undefined
  readonly version: number | undefined
}

export async function showReport(context: Context, { session: given, format, language, version }: Wish): Promise<Reply> {
  const session = await findSession(context, given, { label: '', command: 'session report', options: { format } })
  if (!isSession(session)) return session
  const report = await readable(context, session, language, version)
  const { say, label } = context
  const text = say(report.version === 0 ? 'report.title-draft' : 'report.title', {
    title: report.title,
    session: report.session,
    version: report.version,
  })
  if (format !== 'chat') return { text, files: [await context.sessions.file(report, format)] }
  return {
    text,
    cards: reportCards(context, report),
    buttons: [
      ...fileButtons(context, session, version),
      ...(mayWrite(context, session)
        ? [{ label: label('session.publish.summary'), command: 'session publish', options: { session: session.ref } }]
        : []),
    ],
  }
}

/** Drafts are for those who write in the session or were asked to review it. */
async function readable(context: Context, session: Session, language: Language | undefined, version: number | undefined): Promise<Report> {
  const { sessions, person } = context
  const inside = mayWrite(context, session) || (await sessions.reviews(session)).some(review => sameAddress(review.person, person.address))
  if (version === undefined && inside) return sessions.draft(session, language)
  const published = await sessions.published(session, version ?? session.version)
  if (!published)
    throw new UserError(version === undefined ? 'error.report-unpublished' : 'error.report-version', {
      session: session.ref,
      version: version ?? 0,
    })
  return published
}

export const fileButtons = ({ label }: Context, { ref }: Session, version: number | undefined): Button[] =>
  (['docx', 'markdown', 'json'] satisfies ReportFormat[]).map(format => ({
    label: label(`report.as-${format}`),
    command: 'session report',
    options: { session: ref, format, ...(version !== undefined && { version: String(version) }) },
  }))

function reportCards({ label }: Context, report: Report): Card[] {
  return [
    ...report.sections.map(({ chapter, title, items }) => ({
      title: chapter === '' ? title : `${chapter}: ${title}`,
      text: items.length === 0 ? label('report.nothing') : items.map((item, at) => itemText(`${at + 1}.`, item, label)).join('\n'),
    })),
    ...(report.since
      ? [
          {
            title: label('report.since', { session: report.since.title }),
            text: report.since.lines
              .map(({ id, words, state }) => `${id} ${words}${state === '' ? '' : ` (${statesIn(label, state)})`}`)
              .join('\n'),
          },
        ]
      : []),
    ...(report.annex.length > 0
      ? [{ title: label('report.annex'), text: report.annex.map(item => itemText('•', item, label)).join('\n') }]
      : []),
  ]
}

const statesIn = (label: Context['label'], states: string) =>
  states
    .split(', ')
    .map(state => label(stateKey(state)))
    .join(', ')

function itemText(mark: string, item: Item, label: Context['label']): string {
  const { words, type, targets, who, due, attribution, parts } = item
  const facts = [
    ...(targets.length > 0 ? [label('note.for', { targets: targets.map(target => label(`target.${target}`)).join(', ') })] : []),
    ...(who === '' ? [] : [label('note.who', { who })]),
    ...(due.words === '' ? [] : [label('note.due', { day: due.on ?? due.words })]),
    ...(type === 'quote' ? [attribution === '' ? label('report.anonymous') : attribution] : []),
  ]
  const inner = parts.flatMap(({ title, items }) => items.map(part => `   ${title}: ${part.words}`))
  return [
    `${mark} ${type === 'quote' ? label('report.quote', { words }) : words}${facts.length > 0 ? ` (${facts.join('; ')})` : ''}`,
    ...inner,
  ].join('\n')
}
