/** Purpose: what speakers said about being named with their words, and what reviewers said of a report. */
import { type Address, formatAddress } from '../address.ts'
import type { Database, Trx } from '../database/open.ts'
import { readAddress } from '../people/read-address.ts'
import { CONSENT_STATES, type Consent, type ReportReview } from './consent.ts'

type Asked = {
  readonly session: number
  readonly coalition: number
  readonly note: number
  readonly speaker: Address
  readonly words: string
}

/** Asking again, because the words changed, forgets the former answer. @returns its id, and how often it was asked */
export async function askConsent(trx: Trx, { session, coalition, note, speaker, words }: Asked): Promise<{ id: number; asked: number }> {
  return trx
    .insertInto('quote_consents')
    .values({ session_id: session, coalition_id: coalition, note, speaker: formatAddress(speaker), words, state: 'pending' })
    .onConflict(conflict =>
      conflict.columns(['session_id', 'note']).doUpdateSet(row => ({
        speaker: formatAddress(speaker),
        words,
        state: 'pending',
        name: '',
        asked: row('quote_consents.asked', '+', 1),
      })),
    )
    .returning(['id', 'asked'])
    .executeTakeFirstOrThrow()
}

export async function findConsents(db: Database | Trx, session: number): Promise<Consent[]> {
  const rows = await db.selectFrom('quote_consents').selectAll().where('session_id', '=', session).orderBy('note').execute()
  return rows.map(readConsent)
}

export async function findConsent(db: Database | Trx, coalition: number, id: number): Promise<Consent | undefined> {
  const row = await db
    .selectFrom('quote_consents')
    .selectAll()
    .where('coalition_id', '=', coalition)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && readConsent(row)
}

export async function answerConsent(trx: Trx, id: number, state: Consent['state'], name: string): Promise<void> {
  await trx.updateTable('quote_consents').set({ state, name }).where('id', '=', id).execute()
}

/** The link to the speaker goes; what they agreed to stays with the note. */
export async function forgetSpeakers(trx: Trx, session: number): Promise<void> {
  await trx.updateTable('quote_consents').set({ speaker: '' }).where('session_id', '=', session).execute()
}

type Row = { id: number; session_id: number; note: number; speaker: string; words: string; state: string; name: string }
const readConsent = ({ id, session_id, note, speaker, words, state, name }: Row): Consent => ({
  id,
  session: session_id,
  note,
  words,
  name,
  speaker: readAddress(speaker),
  state: CONSENT_STATES.find(known => known === state) ?? 'pending',
})

export async function askReviewer(trx: Trx, session: number, coalition: number, person: Address): Promise<void> {
  const asked = { state: 'asked', comment: '' }
  await trx
    .insertInto('report_reviews')
    .values({ session_id: session, coalition_id: coalition, person: formatAddress(person), ...asked })
    .onConflict(conflict => conflict.columns(['session_id', 'person']).doUpdateSet(asked))
    .execute()
}

/** @returns whether this person was asked */
export async function answerReview(
  trx: Trx,
  session: number,
  person: Address,
  state: ReportReview['state'],
  comment: string,
): Promise<boolean> {
  const rows = await trx
    .updateTable('report_reviews')
    .set({ state, comment })
    .where('session_id', '=', session)
    .where('person', '=', formatAddress(person))
    .returning('person')
    .execute()
  return rows.length > 0
}

export async function findReviews(db: Database | Trx, session: number): Promise<ReportReview[]> {
  const rows = await db.selectFrom('report_reviews').selectAll().where('session_id', '=', session).orderBy('person').execute()
  return rows.flatMap(({ person: key, state, comment }) => {
    const person = readAddress(key)
    return person ? [{ person, comment, state: state === 'approved' || state === 'commented' ? state : ('asked' as const) }] : []
  })
}

export async function saveReport(trx: Trx, session: number, coalition: number, version: number, at: number, body: string): Promise<void> {
  await trx.insertInto('reports').values({ session_id: session, coalition_id: coalition, version, at, body }).execute()
}

export async function readReport(db: Database, session: number, version: number): Promise<{ at: number; body: string } | undefined> {
  return db.selectFrom('reports').select(['at', 'body']).where('session_id', '=', session).where('version', '=', version).executeTakeFirst()
}

export async function lastVersion(trx: Trx, session: number): Promise<number> {
  const { top } = await trx
    .selectFrom('reports')
    .select(({ fn }) => fn.max('version').as('top'))
    .where('session_id', '=', session)
    .executeTakeFirstOrThrow()
  return Number(top ?? 0)
}
