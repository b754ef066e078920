/** Purpose: the front of sessions: open one, write in it, publish its report. Every change is a row before anybody is told that it is done. */
import type { Address } from '../address.ts'
import type { Person } from '../command-kit/context.ts'
import type { Database, Trx } from '../database/open.ts'
import type { Outbox } from '../delivery/outbox.ts'
import type { Library } from '../library/library.ts'
import type { Language } from '../locales/say.ts'
import type { People } from '../people/people.ts'
import type { Attachment, Picture } from '../reply.ts'
import { makeNotebookReader, type ReadNotebook } from './note-reader.ts'
import { makeNotebooks, type Notebooks } from './notebooks.ts'
import { nudge } from './nudges.ts'
import { progressPicture } from './progress-picture.ts'
import { makePublishing, type Publishing } from './publishing.ts'
import { type ReadReport, readReportText } from './read-report.ts'
import type { Report } from './report.ts'
import { reportMarkdown } from './report-markdown.ts'
import type { Session } from './session.ts'
import { type ReportFormat, reportFile } from './session-files.ts'
import {
  addRapporteur,
  changeSession,
  dropRapporteur,
  findSessionAt,
  findSessions,
  insertSession,
  leavePlaces,
  takePlace,
  type Which,
} from './session-store.ts'
import { type NoteRules, noteRules } from './take-notes.ts'
import { readTemplate, type Template, TemplateMistakes } from './template.ts'
import { findTemplates, saveTemplate } from './template-store.ts'

export type OpenWish = { readonly title: string; readonly template: Template; readonly endsAt: number | null }

export type Sessions = Notebooks &
  Publishing & {
    readonly rules: NoteRules
    /** Of the whole session as it stands. */
    picture(session: Session, language: Language): Promise<Picture>
    file(report: Report, format: ReportFormat): Promise<Attachment>
    markdown(report: Report): string
    /** A report that was filled in by hand, as draft notes. */
    readReport(text: string, template: Template): ReadReport
    templates(coalition: number): Promise<readonly Template[]>
    /** @returns the template, or what is wrong with it */
    addTemplate(coalition: number, text: string): Promise<Template | TemplateMistakes>
    /** Nothing when another session is open at that place. */
    open(by: Person, place: Address, wish: OpenWish): Promise<Session | undefined>
    at(coalition: number, place: Address): Promise<Session | undefined>
    find(coalition: number, which: Which): Promise<readonly Session[]>
    get(coalition: number, number: number): Promise<Session | undefined>
    /** Takes the session's notes at one more place, on this platform or another. @returns whether the place was free */
    join(session: Session, place: Address): Promise<boolean>
    handOver(session: Session, from: Address, to: Address): Promise<void>
    addRapporteur(session: Session, person: Address): Promise<void>
    close(session: Session): Promise<void>
    /** What the clock does, for the timetable. */
    readonly jobs: readonly { readonly name: string; readonly every: 'minute'; run(now: Temporal.Instant): Promise<void> }[]
    /** @returns whether the place was free */
    reopen(session: Session, by: Address, place: Address): Promise<boolean>
    setEnd(session: Session, endsAt: number | null): Promise<void>
  }

/** What a session promised, as “since last time” tells it. `recommendation` is the words of the one that it came from. */
export type Promised = { readonly id: string; readonly what: string; readonly state: string; readonly recommendation: string }
export type Published = { readonly session: Session; readonly report: Report; readonly by: Person }

export type SessionParts = {
  readonly db: Database
  readonly templates: readonly Template[]
  readonly outbox: Outbox
  readonly people: People
  readonly library: Library
  /** An English word, in small letters. */
  readonly isWord: (word: string) => boolean
  readonly now: () => Temporal.Instant
  readonly promisesOf: (coalition: number, session: number) => Promise<readonly Promised[]>
  /** In the transaction of the publication, so that nothing published is forgotten by the others. */
  readonly onPublished: (trx: Trx, published: Published) => Promise<void>
}

/** What the files of this folder share. */
export type InnerParts = SessionParts & { readonly readNotebook: ReadNotebook }

export function makeSessions(given: SessionParts): Sessions {
  const parts: InnerParts = { ...given, readNotebook: makeNotebookReader() }
  const { db, now } = parts
  const inside = <T>(work: (trx: Trx) => Promise<T>) => db.transaction().execute(work)
  return {
    ...makeNotebooks(parts),
    ...makePublishing(parts),
    rules: noteRules,
    jobs: [{ name: 'session-nudges', every: 'minute', run: at => nudge(parts, at) }],
    file: reportFile,
    markdown: reportMarkdown,
    readReport: readReportText,
    picture: async (session, language) =>
      progressPicture(
        `${session.ref} ${session.title}`,
        noteRules.progress(session, (await parts.readNotebook(db, session.id)).notes),
        language,
      ),
    async templates(coalition) {
      const own = await findTemplates(db, coalition)
      return [...parts.templates.filter(({ id }) => !own.some(template => template.id === id)), ...own]
    },
    async addTemplate(coalition, text) {
      const template = tryTemplate(text)
      if (!(template instanceof TemplateMistakes)) await saveTemplate(db, coalition, template)
      return template
    },
    open: (by, place, wish) => openSession(parts, by, place, wish),
    at: (coalition, place) => findSessionAt(db, coalition, place),
    find: (coalition, which) => findSessions(db, coalition, which),
    get: async (coalition, number) => (await findSessions(db, coalition, { number }))[0],
    join: (session, place) => inside(trx => takePlace(trx, session, place)),
    handOver: (session, from, to) =>
      inside(async trx => {
        await addRapporteur(trx, session, to)
        await dropRapporteur(trx, session.id, from)
      }),
    addRapporteur: (session, person) => inside(trx => addRapporteur(trx, session, person)),
    close: session =>
      inside(async trx => {
        await changeSession(trx, session.id, { state: session.version > 0 ? 'published' : 'closed', closed_at: now().epochMilliseconds })
        await leavePlaces(trx, session.id)
      }),
    reopen: (session, by, place) =>
      inside(async trx => {
        if (!(await takePlace(trx, session, place))) return false
        await addRapporteur(trx, session, by)
        await changeSession(trx, session.id, { state: 'open', closed_at: null, ends_at: null })
        return true
      }),
    setEnd: (session, endsAt) => inside(trx => changeSession(trx, session.id, { ends_at: endsAt })),
  }
}

function tryTemplate(text: string): Template | TemplateMistakes {
  try {
    return readTemplate(text)
  } catch (error) {
    if (error instanceof TemplateMistakes) return error
    throw error
  }
}

/** Two at once at one place: the place's key decides, and the other transaction leaves nothing. */
async function openSession({ db, now }: SessionParts, by: Person, place: Address, wish: OpenWish): Promise<Session | undefined> {
  const { coalition, language, zone } = by
  class PlaceTaken extends Error {}
  try {
    const id = await db.transaction().execute(async trx => {
      const made = await insertSession(trx, { coalition, language, zone, openedAt: now().epochMilliseconds, ...wish })
      if (!(await takePlace(trx, { id: made, coalition }, place))) throw new PlaceTaken()
      await addRapporteur(trx, { id: made, coalition }, by.address)
      return made
    })
    return (await findSessions(db, coalition, { id }))[0]
  } catch (error) {
    if (error instanceof PlaceTaken) return undefined
    throw error
  }
}
