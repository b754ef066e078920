/** Purpose: the rows of commitments, what happened to them, and when somebody was asked about them. */
import { z } from 'zod'
import { type Address, formatAddress } from '../address.ts'
import { nextNumber } from '../database/counters-store.ts'
import type { Database, Trx } from '../database/open.ts'
import { LANGUAGES } from '../locales/say.ts'
import { readAddress } from '../people/read-address.ts'
import { type Commitment, commitmentRef, type Owner, type Point } from './commitment.ts'
import { STATES, type State } from './states.ts'

export type NewCommitment = Pick<
  Commitment,
  'coalition' | 'what' | 'owner' | 'due' | 'session' | 'note' | 'recommendation' | 'language' | 'zone' | 'madeAt'
> & {
  readonly coordinator: Address
}

/** @returns its id; nothing where the note already has one */
export async function insertCommitment(trx: Trx, made: NewCommitment): Promise<number | undefined> {
  const row = await trx
    .insertInto('commitments')
    .values({
      coalition_id: made.coalition,
      number: await nextNumber(trx, made.coalition, 'commitments'),
      what: made.what,
      ...ownerColumns(made.owner),
      due_on: made.due.on,
      due_words: made.due.words,
      state: 'offered',
      session_id: made.session,
      note: made.note,
      recommendation: made.recommendation,
      coordinator: formatAddress(made.coordinator),
      language: made.language,
      zone: made.zone,
      made_at: made.madeAt,
      accepted_at: null,
      contact: null,
      merged_into: null,
      date_id: null,
    })
    .onConflict(conflict => conflict.columns(['session_id', 'note']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) await writeEvent(trx, made.coalition, row.id, made.madeAt, 'made', made.what)
  return row?.id
}

const ownerColumns = (owner: Owner) => ({
  owner_kind: owner.kind,
  owner: owner.kind === 'person' ? formatAddress(owner.person) : owner.kind === 'unknown' ? '' : owner.name,
})

export type Change = {
  readonly state?: State
  readonly reason?: string
  readonly accepted_at?: number | null
  readonly merged_into?: number | null
  readonly what?: string
  readonly due_on?: string | null
  readonly due_words?: string
}
export async function changeCommitment(trx: Trx, id: number, change: Change): Promise<void> {
  await trx.updateTable('commitments').set(change).where('id', '=', id).execute()
}

export async function setOwner(trx: Trx, id: number, owner: Owner, contact: Address | undefined): Promise<void> {
  await trx
    .updateTable('commitments')
    .set({ ...ownerColumns(owner), contact: contact ? formatAddress(contact) : null })
    .where('id', '=', id)
    .execute()
}

export async function writeEvent(trx: Trx, coalition: number, id: number, at: number, kind: string, words: string): Promise<void> {
  await trx.insertInto('commitment_events').values({ coalition_id: coalition, commitment_id: id, at, kind, words }).execute()
}

export type Happening = { readonly at: number; readonly kind: string; readonly words: string }
export const readHappenings = (db: Database, id: number): Promise<Happening[]> =>
  db.selectFrom('commitment_events').select(['at', 'kind', 'words']).where('commitment_id', '=', id).orderBy('id').execute()

export type Filter = {
  readonly id?: number
  readonly number?: number
  readonly session?: number
  readonly states?: readonly State[]
  readonly what?: string
  readonly withDeadline?: boolean
}

/** The next deadline first, then the oldest. `coalition` undefined is all of them, for the clock. */
export async function findCommitments(db: Database | Trx, coalition: number | undefined, filter: Filter): Promise<Commitment[]> {
  const { id, number, session, states, what, withDeadline } = filter
  const rows = await db
    .selectFrom('commitments')
    .selectAll()
    .$if(coalition !== undefined, query => query.where('coalition_id', '=', coalition ?? 0))
    .$if(id !== undefined, query => query.where('id', '=', id ?? 0))
    .$if(number !== undefined, query => query.where('number', '=', number ?? 0))
    .$if(session !== undefined, query => query.where('session_id', '=', session ?? 0))
    .$if(states !== undefined, query => query.where('state', 'in', states ?? []))
    .$if(what !== undefined, query => query.where('what', '=', what ?? ''))
    .$if(withDeadline === true, query => query.where('due_on', 'is not', null).where('contact', 'is not', null))
    .orderBy(({ fn, val }) => fn.coalesce('due_on', val('9999')))
    .orderBy('number')
    .execute()
  return rows.map(readRow)
}

const rowSchema = z.object({
  state: z.enum(STATES),
  language: z.enum(LANGUAGES),
  owner_kind: z.enum(['person', 'organisation', 'group', 'unknown']),
})
type Row = {
  id: number
  coalition_id: number
  number: number
  what: string
  owner: string
  due_on: string | null
  due_words: string
  reason: string
  session_id: number | null
  note: number | null
  recommendation: string
  coordinator: string
  contact: string | null
  zone: string
  made_at: number
  accepted_at: number | null
  merged_into: number | null
  date_id: number | null
}
function readRow(row: Row): Commitment {
  const { state, language, owner_kind: kind } = rowSchema.parse(row)
  const { id, number, what, reason, note, recommendation, zone } = row
  return {
    ...{ id, number, what, reason, note, recommendation, zone, state, language },
    ref: commitmentRef(number),
    coalition: row.coalition_id,
    owner: readOwner(kind, row.owner),
    due: { on: row.due_on, words: row.due_words },
    session: row.session_id,
    coordinator: readAddress(row.coordinator),
    contact: readAddress(row.contact),
    madeAt: row.made_at,
    acceptedAt: row.accepted_at,
    mergedInto: row.merged_into,
    dateId: row.date_id,
  }
}

function readOwner(kind: Owner['kind'], text: string): Owner {
  const person = kind === 'person' ? readAddress(text) : undefined
  if (person) return { kind: 'person', person }
  return kind === 'organisation' || kind === 'group' ? { kind, name: text } : { kind: 'unknown' }
}

export type Checkin = { readonly commitment: number; readonly point: string; readonly askedAt: number; readonly answeredAt: number | null }
export async function findCheckins(db: Database | Trx, ids: readonly number[]): Promise<Checkin[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('commitment_checkins').selectAll().where('commitment_id', 'in', ids).execute()
  return rows.map(({ commitment_id, point, asked_at, answered_at }) => ({
    commitment: commitment_id,
    point,
    askedAt: asked_at,
    answeredAt: answered_at,
  }))
}

/** @returns whether this process is the one that asks */
export async function noteAsked(trx: Trx, coalition: number, id: number, point: Point, at: number): Promise<boolean> {
  const row = await trx
    .insertInto('commitment_checkins')
    .values({ coalition_id: coalition, commitment_id: id, point, asked_at: at, answered_at: null })
    .onConflict(conflict => conflict.columns(['commitment_id', 'point']).doNothing())
    .returning('point')
    .executeTakeFirst()
  return row !== undefined
}

export async function noteAnswered(trx: Trx, id: number, at: number): Promise<void> {
  await trx
    .updateTable('commitment_checkins')
    .set({ answered_at: at })
    .where('commitment_id', '=', id)
    .where('answered_at', 'is', null)
    .execute()
}

/** What was promised stays; the person who promised or wrote it does not. */
export async function forgetPersonInCommitments(trx: Trx, person: Address): Promise<void> {
  const key = formatAddress(person)
  await trx
    .updateTable('commitments')
    .set({ owner_kind: 'unknown', owner: '' })
    .where('owner_kind', '=', 'person')
    .where('owner', '=', key)
    .execute()
  await trx
    .updateTable('commitments')
    .set({ contact: null, state: 'offered' })
    .where('contact', '=', key)
    .where('state', 'in', ['accepted', 'on-track', 'at-risk'])
    .execute()
  await trx.updateTable('commitments').set({ contact: null }).where('contact', '=', key).execute()
  await trx.updateTable('commitments').set({ coordinator: '' }).where('coordinator', '=', key).execute()
}

export async function saveDate(trx: Trx, id: number, date: number | null): Promise<void> {
  await trx.updateTable('commitments').set({ date_id: date }).where('id', '=', id).execute()
}

/** What is kept about somebody: what they took on, what they wrote down. */
export async function heldInCommitments(db: Database, people: readonly string[]) {
  const rows = await db
    .selectFrom('commitments')
    .select(['number', 'contact', 'owner'])
    .where(match => match.or([match('contact', 'in', people), match('owner', 'in', people), match('coordinator', 'in', people)]))
    .execute()
  return { total: rows.length, own: rows.filter(({ contact, owner }) => people.includes(contact ?? '') || people.includes(owner)).length }
}

export async function moveCommitmentRows(trx: Trx, from: number, to: number): Promise<void> {
  for (const { id } of await trx.selectFrom('commitments').select('id').where('coalition_id', '=', from).orderBy('number').execute())
    await trx
      .updateTable('commitments')
      .set({ coalition_id: to, number: await nextNumber(trx, to, 'commitments') })
      .where('id', '=', id)
      .execute()
  await trx.updateTable('commitment_events').set({ coalition_id: to }).where('coalition_id', '=', from).execute()
  await trx.updateTable('commitment_checkins').set({ coalition_id: to }).where('coalition_id', '=', from).execute()
}
