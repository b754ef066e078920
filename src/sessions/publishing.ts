/** Purpose: the report of a session: drafted from what stands, checked for identities, published in versions that are never changed. */
import type { Address } from '../address.ts'
import type { Person } from '../command-kit/context.ts'
import type { Language } from '../locales/say.ts'
import { labelIn } from '../locales/say.ts'
import { fold } from '../nearest.ts'
import { attributions, type Consent, type ReportReview } from './consent.ts'
import {
  answerConsent,
  answerReview,
  askReviewer,
  findConsent,
  findConsents,
  findReviews,
  forgetSpeakers,
  lastVersion,
  readReport,
  saveReport,
} from './consent-store.ts'
import { findIdentities, type Identity } from './identities.ts'
import { letterPrefix } from './letter.ts'
import { forgetAuthors } from './note-store.ts'
import { readDetails } from './read-details.ts'
import { makeReport, type Report, type Since } from './report.ts'
import { reportSchema } from './report-schema.ts'
import { type Session, sessionDay } from './session.ts'
import { changeSession, findSessions, leavePlaces } from './session-store.ts'
import type { InnerParts } from './sessions.ts'

export type Publishing = {
  /** As it would be published now. */
  draft(session: Session, language?: Language): Promise<Report>
  published(session: Session, version: number): Promise<Report | undefined>
  /** What still looks like an identity, and was not decided on. */
  identities(session: Session): Promise<readonly Identity[]>
  /** @returns the version; consents are read in the same transaction, so that one withdrawn a moment ago counts */
  publish(session: Session, by: Person): Promise<Report>
  consents(session: Session): Promise<readonly Consent[]>
  consent(by: Address, coalition: number, id: number): Promise<Consent | undefined>
  answer(consent: Consent, state: Consent['state'], name: string): Promise<void>
  askReviewers(session: Session, people: readonly Address[], until: number): Promise<void>
  /** @returns whether this person was asked */
  review(session: Session, by: Address, state: ReportReview['state'], comment: string): Promise<boolean>
  reviews(session: Session): Promise<readonly ReportReview[]>
}

export function makePublishing(parts: InnerParts): Publishing {
  const { db } = parts
  return {
    draft: (session, language = session.language) => draft(parts, session, language),
    async published(session, version) {
      const row = await readReport(db, session.id, version)
      return row && reportSchema.parse(JSON.parse(row.body))
    },
    identities: session => identities(parts, session),
    publish: (session, by) => publish(parts, session, by),
    consents: session => findConsents(db, session.id),
    async consent(by, coalition, id) {
      const found = await findConsent(db, coalition, id)
      const { speaker } = found ?? {}
      return speaker && letterPrefix(speaker) === letterPrefix(by) ? found : undefined
    },
    answer: (consent, state, name) => db.transaction().execute(trx => answerConsent(trx, consent.id, state, name)),
    askReviewers: (session, people, until) => askReviewers(parts, session, people, until),
    review: (session, by, state, comment) => db.transaction().execute(trx => answerReview(trx, session.id, by, state, comment)),
    reviews: session => findReviews(db, session.id),
  }
}

async function draft(parts: InnerParts, session: Session, language: Language): Promise<Report> {
  const { notes } = await parts.readNotebook(parts.db, session.id)
  const facts = {
    ...{ session: session.ref, title: session.title, template: session.template, language, date: sessionDay(session), version: 0 },
    attributions: attributions(notes, await findConsents(parts.db, session.id)),
    since: await sinceLastTime(parts, session),
  }
  return makeReport(facts, notes)
}

/** The last session before this one with the same template: its promises, and its recommendations with what came of them. */
async function sinceLastTime({ db, promisesOf, readNotebook }: InnerParts, session: Session): Promise<Since | null> {
  const earlier = await findSessions(db, session.coalition, {})
  const last = earlier.find(other => other.number < session.number && other.template.id === session.template.id && other.state !== 'open')
  if (!last) return null
  const promises = await promisesOf(session.coalition, last.id)
  const notes = (await readNotebook(db, last.id)).notes.filter(({ type }) => type === 'recommendation')
  const recommendations = notes.map(note => {
    const { words } = readDetails(note.type, note.text, sessionDay(last))
    const states = promises.filter(({ recommendation }) => recommendation === words).map(({ state }) => state)
    return { id: `#${note.number}`, words, state: [...new Set(states)].join(', ') }
  })
  const lines = [...promises.map(({ id, what, state }) => ({ id, words: what, state })), ...recommendations]
  return lines.length > 0 ? { title: `${last.ref} ${last.title}`, lines } : null
}

async function identities(parts: InnerParts, session: Session): Promise<Identity[]> {
  const { library } = parts
  const { notes } = await parts.readNotebook(parts.db, session.id)
  const known = new Set([...library.organisationNames(session.coalition), session.title, ...COMMON].map(fold))
  const isPlace = (name: string) =>
    library.places.find(name).some(place => Object.values(place.names).some(called => fold(called) === fold(name)))
  const words = smallWords([...notes.map(({ text }) => text), ...library.entriesOf(session.coalition, true).map(textOfEntry)])
  return findIdentities(notes, {
    isKnown: name => known.has(fold(name)) || isPlace(name) || TEMPLATE_WORDS.test(name),
    isWord: word => parts.isWord(word) || words.has(word),
  })
}

const textOfEntry = ({ title, summary }: { readonly title: string; readonly summary: string }) => `${title} ${summary}`
/** Whatever is also written without a capital is a word. */
const smallWords = (texts: readonly string[]) =>
  new Set(texts.flatMap(text => Array.from(text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{Ll}’'-]+/gu), ([word]) => word)))

/** Names of things and not of people or organisations. */
const COMMON = [
  'Global Compact',
  'Global Compact for Migration',
  'Civil Society Days',
  'Common Space',
  'Human Rights',
  'GFMD',
  'GCM',
  'CSO',
  'NGO',
  'SDG',
  'UN',
  'USA',
  'Agenda',
]
const TEMPLATE_WORDS = /^(Global (Forum|Compact)|Sustainable Development|United Nations|European Union|Together Campaign|Civil Society)\b/

async function publish(parts: InnerParts, session: Session, by: Person): Promise<Report> {
  const since = await sinceLastTime(parts, session)
  const at = parts.now().epochMilliseconds
  return parts.db.transaction().execute(async trx => {
    await changeSession(trx, session.id, { state: 'published', closed_at: at })
    await leavePlaces(trx, session.id)
    const { notes } = await parts.readNotebook(trx, session.id)
    const consents = await findConsents(trx, session.id)
    const { title, template, language } = session
    const facts = {
      session: session.ref,
      title,
      template,
      language,
      date: sessionDay(session),
      version: (await lastVersion(trx, session.id)) + 1,
      since,
    }
    const report = makeReport({ ...facts, attributions: attributions(notes, consents) }, notes)
    await saveReport(trx, session.id, session.coalition, report.version, at, JSON.stringify(report))
    await forgetAuthors(trx, session.id)
    await forgetSpeakers(trx, session.id)
    for (const { speaker, id } of consents) if (speaker) await parts.outbox.cancel(trx, `${letterPrefix(speaker)}consent/${id}/`)
    for (const person of session.rapporteurs) await parts.outbox.cancel(trx, `${letterPrefix(person)}session/${session.id}/`)
    await parts.onPublished(trx, { session, report, by })
    return report
  })
}

async function askReviewers(parts: InnerParts, session: Session, people: readonly Address[], until: number): Promise<void> {
  const languages = await Promise.all(
    people.map(async address => (await parts.people.recognise({ address, locale: session.language })).language),
  )
  const number = { session: session.ref }
  await parts.db.transaction().execute(async trx => {
    await changeSession(trx, session.id, { review_until: until })
    for (const person of people) await askReviewer(trx, session.id, session.coalition, person)
    await parts.outbox.put(
      trx,
      people.map((to, index) => {
        const label = labelIn(languages[index] ?? session.language)
        return {
          key: `${letterPrefix(to)}review/${session.id}/${until}`,
          to,
          privately: true as const,
          dueAt: parts.now().epochMilliseconds,
          expiresAt: until,
          reply: {
            text: label('review.ask', { session: `${session.ref} ${session.title}` }),
            buttons: [
              { label: label('review.read'), command: 'session report', options: number, look: 'primary' as const },
              { label: label('review.approve'), command: 'session approve', options: number },
              { label: label('review.comment'), command: 'session comment', options: number, form: true as const },
            ],
          },
        }
      }),
    )
  })
}
